import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { FeatureCollection, Geometry } from 'geojson'
import { attributesOf, featuresFromGeoJson } from '../../core/geometry/geojson.ts'
import type { Features, Shapes } from '../../core/geometry/shapes.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { Study } from '../../core/model/study.ts'
import { scanGeoJson } from '../import/geojson/geojson-scan.ts'
import { geometrySink } from '../import/record/geometry-sink.ts'
import { answerFolder, type AnswerFolder } from './answer-folder.ts'
import { packFeatures, unpackFeatures, type PackedFeatures } from './packed-features.ts'

/** What stands in the place of the file is none. */
const noFile = new Set(['EISDIR', 'ELOOP', 'ENOTDIR'])

const keptBytes = 64 * 1024 * 1024

/** Smaller files are read in no time. */
const worthPackingBytes = 5_000_000
const mostFolderBytes = 2 ** 30
/** Grows when what is read of a file, or what is kept of it, changes. */
const form = 1
let packed: AnswerFolder | null = null

/** From now on, what was read of large files is kept in a folder, and is read from there while they stay as they are. */
export function keepFeaturesIn(folder: string): void {
  packed = answerFolder(folder, mostFolderBytes)
}

type Kept = { readonly features: Features; readonly bytes: number }
const kept = new Map<string, Kept>()

/**
 * The features of the given layers of a study by layer id, from `paths` (by layer id). What was read last stays in
 * memory up to 64 MB of files, so that a date slider does not read the same file again. `progress` is called with the part
 * of the features that is read.
 */
export async function readLayerFeatures(
  study: Study,
  layers: readonly Layer[],
  paths: Readonly<Record<string, string>>,
  progress?: (fraction: number) => void,
): Promise<Outcome<Map<string, Features>>> {
  const features = new Map<string, Features>()
  const all = layers.reduce((sum, own) => sum + own.features, 0)
  let before = 0
  for (const layer of layers) {
    const path = paths[layer.id]!
    try {
      features.set(
        layer.id,
        await readFeatures(path, layer, (part) => progress?.((before + part * layer.features) / all)),
      )
      before += layer.features
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (code === 'ENOENT') return refused(problem('study-file-missing', { id: study.id, file: layer.file }))
      if (noFile.has(code))
        return refused(problem('study-unreadable', { id: study.id, reason: `${layer.file}: ${code}` }))
      if (error instanceof SyntaxError || error instanceof TypeError) {
        return refused(problem('study-unreadable', { id: study.id, reason: `${layer.file}: ${error.message}` }))
      }
      throw error
    }
  }
  return done(features)
}

async function readFeatures(
  path: string,
  { geometryType, evenOdd, fileSha256 }: Layer,
  progress: (fraction: number) => void,
): Promise<Features> {
  const { size, mtimeMs } = await stat(path)
  const key = `${path} ${size} ${mtimeMs} ${geometryType} ${evenOdd}`
  const before = kept.get(key)
  if (before) {
    kept.delete(key)
    kept.set(key, before)
    return before.features
  }
  const folder = size >= worthPackingBytes ? packed : null
  // The file may be moved, and copies of a study have the same; one that was edited by hand has another time.
  const mark = createHash('sha256')
    .update(`features ${form} ${fileSha256 ?? path} ${size} ${mtimeMs} ${geometryType} ${evenOdd}`)
    .digest('hex')
  const found = folder?.read(mark) as PackedFeatures | undefined
  const features = found ? unpackFeatures(found) : await readText(path, geometryType, evenOdd, progress)
  if (!found) folder?.write(mark, packFeatures(features))
  keep(key, { features, bytes: size })
  return features
}

async function readText(
  path: string,
  kind: Shapes['kind'],
  evenOdd: Layer['evenOdd'],
  progress: (fraction: number) => void,
): Promise<Features> {
  const bytes = await readFile(path)
  const features = scanFeatures(bytes, kind, evenOdd, progress) ?? parseFeatures(bytes, kind, evenOdd)
  checkPositions(features)
  return features
}

/** Straight from the bytes, as studies are written; `null` where the file was made by somebody else in an unusual way. */
function scanFeatures(
  bytes: Uint8Array,
  kind: Shapes['kind'],
  evenOdd: Layer['evenOdd'],
  progress: (fraction: number) => void,
): Features | null {
  const sink = geometrySink('')
  const scanned = scanGeoJson(bytes, sink, progress)
  if (!scanned) return null
  const shapes = sink.shapes().find((each) => each.kind === kind)!
  const attributes = scanned.features.map(({ properties }) =>
    attributesOf((properties ?? {}) as Record<string, unknown>),
  )
  return { shapes: evenOdd === 'feature' ? joinedByFeature(shapes) : shapes, attributes }
}

function parseFeatures(bytes: Uint8Array, kind: Shapes['kind'], evenOdd: Layer['evenOdd']): Features {
  const collection = JSON.parse(new TextDecoder().decode(bytes)) as FeatureCollection<Geometry | null>
  return featuresFromGeoJson(collection, kind, evenOdd)
}

/** All rings of a feature as one polygon. */
function joinedByFeature(shapes: Shapes): Shapes {
  const features = [...new Set(shapes.polygonFeature)]
  const placeOf = new Map(features.map((feature, place) => [feature, place]))
  const partPolygon = shapes.partPolygon.map((polygon) => placeOf.get(shapes.polygonFeature[polygon]!)!)
  return { ...shapes, partPolygon, polygonFeature: Uint32Array.from(features) }
}

/** Files of a study may have been edited by hand; a position off the earth must not reach the walk. */
function checkPositions({ shapes: { coordinates } }: Features): void {
  for (let i = 0; i < coordinates.length; i += 2) {
    const lon = coordinates[i]!
    const lat = coordinates[i + 1]!
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) throw new TypeError(`position ${lon}, ${lat} is off the earth`)
  }
}

function keep(key: string, entry: Kept): void {
  if (entry.bytes > keptBytes) return
  kept.set(key, entry)
  let bytes = 0
  for (const { bytes: each } of kept.values()) bytes += each
  for (const [oldest, { bytes: each }] of kept) {
    if (bytes <= keptBytes) return
    kept.delete(oldest)
    bytes -= each
  }
}
