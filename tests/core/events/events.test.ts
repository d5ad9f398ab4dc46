import type { Feature } from 'geojson'
import { describe, expect, test } from 'vitest'
import { chosenEvents, type EventChoice } from '../../../core/measure/chosen-events.ts'
import { recogniseEvents } from '../../../core/measure/event-columns.ts'
import { eventNotes, eventZones } from '../../../core/measure/event-zones.ts'
import { eventsOf, type EventRule } from '../../../core/measure/listed-events.ts'
import { eventsByUnit } from '../../../core/events/events-by-unit.ts'
import { cellAt, countByCell, gridNear } from '../../../core/measure/grid.ts'
import { placedEvents } from '../../../core/measure/placed-events.ts'
import { neighbouringRules, zoneSensitivity } from '../../../core/measure/zone-sensitivity.ts'
import { lineLengthM } from '../../../core/geometry/line-length.ts'
import { box, made, zone } from '../measure/fixture.ts'

type Row = Record<string, string | number | null>
const at = (x: number, y: number, properties: Row): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [36.28 + x / 1000, 33.47 + y / 1000] },
})
const list = (...events: Feature[]) => made(events, { id: 'events', role: 'shelling', geometryType: 'point' }).features
const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' }).features
const circle: EventRule = { by: 'radius', radiusM: 100 }

function leftOut(features: ReturnType<typeof list>, choice: EventChoice = {}) {
  const zones = eventZones(features, circle, choice)
  if (!zones.ok) throw new Error(zones.problem.code)
  return [zones.value.events.length, ...zones.value.leftOut.map(({ reason, count }) => `${reason} ${count}`)]
}

describe('the columns of an event list', () => {
  test.each([
    ['Airwars', ['code', 'date', 'date_end', 'strike_type_original'], 'date', 'date_end'],
    ['ACLED', ['event_id_cnty', 'EVENT_DATE', 'time_precision', 'geo_precision'], 'EVENT_DATE', undefined],
    ['UCDP', ['id', 'date_start', 'date_end', 'where_prec'], 'date_start', 'date_end'],
    ['dated', ['Date', 'type'], 'Date', undefined],
  ])('%s', (kind, fields, from, to) =>
    expect(recogniseEvents(fields)).toMatchObject({ kind, from, ...(to ? { to } : {}) }),
  )
  test('none of them a date', () => expect(recogniseEvents(['id', 'year'])).toBeNull())

  test('precision codes as the codebooks have them', () => {
    const acled = recogniseEvents(['event_date', 'geo_precision', 'time_precision'])!
    expect([1, '2', 3].map((code) => [acled.placeLevel(code), acled.dateSlack(code)])).toEqual([
      ['town', 0],
      ['area', 6],
      ['area', 'month'],
    ])
    const ucdp = recogniseEvents(['date_start', 'where_prec'])!
    expect([1, 2, 3, 6].map(ucdp.placeLevel)).toEqual(['site', 'town', 'area', 'area'])
  })
})

describe('days of a column', () => {
  const columns = recogniseEvents(['date'])
  const read = (values: readonly (string | number)[], order?: 'dmy') => {
    const placed = placedEvents(list(...values.map((date) => at(1, 1, { date }))), columns, order)
    return placed.ok ? placed.value.events.map(({ days }) => days && days.from) : placed.problem.code
  }
  test('day and month by the column as a whole, or as asked; else it is refused', () => {
    expect(read(['05/04/2018', '20/04/2018'])).toEqual(['2018-04-05', '2018-04-20'])
    expect(read(['05/04/2018', '06/04/2018'])).toBe('dates-day-or-month')
    expect(read(['20/04/2018', '04/20/2018', '05/04/2018'])).toBe('dates-day-or-month')
    expect(read(['05/04/2018', '06/04/2018'], 'dmy')).toEqual(['2018-04-05', '2018-04-06'])
  })
  test('what is no day of an event', () => {
    expect(read(['20 April 2018', '', 'spring', '1970-01-01', '9999-12-31', '1899-12-30', '2018-02-30'])).toEqual([
      '2018-04-20',
      null,
      ...Array<undefined>(5).fill(undefined),
    ])
  })
  test('numbers, months and Hijri days with a note that says how they were read', () => {
    const found = eventsOf(list(...[43211, '2018-04', '1439-08-05'].map((date) => at(1, 1, { date }))), null, {})
    if (!found.ok) throw new Error(found.problem.code)
    expect(found.value.all.map(({ days }) => days)).toEqual([
      { from: '2018-04-21', to: '2018-04-21' },
      { from: '2018-04-01', to: '2018-04-30' },
      { from: '2018-04-21', to: '2018-04-21' },
    ])
    const reported = eventNotes('strikes', null, found.value.chosen, 3, 3, found.value.read)
    expect(reported.map(({ code }) => code).filter((code) => code.startsWith('dates-read'))).toEqual([
      'dates-read-serial',
      'dates-read-partial',
      'dates-read-hijri',
    ])
  })
})

describe('events that take part', () => {
  test('within the days asked for; every other one is counted with its reason', () => {
    const events = list(
      at(1, 1, { date: '2018-04-20' }),
      at(2, 2, { date: '2018-04-25', date_end: '2018-05-05' }),
      at(3, 3, { date: '2018-06-01' }),
      at(4, 4, { date: '' }),
      at(5, 5, { date: '1970-01-01' }),
      at(6, 6, { date: '1397-02-01' }),
      at(7, 7, { date: 'spring' }),
      { type: 'Feature', properties: { date: '2018-04-20' }, geometry: null as never },
    )
    expect(leftOut(events, { window: { from: '2018-04-01', to: '2018-04-30' } })).toEqual([
      1,
      'no-position 1',
      'no-date 1',
      'date-unusable 3',
      'date-uncertain 1',
      'outside-window 1',
    ])
    expect(leftOut(events)).toEqual([7, 'no-position 1'])
  })

  test('not where several share one position, whatever the days asked for', () => {
    const events = list(
      ...['19', '20', '21'].map((day) => at(5, 5, { date: `2018-04-${day}` })),
      at(1, 1, { date: '2018-04-20' }),
      at(1, 1, { date: '2018-04-21' }),
    )
    const window = { from: '2018-04-20', to: '2018-04-30' }
    expect(leftOut(events, { window })).toEqual([2, 'outside-window 1', 'shared-position 2'])
    expect(leftOut(events, { window, coarsest: 'town' })).toEqual([4, 'outside-window 1'])
    expect(leftOut(events, { window, sharedFrom: 2 })).toEqual([0, 'outside-window 1', 'shared-position 4'])
  })

  test('not where the list itself calls the place coarse, or the day', () => {
    const ucdp = list(
      at(1, 1, { date_start: '2018-04-20', where_prec: 1 }),
      at(2, 2, { date_start: '2018-04-20', where_prec: 2 }),
      at(3, 3, { date_start: '2018-04-20', where_prec: 4 }),
    )
    expect(leftOut(ucdp)).toEqual([1, 'coarse-place 2'])
    expect(leftOut(ucdp, { coarsest: 'town' })).toEqual([2, 'coarse-place 1'])
    const acled = list(
      ...[1, 2, 3].map((precision, i) =>
        at(i, i, { event_date: '2018-04-02', time_precision: precision, geo_precision: 1 }),
      ),
    )
    expect(leftOut(acled, { coarsest: 'area', window: { from: '2018-04-01', to: '2018-04-30' } })).toEqual([
      2,
      'date-uncertain 1',
    ])
  })

  test('are refused where days are asked for that end before they begin, or no column is a date', () => {
    expect(
      eventZones(list(at(1, 1, { date: '2018-04-20' })), circle, { window: { from: '2018-05-01', to: '2018-04-01' } }),
    ).toMatchObject({ problem: { code: 'window-reversed' } })
    expect(eventZones(list(at(1, 1, { year: 2018 })), circle, { window: { to: '2018-04-01' } })).toMatchObject({
      problem: { code: 'events-without-date' },
    })
    const lines = made(
      [
        {
          type: 'Feature',
          properties: {},
          geometry: {
            type: 'LineString',
            coordinates: [
              [36.28, 33.47],
              [36.29, 33.47],
            ],
          },
        },
      ],
      { id: 'l', role: 'shelling', geometryType: 'line' },
    )
    expect(eventZones(lines.features, { by: 'grid', cellM: 100, least: 1 })).toMatchObject({
      problem: { code: 'grid-needs-points' },
    })
    expect(chosenEvents([], {})).toEqual({ ok: true, value: { events: [], leftOut: [] } })
  })
})

describe('zones', () => {
  const events = list(
    at(5, 5, { date: '2018-04-20' }),
    at(5.1, 5.1, { date: '2018-04-20' }),
    at(3, 7.5, { date: '2018-04-20' }),
  )

  test('by radius: the area of the circles, and of other radii beside it', () => {
    const areas = zoneSensitivity(plan.shapes, list(at(5, 5, {})), neighbouringRules(circle))
    expect(
      areas.ok &&
        areas.value.map(({ rule, events, areaM2 }) => [rule.by === 'radius' && rule.radiusM, events, areaM2 / Math.PI]),
    ).toEqual([50, 100, 200].map((radiusM) => [radiusM, 1, expect.closeTo(radiusM ** 2, -1)]))
  })

  test('by cells that hold enough events, whichever days are chosen', () => {
    const zones = (least: number) => eventZones(events, { by: 'grid', cellM: 500, least })
    const [one, two] = [zones(1), zones(2)]
    expect(one.ok && one.value.zones.attributes).toEqual([{ events: 2 }, { events: 1 }])
    expect(two.ok && two.value.zones.attributes).toEqual([{ events: 2 }])
    const areas = zoneSensitivity(plan.shapes, events, neighbouringRules({ by: 'grid', cellM: 200, least: 1 }))
    expect(areas.ok && areas.value.map(({ rule }) => rule)).toEqual([
      { by: 'grid', cellM: 100, least: 1 },
      { by: 'grid', cellM: 200, least: 1 },
      { by: 'grid', cellM: 400, least: 1 },
      { by: 'grid', cellM: 200, least: 2 },
    ])
    // The grid is made for 33.5 degrees north, 0.03 degrees from here.
    expect(areas.ok && Math.abs(areas.value[1]!.areaM2 / 80_000 - 1)).toBeLessThan(2e-3)
  })

  test('cells are as wide as they say and partition the events', () => {
    const grid = gridNear(33.47, 500)
    const [column, row] = cellAt(grid, 36.28, 33.47)
    const width = lineLengthM(Float64Array.of(column * grid.lonStep, 33.5, (column + 1) * grid.lonStep, 33.5), 0, 2)
    expect([width, row]).toEqual([expect.closeTo(500, 0), Math.floor(33.47 / grid.latStep)])
    expect(
      countByCell(grid, [
        [36.28, 33.47],
        [36.28, 33.47],
        [36.3, 33.4],
      ]).map(({ count }) => count),
    ).toEqual([1, 2])
  })

  test('say by which rule and from which events they are made', () => {
    const made = eventZones(list(at(1, 1, {}), at(2, 2, {}), at(2, 2, {}), at(2, 2, {})), circle)
    expect(
      made.ok &&
        eventNotes('strikes', circle, made.value, 4).map(({ code, values }) => [
          code,
          values['count'] ?? values['events'],
        ]),
    ).toEqual([
      ['events-by-radius', 1],
      ['event-shared-position', 3],
    ])
  })
})

test('events by unit add up, and those outside stand apart', () => {
  const units = made([zone({}, box(0, 0, 5, 10)), zone({}, box(5, 0, 5, 10))], { id: 'units', role: 'units' }).features
  const placed = placedEvents(list(at(1, 1, {}), at(6, 1, {}), at(7, 1, {}), at(20, 1, {})), null)
  expect(placed.ok && eventsByUnit(units, ['N1', 'N2'], placed.value.events)).toEqual([
    { id: 'N1', count: 1 },
    { id: 'N2', count: 2 },
    { id: null, count: 1 },
  ])
})
