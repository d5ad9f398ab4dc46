import { recognisePrj } from '../crs/recognise.ts'
import type { CoordinateSystem } from '../crs/system.ts'
import { systemByCode } from '../crs/systems.ts'
import { operationAt, toOwnDatum, toWgs84 } from '../crs/to-wgs84.ts'
import { note, type Note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { schemaFault } from '../result/schema-fault.ts'
import { controlPointsSchema, type ControlPoint } from '../model/picture-record.ts'

export type ReadPoints = { readonly points: readonly ControlPoint[]; readonly notes: readonly Note[] }

const csvColumns = ['x', 'y', 'lon', 'lat'] as const
const nowhere = [NaN, NaN] as const
/** Of QGIS, in the same order; before version 3.26 the picture's were called after pixels. */
const qgisColumns = [
  ['sourceX', 'sourceY', 'mapX', 'mapY'],
  ['pixelX', 'pixelY', 'mapX', 'mapY'],
] as const

/**
 * Control points as text: CSV with the columns x, y (pixels from the outer corner of the top left one, y down), lon and lat,
 * or a `.points` file of QGIS, whose first line names the system of the map's coordinates and whose sourceY is negative
 * downwards. Points that QGIS has switched off are left out with a note. `file` names it in problems.
 */
export function readPoints(file: string, text: string): Outcome<ReadPoints> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const head = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'))
  const separator = [';', '\t', ','].find((each) => lines[head]?.includes(each)) ?? ','
  const cellsOf = (line: string): string[] => line.split(separator).map((cell) => cell.trim().replaceAll('"', ''))
  const names = cellsOf(lines[head] ?? '')
  const qgis = qgisColumns.find((columns) => columns.every((name) => names.includes(name)))
  const columns = qgis ?? csvColumns
  const places = columns.map((name) => names.indexOf(name))
  if (places.includes(-1)) return refused(problem('points-without-columns', { file }))
  const system = qgis ? systemOf(file, lines.slice(0, head)) : done(null)
  if (!system.ok) return system
  const isOn = names.indexOf('enable')
  const points: ControlPoint[] = []
  let off = 0
  for (const [k, line] of lines.slice(head + 1).entries()) {
    if (line.trim() === '') continue
    const cells = cellsOf(line)
    if (qgis && isOn >= 0 && cells[isOn] === '0') {
      off++
      continue
    }
    const numbers = places.map((place) => (/\d/.test(cells[place] ?? '') ? Number(cells[place]) : NaN))
    const unread = numbers.findIndex((number) => !Number.isFinite(number))
    if (unread >= 0)
      return refused(
        problem('points-value-unreadable', {
          file,
          line: head + k + 2,
          column: columns[unread]!,
          value: cells[places[unread]!] ?? '',
        }),
      )
    const [x, y, east, north] = numbers as [number, number, number, number]
    const place = system.value === null ? ([east, north] as const) : placeOf(system.value, east, north)
    const [lon, lat] = place ?? nowhere
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 85))
      return refused(problem('point-not-on-earth', { file, line: head + k + 2, lon: east, lat: north }))
    points.push({ x, y: qgis ? -y : y, lon, lat })
  }
  const checked = controlPointsSchema.safeParse(points)
  if (!checked.success) {
    const { where, value, reason } = schemaFault(checked.error, points, 'points')
    return refused(problem('points-invalid', { file, where, value, reason }))
  }
  return done({ points, notes: off > 0 ? [note('points-switched-off', { file, count: off })] : [] })
}

function systemOf(file: string, comments: readonly string[]): Outcome<CoordinateSystem> {
  const text = comments.flatMap((line) => /^#\s*CRS:\s*(.*)$/i.exec(line)?.[1] ?? [])[0]?.trim()
  if (text === undefined || text === '') return refused(problem('points-without-system', { file }))
  const coded = systemByCode(text)
  if (coded) return done(coded)
  const recognised = recognisePrj(text)
  return recognised.kind === 'known'
    ? done(recognised.system)
    : refused(problem('points-system-unknown', { file, value: text.slice(0, 80) }))
}

function placeOf(system: CoordinateSystem, east: number, north: number): readonly [number, number] | null {
  const own = toOwnDatum(system)(east, north)
  return own ? toWgs84(system, operationAt(system, ...own))(east, north) : null
}
