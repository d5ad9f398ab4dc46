import { codeNamed } from '../../../core/crs/systems.ts'
import type { Attributes } from '../../../core/geometry/shapes.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { done, type Outcome } from '../../../core/result/outcome.ts'
import { wideEncoding } from '../text/wide-encoding.ts'
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
export function readShapefile(parts: ShapefileParts, requestedEncoding: string | undefined): Outcome<RawLayer> {
  const file = parts.shp.name
  const table = parts.dbf
    ? readDbase(parts.dbf.name, parts.dbf.bytes, {
        cpg: parts.cpg && textOf(parts.cpg.bytes),
        requested: requestedEncoding,
      })
    : null
  if (table && !table.ok) return table
  const shp = readShp(file, parts.shp.bytes, parts.shx?.bytes, table?.value.rows.length ?? null)
  if (!shp.ok) return shp
  const { shapes, openParts, records, evenOdd } = shp.value
  const notes: Note[] = [...shp.value.notes]
  if (!table) notes.push(note('shp-without-table', { file }))
  const given = table?.value.rows ?? Array.from({ length: records }, (): Attributes => ({}))
  if (given.length !== records) notes.push(note('shp-rows-differ', { file, records, rows: given.length }))
  const empty = Object.fromEntries(Object.keys(given[0] ?? {}).map((name) => [name, null]))
  const rows = Array.from({ length: records }, (_, i) => given[i] ?? empty)

  const layer: RawLayer = {
    file,
    name: parts.name,
    features: { shapes, attributes: rows },
    evenOdd,
    fieldTypes: table?.value.fieldTypes ?? {},
    declared: declaredBy(parts.prj),
    encoding: table?.value.encoding ?? null,
    encodingBy: table?.value.encodingBy,
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
  if (text === '') return { kind: 'none' }
  // Some programs write the code alone, or as PROJ does.
  const code = codeNamed(text.replace(/^\+?init=/i, ''))
  return code !== null && /^(?:EPSG|ESRI):\d+$/.test(code) ? { kind: 'code', text: code } : { kind: 'prj', text }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder(wideEncoding(bytes)?.encoding ?? 'utf-8').decode(bytes)
