import type { Attributes } from '../../../core/geometry/shapes.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { readDbase } from './dbase.ts'
import type { NamedBytes } from '../record/imported.ts'
import { keepFeatures, type DeclaredCrs, type RawLayer } from '../record/raw-layer.ts'
import { readShp } from './shp-records.ts'

/** The files of one shapefile; only the `.shp` must be there. */
export type ShapefileParts = {
  readonly name: string
  readonly shp: NamedBytes
  readonly shx?: NamedBytes | undefined
  readonly dbf?: NamedBytes | undefined
  readonly prj?: NamedBytes | undefined
  readonly cpg?: NamedBytes | undefined
}

/** Reads one shapefile, its text decoded, its coordinates as they stand. */
export function readShapefile(parts: ShapefileParts, askedEncoding: string | undefined): Outcome<RawLayer> {
  const file = parts.shp.name
  const table = parts.dbf
    ? readDbase(parts.dbf.name, parts.dbf.bytes, { cpg: parts.cpg && textOf(parts.cpg.bytes), asked: askedEncoding })
    : null
  if (table && !table.ok) return table
  const entries = parts.shx ? Math.max(0, Math.floor((parts.shx.bytes.length - 100) / 8)) : null
  const shp = readShp(file, parts.shp.bytes, entries ?? table?.value.rows.length ?? null)
  if (!shp.ok) return shp
  const { shapes, openParts, records } = shp.value
  const notes: Note[] = [...shp.value.notes]
  if (entries !== null && entries !== records) notes.push(note('shp-index-differs', { file, entries, records }))
  if (!table) notes.push(note('shp-without-table', { file }))
  const rows = table?.value.rows ?? Array.from({ length: records }, (): Attributes => ({}))
  if (rows.length !== records) return refused(problem('shp-rows-differ', { file, records, rows: rows.length }))

  const layer: RawLayer = {
    file,
    name: parts.name,
    features: { shapes, attributes: rows },
    evenOdd: 'feature',
    fieldTypes: table?.value.fieldTypes ?? {},
    declared: declaredBy(parts.prj),
    encoding: table?.value.encoding ?? null,
    readings: table?.value.readings ?? [],
    badPosition: 'leave-feature-out',
    openParts,
    featureNumbers: Uint32Array.from({ length: records }, (_, i) => i + 1),
    notes: [...notes, ...(table?.value.notes ?? [])],
  }
  const deleted = table?.value.deleted
  if (!deleted || deleted.size === 0) return done(layer)
  const kept = keepFeatures(layer, (feature) => !deleted.has(feature))
  return done({ ...kept, notes: [...kept.notes, note('rows-deleted', { file, count: deleted.size })] })
}

function declaredBy(prj: NamedBytes | undefined): DeclaredCrs {
  const text = prj ? textOf(prj.bytes.subarray(0, 100_000)).trim() : ''
  return text === '' ? { kind: 'none' } : { kind: 'prj', text }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
