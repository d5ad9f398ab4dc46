import { readdir } from 'node:fs/promises'
import type { Outcome } from '../../../core/result/outcome.ts'
import type { TilePlace } from '../../../core/tiles/world.ts'
import { trusted, type Tile, type WantedBaseMap } from '../../base-map/base-map.ts'
import { readBaseMapSetting } from '../../config/base-map-setting.ts'
import { keepValues } from '../../store/kept-values.ts'
import { baseMapTile, describeBaseMap, type BaseMapFacts } from '../../usecases/base-map-tile.ts'
import type { TaskRunner } from '../../workers/tasks.ts'

export type BaseMaps = ReturnType<typeof keepBaseMaps>

const mostFiles = 100

/**
 * Base maps that are asked for: that of the program's setting, and those that a reader names, which reach public sites and the files
 * of one folder only. The tiles asked for last are kept here. Files of others that may be made to keep a reader busy are read by the
 * runner.
 */
export function keepBaseMaps(setting: string, folder: string, runner: TaskRunner) {
  const tiles = keepValues<Tile>(({ bytes }) => bytes.length + 200)
  const own = readBaseMapSetting(setting)
  const privateHost = (own && own.kind !== 'none' && own.url?.host) || ''
  const isOfRunner = ({ setting: asked }: WantedBaseMap): boolean => readBaseMapSetting(asked)?.kind === 'geotiff'
  return {
    /** The base map of the program where none is named. */
    wanted: (named: string | undefined, credit: string | undefined): WantedBaseMap =>
      named === undefined ? trusted(setting) : { setting: named, credit, folder, privateHost },

    describe: (wanted: WantedBaseMap): Promise<Outcome<BaseMapFacts | null>> =>
      isOfRunner(wanted) ? runner.run('describe-base-map', wanted) : describeBaseMap(wanted),

    async tile(wanted: WantedBaseMap, place: TilePlace, signal: AbortSignal): Promise<Outcome<Tile | null>> {
      const key = JSON.stringify([wanted.setting, place])
      const before = tiles.find(key)
      if (before) return { ok: true, value: before }
      const request = { wanted, place }
      const made = isOfRunner(wanted)
        ? await runner.run('base-map-tile', request, { signal })
        : await baseMapTile(request, { signal })
      if (made.ok && made.value) tiles.keep(key, made.value)
      return made
    },

    /** Names of the files that a reader may name. */
    async files(): Promise<readonly string[]> {
      const names = await readdir(folder).catch(() => [])
      return names
        .filter((name) => /\.(?:pmtiles|tiff?)$/i.test(name))
        .toSorted()
        .slice(0, mostFiles)
    },
  }
}
