import { describe, expect, test } from 'vitest'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { Study } from '../../../core/model/study.ts'
import { findingSentence } from '../../../core/compare/finding-sentence.ts'
import { drawnPlan } from '../../../core/compare/drawn-plan.ts'
import { findingsOf, type DrawnPrecedent } from '../../../core/compare/findings.ts'
import { precedentOf } from '../../../core/compare/precedent.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'
import type { Finding } from '../../../core/compare/comparison-answer.ts'

const classes = (['agreed', 'some-sources'] as const).map((confidence) => ({
  class: `ISIS, ${confidence}`,
  values: [confidence],
  label: { en: `ISIS, ${confidence}` },
  color: '#282727',
  pattern: 'solid' as const,
  party: 'ISIS',
  confidence,
}))

/**
 * A plan 10 wide of which ISIS holds the first `firm` by all sources, up to `all` by some, its lines good to `accuracyM`. Every
 * study calls its source alike, which makes no error common.
 */
function precedent(
  id: string,
  firm: number,
  all: number,
  record: Partial<Study>,
  width = 10,
  accuracyM = 10,
  draws = 200,
  control: Partial<Layer> = {},
  others: readonly ReturnType<typeof made>[] = [],
): DrawnPrecedent {
  const layers = [
    made([zone({}, box(0, 0, width, 10))], { id: 'plan', role: 'plan', accuracyM }),
    made([zone({ c: 'agreed' }, box(0, 0, firm, 10)), zone({ c: 'some-sources' }, box(firm, 0, all - firm, 10))], {
      id: 'control',
      role: 'control',
      classField: 'c',
      classes,
      from: '2018-02-01',
      to: '2020-12-31',
      accuracyM,
      ...control,
    }),
    ...others,
  ]
  const { study, features } = studyOf(layers, {
    id,
    title: { en: id, ar: id },
    asOf: '2018-04-21',
    headline: { layer: 'control', party: 'ISIS', label: { en: 'ISIS', ar: 'تنظيم الدولة' } },
    ...record,
  })
  const dayOf = (at: string) => {
    const measured = measureStudy(study, features, { at, draws, seed: 1, samples: true })
    if (!measured.ok) throw new Error(measured.problem.code)
    return measured.value
  }
  const [onDay, onAnnouncement] = [
    dayOf(study.asOf!),
    study.plan.announced === undefined ? null : dayOf(study.plan.announced),
  ]
  return { ...precedentOf(study, onDay, onAnnouncement), drawn: drawnPlan(study, onDay, onAnnouncement) }
}
const announced = (day: string) => ({ plan: { layer: 'plan', name: { en: 'Plan' }, announced: day } })
const event = (date: string, kind: Study['events'][number]['kind'], title = kind as string) => ({
  date,
  kind,
  title: { en: title, ar: title },
})
const law = event('2012-09-18', 'law', 'Decree 66 of 2012')

const first = precedent('first', 2, 4, {
  ...announced('2018-03-26'),
  events: [law, event('2018-05-21', 'taken'), event('2018-04-27', 'taken')],
})
const overlapping = precedent(
  'overlapping',
  3,
  5,
  { ...announced('2018-03-26'), events: [law, event('2018-06-01', 'taken')] },
  11,
)
const apart = precedent(
  'apart',
  9,
  10,
  {
    ...announced('2020-06-25'),
    events: [event('2013-07-01', 'siege'), event('2018-05-20', 'evacuation'), event('2018-05-21', 'taken')],
  },
  20,
)
const unknown = precedent('unknown', 1, 1, {
  asOf: '2018-01-01',
  events: [event('2018-05-21', 'taken'), event('2012-11-09', 'siege')],
})

const kinds = (other: DrawnPrecedent, one = first): Record<string, Finding['kind']> =>
  Object.fromEntries(findingsOf([one, other]).map(({ topic, kind }) => [topic, kind]))

describe('a precedent', () => {
  test('carries its shares from all sources to some, on its day and on the day of the announcement', () => {
    expect(first.onDay.held).toMatchObject({ layer: 'control', holds: 'stated', party: { en: 'ISIS' } })
    expect([first.onDay.held?.lowShare, first.onDay.held?.highShare]).toEqual([
      expect.closeTo(0.2, 4),
      expect.closeTo(0.4, 4),
    ])
    expect(first.onAnnouncement).toMatchObject({ date: '2018-03-26', shelled: null, damaged: null })
    expect(unknown.onAnnouncement).toBeNull()
  })
  test('counts days from the announcement and the length of a siege', () => {
    expect([first.takenDays, apart.takenDays, unknown.takenDays]).toEqual([56, -766, null])
    expect([first.siege, apart.siege]).toEqual([null, { from: '2013-07-01', to: '2018-05-21', days: 1785 }])
    expect(first.events.map(({ date, days }) => [date, days])).toEqual([
      ['2012-09-18', -2015],
      ['2018-04-27', 32],
      ['2018-05-21', 56],
    ])
  })

  test('a siege ends with the last day on which ground was taken or left, unless another fight began long after', () => {
    const siege = event('2012-02-03', 'siege')
    const ended = (...events: ReturnType<typeof event>[]) =>
      precedent('one', 1, 1, { events: [siege, ...events] }).siege
    const again = [event('2013-03-10', 'offensive'), event('2013-03-26', 'taken')]
    expect(ended(event('2012-02-27', 'evacuation'), event('2012-03-01', 'taken'), ...again)?.to).toBe('2012-03-01')
    expect(
      ended(
        event('2015-08-02', 'offensive'),
        event('2016-02-05', 'taken'),
        event('2016-08-26', 'evacuation'),
        event('2016-08-27', 'taken'),
      )?.to,
    ).toBe('2016-08-27')
    expect(
      ended(event('2016-02-05', 'taken'), event('2016-06-01', 'offensive'), event('2016-08-27', 'taken'))?.to,
    ).toBe('2016-08-27')
    expect(ended(event('2012-02-27', 'evacuation'), event('2012-02-28', 'evacuation'))).toMatchObject({
      to: '2012-02-28',
      days: 25,
    })
    expect(ended(event('2011-01-01', 'taken'))).toEqual({ from: '2012-02-03', to: null, days: null })
  })
})

describe('findings', () => {
  test('follow from numbers and draws by the stated rules', () => {
    const silent = { shelled: 'open', damaged: 'open' }
    expect(kinds(overlapping)).toEqual({
      ...silent,
      'plan-area': 'similar',
      'held-at-announcement': 'undecided',
      held: 'undecided',
      taken: 'similar',
      law: 'listed',
    })
    expect(kinds(apart)).toEqual({
      ...silent,
      'plan-area': 'different',
      'held-at-announcement': 'different',
      held: 'different',
      taken: 'different',
      siege: 'open',
    })
    expect(kinds(unknown)).toEqual({
      ...silent,
      'plan-area': 'similar',
      'held-at-announcement': 'open',
      held: 'open',
      taken: 'open',
      siege: 'open',
    })
    expect(kinds(unknown, apart)).toMatchObject({ siege: 'listed' })
    expect(kinds(precedent('same', 2, 4, {}))).toMatchObject({ held: 'undecided' })
    expect(kinds(precedent('near', 3.2, 3.6, {}), precedent('narrow', 3, 3, {}))).toMatchObject({ held: 'similar' })
    expect([findingsOf([]), findingsOf([first])]).toEqual([[], []])
  })

  test('say nothing of measures whose lines are too coarse, or that have no draws', () => {
    const coarse = (id: string, firm: number, all: number, width: number) => precedent(id, firm, all, {}, width, 250)
    expect(kinds(coarse('wide', 6.5, 6.5, 14), coarse('narrow', 4, 4, 10))).toMatchObject({
      'plan-area': 'undecided',
      held: 'undecided',
    })
    expect(kinds(precedent('narrow', 3, 3, {}, 10, 250), precedent('near', 3.5, 3.9, {}, 10, 250))).toMatchObject({
      held: 'undecided',
    })
    const [one, other] = [precedent('one', 2, 4, {}, 10, 10, 0), precedent('other', 9, 10, {}, 20, 10, 0)]
    expect(kinds(other, one)).toMatchObject({ 'plan-area': 'undecided', held: 'undecided' })
    const reported = findingsOf([one, other]).map((finding) => [
      finding.topic,
      findingSentence(finding, [one, other], 'en'),
    ])
    expect(Object.fromEntries(reported)['plan-area']).toMatch(
      /^Which plan is larger is not decided, as there are no intervals: /,
    )
    expect(Object.fromEntries(reported)['held']).toMatch(
      /^Whether the share of one held by ISIS and that of other held by ISIS differ is not decided, as there are no intervals: /,
    )
  })

  test('take draws of one number together only where they are of one plan on one base', () => {
    const [one, same] = [precedent('one', 2, 2, {}, 10, 100), precedent('same', 2, 2, {}, 10, 100)]
    const width = ({ difference }: Finding): number => difference!.high - difference!.low
    const heldOf = (pair: readonly DrawnPrecedent[]) => findingsOf(pair).find(({ topic }) => topic === 'held')!
    const onBase = [one, same].map((own) => ({ ...own, drawn: { ...own.drawn, bases: ['one map'] } }))
    expect(width(heldOf(onBase))).toBeLessThan(1e-9)
    expect(width(heldOf([one, same]))).toBeGreaterThan(0.02)
    // The field hangs on each plan: of plans that are not one the common base makes no draw common, and no factor narrower.
    const [wider, wide] = [precedent('wider', 4, 4, {}, 20, 100), precedent('wide', 4, 4, {}, 20, 120)]
    const areaOf = (pair: readonly DrawnPrecedent[]) => findingsOf(pair).find(({ topic }) => topic === 'plan-area')!
    for (const pair of [
      [one, wider],
      [wider, wide],
    ])
      expect(areaOf(pair.map((own) => ({ ...own, drawn: { ...own.drawn, bases: ['one map'] } })))).toEqual(areaOf(pair))
  })

  test('bear the interval of the difference, turned with the order of the two', () => {
    for (const other of [overlapping, apart, unknown]) {
      expect(kinds(first, other)).toEqual(kinds(other))
      for (const { topic, difference, factor } of findingsOf([first, other])) {
        const turned = findingsOf([other, first]).find((own) => own.topic === topic)!
        if (difference) expect(turned.difference!.low).toBeCloseTo(-difference.high, 1)
        if (factor) expect(turned.factor!.high).toBeCloseTo(1 / factor.low, 1)
      }
    }
  })

  test('are plain sentences with their numbers and intervals, whole in both languages', () => {
    const all = [first, overlapping, apart, unknown]
    const sentences = findingsOf(all)
      .map((finding) => findingSentence(finding, all, 'en').replaceAll('\u00a0', ' '))
      .join('\n')
    expect(sentences).toMatch(
      /^The plans are of similar size, overlapping 1\.\d+ \(1\.0\d* to 1\.1\d*\) times as large as first: first \(announced on 26 March 2018\), 10\d(?:\.\d)? \([\d.]+ to [\d.]+\) ha as measured; overlapping \(announced on 26 March 2018\), 11\d(?:\.\d)? \([\d.]+ to [\d.]+\) ha as measured\.$/m,
    )
    expect(sentences).toMatch(
      /^apart is 2\.0\d \(1\.9\d to 2\.0\d\) times as large as first: first \(announced on 26 March 2018\), 10\d(?:\.\d)? \([\d.]+ to [\d.]+\) ha as measured; apart \(announced on 25 June 2020\), 20\d \([\d.]+ to [\d.]+\) ha as measured\.$/m,
    )
    expect(sentences).toMatch(
      /^The share of apart held by ISIS is larger than that of first held by ISIS, by \d(\.\d)? to 3\d(\.\d)? percentage points: of first, ISIS held 20\.\d \(19\.\d to 20\.\d\) % by all sources, up to 40\.\d \(3\d\.\d to 41\.\d\) % by some, on 26 March 2018; of apart, ISIS held /m,
    )
    expect(sentences).toContain(
      'The ground was last taken on different sides of the plan’s announcement: first, 21 May 2018, 56 days after the announcement (26 March 2018); apart, 21 May 2018, 2 years 1 month before the announcement (25 June 2020).',
    )
    expect(sentences).toContain(
      'A siege is recorded in the study of apart, 1 July 2013 to 21 May 2018 by the days recorded, 4 years 10 months; in that of first none is recorded, which does not mean that there was none.',
    )
    expect(sentences).toMatch(
      /Shares held cannot be compared: of first, .*; who held unknown on 1 January 2018 is not known here\./,
    )
    expect(sentences).toContain(
      'Both studies list among the events of their time: Decree 66 of 2012 (18 September 2012). Whether it is the law of either plan is not compared here.',
    )
    expect(sentences).toContain(
      'Ground reported shelled cannot be compared: nothing is said about shelling in first up to 21 April 2018; nothing is said about shelling in apart up to 21 April 2018.',
    )
    for (const finding of findingsOf(all)) {
      for (const language of ['en', 'ar'] as const)
        expect(findingSentence(finding, all, language)).not.toMatch(/\{\w+\}|undefined|null|NaN/)
    }
  })
})

describe('what numbers do not decide', () => {
  const shelling = (width: number, record: Partial<Layer>): ReturnType<typeof made> =>
    made([zone({}, box(0, 0, width, 10))], {
      id: 'shelling',
      role: 'shelling',
      accuracyM: 10,
      title: { en: 'Shelling', ar: 'قصف' },
      ...record,
    })
  const shelled = (id: string, width: number, record: Partial<Layer>) =>
    precedent(id, 2, 2, {}, 10, 10, 200, {}, [shelling(width, record)])
  const found = (topic: string, one: DrawnPrecedent, other: DrawnPrecedent) => {
    const finding = findingsOf([one, other]).find((own) => own.topic === topic)!
    const texts = (['en', 'ar'] as const).map((language) =>
      findingSentence(finding, [one, other], language).replaceAll('\u00a0', ' '),
    )
    for (const text of texts) expect(text).not.toMatch(/\{\w+\}|undefined|null|NaN/)
    return { finding, text: texts[0]! }
  }
  const days = (from: string, to: string) => ({ from, to })
  const month = shelled('month', 2, days('2018-04-01', '2018-04-30'))

  test('is a share as last reported years before the day', () => {
    const early = precedent('early', 9, 9, { ...announced('2021-06-25') }, 10, 10, 200, {
      from: undefined,
      to: undefined,
      date: '2018-03-20',
    })
    const { finding, text } = found('held-at-announcement', first, early)
    expect(finding).toMatchObject({ kind: 'open', because: ['last-report'] })
    expect(finding.difference).toBeUndefined()
    expect(text).toMatch(
      /^Whether the shares held differ is not decided, as that of early is only as last reported: .*; of early, ISIS held .*, as last reported on 20 March 2018, 3 years 3 months before 25 June 2021\.$/,
    )
  })

  test('is ground of a party that no source names', () => {
    const others = precedent('others', 0, 0, {})
    expect(others.onDay.held).toMatchObject({ wideM2: 0 })
    const { finding, text } = found('held', first, others)
    expect(finding).toMatchObject({ kind: 'open', because: ['not-named'] })
    expect(text).toContain('no source names ground of others that ISIS held, on 21 April 2018.')
    expect(text).not.toContain('0.0 %')
  })

  test('are reports of unlike periods, or of a period that nobody states', () => {
    expect(found('shelled', month, shelled('half', 6, days('2018-04-11', '2018-04-30'))).finding.kind).toBe('different')
    const { finding, text } = found('shelled', month, shelled('short', 6, days('2018-04-20', '2018-04-21')))
    expect(finding).toMatchObject({ kind: 'open', because: expect.arrayContaining(['periods']) as unknown })
    expect(text).toContain(
      'the reports cover unlike periods (month: 1 April 2018 to 30 April 2018, 30 days; short: 20 April 2018 to 21 April 2018, 2 days)',
    )
    expect(found('shelled', month, shelled('dated', 6, { date: '2018-04-21' })).text).toContain(
      'dated: up to 21 April 2018, beginning not stated',
    )
    const titled = shelled('titled', 6, { date: '2018-04-21', title: { en: 'Shelled, 23 March to 21 April 2018' } })
    expect(titled.onDay.shelled?.period).toEqual({ from: '2018-03-23', to: '2018-04-21' })
    expect(found('shelled', month, titled).finding.kind).toBe('different')
  })

  test('is ground that is the outline of the plan, named as a place', () => {
    const named = shelled('named', 10, { ...days('2018-04-01', '2018-04-30'), schematic: true })
    expect(named.coverage.shelled).toBe('named')
    const { finding, text } = found('shelled', month, named)
    expect(finding).toMatchObject({ kind: 'open', because: ['outline'] })
    expect(text).toContain('that of named is the outline of the plan itself, which reports name as a place')
    expect(found('shelled', month, shelled('seen', 10, days('2018-04-01', '2018-04-30'))).finding.kind).toBe(
      'different',
    )
  })
})
