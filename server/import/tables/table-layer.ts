import { wgs84 } from '../../../core/crs/systems.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { guessedColumns, type GuessedColumns } from './guessed-columns.ts'
import type { NamedPositions } from '../record/imported.ts'
import { addPlace, noPlaces, noteOfPlaces } from '../record/places.ts'
import { coordinateOf, positionColumns } from './position-columns.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import { shapesBuilder } from '../record/shapes-builder.ts'
import { typedColumns } from '../record/typed-columns.ts'

/** A table as it stands: its first row names the columns. */
export type Table = {
  readonly file: string
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly encoding: string | null
  readonly readings: RawLayer['readings']
  readonly notes: readonly Note[]
  /** The columns of positions, where somebody says which. */
  readonly positions: NamedPositions | undefined
}

const isTag = (cell: string): boolean => cell === '' || /^#[a-z]\w*(?:\s*\+\s*\w+)*$/i.test(cell)
const isTagRow = (row: readonly string[] | undefined): boolean =>
  row !== undefined && row.some((cell) => cell.startsWith('#')) && row.every((cell) => isTag(cell.trim()))

/**
 * The points of a table whose columns say where its rows lie. Longitude and latitude are taken as WGS 84, with a note;
 * of other numbers nobody says the system. Rows without a position stay as features without geometry.
 */
export function layerOfTable({
  file,
  name,
  rows,
  encoding,
  readings,
  notes: said,
  positions,
}: Table): Outcome<RawLayer> {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const [head = [], second] = filled
  const tags = isTagRow(second) ? second! : []
  const body = filled.slice(tags.length > 0 ? 2 : 1)
  const names = distinctNames(head)
  const numbersIn = (column: number): number => body.filter((row) => coordinateOf(row[column] ?? '') !== null).length
  const absent = positions && [positions.x, positions.y].find((field) => !names.includes(field))
  if (absent !== undefined) return refused(problem('field-absent', { file, field: absent, fields: names.join(', ') }))
  const asked = positions ? { x: names.indexOf(positions.x), y: names.indexOf(positions.y), isLonLat: true } : null
  const named = asked ?? positionColumns(names, tags, numbersIn)
  const guessed = named ? null : guessedColumns(names.length, body, coordinateOf)
  const columns = named ?? guessed
  if (!columns) return refused(problem('table-without-position', { file, columns: names.slice(0, 30).join(', ') }))

  const builder = shapesBuilder('point')
  const without = noPlaces()
  let zeros = 0
  let farthest = 0
  for (const [feature, row] of body.entries()) {
    const x = coordinateOf(row[columns.x] ?? '')
    const y = coordinateOf(row[columns.y] ?? '')
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
  const isWgs84 = columns.isLonLat && farthest <= 180
  const decimalComma = usesCommas(body)
  const longRows = body.filter((row) => row.length > names.length).length
  const fields = typedColumns(
    body.map((row) => Object.fromEntries(names.map((each, i) => [each, (row[i] ?? '').trim()]))),
    decimalComma,
  )
  const at = { file, x: names[columns.x]!, y: names[columns.y]! }
  const notes: Note[] = [...said, note(isWgs84 ? 'table-wgs84' : 'table-positions', at)]
  if (guessed) notes.push(guessNote(file, names, guessed))
  if (tags.length > 0) notes.push(note('table-hxl', { file }))
  if (decimalComma) notes.push(note('decimal-commas', { file }))
  if (longRows > 0) notes.push(note('rows-too-long', { file, count: longRows }))
  if (zeros > 0) notes.push(note('positions-zero', { file, count: zeros }))
  if (without.count > 0) notes.push(noteOfPlaces('rows-without-position', file, without))
  return done({
    file,
    name,
    features: { shapes: builder.build(), attributes: fields.rows },
    evenOdd: 'polygon',
    fieldTypes: fields.types,
    declared: isWgs84 ? { kind: 'system', system: wgs84 } : { kind: 'none' },
    encoding,
    readings,
    badPosition: 'leave-feature-out',
    openParts: [],
    featureNumbers: Uint32Array.from(body, (_, i) => i + 1),
    notes,
  })
}

/** A guess is told with what else it could have been. */
function guessNote(file: string, names: readonly string[], { x, y, others }: GuessedColumns): Note {
  const named = (pair: readonly [number, number]): string => `${names[pair[0]]} / ${names[pair[1]]}`
  const values = { file, columns: named([x, y]), others: others.slice(0, 5).map(named).join(', ') || '–' }
  return note('table-columns-guessed', values)
}

function distinctNames(head: readonly string[]): readonly string[] {
  const used = new Map<string, number>()
  return head.map((cell, i) => {
    const name = cell.trim() || `column ${i + 1}`
    const count = (used.get(name) ?? 0) + 1
    used.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** Whether more cells are numbers with a decimal comma than with a point. */
function usesCommas(rows: readonly (readonly string[])[]): boolean {
  let commas = 0
  let points = 0
  for (const row of rows.slice(0, 1_000)) {
    for (const cell of row) {
      if (/^\s*[-+]?\d+,\d+\s*$/.test(cell)) commas++
      else if (/^\s*[-+]?\d+\.\d+\s*$/.test(cell)) points++
    }
  }
  return commas > points
}
