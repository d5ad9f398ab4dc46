import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { guessedColumns, type GuessedColumns } from './guessed-columns.ts'
import type { NamedPositions } from '../record/imported.ts'
import { coordinateOf, positionColumns, type PositionColumns } from './position-columns.ts'
import { geometryColumn, type GeometryForm } from './geometry-column.ts'
import { geometryLayers } from './geometry-layers.ts'
import { headings, widestHeading, type HeadedTable } from './header-row.ts'
import { pointLayer } from './point-layer.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import { numberNotes, typedColumns } from '../record/typed-columns.ts'
import { singleColumn, type SingleColumn } from './single-column.ts'

/** A table as it stands: one of its first rows names the columns. */
export type Table = {
  readonly file: string
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly encoding: string | null
  readonly encodingBy?: RawLayer['encodingBy']
  readonly readings: RawLayer['readings']
  readonly notes: readonly Note[]
  /** The columns of positions, where somebody says which. */
  readonly positions: NamedPositions | undefined
}

/** The rows of a table and what says where they lie. */
export type PlacedTable = Pick<Table, 'file' | 'name' | 'encoding' | 'encodingBy' | 'readings' | 'notes'> & {
  readonly names: readonly string[]
  readonly body: readonly (readonly string[])[]
  readonly fields: Pick<ReturnType<typeof typedColumns>, 'rows' | 'types'>
}

type Place =
  | { readonly kind: 'columns'; readonly columns: PositionColumns; readonly guessed: GuessedColumns | null }
  | { readonly kind: 'geometry'; readonly columns: GeometryForm }
  | { readonly kind: 'single'; readonly columns: SingleColumn }

type Found = HeadedTable & { readonly tags: readonly string[]; readonly place: Place }

const isTag = (cell: string): boolean => cell === '' || /^#[a-z]\w*(?:\s*\+\s*\w+)*$/i.test(cell)
const isTagRow = (row: readonly string[] | undefined): boolean =>
  row !== undefined && row.some((cell) => cell.startsWith('#')) && row.every((cell) => isTag(cell.trim()))

/**
 * The layers of a table whose columns say where its rows lie: as geometry, as longitude and latitude, taken as WGS 84, or as
 * other numbers, of which nobody says the system. Rows without a position stay as features without geometry. What stands
 * above the names of the columns is passed over, with a note.
 */
export function layersOfTable(table: Table): Outcome<readonly RawLayer[]> {
  const { file, rows, positions } = table
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const found = positions ? requested(file, filled, positions) : done(placed(filled))
  if (!found.ok) return found
  if (found.value === null) {
    const names = widestHeading(filled)?.names ?? []
    return refused(problem('table-without-position', { file, columns: names.slice(0, 30).join(', ') }))
  }
  const { names, before, body, tags, place } = found.value
  const decimalComma = usesCommas(body, place)
  const fields = typedColumns(
    body.map((row) => Object.fromEntries(names.map((each, i) => [each, (row[i] ?? '').trim()]))),
    decimalComma,
  )
  const longRows = body.filter((row) => row.length > names.length).length
  const notes: Note[] = [...table.notes]
  if (before > 0) notes.push(note('table-preamble', { file, count: before, columns: names.slice(0, 12).join(', ') }))
  if (tags.length > 0) notes.push(note('table-hxl', { file }))
  if (decimalComma) notes.push(note('decimal-commas', { file }))
  notes.push(...numberNotes(file, fields.reported))
  if (longRows > 0) notes.push(note('rows-too-long', { file, count: longRows }))
  const given: PlacedTable = { ...table, notes, names, body, fields }
  return place.kind === 'geometry' ? done(geometryLayers(given, place.columns)) : done([pointLayer(given, place)])
}

/** The columns that somebody names, under the first row that names them. */
function requested(
  file: string,
  rows: readonly (readonly string[])[],
  positions: NamedPositions,
): Outcome<Found | null> {
  for (const heading of headings(rows)) {
    const [x, y] = [heading.names.indexOf(positions.x), heading.names.indexOf(positions.y)]
    if (x < 0 || y < 0) continue
    return done({ ...withTags(heading), place: { kind: 'columns', columns: { x, y, isLonLat: true }, guessed: null } })
  }
  const names = widestHeading(rows)?.names ?? []
  const absent = names.includes(positions.x) ? positions.y : positions.x
  return refused(problem('field-absent', { file, field: absent, fields: names.join(', ') }))
}

function withTags(heading: HeadedTable): HeadedTable & { readonly tags: readonly string[] } {
  const [second] = heading.body
  return isTagRow(second) ? { ...heading, tags: second!, body: heading.body.slice(1) } : { ...heading, tags: [] }
}

/** Geometry before names, names before what the values alone suggest; columns of positions before geometry of points. */
function placed(rows: readonly (readonly string[])[]): Found | null {
  for (const heading of headings(rows)) {
    const table = withTags(heading)
    const { names, body, tags } = table
    const numbersIn = (column: number): number => body.filter((row) => coordinateOf(row[column] ?? '') !== null).length
    const columns = positionColumns(names, tags, numbersIn)
    const geometry = heading.before === 0 || columns ? geometryColumn(names.length, body) : null
    if (geometry && !(columns && isOfPoints(geometry, body)))
      return { ...table, place: { kind: 'geometry', columns: geometry } }
    if (columns) return { ...table, place: { kind: 'columns', columns, guessed: null } }
  }
  const widest = widestHeading(rows)
  if (!widest) return null
  const table = withTags(widest)
  const { names, body } = table
  const geometry = geometryColumn(names.length, body)
  if (geometry) return { ...table, place: { kind: 'geometry', columns: geometry } }
  const single = singleColumn(names, body)
  if (single) return { ...table, place: { kind: 'single', columns: single } }
  const guessed = guessedColumns(names.length, body, coordinateOf)
  return guessed && { ...table, place: { kind: 'columns', columns: guessed, guessed } }
}

const isOfPoints = ({ column }: GeometryForm, body: readonly (readonly string[])[]): boolean =>
  body.every((row) => /^\s*$|POINT|"Point"|^(?:\\x|0x)?0[01](?:01|0000?0001)/i.test(row[column] ?? ''))

/** Whether more cells are numbers with a decimal comma than with a point; "1,234" may be of either kind. */
function usesCommas(rows: readonly (readonly string[])[], place: Place): boolean {
  const positions = place.kind === 'columns' ? [place.columns.x, place.columns.y] : []
  let commas = 0
  let points = 0
  for (const row of rows.slice(0, 1_000)) {
    for (const [column, cell] of row.entries()) {
      const isDegree = positions.includes(column) && coordinateOf(cell) === Number(cell.replace(',', '.'))
      const isCertain = isDegree || !/^\s*[-+]?\d{1,3},\d{3}\s*$/.test(cell)
      if (isCertain && /^\s*[-+]?\d+,\d+\s*$/.test(cell)) commas++
      else if (/^\s*[-+]?\d+\.\d+\s*$/.test(cell)) points++
    }
  }
  return commas > points
}
