import { expect, test } from 'vitest'
import { answerOf } from '../../../core/answer/answer.ts'
import { compareStudies, widelyNamedLines } from '../../../core/compare/comparison.ts'
import { precedentTable } from '../../../core/compare/precedent-table.ts'
import { classLabel } from '../../../core/format/class-label.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { LayerClass } from '../../../core/model/layer.ts'
import { timelineOf } from '../../../core/timeline/timeline.ts'
import { box, made, studyOf, zone } from './fixture.ts'

const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' })
const known = (name: string, more: Partial<LayerClass> = {}): LayerClass => ({
  class: name,
  values: [name],
  label: { en: name },
  color: '#282727',
  pattern: 'solid',
  ...more,
})
const control = (classes: LayerClass[], date: string, id = 'control') =>
  made(
    classes.map(({ class: name }, i) => zone({ c: name }, box(2 * i, 0, 2, 10))),
    { id, name: 'control', role: 'control', classField: 'c', date, classes },
  )

const inferred = [known('State', { party: 'State' }), known('what remains', { party: 'State', confidence: 'inferred' })]

test('what is inferred is of no party, where no source is named at all as well', () => {
  const { study, features } = studyOf([plan, control(inferred, '2018-04-21')])
  const outcome = measureStudy(study, features)
  if (!outcome.ok) throw new Error(outcome.problem.code)
  expect(outcome.value.layers[0]!.classes.map(({ class: name, party }) => [name, party])).toEqual([
    ['State', 'State'],
    ['what remains', undefined],
  ])
})

test('what is inferred stands for itself among the changes', () => {
  const { study, features } = studyOf([
    plan,
    control(inferred, '2018-03-26', 'one'),
    control(inferred.toReversed(), '2018-04-21', 'other'),
  ])
  const timeline = timelineOf(study, features, { only: 'changes' })
  if (!timeline.ok) throw new Error(timeline.problem.code)
  const [change] = timeline.value.changes
  expect(change!.parties.map(({ party, class: name }) => party ?? name)).toEqual(['State', 'what remains'])
  expect(change!.parties.every(({ all }) => all.gainedM2 > 0 && all.lostM2 > 0)).toBe(true)
})

test('a class of some sources that are not named says so in its label', () => {
  const classes = [
    known('ISIS', { confidence: 'some-sources' }),
    known('said', { confidence: 'some-sources', sources: ['a'] }),
  ]
  const { layer } = control(classes, '2018-04-21')
  expect(classes.map(({ class: name }) => classLabel(layer, name).en)).toEqual([
    'ISIS (some sources)',
    'said (one source)',
  ])
})

test('where one hold has ended a comparison still tells what another party held, and that the rest is not known', () => {
  const { study, features } = studyOf(
    [plan, control([known('ISIS', { party: 'ISIS' }), known('State', { party: 'State' })], '2018-04-01')],
    {
      asOf: '2018-04-21',
      events: [{ date: '2018-04-10', kind: 'evacuation', title: { en: 'ISIS leaves' }, ends: { party: 'ISIS' } }],
    },
  )
  const compared = (party: string) => {
    const requested = { ...study, headline: { layer: 'control', party } }
    const onDay = measureStudy(requested, features)
    if (!onDay.ok) throw new Error(onDay.problem.code)
    expect(answerOf(requested, onDay.value)).not.toBeNull()
    const comparison = compareStudies([{ study: requested, onDay: onDay.value, onAnnouncement: null, against: [] }])
    const held = precedentTable(comparison, 'en').rows.find(({ key }) => key === 'held')!
    return [comparison.studies[0]!.coverage.held, held.cells[0]]
  }
  expect(compared('State')).toEqual([
    'measured',
    [
      'State: 20.0\u00a0%',
      'of other ground who held it is not known, because a hold had ended',
      'as last reported on 1 April 2018, 20 days before 21 April 2018',
    ],
  ])
  expect(compared('ISIS')).toEqual(['unknown', ['who held it is not known']])
})

test('a comparison names the sources that speak only in a wider sense', () => {
  const sources = ['a', 'b', 'c'].map((id) => ({
    id,
    title: { en: `Report ${id}` },
    publisher: { en: `Paper ${id}` },
    side: 'independent',
  }))
  const classes = [known('ISIS', { party: 'ISIS', sources: ['a', 'b', 'c'], confidence: 'agreed', widelyBy: ['c'] })]
  const { study, features } = studyOf([plan, control(classes, '2018-04-21')], { sources })
  const onDay = measureStudy(study, features)
  if (!onDay.ok) throw new Error(onDay.problem.code)
  const { studies } = compareStudies([{ study, onDay: onDay.value, onAnnouncement: null, against: [] }])
  expect(widelyNamedLines(studies, 'en')).toEqual([
    `${study.title.en} – Control: of the ground by all sources one source speaks only in a wider sense, naming a larger place that it is part of: Paper c (independent).`,
  ])
  expect(studies[0]!.widelyNamed[0]!.ar).toContain('Paper c')
})
