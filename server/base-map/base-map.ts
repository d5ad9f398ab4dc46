import { basename, isAbsolute, join } from 'node:path'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { askSite } from './ask-site.ts'
import { nameOfSetting, readBaseMapSetting, tileAddress, type BaseMapSetting } from '../config/base-map-setting.ts'
import { openAddress, openFile, SourceFault } from './byte-source.ts'
import { openPmtiles } from './pmtiles.ts'

export type Tile = { readonly bytes: Uint8Array; readonly type: 'image/png' | 'image/jpeg' | 'image/webp' }

/** Where the pictures of the ground come from. */
export type BaseMap = {
  /** Whose it is, as page and sheet say it. */
  readonly name: string
  /** The site that is asked; `null` for a file of this computer. */
  readonly host: string | null
  readonly minZoom: number
  readonly maxZoom: number
  readonly tile: (zoom: number, x: number, y: number, signal?: AbortSignal) => Promise<Outcome<Tile>>
}

/** A base map that is asked for, and how far its asking reaches. */
export type WantedBaseMap = {
  readonly setting: string
  /** Whose it is, where whoever asks says so. */
  readonly credit?: string | undefined
  /** The folder whose files may be read by their bare names; `null` where any file may, because this computer's user asks. */
  readonly folder: string | null
  /** The host in this computer's network that may be asked, because the program is set to it; `null` where any may. */
  readonly privateHost: string | null
}

const largestTileBytes = 2_000_000
const deepestOnline = 19

/** Opens a base map; `null` for "none". */
export async function openBaseMap(wanted: WantedBaseMap): Promise<Outcome<BaseMap | null>> {
  const { setting, credit, privateHost } = wanted
  const read = readBaseMapSetting(setting)
  if (!read) return refused(problem('base-map-setting', { setting: setting.slice(0, 200), example: '{z}, {x}, {y}' }))
  if (read.kind === 'none') return done(null)
  const mayBePrivate = privateHost === null || read.url?.host === privateHost
  return 'file' in read
    ? stored(read, wanted, mayBePrivate)
    : done(online(read.kind, setting, credit ?? nameOfSetting(setting), mayBePrivate))
}

/** One that the operator has set, or whoever runs the command: what it names is trusted. */
export const trusted = (setting: string): WantedBaseMap => ({ setting, folder: null, privateHost: null })

async function stored(
  { kind, url, file }: Extract<BaseMapSetting, { file: string }>,
  { setting, credit, folder }: WantedBaseMap,
  mayBePrivate: boolean,
): Promise<Outcome<BaseMap>> {
  const name = basename(file)
  if (!url && folder !== null && (isAbsolute(file) || name !== file || /[\\\0]/.test(file)))
    return refused(problem('base-map-setting', { setting: setting.slice(0, 200), example: '{z}, {x}, {y}' }))
  try {
    const source = url
      ? await openAddress(url, mayBePrivate)
      : await openFile(folder === null ? file : join(folder, file))
    const opened =
      kind === 'pmtiles' ? await openPmtiles(source) : await (await import('./geotiff-tiles.ts')).openGeotiff(source)
    return done({
      name: credit ?? (opened.name || (url ? url.host : name)),
      host: url ? url.host : null,
      minZoom: opened.minZoom,
      maxZoom: opened.maxZoom,
      async tile(zoom, x, y, signal) {
        try {
          const bytes = await opened.tile(zoom, x, y, signal)
          if (!bytes) return refused(problem('base-map-tile-absent', { file: name, tile: `${zoom}/${x}/${y}` }))
          const type = pictureType(bytes)
          return type
            ? done({ bytes, type })
            : fileFault(name, new SourceFault(`its tile ${zoom}/${x}/${y} is no picture`))
        } catch (error) {
          return fileFault(name, error)
        }
      },
    })
  } catch (error) {
    return fileFault(name, error)
  }
}

const fileFault = (file: string, error: unknown): Outcome<never> => {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof SourceFault) return refused(problem('base-map-file-unusable', { file, reason: error.message }))
  if (code !== undefined) return refused(problem('base-map-file-unusable', { file, reason: code }))
  throw error
}

function online(kind: 'xyz' | 'wms', setting: string, name: string, mayBePrivate: boolean): BaseMap {
  const { host } = new URL(setting)
  const unusable = (reason: string): Outcome<never> => refused(problem('base-map-unusable', { host, reason }))
  return {
    name,
    host,
    minZoom: 0,
    maxZoom: deepestOnline,
    async tile(zoom, x, y, signal) {
      const wanted = tileAddress(kind, setting, zoom, x, y)
      const answer = await askSite(wanted, { most: largestTileBytes, mayBePrivate, signal })
      if (typeof answer === 'string') return unusable(answer)
      const { status, bytes } = answer
      const type = pictureType(bytes)
      return status === 200 && type !== null
        ? done({ bytes, type })
        : unusable(`${status} ${answer.headers['content-type'] ?? ''}`)
    },
  }
}

/** What a picture is by its first bytes, whatever was said of it. */
function pictureType(bytes: Uint8Array): Tile['type'] | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'image/webp' : null
}
