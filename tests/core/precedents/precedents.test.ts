import { describe, expect, test } from 'vitest'
import { measureStudy } from '../../../core/study/measure.ts'
import { formatHectares } from '../../../core/study/format.ts'
import type { Study } from '../../../core/study/study.ts'
import { findingSentence } from '../../../core/precedents/finding-sentence.ts'
import { findingsOf, type Finding } from '../../../core/precedents/findings.ts'
import { precedentOf, type Precedent } from '../../../core/precedents/precedent.ts'
import { box, made, studyOf, zone } from '../study/fixture.ts'

const classes = ['assessed', 'claimed'].map((confidence) => ({
  class: `ISIS, ${confidence}`, values: [confidence], label: { en: `ISIS, ${confidence}` }, color: '#282727', pattern: 'solid' as const,
  party: 'ISIS', confidence: confidence as 'assessed' | 'claimed',
}))

/** A plan 10 wide of which ISIS holds the first `firm` assessed, then up to `all` claimed. */
function precedent(id: string, firm: number, all: number, record: Partial<Study>, width = 10): Precedent {
  const layers = [
    made([zone({}, box(0, 0, width, 10))], { id: 'plan', role: 'plan' }),
    made([zone({ c: 'assessed' }, box(0, 0, firm, 10)), zone({ c: 'claimed' }, box(firm, 0, all - firm, 10))], {
      id: 'control', role: 'control', classField: 'c', classes, date: '2018-03-20',
    }),
  ]
  const { study, features } = studyOf(layers, {
    id, title: { en: id, ar: id }, asOf: '2018-04-21', headline: { layer: 'control', party: 'ISIS', label: { en: 'ISIS', ar: 'تنظيم الدولة' } }, ...record,
  })
  const dayOf = (at: string) => {
    const measured = measureStudy(study, features, { at })
    if (!measured.ok) throw new Error(measured.problem.code)
    return measured.value
  }
  return precedentOf(study, dayOf(study.asOf!), study.plan.announced === undefined ? null : dayOf(study.plan.announced))
}
const announced = (day: string) => ({ plan: { layer: 'plan', name: { en: 'Plan' }, announced: day } })
const event = (date: string, kind: Study['events'][number]['kind'], title = kind as string) => ({ date, kind, title: { en: title, ar: title } })
const law = event('2012-09-18', 'law', 'Decree 66 of 2012')

const first = precedent('first', 2, 4, { ...announced('2018-03-26'), events: [law, event('2018-05-21', 'recapture'), event('2018-04-27', 'recapture')] })
const overlapping = precedent('overlapping', 3, 5, { ...announced('2018-03-26'), events: [law, event('2018-06-01', 'recapture')] }, 11)
const apart = precedent('apart', 9, 10, {
  ...announced('2020-06-25'), events: [event('2013-07-01', 'siege'), event('2018-05-20', 'evacuation'), event('2018-05-21', 'recapture')],
}, 20)
const unknown = precedent('unknown', 1, 1, { asOf: '2018-01-01', events: [event('2018-05-21', 'recapture'), event('2012-11-09', 'siege')] })

const hectares = ({ planM2 }: Precedent): string => formatHectares(planM2, 'en', 0).replaceAll('\u00a0', ' ')
const kinds = (other: Precedent): Record<string, Finding['kind']> =>
  Object.fromEntries(findingsOf([first, other]).map(({ topic, kind }) => [topic, kind]))

describe('a precedent', () => {
  test('carries its shares from assessed to claimed, on its day and on the day of the announcement', () => {
    expect(first.onDay.held).toMatchObject({ layer: 'control', date: '2018-03-20', holds: 'last-known', party: { en: 'ISIS' } })
    expect([first.onDay.held?.lowShare, first.onDay.held?.highShare]).toEqual([expect.closeTo(0.2, 4), expect.closeTo(0.4, 4)])
    expect(first.onAnnouncement).toMatchObject({ date: '2018-03-26', shelled: null, damaged: null })
    expect(unknown.onAnnouncement).toBeNull()
  })
  test('counts days from the announcement and the length of a siege', () => {
    expect([first.recaptureDays, apart.recaptureDays, unknown.recaptureDays]).toEqual([56, -766, null])
    expect([first.siege, apart.siege]).toEqual([null, { from: '2013-07-01', to: '2018-05-21', days: 1785 }])
    expect(first.events.map(({ date, days }) => [date, days])).toEqual([['2012-09-18', -2015], ['2018-04-27', 32], ['2018-05-21', 56]])
  })

  test('a siege ends with the first recapture, or with the last evacuation where there is none', () => {
    const siege = event('2012-02-03', 'siege')
    const ended = (...events: ReturnType<typeof event>[]) => precedent('one', 1, 1, { events: [siege, ...events] }).siege
    expect(ended(event('2012-02-27', 'evacuation'), event('2012-03-01', 'recapture'), event('2013-03-26', 'recapture'))?.to).toBe('2012-03-01')
    expect(ended(event('2012-02-27', 'evacuation'), event('2012-02-28', 'evacuation'))).toMatchObject({ to: '2012-02-28', days: 25 })
    expect(ended(event('2011-01-01', 'recapture'))).toEqual({ from: '2012-02-03', to: null, days: null })
  })
})

describe('findings', () => {
  test('follow from the numbers by the stated rules', () => {
    const silent = { shelled: 'open', damaged: 'open' }
    expect(kinds(overlapping)).toEqual({ ...silent, 'plan-area': 'similar', 'held-at-announcement': 'undecided', held: 'undecided', recapture: 'similar', law: 'similar' })
    expect(kinds(apart)).toEqual({ ...silent, 'plan-area': 'different', 'held-at-announcement': 'different', held: 'different', recapture: 'different', siege: 'different' })
    expect(kinds(unknown)).toEqual({ ...silent, 'plan-area': 'similar', 'held-at-announcement': 'open', held: 'open', recapture: 'open', siege: 'different' })
    expect(kinds(precedent('near', 2.1, 3.5, {}))).toMatchObject({ held: 'undecided' })
    expect(kinds(precedent('same', 2, 4, {}))).toMatchObject({ held: 'undecided' })
    const [narrow, near] = [precedent('narrow', 3, 3, {}), precedent('near', 3.5, 3.9, {})]
    expect(findingsOf([narrow, near]).find(({ topic }) => topic === 'held')?.kind).toBe('similar')
    expect([findingsOf([]), findingsOf([first])]).toEqual([[], []])
  })

  test('do not depend on which of two comes first', () => {
    for (const other of [overlapping, apart, unknown]) {
      const turned = Object.fromEntries(findingsOf([other, first]).map(({ topic, kind }) => [topic, kind]))
      expect(turned).toEqual(kinds(other))
    }
  })

  test('are plain sentences with their numbers, whole in both languages', () => {
    const all = [first, overlapping, apart, unknown]
    const sentences = findingsOf(all).map((finding) => findingSentence(finding, all, 'en').replaceAll('\u00a0', ' '))
    expect(sentences[0]).toBe(`The plans are of similar size: overlapping measures ${hectares(overlapping)}, first ${hectares(first)}.`)
    expect(sentences).toContain(`apart measures ${hectares(apart)}, 2.0 times as much as first with ${hectares(first)}.`)
    expect(sentences).toContain(
      'Shares held differ: of first, 20.0 % to 40.0 % was held by ISIS as last reported on 20 March 2018, 6 days before 26 March 2018; of apart, 45.0 % to 50.0 % was held by ISIS as last reported on 20 March 2018, 2 years 3 months before 25 June 2020.',
    )
    expect(sentences).toContain('The last recapture lies on different sides of the plan’s announcement: first, 56 days after the announcement; apart, 2 years 1 month before the announcement.')
    expect(sentences).toContain('A siege is recorded for one of them: first, none recorded; apart, 1 July 2013 to 21 May 2018 by the days recorded, 4 years 10 months.')
    expect(sentences).toContain('Shares held cannot be compared: of first, 20.0 % to 40.0 % was held by ISIS as last reported on 20 March 2018, 32 days before 21 April 2018; who held unknown on 1 January 2018 is not known here.')
    expect(sentences).toContain('Both record: Decree 66 of 2012.')
    expect(sentences).toContain('Ground reported shelled cannot be compared: nothing is said about shelling in first; nothing is said about shelling in apart.')
    for (const finding of findingsOf(all)) {
      for (const language of ['en', 'ar'] as const) expect(findingSentence(finding, all, language)).not.toMatch(/\{\w+\}|undefined|null|NaN/)
    }
  })
})
