import { describe, expect, test } from 'vitest'
import { publishedRows, type Drawing } from '../../../core/compare/published-rows.ts'
import { verdictText } from '../../../core/compare/published-verdict.ts'
import type { Published, Study } from '../../../core/model/study.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const source = 'a-paper'
const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' })
const control = made(
  [
    zone({ c: 'firm' }, box(0, 0, 2, 10)),
    zone({ c: 'said' }, box(2, 0, 1, 10)),
    zone({ c: 'other' }, box(10, 0, 10, 10)),
  ],
  {
    id: 'control-1',
    name: 'control',
    role: 'control',
    classField: 'c',
    date: '2018-01-14',
    classes: ['firm', 'said', 'other'].map((name) => ({
      class: name,
      values: [name],
      label: { en: name },
      color: '#282727',
      pattern: 'solid' as const,
      ...(name === 'other' ? {} : { party: 'ISIS' }),
      ...(name === 'said' ? { confidence: 'some-sources' as const } : {}),
    })),
  },
)
const camp = made(
  [zone({ p: 'N1' }, box(0, 0, 4, 10)), zone({ p: 'N2' }, box(15, 0, 5, 10)), zone({ p: 'N3' }, box(15, 0, 5, 10))],
  { id: 'quarters', role: 'units', idField: 'p' },
)

function rows(
  published: Omit<Published, 'id' | 'source'>[],
  at?: string,
  drawing?: Drawing,
  layers = [plan, control, camp],
) {
  const { study, features } = studyOf(layers, {
    asOf: '2018-04-21',
    sources: [{ id: source, title: { en: 'A paper' } }],
    published: published.map((own, i) => ({ id: `published-${i + 1}`, ...own, source })),
  } satisfies Partial<Study>)
  const outcome = publishedRows(study, features, at, drawing)
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}

test('the area of the plan, with the difference and its base, the published figure', () => {
  const [row] = rows([{ measure: 'areaM2', value: 1_000_000 }])
  expect(row).toMatchObject({ without: null, at: '2018-04-21' })
  expect(row!.measured!.low).toBeCloseTo(1_030_000, -4)
  expect(row!.difference!.low).toBeCloseTo(row!.measured!.low - 1_000_000, 6)
  expect(row!.differenceOfPublished!.high).toBeCloseTo(row!.difference!.high / 1_000_000, 12)
})

test('the share of a party, from all sources to some, on the day of the figure', () => {
  const [own, later] = rows([
    {
      measure: 'share',
      value: 0.25,
      date: '2018-01-14',
      of: { en: 'the plan' },
      measuredAs: { layer: 'control', party: 'ISIS' },
    },
    {
      measure: 'share',
      value: 0.25,
      date: '2018-01',
      measuredAs: { layer: 'control', classes: ['firm'], at: '2018-02-01' },
    },
  ])
  expect(own).toMatchObject({
    at: '2018-01-14',
    measured: { low: expect.closeTo(0.2, 4), high: expect.closeTo(0.3, 4) },
  })
  expect(own!.differenceOfPublished).toEqual({ low: expect.closeTo(-0.2, 3), high: expect.closeTo(0.2, 3) })
  expect(later).toMatchObject({
    at: '2018-01-14',
    verdict: 'no-interval',
    measured: { low: expect.closeTo(0.2, 4), high: expect.closeTo(0.2, 4) },
  })
})

test('of other ground than the plan: named features of a layer, counted once where they overlap', () => {
  const ground = { layer: 'quarters', ids: ['N1', 'N2', 'N3'] }
  const [share, area] = rows([
    {
      measure: 'share',
      value: 0.7,
      of: { en: 'the camp' },
      date: '2018-02-01',
      measuredAs: { ground, layer: 'control', party: 'ISIS' },
    },
    { measure: 'areaM2', value: 900_000, of: { en: 'the camp' }, measuredAs: { ground } },
  ])
  expect(share!.measured).toEqual({ low: expect.closeTo(2 / 9, 4), high: expect.closeTo(3 / 9, 4) })
  expect(area!.measured!.low).toBeCloseTo(0.9 * rows([{ measure: 'areaM2', value: 1 }])[0]!.measured!.low, -2)
})

test('without an answer of ours says why', () => {
  expect(
    rows([
      { measure: 'people', value: 1000 },
      { measure: 'share', value: 0.7, of: { en: 'the camp' } },
      { measure: 'areaM2', value: 7, of: { en: 'another plan' } },
      { measure: 'areaM2', value: 7, measuredAs: { ground: { layer: 'quarters', ids: ['N9'] } } },
      { measure: 'share', value: 0.7, date: '2017-01-01', measuredAs: { layer: 'control', party: 'ISIS' } },
    ]).map(({ without, measured }) => [without, measured]),
  ).toEqual([
    ['not-an-area', null],
    ['not-linked', null],
    ['not-linked', null],
    ['ground-missing', null],
    ['no-snapshot', null],
  ])
  expect(rows([{ measure: 'areaM2', value: 0 }])[0]!.differenceOfPublished).toBeNull()
})

describe('what is said of a difference', () => {
  const sure = { draws: 100, seed: 1 }
  const area = (value: number, date?: string) => ({
    measure: 'areaM2' as const,
    value,
    ...(date === undefined ? {} : { date }),
  })
  const [drawable, held] = [plan, control].map(({ layer, features }) => ({
    layer: { ...layer, accuracyM: 10 },
    features,
  })) as [typeof plan, typeof control]

  test('follows from the interval of ours, and without one nothing is decided', () => {
    const found = rows([area(500_000), area(1_030_000), area(2_000_000)], undefined, sure, [drawable])
    expect(found.map(({ verdict }) => verdict)).toEqual(['more', 'within', 'less'])
    for (const { measured, interval } of found)
      expect(interval!.low < measured!.low && measured!.high < interval!.high).toBe(true)
    expect(rows([area(500_000)]).map(({ verdict, interval }) => [verdict, interval])).toEqual([['no-interval', null]])
    const texts = found.map(({ verdict, published, interval }) =>
      verdictText(verdict!, published.value, interval, 'en'),
    )
    expect(texts[0]).toMatch(/^\+\d+\.\d\u00a0% to \+\d+\.\d\u00a0%$/)
    expect(texts[1]).toBe('not decided: within the interval')
    expect(texts[2]).toMatch(/^\u2212\d+\.\d\u00a0% to \u2212\d+\.\d\u00a0%$/)
  })

  test('is nothing where ours was drawn to any published figure', () => {
    const fitted = { layer: { ...drawable.layer, drawnTo: ['published-1'] }, features: drawable.features }
    expect(
      rows([area(1_000_000), area(500_000)], undefined, sure, [fitted]).map(({ drawnTo, verdict, difference }) => [
        drawnTo,
        verdict,
        difference,
      ]),
    ).toEqual([
      [true, 'drawn', null],
      [false, 'drawn', null],
    ])
  })

  test('is nothing where ours is of another day than the figure, or the figure of none', () => {
    const share = (date?: string) => ({
      measure: 'share' as const,
      value: 0.25,
      ...(date === undefined ? {} : { date }),
      measuredAs: { layer: 'control', party: 'ISIS' },
    })
    const found = rows(
      [share('2018-01-14'), share('2018-01'), share('2018'), share('2018-03'), share('2018-04-01'), share()],
      undefined,
      sure,
      [drawable, held],
    )
    expect(found.map(({ at, verdict, difference }) => [at, verdict === 'other-day', difference === null])).toEqual([
      ['2018-01-14', false, false],
      ['2018-01-14', false, false],
      ['2018-01-14', false, false],
      ['2018-01-14', true, true],
      ['2018-01-14', true, true],
      ['2018-01-14', true, true],
    ])
  })

  test('one figure of ours has one day, whatever the day of the published one', () => {
    const found = rows([area(1_000_000, '2018-01-14'), area(1_000_000, '1957'), area(1_000_000)], undefined, sure, [
      drawable,
    ])
    expect(found.map(({ at, date }) => [at, date])).toEqual([
      ['2018-04-21', '2018-01-14'],
      ['2018-04-21', '1957'],
      ['2018-04-21', null],
    ])
    expect(new Set(found.map(({ interval }) => JSON.stringify(interval))).size).toBe(1)
  })
})

test('a figure has an interval only where the study has any, as in every other answer', () => {
  const sure = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 10 })
  const unsure = made([zone({}, box(0, 0, 5, 10))], { id: 'shelling', role: 'shelling', date: '2018-04-21' })
  const figure = { measure: 'areaM2', value: 1 } as const
  const drawing = { draws: 50, seed: 1 }
  const [alone] = rows([figure], undefined, drawing, [sure])
  expect([alone!.interval === null, alone!.verdict]).toEqual([false, 'more'])
  const [beside] = rows([figure], undefined, drawing, [sure, unsure])
  expect([beside!.interval, beside!.verdict]).toEqual([null, 'no-interval'])
  // The features of units are not needed, and not given by those who ask.
  const { study, features } = studyOf([sure, unsure, camp], {
    sources: [{ id: source, title: { en: 'A paper' } }],
    published: [{ ...figure, id: 'area', source }],
  })
  const given = new Map([...features].filter(([id]) => id !== 'quarters'))
  expect(publishedRows(study, given, '2018-04-21', drawing).ok).toBe(true)
})
