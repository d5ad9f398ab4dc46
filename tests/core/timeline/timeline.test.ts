import * as fc from 'fast-check'
import type { Feature } from 'geojson'
import { describe, expect, test } from 'vitest'
import { describeProblem } from '../../../core/result/problem.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { Study } from '../../../core/model/study.ts'
import { isChanged } from '../../../core/timeline/changed-cell.ts'
import { sinceAnnouncement } from '../../../core/timeline/since-announcement.ts'
import { timelineOf, type TimelineOptions } from '../../../core/timeline/timeline.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'
import type { Timeline } from '../../../core/timeline/timeline-answer.ts'

type Made = ReturnType<typeof made>
const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 10 })
const units = made([zone({}, box(0, 0, 5, 10))], { id: 'units', role: 'units' })

const control = (id: string, when: Partial<Layer>, ...sides: readonly [string, number, number][]): Made =>
  made(
    sides.map(([side, x, width]) => zone({ side }, box(x, 0, width, 10))),
    {
      id,
      name: 'control',
      role: 'control',
      classField: 'side',
      accuracyM: 10,
      ...when,
    },
  )
const march = control('march', { date: '2018-03-20' }, ['A', 0, 6], ['B', 6, 4])
const april = control('april', { date: '2018-04-21' }, ['A', 0, 3], ['B', 3, 6])
const damage = made([zone({}, box(0, 0, 10, 5))], {
  id: 'damage',
  role: 'damage',
  from: '2018-04-01',
  to: '2018-04-10',
  accuracyM: 10,
})
const record: Partial<Study> = {
  asOf: '2018-04-21',
  plan: { layer: 'plan', name: { en: 'Made plan' }, announced: '2018-03-26' },
  events: [
    { date: '2018-05-21', title: { en: 'End' }, kind: 'taken' },
    { date: '2018-03-25', title: { en: 'Eve' }, kind: 'other' },
  ],
}

function outcomeOf(layers: readonly Made[], options: TimelineOptions = {}, more: Partial<Study> = record) {
  const { study, features } = studyOf(layers, more)
  return timelineOf(study, features, options)
}
function timeline(...given: Parameters<typeof outcomeOf>): Timeline {
  const outcome = outcomeOf(...given)
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}
function refusal(...given: Parameters<typeof outcomeOf>): string {
  const outcome = outcomeOf(...given)
  if (outcome.ok) throw new Error('not refused')
  for (const language of ['en', 'ar'] as const)
    expect(describeProblem(language, outcome.problem)).not.toMatch(/\{\w+\}/)
  return outcome.problem.code
}
const total = (areas: readonly { readonly areaM2: number }[]): number =>
  areas.reduce((sum, { areaM2 }) => sum + areaM2, 0)
const codes = ({ notes }: Timeline): string[] => notes.map(({ code }) => code)

describe('the days of a timeline', () => {
  const line = timeline([plan, units, march, april, damage])

  test('are every snapshot, the announcement and the study’s day, with their distance', () => {
    expect(line.dates.map(({ date, marks, days }) => [date, marks, days])).toEqual([
      ['2018-03-20', ['snapshot'], -6],
      ['2018-03-26', ['announcement'], 0],
      ['2018-04-01', ['start'], 6],
      ['2018-04-10', ['snapshot'], 15],
      ['2018-04-11', ['end'], 16],
      ['2018-04-21', ['as-of', 'snapshot'], 26],
    ])
    expect(line.events.map(({ date, days }) => [date, days])).toEqual([
      ['2018-03-25', -1],
      ['2018-05-21', 56],
    ])
    const days = ['2018-03-20', '2018-03-25', '2018-03-26', '2018-03-27', '2018-04-21']
    expect([
      ...days.map((day) => sinceAnnouncement('2018-03-26', day, 'en')),
      sinceAnnouncement(undefined, '2018-03-20', 'en'),
    ]).toEqual([
      '6 days before the announcement',
      '1 day before the announcement',
      'on the day of the announcement',
      '1 day after the announcement',
      '26 days after the announcement',
      'day of the announcement not known',
    ])
  })

  test('say by what right a layer speaks of each', () => {
    const holds = line.dates.map(({ layers }) => layers.map(({ name, layer, holds }) => [name, layer, holds].join(' ')))
    expect(holds).toEqual([
      ['control march shown', 'damage  nothing'],
      ['control march last-known', 'damage  nothing'],
      ['control march last-known', 'damage damage stated'],
      ['control march last-known', 'damage damage stated'],
      ['control march last-known', 'damage  nothing'],
      ['control april shown', 'damage  nothing'],
    ])
    expect(codes(line)).toContain('series-last-known')
  })

  test('have the figures of a measurement on the same day, bit for bit, and add up to the plan', () => {
    const { study, features } = studyOf([plan, march, april, damage], record)
    for (const { date, layers, combinations, plan: whole, reconciliation } of line.dates) {
      const measured = measureStudy(study, features, { at: date })
      if (!measured.ok) throw new Error(measured.problem.code)
      expect(layers.map(({ holds: _holds, ...rest }) => rest)).toEqual(measured.value.layers)
      expect(combinations).toEqual(measured.value.combinations)
      expect(total(combinations)).toBeCloseTo(whole.areaM2, 4)
      expect(Math.abs(reconciliation.residualM2)).toBeLessThan(1e-4)
    }
  })

  test('carry intervals where draws are asked for', () => {
    const drawn = timeline([plan, march, april], { draws: 100, seed: 7 })
    const { study, features } = studyOf([plan, march, april], record)
    const measured = measureStudy(study, features, { at: '2018-04-21', draws: 100, seed: 7 })
    expect(measured.ok && measured.value.layers[0]?.classes).toEqual(drawn.dates.at(-1)?.layers[0]?.classes)
    expect(drawn.dates[0]?.layers[0]?.classes[0]?.low).toBeLessThan(drawn.dates[0]!.layers[0]!.classes[0]!.areaM2)
    expect(drawn.method.interval).toMatchObject({ draws: 100, seed: 7, leftOut: 0 })
    for (const { low, high, areaM2 } of drawn.changes[0]!.matrix)
      expect([low! < areaM2, areaM2 < high!]).toEqual([true, true])
    const changesOnly = timeline([plan, march, april], { draws: 100, seed: 7, only: 'changes' })
    expect([changesOnly.dates, changesOnly.changes, changesOnly.method]).toEqual([[], drawn.changes, drawn.method])
    expect(timeline([plan, march, april], { only: 'dates' })).toMatchObject({ changes: [], dates: { length: 3 } })
  })
})

describe('the change from one snapshot to the next', () => {
  const [change] = timeline([plan, march, april]).changes
  const hundredth = total(change!.matrix) / 100
  const inHundredths = (areaM2: number): number => Math.round((areaM2 / hundredth) * 1e3) / 1e3

  test('is a partition of the plan from class to class, null where not covered', () => {
    expect(change).toMatchObject({
      layer: 'control',
      from: '2018-03-20',
      to: '2018-04-21',
      fromLayer: 'march',
      toLayer: 'april',
    })
    expect(change!.matrix.map(({ from, to, areaM2 }) => [from, to, inHundredths(areaM2)])).toEqual(
      expect.arrayContaining([
        ['A', 'A', 30],
        ['A', 'B', 30],
        ['B', 'B', 30],
        ['B', null, 10],
      ]),
    )
    expect(change!.matrix).toHaveLength(4)
    expect(Math.abs(change!.reconciliation.residualM2)).toBeLessThan(1e-4)
  })

  test('gives gains, losses and what is unchanged, which add up to the class on both days', () => {
    expect(
      change!.classes.map((own) => [
        own.class,
        inHundredths(own.gainedM2),
        inHundredths(own.lostM2),
        inHundredths(own.unchangedM2),
      ]),
    ).toEqual([
      ['A', 0, 30, 30],
      ['B', 30, 10, 30],
    ])
    expect(inHundredths(change!.changedM2)).toBe(40)
    expect(change!.sliversM2).toBe(0)
  })

  test('turned round, gains are losses', () => {
    const swapped = timeline([
      plan,
      control('a', { date: '2018-03-20' }, ['A', 0, 3], ['B', 3, 6]),
      control('b', { date: '2018-04-21' }, ['A', 0, 6], ['B', 6, 4]),
    ])
    for (const own of swapped.changes[0]!.classes) {
      const before = change!.classes.find((each) => each.class === own.class)!
      expect(own.gainedM2).toBeCloseTo(before.lostM2, 4)
      expect(own.lostM2).toBeCloseTo(before.gainedM2, 4)
    }
  })

  test('between any two days on demand', () => {
    const chosen = timeline([plan, march, april, damage], { between: { from: '2018-03-26', to: '2018-04-30' } })
    expect(
      chosen.changes.map(({ layer, from, to, fromLayer, toLayer }) => [layer, from, to, fromLayer, toLayer]),
    ).toEqual([['control', '2018-03-26', '2018-04-30', 'march', 'april']])
  })

  test('of events with a radius between two days, not from snapshot to snapshot', () => {
    const place = (date: string, x: number): Feature => ({
      type: 'Feature',
      properties: { date },
      geometry: { type: 'Point', coordinates: [36.28 + x / 1000, 33.475] },
    })
    const strikes = made([place('2018-04-01', 2), place('2018-04-20', 8)], {
      id: 'strikes',
      role: 'shelling',
      geometryType: 'point',
      from: '2018-04-01',
      to: '2018-04-30',
      bufferM: 100,
      accuracyM: 10,
      events: {},
    })
    expect(timeline([plan, strikes]).changes).toEqual([])
    const [change] = timeline([plan, strikes], { between: { from: '2018-04-10', to: '2018-04-21' } }).changes
    const [own] = change!.classes
    expect(own!.gainedM2).toBeCloseTo(own!.unchangedM2, -1)
    expect([own!.lostM2, change!.sliversM2]).toEqual([0, 0])
  })
})

describe('slivers', () => {
  const redrawn = (accuracyM: number | undefined, ...sides: [string, number, number][]) =>
    control('april', { date: '2018-04-21', ...(accuracyM === undefined ? {} : { accuracyM }) }, ...sides)

  test('a line redrawn within its accuracy is kept apart from change', () => {
    const [change] = timeline([plan, march, redrawn(10, ['A', 0, 6.1], ['B', 6.1, 3.9])]).changes
    const cell = change!.matrix.find(({ from, to }) => from === 'B' && to === 'A')!
    expect(change!.sliverWidthM).toBeCloseTo(1.96 * Math.hypot(10, 10), 9)
    expect(cell.sliversM2).toBe(cell.areaM2)
    expect(change).toMatchObject({ sliversM2: cell.areaM2, changedM2: 0 })
    expect(change!.classes.map(({ sliversM2 }) => sliversM2)).toEqual([
      { gained: cell.areaM2, lost: 0 },
      { gained: 0, lost: cell.areaM2 },
    ])
  })

  test('each piece of ground is judged on its own: strips beside a real change stay slivers', () => {
    const step = zone(
      { side: 'A' },
      {
        type: 'Polygon',
        coordinates: [
          [
            [36.28, 33.47],
            [36.2861, 33.47],
            [36.2861, 33.474],
            [36.286, 33.474],
            [36.286, 33.476],
            [36.288, 33.476],
            [36.288, 33.48],
            [36.28, 33.48],
            [36.28, 33.47],
          ],
        ],
      },
    )
    const rest = zone(
      { side: 'B' },
      {
        type: 'Polygon',
        coordinates: [
          [
            [36.2861, 33.47],
            [36.29, 33.47],
            [36.29, 33.48],
            [36.288, 33.48],
            [36.288, 33.476],
            [36.286, 33.476],
            [36.286, 33.474],
            [36.2861, 33.474],
            [36.2861, 33.47],
          ],
        ],
      },
    )
    const next = made([step, rest], {
      id: 'april',
      name: 'control',
      role: 'control',
      classField: 'side',
      accuracyM: 10,
      date: '2018-04-21',
    })
    const [change] = timeline([plan, march, next]).changes
    const cell = change!.matrix.find(({ from, to }) => from === 'B' && to === 'A')!
    expect(cell.sliversM2! / cell.areaM2).toBeCloseTo(0.4 / 8.4, 4)
    expect(change!.changedM2 / cell.areaM2).toBeCloseTo(8 / 8.4, 4)
  })

  test('a plan that cuts a wide change down to a strip does not make noise of it', () => {
    const narrow = made([zone({}, box(0, 0, 6.1, 10))], { id: 'plan', role: 'plan', accuracyM: 10 })
    const [change] = timeline([narrow, march, redrawn(10, ['A', 0, 9], ['B', 9, 1])]).changes
    expect(change!.changedM2).toBeGreaterThan(1_000)
    expect(change!.sliversM2).toBe(0)
  })

  test('the same strip is a change where the lines are good to a metre, or a width says so', () => {
    const exact = [
      plan,
      control('march', { date: '2018-03-20', accuracyM: 1 }, ['A', 0, 6], ['B', 6, 4]),
      redrawn(1, ['A', 0, 6.1], ['B', 6.1, 3.9]),
    ]
    expect(timeline(exact).changes[0]).toMatchObject({ sliversM2: 0 })
    expect(timeline(exact).changes[0]!.changedM2).toBeGreaterThan(1_000)
    expect(timeline(exact, { sliverWidthM: 20 }).changes[0]).toMatchObject({ changedM2: 0, sliverWidthM: 20 })
  })

  test('ground that vanishes wholly is never taken for noise', () => {
    const [change] = timeline([
      plan,
      control('march', { date: '2018-03-20', accuracyM: 300 }, ['A', 0, 1], ['B', 1, 9]),
      redrawn(300, ['B', 0, 10]),
    ]).changes
    expect(change!.matrix.find(({ from }) => from === 'A')).toMatchObject({ to: 'B', sliversM2: 0 })
  })

  test('without an accuracy nothing is called a sliver, and a note says why', () => {
    const line = timeline([
      plan,
      march,
      made([zone({ side: 'A' }, box(0, 0, 6.1, 10))], {
        id: 'april',
        name: 'control',
        role: 'control',
        date: '2018-04-21',
        classField: 'side',
      }),
    ])
    expect(line.changes[0]).toMatchObject({ sliverWidthM: null, sliversM2: 0 })
    expect(codes(line)).toContain('change-width-missing')
  })
})

describe('what a series can be', () => {
  test('an interval ends: the day after it nothing is known', () => {
    const line = timeline([plan, control('held', { from: '2018-03-01', to: '2018-03-31' }, ['A', 0, 6])])
    expect(line.dates.map(({ date, layers }) => [date, layers[0]?.holds, layers[0]?.classes.length])).toEqual([
      ['2018-03-01', 'stated', 1],
      ['2018-03-26', 'stated', 1],
      ['2018-04-01', 'nothing', 0],
      ['2018-04-21', 'nothing', 0],
    ])
  })

  test('features with days of their own make the days of the series', () => {
    const dated = made(
      [
        zone({ a: '2018-01-01', b: '2018-01-31' }, box(0, 0, 5, 10)),
        zone({ a: '2018-02-01', b: null }, box(5, 0, 5, 10)),
        zone({ a: '1397-01-01', b: null }, box(9, 0, 1, 1)),
      ],
      { id: 'control', role: 'control', dateFields: { from: 'a', to: 'b' } },
    )
    const line = timeline([plan, dated])
    expect(line.dates.map(({ date }) => date)).toEqual(['2018-01-01', '2018-02-01', '2018-03-26', '2018-04-21'])
    expect(line.changes.map(({ from, to, matrix }) => [from, to, matrix.length])).toEqual([
      ['2018-01-01', '2018-02-01', 2],
    ])
    expect(codes(line).filter((code) => code === 'feature-dates-other-calendar')).toHaveLength(1)
  })

  test('several snapshots of one day: the last loaded holds, with a note', () => {
    const line = timeline([plan, march, control('again', { from: '2018-03-20' }, ['B', 0, 10])])
    expect(line.dates[0]?.layers[0]?.layer).toBe('again')
    expect(line.changes).toEqual([])
    expect(codes(line)).toContain('snapshots-one-day')
  })

  test('nothing to measure, and no announcement, are notes', () => {
    const line = timeline([plan], {}, {})
    expect([line.dates, line.changes]).toEqual([[], []])
    expect(codes(line)).toEqual(expect.arrayContaining(['timeline-empty', 'announcement-missing']))
    const undated = timeline([plan, made([zone({}, box(0, 0, 5, 5))], { id: 'c', role: 'control' })])
    expect(undated.dates[0]?.layers[0]).toMatchObject({ holds: 'undated', date: null })
    expect(codes(undated)).toContain('layer-undated-holds')
  })

  test('a plan of another place is refused, a layer that does not reach the plan is named', () => {
    const at = (lon: number) =>
      made(
        [
          zone(
            {},
            {
              type: 'Polygon',
              coordinates: [
                [
                  [lon, 33.47],
                  [lon + 0.01, 33.47],
                  [lon + 0.01, 33.48],
                  [lon, 33.48],
                  [lon, 33.47],
                ],
              ],
            },
          ),
        ],
        { id: `at${lon * 10}`, role: 'control', date: '2018-03-20' },
      )
    expect(refusal([plan, at(44)])).toBe('plan-elsewhere')
    const beside = timeline([plan, march, at(44)])
    expect(beside.notes.find(({ code }) => code === 'layer-elsewhere')?.values).toMatchObject({
      layer: 'at440',
      plan: 'plan',
    })
    expect(codes(timeline([plan, at(36.5)]))).toContain('layer-elsewhere')
    expect(codes(timeline([plan, march]))).not.toContain('layer-elsewhere')
  })

  test('is refused in words', () => {
    expect(refusal([plan, march, control('undated', {}, ['A', 0, 1])])).toBe('series-undated')
    expect(refusal([plan, control('hijri', { date: '1439-07-09' }, ['A', 0, 1])])).toBe('date-other-calendar')
    expect(refusal([march, april])).toBe('plan-missing')
    expect(refusal([plan, march], { between: { from: '2018-04-02', to: '2018-04-01' } })).toBe('window-reversed')
  })
})

describe('the sums', () => {
  test('reconcile on every day and in every change, whatever was drawn', () => {
    const side = fc.constantFrom('A', 'B', 'C')
    const rectangle = fc.tuple(
      side,
      fc.integer({ min: -3, max: 9 }),
      fc.integer({ min: -3, max: 9 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 8 }),
    )
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        days,
        fc.array(fc.array(rectangle, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 200 }),
        (march2018, drawings, accuracyM) => {
          const snapshots = march2018.map((day, i) =>
            made(
              drawings[i]!.map(([own, x, y, width, height]) => zone({ side: own }, box(x, y, width, height))),
              {
                id: `day${day}`,
                name: 'control',
                role: 'control',
                classField: 'side',
                accuracyM,
                date: `2018-03-${String(day).padStart(2, '0')}`,
              },
            ),
          )
          const { dates, changes } = timeline([plan, damage, ...snapshots])
          for (const { plan: whole, combinations, layers } of dates) {
            expect(total(combinations)).toBeCloseTo(whole.areaM2, 3)
            for (const { classes, multipleM2, uncoveredM2 } of layers.filter(({ layer }) => layer !== null)) {
              const covered = total(classes) + uncoveredM2 - whole.areaM2
              expect(covered).toBeGreaterThan(multipleM2 - 1e-3)
            }
          }
          for (const { matrix, classes, changedM2, sliversM2, from, to } of changes) {
            const areaOn = (date: string, name: string | null): number =>
              dates
                .find((day) => day.date === date)!
                .layers.find((layer) => layer.name === 'control')!
                .classes.find((own) => own.class === name)?.areaM2 ?? 0
            expect(total(matrix)).toBeCloseTo(dates[0]!.plan.areaM2, 3)
            expect(changedM2 + sliversM2).toBeCloseTo(total(matrix.filter(isChanged)), 3)
            for (const own of classes) {
              expect(areaOn(from, own.class) + own.gainedM2 - own.lostM2).toBeCloseTo(areaOn(to, own.class), 3)
              expect(own.sliversM2.gained).toBeLessThanOrEqual(own.gainedM2 + 1e-6)
              expect(own.sliversM2.lost).toBeLessThanOrEqual(own.lostM2 + 1e-6)
            }
          }
        },
      ),
      { numRuns: 40, seed: 20180421 },
    )
  })
})
