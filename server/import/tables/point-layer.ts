import { wgs84 } from '../../../core/crs/systems.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { addPlace, noPlaces, noteOfPlaces } from '../record/places.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import { shapesBuilder } from '../record/shapes-builder.ts'
import type { GuessedColumns } from './guessed-columns.ts'
import { coordinateOf, type PositionColumns } from './position-columns.ts'
import type { SingleColumn } from './single-column.ts'
import type { PlacedTable } from './table-layer.ts'

type PlacedBy =
  | { readonly kind: 'columns'; readonly columns: PositionColumns; readonly guessed: GuessedColumns | null }
  | { readonly kind: 'single'; readonly columns: SingleColumn }

/** The points of a table, from two columns or from one that says both. */
export function pointLayer(
  { file, name, names, body, fields, encoding, encodingBy, readings, notes: said }: PlacedTable,
  place: PlacedBy,
): RawLayer {
  const positionOf = (row: readonly string[]): readonly [number | null, number | null] =>
    place.kind === 'single'
      ? (place.columns.positionOf(row[place.columns.column] ?? '') ?? [null, null])
      : [coordinateOf(row[place.columns.x] ?? ''), coordinateOf(row[place.columns.y] ?? '')]
  const builder = shapesBuilder('point')
  const without = noPlaces()
  let zeros = 0
  let farthest = 0
  for (const [feature, row] of body.entries()) {
    const [x, y] = positionOf(row)
    const isZero = x === 0 && y === 0
    if (isZero) zeros++
    if (x === null || y === null) addPlace(without, feature + 1)
    if (x === null || y === null || isZero) continue
    farthest = Math.max(farthest, Math.abs(x), Math.abs(y))
    builder.startPolygon(feature)
    builder.startPart()
    builder.addVertex(x, y)
    builder.endPart()
  }
  const isWgs84 = place.kind === 'single' || (place.columns.isLonLat && farthest <= 180)
  const notes: Note[] = [...said, placeNote(file, names, place, isWgs84)]
  if (place.kind === 'columns' && place.guessed) notes.push(guessNote(file, names, place.guessed))
  const zones = place.kind === 'columns' && !isWgs84 ? differentZones(names, body) : null
  if (zones) notes.push(note('table-zones-differ', { file, ...zones }))
  if (zeros > 0) notes.push(note('positions-zero', { file, count: zeros }))
  if (without.count > 0) notes.push(noteOfPlaces('rows-without-position', file, without))
  return {
    file,
    name,
    features: { shapes: builder.build(), attributes: fields.rows },
    evenOdd: 'polygon',
    fieldTypes: fields.types,
    declared: isWgs84 ? { kind: 'system', system: wgs84 } : { kind: 'none' },
    encoding,
    encodingBy,
    readings,
    badPosition: 'leave-feature-out',
    openParts: [],
    featureNumbers: Uint32Array.from(body, (_, i) => i + 1),
    notes,
  }
}

function placeNote(file: string, names: readonly string[], place: PlacedBy, isWgs84: boolean): Note {
  if (place.kind === 'single') return note(`table-${place.columns.by}`, { file, column: names[place.columns.column]! })
  const { x, y } = place.columns
  return note(isWgs84 ? 'table-wgs84' : 'table-positions', { file, x: names[x]!, y: names[y]! })
}

const zoneNames = /^(utm|(utm[ _-]?)?zones?|zones?[ _-]?utm|fuseau|المنطقة|النطاق|نطاق|الشريحة)$/iu
const zoneValue = /^0?(?:[1-9]|[1-5]\d|60)\s*[c-hj-np-x]?$/iu

/** The column that names several zones of UTM, whose eastings belong to systems of their own; `null` where there is none. */
function differentZones(
  names: readonly string[],
  body: readonly (readonly string[])[],
): { readonly column: string; readonly zones: string } | null {
  for (const [i, name] of names.entries()) {
    if (!zoneNames.test(name.trim())) continue
    const values = body.map((row) => (row[i] ?? '').trim()).filter((value) => value !== '')
    if (!values.every((value) => zoneValue.test(value))) continue
    const zones = [...new Set(values.map((value) => Number.parseInt(value, 10)))].toSorted((a, b) => a - b)
    if (zones.length > 1) return { column: name, zones: zones.join(', ') }
  }
  return null
}

/** A guess is told with what else it could have been. */
function guessNote(file: string, names: readonly string[], { x, y, others }: GuessedColumns): Note {
  const named = (pair: readonly [number, number]): string => `${names[pair[0]]} / ${names[pair[1]]}`
  const values = { file, columns: named([x, y]), others: others.slice(0, 5).map(named).join(', ') || '–' }
  return note('table-columns-guessed', values)
}
