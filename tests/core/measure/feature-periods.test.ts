import { describe, expect, test } from 'vitest'
import { featurePeriods } from '../../../core/measure/feature-periods.ts'
import { prepareLayer } from '../../../core/measure/measured-layer.ts'
import { changeLayer } from '../../../core/layers/build-layer.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { featureAreasM2 } from '../../../core/geometry-check/feature-areas.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { box, made, studyOf, zone } from './fixture.ts'

type Ends = readonly [from: string | number | null, to: string | number | null]

const periodsOf = (ends: readonly Ends[], dateOrder?: 'dmy' | 'mdy') =>
  featurePeriods(
    { name: 'z', dateFields: { from: 'from', to: 'to' }, dateOrder },
    ends.map(([from, to]) => ({ from, to })),
  )!
const shown = (ends: readonly Ends[], dateOrder?: 'dmy') =>
  periodsOf(ends, dateOrder).periods.map((period) => period && `${period.from ?? ''}/${period.to ?? ''}`)
const codes = (ends: readonly Ends[]) => periodsOf(ends).notes.map(({ code }) => code)

test('features that hold since a day, in a layer without last days, are told of on later days', () => {
  const reported = (dateFields: { from?: string; to?: string }, at: string | null) => {
    const layer = made([zone({ a: '2011-05-01', b: '' }, box(0, 0, 5, 5)), zone({ a: '2019' }, box(5, 0, 5, 5))], {
      id: 'c',
      role: 'control',
      dateFields,
    })
    const prepared = prepareLayer(layer.layer, layer.features, at, [])
    if (!prepared.ok) throw new Error(prepared.problem.code)
    return prepared.value.notes.filter(({ code }) => code === 'features-without-end')
  }
  expect(reported({ from: 'a' }, '2018-04-21')).toMatchObject([
    { layer: 'c', values: { count: 1, date: '2011-05-01', at: '2018-04-21' } },
  ])
  expect(reported({ from: 'a' }, '2018-04-21')[0]!.message).toContain(
    'is 2011-05-01, 6 years 11 months before 2018-04-21.',
  )
  expect(reported({ from: 'a' }, '2011-05-01')).toEqual([])
  expect(reported({ from: 'a', to: 'b' }, '2018-04-21')).toEqual([])
  expect(reported({ from: 'a' }, null)).toEqual([])
})

describe('the days of features', () => {
  test('ends of 9999-12-31 and 0001-01-01 are open', () => {
    const ends: Ends[] = [
      ['2018-04-01', '9999-12-31'],
      ['0001-01-01', '2018-04-20'],
      ['2018-04-01', '0001-01-01'],
      ['2018-04-01', '1970-01-01'],
      ['9999-12-31', null],
    ]
    expect(shown(ends)).toEqual(['2018-04-01/', '/2018-04-20', '2018-04-01/', '2018-04-01/', null])
    expect(codes(ends)).toEqual(['feature-dates-open', 'feature-dates-reversed'])
  })

  test('that end before they begin, or are not in the calendar, take no part and are told of', () => {
    const ends: Ends[] = [
      ['2018-04-30', '2018-04-01'],
      ['2018-02-30', null],
      ['2018-04-01', '2018-04-30'],
    ]
    expect(shown(ends)).toEqual([null, null, '2018-04-01/2018-04-30'])
    expect(periodsOf(ends).notes).toMatchObject([
      { code: 'feature-date-unreadable', feature: 2, values: { value: '2018-02-30' } },
      { code: 'feature-dates-reversed', values: { count: 1, places: '1' } },
    ])
  })

  test('are told apart by what either column shows, or as asked', () => {
    expect(shown([['01/04/2018', '20/04/2018']])).toEqual(['2018-04-01/2018-04-20'])
    expect(shown([['01/04/2018', '05/04/2018']])).toEqual([null])
    expect(codes([['01/04/2018', '05/04/2018']])).toEqual(['feature-dates-day-or-month'])
    expect(shown([['01/04/2018', '05/04/2018']], 'dmy')).toEqual(['2018-04-01/2018-04-05'])
  })

  test('of months and years run from the first day to the last', () => {
    expect(
      shown([
        ['2018-04', '2018-04'],
        ['2018', 2019],
      ]),
    ).toEqual(['2018-04-01/2018-04-30', '2018-01-01/2019-12-31'])
  })

  test('of other counts are converted, with an example in either language', () => {
    const { periods, notes } = periodsOf([
      ['1439-08-01', '1439-08-04'],
      [1523000000000, 1525000000],
      [43211, ''],
    ])
    expect(periods).toEqual([
      { from: '2018-04-17', to: '2018-04-20' },
      { from: '2018-04-06', to: '2018-04-29' },
      { from: '2018-04-21', to: null },
    ])
    expect(notes.map(({ code }) => code)).toEqual(['dates-read-hijri', 'dates-read-epoch', 'dates-read-serial'])
    for (const { code, values } of notes)
      for (const language of ['en', 'ar'] as const)
        expect(translate(language, `note.${code}`, values)).toContain(values['value'])
  })

  test('that annexations have from 1850 on add up on every day', () => {
    const years = Array.from({ length: 30 }, (_, i) => 1850 + 6 * i)
    const ends = years.map((year, i): Ends => [`${year}-03-27`, i === 0 ? '9999-12-31' : null])
    const { periods } = periodsOf(ends)
    for (const [i, year] of years.entries())
      expect(periods.filter((period) => period!.from! <= `${year}-12-31` && period!.to === null)).toHaveLength(i + 1)
  })
})

test('annexations from 1850 on add up in square metres on every day: what was joined, less what was given up', () => {
  const years = Array.from({ length: 30 }, (_, i) => 1850 + 6 * i)
  // Each piece as its own clerk wrote its days; every fifth was given up forty years later.
  const written = (year: number, i: number) =>
    [`${year}-03-27`, `27.03.${year}`, `${year}/03/27`, `27 March ${year}`, `${year}0327`][i % 5]!
  const pieces = years.map((year, i) => ({
    joined: written(year, i),
    left: i % 5 === 4 ? written(year + 40, i) : ['9999-12-31', '', null][i % 3]!,
  }))
  const plan = made([zone({}, box(0, 0, 30, 10))], { id: 'plan', role: 'plan' })
  const layer = made(
    pieces.map((piece, i) => zone(piece, box(i, 0, 1, 1 + (i % 7)))),
    { id: 'city', role: 'zones', dateFields: { from: 'joined', to: 'left' } },
  )
  const { study, features } = studyOf([plan, layer])
  const shapes = features.get('city')!.shapes
  const { areasM2 } = featureAreasM2(shapes, pieces.length)
  for (const at of ['1849-01-01', '1850-03-26', '1850-03-27', '1874-03-27', '1914-03-27', '1914-03-28', '2018-04-21']) {
    const measured = measureStudy(study, features, { at })
    if (!measured.ok) throw new Error(measured.problem.code)
    const inForce = years.map((year, i) => `${year}-03-27` <= at && !(i % 5 === 4 && `${year + 40}-03-27` < at))
    const expected = areasM2.reduce((sum, areaM2, i) => sum + (inForce[i] ? areaM2 : 0), 0)
    const own = measured.value.layers.find(({ name }) => name === 'city')
    expect(own?.classes.reduce((sum, { areaM2 }) => sum + areaM2, 0) ?? 0).toBeCloseTo(expected, 3)
  }
})

test('a layer of 1850, and one whose end is 9999-12-31, are layers like any other', () => {
  const { layer } = made([zone({}, box(0, 0, 1, 1))], { id: 'c', role: 'control' })
  const old = changeLayer(layer, { date: '1850-03-27' }, null)
  expect(old.ok && old.value.date).toBe('1850-03-27')
  const open = changeLayer(layer, { from: '2018-04-01', to: '9999-12-31' }, null)
  expect(open.ok && [open.value.from, open.value.to, open.value.notes.map(({ code }) => code)]).toEqual([
    '2018-04-01',
    undefined,
    ['layer-end-open'],
  ])
})
