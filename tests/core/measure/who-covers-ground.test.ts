import { assert, array, constantFrom, integer, property, record, subarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerSentence } from '../../../core/answer/answer.ts'
import { rangeText } from '../../../core/compare/finding-sentence.ts'
import { planDay } from '../../../core/compare/held-ground.ts'
import { groundFacts } from '../../../core/report/ground-facts.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { LayerMeasurement } from '../../../core/model/measurement.ts'
import { buildLayer } from '../../../core/layers/build-layer.ts'
import type { Source } from '../../../core/model/sources.ts'
import { box, made, studyOf, zone } from './fixture.ts'

const sources: readonly Source[] = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  title: { en: `Report ${id}` },
  publisher: { en: `Agency ${id.toUpperCase()}` },
}))
const plan = made([zone({}, box(0, 0, 12, 10))], { id: 'plan', role: 'plan', accuracyM: 20 })

type Named = {
  readonly side: string
  readonly by: string
  readonly from: number
  readonly to: number
  readonly since?: string
}

/** Grounds from west to east, which may lie over each other, as they are loaded. */
function studyOfGrounds(grounds: readonly Named[], known: readonly Source[] = sources, record: Partial<Layer> = {}) {
  const zones = grounds.map(({ side, by, from, to, since = null }) =>
    zone({ side, by, since }, box(from, 0, to - from, 10)),
  )
  const drawn = made(zones, { id: 'control', role: 'control', date: '2018-04-21', accuracyM: 20 })
  const resolved = buildLayer(
    {
      name: 'control',
      features: drawn.features,
      evenOdd: 'polygon',
      crs: drawn.layer.crs,
      encoding: null,
      offers: [],
      notes: [],
    },
    {
      role: 'control',
      classField: 'side',
      sourcesField: 'by',
      date: '2018-04-21',
      accuracyM: 20,
      ...(record.dateFields ? { dateFields: record.dateFields } : {}),
    },
    '0'.repeat(64),
    known,
  )
  if (!resolved.ok) throw new Error(resolved.problem.code)
  const { source: _source, ...rest } = resolved.value
  const control = { layer: { ...rest, id: 'control', file: 'layers/control.geojson' }, features: drawn.features }
  return studyOf([plan, control], {
    asOf: '2018-04-21',
    sources: [...known],
    headline: { layer: 'control', party: 'ISIS' },
  })
}

function measured({ study, features }: ReturnType<typeof studyOfGrounds>, draws = 0) {
  const outcome = measureStudy(study, features, { draws, seed: 7 })
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}

const readings = ({ bySources = [] }: LayerMeasurement) =>
  bySources.map(({ label, areaM2, sources: by }) => [label.en, Math.round(areaM2 / 1e4), by.join()])

const sentence = (made: ReturnType<typeof studyOfGrounds>): string =>
  answerSentence(made.study, measured(made), 'en').replaceAll('\u00a0', ' ')

describe('who says so is told by all that cover the ground', () => {
  test('one outline that two sources name is drawn once or twice alike', () => {
    const twice = studyOfGrounds([
      { side: 'ISIS', by: 'a', from: 0, to: 4 },
      { side: 'ISIS', by: 'b', from: 0, to: 4 },
    ])
    const once = studyOfGrounds([{ side: 'ISIS', by: 'a;b', from: 0, to: 4 }])
    // No party but this one is named anywhere, so no row says that another is.
    expect(readings(measured(twice).layers[0]!)).toEqual([['both sources', 41, 'a,b']])
    expect(sentence(twice)).toBe(sentence(once))
    expect(sentence(twice)).toContain('41 ha, or 33 %, were held by ISIS, as both sources say,')
    expect(measured(twice).layers[0]!.groups.find(({ party }) => party === 'ISIS')).toMatchObject({
      agreed: { share: expect.closeTo(1 / 3, 4) },
      all: { share: expect.closeTo(1 / 3, 4) },
    })
  })

  test('also where the outlines overlap in part, and in the draws', () => {
    const made = studyOfGrounds([
      { side: 'ISIS', by: 'a', from: 0, to: 5 },
      { side: 'ISIS', by: 'b', from: 3, to: 8 },
    ])
    const [control] = measured(made, 60).layers
    expect(readings(control!)).toEqual([
      ['both sources', 21, 'a,b'],
      ['either of 2 sources', 82, 'a,b'],
    ])
    const [both, either] = control!.bySources!
    expect(both!.low).toBeLessThanOrEqual(both!.areaM2)
    expect(both!.low).toBeGreaterThan(0.5 * both!.areaM2)
    expect(both!.high).toBeLessThan(either!.low!)
  })

  test('a source that names another party on the ground speaks of it, and the ground is not agreed', () => {
    const made = studyOfGrounds([
      { side: 'ISIS', by: 'a;b', from: 0, to: 4 },
      { side: 'Government', by: 'c', from: 0, to: 4 },
      { side: 'Government', by: 'd', from: 6, to: 9 },
    ])
    expect(readings(measured(made).layers[0]!)).toEqual([
      ['all 3 sources', 0, 'a,b,c'],
      ['2 of 3 sources, the same for all of it', 41, 'a,b'],
    ])
    expect(sentence(made)).toContain('41 ha, or 33 %, were held by ISIS, as 2 of 3 sources say, on')
    expect(sentence(made)).toMatch(/Another source names Government there\.$/)
    const [held] = groundFacts(made.study, measured(made), 'en')
    expect(held!.value.replaceAll('\u00a0', ' ')).toBe(
      '41.2 ha, 33.3 % of the plan; by 2 of 3 sources; another source names Government there; 21 April 2018',
    )
    const reported = planDay(made.study, measured(made)).held!
    expect(rangeText(reported, 'en').replaceAll('\u00a0', ' ')).toBe('33.3 % by 2 of 3 sources')
    expect(made.study.layers[1]!.classes.map((own) => [own.class, own.confidence])).toContainEqual([
      'ISIS',
      'some-sources',
    ])
    expect(measured(made).layers[0]!.classes.find((own) => own.class === 'ISIS')!.confidence).toBe('some-sources')
  })

  test('nor is it where the same sources name both, and a neighbour is no dispute', () => {
    const both = studyOfGrounds([
      { side: 'ISIS', by: 'a;b', from: 0, to: 4 },
      { side: 'Government', by: 'b', from: 2, to: 6 },
    ])
    expect(readings(measured(both).layers[0]!)).toEqual([
      ['both sources', 21, 'a,b'],
      ['both sources, also where another party is named', 41, 'a,b'],
    ])
    expect(sentence(both)).toMatch(/The same sources also name Government on part of it\.$/)
    const split = studyOfGrounds([
      { side: 'ISIS', by: 'a', from: 0, to: 4 },
      { side: 'ISIS', by: 'b', from: 4, to: 6 },
      { side: 'Government', by: 'c', from: 2, to: 6 },
    ])
    const [held] = groundFacts(split.study, measured(split), 'en')
    expect(held!.value.replaceAll('\u00a0', ' ')).toBe(
      'up to 61.9 ha, 50.0 % of the plan, none of it by all; by some sources; another source names Government on part of it; 21 April 2018',
    )
    const range = rangeText(planDay(split.study, measured(split)).held!, 'en')
    expect(range.replaceAll('\u00a0', ' ')).toBe('none by all sources, up to 50.0 % by some')
    const beside = studyOfGrounds([
      { side: 'ISIS', by: 'a;b', from: 0, to: 4 },
      { side: 'Government', by: 'c', from: 3.9999, to: 6 },
    ])
    expect(readings(measured(beside).layers[0]!)).toEqual([['both sources', 41, 'a,b']])
    expect(beside.study.layers[1]!.classes.find((own) => own.class === 'ISIS')!.confidence).toBe('agreed')
  })

  test('a party that holds ground on other days does not dispute it', () => {
    const made = studyOfGrounds(
      [
        { side: 'ISIS', by: 'a;b', from: 0, to: 4, since: '2018-01-01' },
        { side: 'Government', by: 'c', from: 0, to: 4, since: '2018-06-01' },
      ],
      sources,
      { dateFields: { from: 'since' } },
    )
    expect(readings(measured(made).layers[0]!)).toEqual([['both sources', 41, 'a,b']])
    expect(made.study.layers[1]!.classes.find((own) => own.class === 'ISIS')!.confidence).toBe('agreed')
  })

  test('two sources of one publisher count once, and one publisher alone is said to be one', () => {
    const twins = sources.map((own) => (own.id === 'c' ? { ...own, publisher: { en: ' agency a ' } } : own))
    const alone = studyOfGrounds([{ side: 'ISIS', by: 'a;c', from: 0, to: 4 }], twins)
    expect(readings(measured(alone).layers[0]!)).toEqual([['the one publisher', 41, 'a,c']])
    expect(measured(alone).layers[0]!.classes).toMatchObject([
      { confidence: 'some-sources', sources: ['a', 'c'], publishers: 1 },
    ])
    expect(sentence(alone)).toContain('as one publisher alone says')
    const joined = studyOfGrounds(
      [
        { side: 'ISIS', by: 'a;c', from: 0, to: 4 },
        { side: 'ISIS', by: 'a;b;c', from: 4, to: 6 },
      ],
      twins,
    )
    expect(readings(measured(joined).layers[0]!)).toEqual([
      ['both sources', 21, 'a,b,c'],
      ['1 of 2 sources, the same for all of it', 62, 'a,c'],
    ])
    const unreported = sources.map(({ publisher: _publisher, ...own }) => own)
    expect(
      readings(measured(studyOfGrounds([{ side: 'ISIS', by: 'a;c', from: 0, to: 4 }], unreported)).layers[0]!),
    ).toEqual([['both sources', 41, 'a,c']])
  })

  test('of any grounds each reading contains the one before, and none is agreed under two parties', () => {
    const ground = record({
      side: constantFrom('ISIS', 'Government'),
      by: subarray(['a', 'b', 'c'], { minLength: 1 }),
      from: integer({ min: 0, max: 9 }),
      width: integer({ min: 1, max: 4 }),
    })
    assert(
      property(array(ground, { minLength: 1, maxLength: 5 }), (grounds) => {
        const given = grounds.map(({ by, width, ...own }) => ({
          ...own,
          by: by.join(';'),
          to: Math.min(12, own.from + width),
        }))
        const [control] = measured(studyOfGrounds(given)).layers
        // Column by column: who names ISIS there, and who names anybody else.
        const columns = Array.from({ length: 12 }, (_, x) => {
          const over = given.filter(({ from, to }) => from <= x && x < to)
          const by = (side: string) => [
            ...new Set(over.filter((own) => own.side === side).flatMap((own) => own.by.split(';'))),
          ]
          return { isis: by('ISIS'), other: by('Government') }
        })
        const speakers = new Set(columns.flatMap(({ isis, other }) => (isis.length > 0 ? [...isis, ...other] : [])))
        const says = (atLeast: number) =>
          columns.filter(
            ({ isis, other }) =>
              isis.length >= atLeast && !(atLeast === speakers.size && atLeast > 1 && other.length > 0),
          ).length
        for (const { atLeast, of, share } of control!.bySources ?? []) {
          expect(of).toBe(speakers.size)
          expect(share).toBeCloseTo(says(atLeast) / 12, 3)
        }
        const shares = (control!.bySources ?? []).map(({ share }) => share)
        expect(shares).toEqual(shares.toSorted((a, b) => a - b))
        if (speakers.size > 0) expect(shares.at(-1)).toBeCloseTo(says(1) / 12, 3)
      }),
      { seed: 3, numRuns: 80 },
    )
  })
})
