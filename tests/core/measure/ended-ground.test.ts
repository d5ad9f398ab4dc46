import { describe, expect, test } from 'vitest'
import { crossTable } from '../../../core/measure/cross-table.ts'
import { uncoveredParts, uncoveredRows } from '../../../core/answer/hold-ended-text.ts'
import { formatAreaOf } from '../../../core/format/interval-text.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { LayerMeasurement } from '../../../core/model/measurement.ts'
import { validityText } from '../../../core/timeline/validity-text.ts'
import { netText } from '../../../core/timeline/net-change.ts'
import { timelineOf } from '../../../core/timeline/timeline.ts'
import { box, made, studyOf, zone } from './fixture.ts'

const classes = ['Government', 'Opposition'].map((name) => ({
  class: name,
  values: [name],
  label: { en: `the ${name}` },
  color: '#282727',
  pattern: 'solid' as const,
}))
const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', accuracyM: 10 })
/** The government held 5 of 10, of which the opposition claims 1; nobody names 4. */
const control = (held = [zone({ c: 'Government' }, box(0, 0, 5, 10)), zone({ c: 'Opposition' }, box(4, 0, 2, 10))]) =>
  made(held, { id: 'control', role: 'control', classField: 'c', classes, date: '2018-05-21', accuracyM: 10 })
const events = [
  { date: '2024-12-08', kind: 'other' as const, title: { en: 'The government falls' }, ends: { party: 'Government' } },
]
const requested = {
  asOf: '2018-05-21',
  events,
  headline: { layer: 'control', party: 'Government', label: { en: 'the state', ar: 'الدولة' } },
}

function measuredOn(at: string, draws = 0, layers = [plan, control()]): LayerMeasurement & { readonly planM2: number } {
  const { study, features } = studyOf(layers, requested)
  const outcome = measureStudy(study, features, { at, draws, seed: 1 })
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return { ...outcome.value.layers.find(({ role }) => role === 'control')!, planM2: outcome.value.plan.areaM2 }
}

/** What became of the ground of `held` from its day to one after the end of the government's hold. */
function changeOf(held: Parameters<typeof control>[0]) {
  const { study, features } = studyOf([plan, control(held)], requested)
  const timeline = timelineOf(study, features, {
    between: { from: '2018-05-21', to: '2025-01-01' },
    draws: 50,
    seed: 1,
  })
  if (!timeline.ok) throw new Error(timeline.problem.code)
  return timeline.value.changes[0]!
}

const notKnown = 'not known (hold of the state ended on 8 December 2024: The government falls)'

describe('ground of a hold that has ended', () => {
  test('is a figure of its own, apart from ground that nobody named', () => {
    const { planM2, ...later } = measuredOn('2025-01-01')
    expect(later.ended).toMatchObject([{ party: 'Government', date: '2024-12-08', share: expect.closeTo(0.4, 3) }])
    expect(later.unnamed!.share).toBeCloseTo(0.4, 3)
    expect(later.uncoveredM2).toBeCloseTo(0.8 * planM2, -2)
    expect(uncoveredRows(later, 'en').map(({ text, areaM2 }) => [text, Math.round((10 * areaM2) / planM2)])).toEqual([
      [notKnown, 4],
      ['not covered', 4],
    ])
    const { ended, unnamed } = measuredOn('2018-05-21')
    expect([ended, unnamed]).toEqual([undefined, undefined])
  })

  test.each([
    ['2024', 'ended in 2024: The'],
    ['2024-12', 'ended in December 2024: The'],
    ['2024-12-08', 'ended on 8 December 2024: The'],
  ])('ended on the day, in the month or in the year %s', (date, words) => {
    const { study, features } = studyOf([plan, control()], { ...requested, events: [{ ...events[0]!, date }] })
    const outcome = measureStudy(study, features, { at: '2025-01-01' })
    if (!outcome.ok) throw new Error(outcome.problem.code)
    expect(uncoveredRows(outcome.value.layers[0]!, 'en')[0]!.text).toContain(words)
  })

  test('has intervals of its own, from the draws of its layer', () => {
    const { ended, unnamed } = measuredOn('2025-01-01', 100)
    for (const ground of [ended![0]!, unnamed!]) {
      if (!('areaM2' in ground)) throw new Error('not split')
      expect(ground.low! < ground.areaM2 && ground.areaM2 < ground.high!).toBe(true)
      expect(ground.shareLow! < ground.share && ground.share < ground.shareHigh!).toBe(true)
    }
  })

  test('is not said to be lost between two days, nor to have changed', () => {
    const { study, features } = studyOf([plan, control()], requested)
    const timeline = timelineOf(study, features, {
      between: { from: '2018-05-21', to: '2025-01-01' },
      draws: 50,
      seed: 1,
    })
    if (!timeline.ok) throw new Error(timeline.problem.code)
    const [change] = timeline.value.changes
    const planM2 = timeline.value.dates[0]!.plan.areaM2
    const tenths = (areaM2 = 0): number => Math.round((10 * areaM2) / planM2)
    expect([change!.changedM2, tenths(change!.notKnownM2)]).toEqual([0, 5])
    const state = change!.classes.find((own) => own.class === 'Government')!
    expect([state.lostM2, tenths(state.notKnownM2), state.net]).toEqual([0, 5, undefined])
    expect(netText(state, 'en')).toMatch(/^not known of [\d,.]+\sha, whose hold had ended$/)
    // Sentence, row and cell of the matrix print one area: what is not known is one cell, with its interval.
    const [gone] = change!.matrix.filter((cell) => cell.notKnown && cell.fromClasses.length === 1)
    const rounded = formatAreaOf(gone!.areaM2, gone!, 'en')
    const alone = changeOf([zone({ c: 'Government' }, box(0, 0, 5, 10))])
    expect(alone.notKnown).toEqual({
      low: alone.matrix.find((cell) => cell.notKnown)!.low,
      high: alone.matrix.find((cell) => cell.notKnown)!.high,
    })
    expect(
      netText(
        alone.classes.find((own) => own.class === 'Government')!,
        'en',
      ),
    ).toContain(formatAreaOf(alone.notKnownM2!, alone.notKnown!, 'en'))
    expect(rounded).not.toMatch(/\./)
    expect(change!.matrix.reduce((sum, { areaM2 }) => sum + areaM2, 0)).toBeCloseTo(planM2, 2)
    const later = measureStudy(study, features, { at: '2025-01-01' })
    const crossed = later.ok ? crossTable(study, later.value, ['control']) : later
    if (!crossed.ok) throw new Error(crossed.problem.code)
    expect(crossed.value.axes[0]!.categories.find(({ kind }) => kind === 'uncovered')!.label.en).toBe(
      'not covered or not known',
    )
    // Without the end of the hold nothing changes between the days either.
    const held = studyOf([plan, control()], { ...requested, events: [] })
    const still = timelineOf(held.study, held.features, { between: { from: '2018-05-21', to: '2025-01-01' } })
    expect(still.ok && still.value.changes[0]!.notKnownM2).toBeUndefined()
  })

  test('is never said to be as last reported, and other ground still is', () => {
    const { study, features } = studyOf([plan, control()], requested)
    const timeline = timelineOf(study, features)
    if (!timeline.ok) throw new Error(timeline.problem.code)
    const day = timeline.value.dates.find(({ date }) => date === '2024-12-09')!
    expect(validityText(day.layers[0]!, day.date, 'en')).toBe(
      `${notKnown}; anything else as last reported on 21 May 2018, 6 years 6 months before`,
    )
    const alone = studyOf([plan, control([zone({ c: 'Government' }, box(0, 0, 5, 10))])], requested)
    const only = timelineOf(alone.study, alone.features)
    if (!only.ok) throw new Error(only.problem.code)
    const last = only.value.dates.find(({ date }) => date === '2024-12-09')!
    expect(validityText(last.layers[0]!, last.date, 'en')).toBe(notKnown)
    const parts = uncoveredParts(
      only.value.dates.flatMap(({ layers }) => layers),
      'en',
    )
    expect(parts.map(({ text }) => text)).toEqual([
      'not known (hold of the state ended on 8 December 2024)',
      'not covered',
    ])
    const shares = only.value.dates.map(({ layers, plan: { areaM2 } }) =>
      parts.map(({ of }) => Math.round((10 * (of(layers[0]!)?.areaM2 ?? 0)) / areaM2)),
    )
    expect(shares.map(([ended, bare]) => [ended, bare])).toEqual([
      [0, 5],
      [5, 5],
    ])
  })
})
