import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Shapes } from '../../../core/geometry/shapes.ts'
import { note, type Note, type NoteCode } from '../../../core/result/note.ts'
import { projectRoot } from '../../config/project-root.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import { comparedIn, readingDigest, type Path, type ReadingDigest } from './reading-digest.ts'
import type { ShapefileParts } from './shapefile.ts'
import type { SecondReadingRequest } from './second-reading-thread.ts'

const workerFile = join(projectRoot, 'dist', 'threads', 'second-reading-thread.js')
const mostVertices = 1_000_000
const timeLimitMs = 30_000
const memoryMb = 512
/** Of areas and sums, which are added up in another order. */
const relativeTolerance = 1e-9

/** What shpjs is known to read otherwise: rows marked as deleted, files cut short or out of order, kinds that it lacks. */
const knownDifferences: readonly NoteCode[] = [
  'rows-deleted',
  'shp-rows-differ',
  'shp-index-differs',
  'shp-index-heeded',
  'shp-length-wrong',
  'shp-trailing-bytes',
  'records-odd-type',
  'patches-as-ground',
  'cells-unreadable',
  'numbers-not-finite',
  'text-damaged',
  'text-cut',
]

/**
 * Reads a shapefile a second time by an independent reader, shpjs, in a thread with 30 s and 512 MB, and compares the count
 * of features, areas and positions in the file's own plane, and every field: a note where they agree or do not, none where
 * the second reader is known to read such a file otherwise, cannot, or would take too long.
 */
export async function secondReading({ shp, dbf }: ShapefileParts, layer: RawLayer): Promise<Note[]> {
  const { file, features, notes, encoding, fieldTypes } = layer
  if (notes.some(({ code }) => knownDifferences.includes(code))) return []
  if (features.shapes.coordinates.length / 2 > mostVertices)
    return [note('read-once-large', { file, most: mostVertices })]
  const table = dbf && hasKnownFields(dbf.bytes) ? dbf.bytes : null
  const decoder = encoding !== null && isDecoded(encoding) ? encoding : null
  const theirs = await digestByShpjs({ shp: copied(shp.bytes), dbf: table && copied(table), encoding: decoder })
  if (theirs === null) return [note('read-once', { file })]
  const isPolygon = features.shapes.kind === 'polygon'
  const ours = readingDigest(
    features.attributes.length,
    pathsOf(features.shapes),
    isPolygon,
    features.attributes,
    comparedIn(decoder),
  )
  const fields = [...ours.fields].flatMap(([name, digest]) => {
    const other = theirs.fields.get(name)
    return other === undefined || fieldTypes[name] === 'date' || other === digest ? [] : [name]
  })
  if (ours.features !== theirs.features)
    return [note('read-twice-features', { file, features: ours.features, theirs: theirs.features })]
  if (!ours.measures.every((measure, i) => isNear(measure, theirs.measures[i] ?? Number.NaN)))
    return [note('read-twice-shapes', { file })]
  if (fields.length > 0) return [note('read-twice-fields', { file, fields: fields.join(', ') })]
  return [note('read-twice', { file, count: ours.features })]
}

/** Whether all fields are text, numbers, days or yes and no: of binary ones shpjs makes text. */
function hasKnownFields(dbf: Uint8Array): boolean {
  for (let at = 32; at + 32 <= dbf.length && dbf[at] !== 0x0d; at += 32)
    if (!'CNFLD'.includes(String.fromCharCode(dbf[at + 11]!))) return false
  return true
}

/** Whether shpjs's reader of tables, which leaves text to a TextDecoder, has the encoding. */
function isDecoded(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== ''
  } catch {
    return false
  }
}

const isNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= relativeTolerance * Math.max(1, Math.abs(a), Math.abs(b))

function* pathsOf({ coordinates, partStart, partPolygon }: Shapes): Iterable<Path> {
  for (let part = 0; part < partPolygon.length; part++) {
    const from = partStart[part]!
    yield {
      length: partStart[part + 1]! - from,
      x: (i) => coordinates[2 * (from + i)]!,
      y: (i) => coordinates[2 * (from + i) + 1]!,
    }
  }
}

/** A thread cannot be given bytes of a pool. */
const copied = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

/** `null` where shpjs breaks down over the file, takes too long or too much memory. */
function digestByShpjs(request: SecondReadingRequest): Promise<ReadingDigest | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      stdout: true,
      stderr: true,
    })
    const late = setTimeout(() => settle(null), timeLimitMs)
    const settle = (digest: ReadingDigest | null): void => {
      clearTimeout(late)
      resolve(digest)
      void worker.terminate()
    }
    worker
      .on('message', settle)
      .on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return settle(null)
        clearTimeout(late)
        reject(error)
      })
      .on('exit', () => settle(null))
  })
}
