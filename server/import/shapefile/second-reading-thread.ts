import { parentPort, workerData } from 'node:worker_threads'
import { parseDbf, parseShp } from 'shpjs'
import { comparedIn, readingDigest, type Cell, type Path, type ReadingDigest } from './reading-digest.ts'

/** A shapefile for shpjs: without a `.prj` it leaves coordinates as they stand. */
export type SecondReadingRequest = {
  readonly shp: Uint8Array<ArrayBuffer>
  readonly dbf: Uint8Array<ArrayBuffer> | null
  /** An encoding that shpjs knows; without it only cells of ASCII letters count. */
  readonly encoding: string | null
}

type Geometry = { readonly type: string; readonly coordinates: unknown } | null
type Row = Readonly<Record<string, Cell>>

// A worker thread in which shpjs reads one shapefile; it is ended from outside.
const port = parentPort
if (!port) throw new Error('second-reading-thread runs as a worker thread only')
port.postMessage(read(workerData as SecondReadingRequest))

/** `null` where shpjs breaks down over the file. */
function read({ shp, dbf, encoding }: SecondReadingRequest): ReadingDigest | null {
  const parsed = parse(shp, dbf, encoding)
  if (parsed === null) return null
  const { geometries, rows } = parsed
  const isPolygon = geometries.some((geometry) => geometry?.type.endsWith('Polygon'))
  const paths = geometries.flatMap((geometry) => (geometry ? pathsIn(geometry.coordinates) : []))
  return readingDigest(geometries.length, paths, isPolygon, rows, comparedIn(encoding))
}

function parse(shp: Uint8Array<ArrayBuffer>, dbf: Uint8Array<ArrayBuffer> | null, encoding: string | null) {
  try {
    return {
      geometries: parseShp(shp) as readonly Geometry[],
      rows: dbf === null ? [] : (parseDbf(dbf, Buffer.from(encoding ?? '')) as readonly Row[]),
    }
  } catch {
    return null
  }
}

/** The lists of positions in a nested list of coordinates; a position alone is a list of one. */
function pathsIn(coordinates: unknown): Path[] {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return []
  if (typeof coordinates[0] === 'number') return [pathOf([coordinates as number[]])]
  const [first] = coordinates as unknown[][]
  return typeof first?.[0] === 'number' ? [pathOf(coordinates as number[][])] : coordinates.flatMap(pathsIn)
}

function pathOf(positions: readonly (readonly number[])[]): Path {
  return { length: positions.length, x: (i) => positions[i]![0]!, y: (i) => positions[i]![1]! }
}
