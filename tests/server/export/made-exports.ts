import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FeatureCollection, Geometry } from 'geojson'
import { fromBufferPromise } from 'yauzl'
import { geoJsonFromFeatures } from '../../../core/geometry/geojson.ts'
import { exportOptions, type ExportFormat, type ExportRequest } from '../../../core/options/export-options.ts'
import { schemaOf } from '../../../core/options/option.ts'
import { makeExport } from '../../../server/usecases/make-export.ts'
import { hostileStudy, measured } from '../../core/export/made-study.ts'

/** What is asked of an export where nothing else is said. */
const { lang: language, ...more } = schemaOf(exportOptions).parse({})
export const usualExport = { language, ...more }

/** Every field of the hostile study, as somebody chooses who knows that they harm nobody. */
export const allFields = [
  { layer: 'plan', fields: ['id', 'owner'] },
  { layer: 'areaM2', fields: ['held', 'اسم المنطقة الطويل جدا', 'fid', 'geom', 'Fid'] },
  { layer: 'shelling', fields: ['day', 'isSure'] },
  { layer: 'damage', fields: ['grade'] },
  { layer: 'units', fields: ['name'] },
]

/** The hostile study with its layers in files, measured, and what is made of it. */
export async function exporting(options: { draws?: number; seed?: number } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'basilia-exports-'))
  const { study, features, measurement } = measured(hostileStudy(), options)
  const paths: Record<string, string> = {}
  for (const layer of study.layers) {
    paths[layer.id] = join(folder, `${layer.id}.geojson`)
    await writeFile(paths[layer.id]!, JSON.stringify(geoJsonFromFeatures(features.get(layer.id)!)))
  }
  return {
    folder,
    study,
    features,
    measurement,
    async bytes(format: ExportFormat, request: Partial<ExportRequest> = {}): Promise<Buffer> {
      const made = await makeExport(
        {
          study,
          paths,
          others: [],
          measurement,
          request: { ...usualExport, format, ...request },
        },
        {},
      )
      if (!made.ok) throw new Error(made.problem.code)
      return Buffer.from(made.value.bytes)
    },
  }
}

/** The files of an archive by name. */
export async function unpacked(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(archive, { lazyEntries: true })
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk)
    files.set(entry.fileName, Buffer.concat(chunks))
  }
  return files
}

/** Whether GDAL's programs are here to give a second opinion. */
export const hasGdal = spawnSync('ogr2ogr', ['--version']).status === 0

export const layerNames = (path: string): string[] =>
  execFileSync('ogrinfo', ['-ro', '-q', path], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => /^\d+: (.*?)(?: \([^()]*\))?$/.exec(line)?.[1] ?? [])

/** A layer of any file as another program reads it. */
export const readByGdal = (path: string, layer: string): FeatureCollection<Geometry | null> =>
  JSON.parse(
    execFileSync('ogr2ogr', ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=15', '/vsistdout/', path, layer], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    }),
  ) as FeatureCollection<Geometry | null>
