import { wgs84 } from '../../../core/crs/systems.ts'
import { note } from '../../../core/result/note.ts'
import { readGeometry } from '../geojson/geojson-geometry.ts'
import { geometrySink } from '../record/geometry-sink.ts'
import { layersOfKinds } from '../record/layers-of-kinds.ts'
import { addPlace, noPlaces, noteOfPlaces } from '../record/places.ts'
import type { DeclaredCrs, RawLayer } from '../record/raw-layer.ts'
import { cellGeometry, isNothing, type GeometryForm } from './geometry-column.ts'
import type { CellGeometry } from './wkt.ts'
import type { PlacedTable } from './table-layer.ts'

const wgs84Srid = 4326

/**
 * The layers of a table with a column of geometry, one for each kind. The system is the one that the cells name; without one
 * degrees are taken as WGS 84, with a note. Rows of another system than that of most are left without geometry.
 */
export function geometryLayers(table: PlacedTable, { column, form }: GeometryForm): RawLayer[] {
  const { file, name, names, body, encoding, encodingBy, readings } = table
  const read = body.map((row) => (isNothing(row[column]) ? null : cellGeometry(file, form, row[column]!)))
  const placed = read.filter((cell) => cell !== null)
  const unnamed = placed.filter((cell) => !cell.srid)
  const areDegrees = unnamed.every((cell) => farthestOf(cell.geometry) <= 180)
  const sridOf = (cell: CellGeometry): number | null => cell.srid || (areDegrees ? wgs84Srid : null)
  const srid = commonest(placed.map(sridOf))
  const [unread, others] = [noPlaces(), noPlaces()]
  const sink = geometrySink(file)
  for (const [feature, cell] of read.entries()) {
    if (cell === null && !isNothing(body[feature]![column])) addPlace(unread, feature + 1)
    if (cell !== null && sridOf(cell) !== srid) addPlace(others, feature + 1)
    else if (cell !== null) readGeometry(file, cell.geometry, feature, sink)
    sink.endFeature()
  }
  const declared: DeclaredCrs =
    placed.length === 0 || (srid === wgs84Srid && unnamed.length === placed.length)
      ? { kind: 'system', system: wgs84 }
      : srid === null
        ? { kind: 'none' }
        : { kind: 'code', text: `EPSG:${srid}` }
  const system = declared.kind === 'code' ? declared.text : declared.kind === 'system' ? 'WGS 84' : '–'
  const field = names[column]!
  const notes = [...table.notes, note('table-geometry', { file, field, form, crs: system })]
  if (read.some((cell) => cell?.isCurved)) notes.push(note('curves-straightened', { file, layer: name }))
  if (unread.count > 0) notes.push(noteOfPlaces('rows-without-position', file, unread))
  if (others.count > 0) notes.push(noteOfPlaces('rows-of-other-system', file, others, { crs: system }))
  const { [field]: _geometry, ...fieldTypes } = table.fields.types
  const rows = table.fields.rows.map(({ [field]: _cell, ...row }) => row)
  return layersOfKinds(name, file, sink, rows, {
    fieldTypes,
    declared,
    encoding,
    badPosition: 'leave-feature-out',
    notes,
  }).map((layer) => ({ ...layer, encodingBy, readings }))
}

function commonest(values: readonly (number | null)[]): number | null {
  const counts = new Map<number | null, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** The greatest of all numbers of a geometry's positions, heights apart. */
function farthestOf(geometry: unknown): number {
  const { coordinates, geometries } = (geometry ?? {}) as { coordinates?: unknown; geometries?: readonly unknown[] }
  if (geometries) return geometries.reduce<number>((most, each) => Math.max(most, farthestOf(each)), 0)
  const inList = (list: unknown): number => {
    if (!Array.isArray(list)) return 0
    if (typeof list[0] === 'number') return Math.max(Math.abs(list[0]), Math.abs(Number(list[1])))
    return list.reduce<number>((most, each) => Math.max(most, inList(each)), 0)
  }
  return inList(coordinates)
}
