import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { crossTable } from '../../../core/measure/cross-table.ts'
import { uncertaintyOf } from '../../../core/uncertainty/uncertainty-of.ts'
import { precedentTable } from '../../../core/compare/precedent-table.ts'
import { publishedRows } from '../../../core/compare/published-rows.ts'
import { claimedFigures } from '../../../core/measure/claimed-figures.ts'
import { claimedText, markedFigure } from '../../../core/format/claimed-text.ts'
import { compareStudies } from '../../../core/compare/comparison.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { readStudy } from '../../../core/model/read-study.ts'
import type { Study } from '../../../core/model/study.ts'
import { timelineOf } from '../../../core/timeline/timeline.ts'
import { box, made, studyOf, zone } from './fixture.ts'

type Given = Record<string, unknown> & {
  readonly plan: Record<string, unknown>
  readonly claimed: readonly Record<string, unknown>[]
}

const given = JSON.parse(readFileSync('tests/fixtures/issues/plan-without-outline.json', 'utf8')) as Given

function read(change: Record<string, unknown> = {}): Study {
  const study = readStudy('told', { ...given, ...change })
  if (!study.ok) throw new Error(study.problem.code)
  return study.value
}

const refusal = (change: Record<string, unknown>): string | null => {
  const study = readStudy('told', { ...given, ...change })
  return study.ok ? null : study.problem.code
}

function measured(study: Study) {
  const answer = measureStudy(study, new Map())
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.value
}

const codeOf = (study: Study): string | null => {
  const answer = measureStudy(study, new Map())
  return answer.ok ? null : answer.problem.code
}

describe('a plan without an outline', () => {
  test('is not measured: its area is a published figure, its ground what sources claim', () => {
    const { plan, layers, combinations, claimed, notes } = measured(read())
    expect(plan).toEqual({ name: 'Plan of Darayya, 1980', features: 0, areaM2: 3_180_000, areaFrom: 'published-1' })
    expect([layers, combinations]).toEqual([[], []])
    expect(claimed.map(({ id }) => id)).toEqual(['d95', 'army-65', 'opp-most', 'razed'])
    expect(notes.map(({ code }) => code)).toEqual(['plan-without-outline'])
  })

  test('says of a published share above one, and of less than nothing, that it cannot be', () => {
    const notesOf = (change: object) => {
      const [first, ...others] = (given['published'] as readonly object[]).map((own) => ({ ...own }))
      return measured(read({ published: [first, ...others, { ...first, id: 'odd', ...change }] })).notes
    }
    const odd = [{ code: 'published-impossible', values: { published: 'odd' } }]
    expect(notesOf({ measure: 'share', value: 70 }).slice(1)).toMatchObject(odd)
    expect(notesOf({ value: -5 }).slice(1)).toMatchObject(odd)
    expect(notesOf({ measure: 'share', value: 1 })).toHaveLength(1)
  })

  test('says of a claim for more ground than the plan has that it is so, and of none that fits', () => {
    const claim = { id: 'most', measure: 'areaM2', of: 'plan', date: '2014' }
    const notesOf = (change: object, of = 'plan') =>
      measured(read({ claimed: [{ ...claim, source: given.claimed[0]!.source, of, ...change }] })).notes.map(
        ({ message }) => message,
      )
    expect(notesOf({ value: 4_000_000 })).toContain(
      'The claimed figure most gives 400 ha of the plan, which has 318.0 ha: it may be of other ground, or of another outline.',
    )
    expect(notesOf({ low: 3_300_000, high: 9_000_000 })).toHaveLength(2)
    for (const fits of [{ value: 3_200_000 }, { low: 3_000_000, high: 9_000_000 }])
      expect(notesOf(fits)).toHaveLength(1)
    expect(notesOf({ value: 4_000_000 }, 'place:Darayya')).toHaveLength(1)
  })

  test('takes the published area that it names, and without one the first; without any it is refused by name', () => {
    expect(measured(read({ plan: { ...given.plan, areaFrom: 'published-2' } })).plan).toMatchObject({
      areaM2: 7_500_000,
      areaFrom: 'published-2',
    })
    expect(measured(read({ plan: { ...given.plan, areaFrom: undefined } })).plan).toMatchObject({
      areaM2: 3_180_000,
      areaFrom: 'published-1',
    })
    expect(codeOf(read({ plan: { ...given.plan, areaFrom: undefined }, published: [] }))).toBe('plan-area-unknown')
  })

  test('without a place it stays a study without a plan', () => {
    expect(codeOf(read({ plan: { ...given.plan, place: undefined } }))).toBe('plan-missing')
  })

  test('has a timeline of its days, no uncertainty, and nothing to set against published figures or crosswise', () => {
    const study = read()
    const timeline = timelineOf(study, new Map())
    expect(timeline.ok && timeline.value.dates.map(({ date, layers }) => [date, layers])).toEqual([
      ['2016-08-26', []],
      ['2018-05-14', []],
    ])
    expect(timeline.ok && timeline.value.changes).toEqual([])
    const uncertainty = uncertaintyOf(study, new Map(), { draws: 20 })
    expect(
      uncertainty.ok && [
        uncertainty.value.figures,
        uncertainty.value.layers,
        uncertainty.value.notes.map(({ code }) => code),
      ],
    ).toEqual([[], [], ['plan-without-outline']])
    const rows = publishedRows(study, new Map())
    expect(rows.ok && rows.value.map(({ without, measured: ours }) => [without, ours])).toEqual([
      ['no-outline', null],
      ['no-outline', null],
      ['not-an-area', null],
    ])
    const crossed = crossTable(study, measured(study), ['control'])
    expect(!crossed.ok && crossed.problem.code).toBe('cross-table-no-outline')
  })
})

describe('claimed figures', () => {
  const figures = claimedFigures(read())
  const text = (id: string, language: 'en' | 'ar') =>
    claimedText(
      figures.find((own) => own.id === id)!,
      language,
    )

  test('say what, how much, of what, when and who, as they were given', () => {
    expect(text('d95', 'en')).toEqual({
      what: 'destroyed',
      howMuch: '80\u00a0% to 95\u00a0%',
      ofWhat: 'the plan',
      day: '2016',
      who: 'Enab Baladi (opposition)',
    })
    expect(text('army-65', 'en')).toEqual({
      what: 'Held by Government',
      howMuch: '65\u00a0%',
      ofWhat: 'Darayya',
      day: 'July 2016',
      who: 'SANA (government)',
    })
    expect(text('opp-most', 'en').howMuch).toBe('at most 50\u00a0%')
    expect(text('razed', 'en')).toMatchObject({
      what: 'buildings demolished',
      howMuch: '41.6\u00a0ha',
      day: 'August 2012 to July 2013',
    })
    expect(text('army-65', 'ar').who).toBe('سانا (جهة حكومية)')
  })

  test('of one place and of times that overlap stand side by side; none is averaged', () => {
    const together = figures.map(({ id, conflictsWith, otherDays }) => [id, conflictsWith, otherDays])
    expect(together).toEqual([
      ['d95', [], []],
      ['army-65', [], ['opp-most']],
      ['opp-most', [], ['army-65']],
      ['razed', [], []],
    ])
  })

  test('of days that do not meet, or of ranges that do, do not contradict one another', () => {
    const of = (id: string, date: string, figure: Record<string, number>) => ({
      id,
      measure: 'share',
      of: 'plan',
      party: 'ISIS',
      date,
      ...figure,
      source: 'enab',
    })
    const conflicts = (...claimed: Record<string, unknown>[]) =>
      claimedFigures(read({ claimed })).map(({ conflictsWith }) => conflictsWith.length)
    expect(conflicts(of('a', '2016-07', { value: 0.65 }), of('b', '2016-08-01', { value: 0.3 }))).toEqual([0, 0])
    expect(conflicts(of('a', '2016-08-01', { value: 0.65 }), of('b', '2016-08-01', { value: 0.3 }))).toEqual([1, 1])
    expect(conflicts(of('a', '2016-07-31', { low: 0.2, high: 0.7 }), of('b', '2016-07', { value: 0.3 }))).toEqual([
      0, 0,
    ])
  })

  test('that do not agree and may be of other days are not said to contradict one another, but to be of other days', () => {
    const of = (id: string, time: Record<string, string>, value: number) => ({
      id,
      measure: 'share',
      of: 'plan',
      party: 'ISIS',
      ...time,
      value,
      source: 'enab',
    })
    const marks = (...times: Record<string, string>[]) => {
      const figures = claimedFigures(read({ claimed: times.map((time, i) => of(`c${i}`, time, 0.3 + i / 10)) }))
      return figures.map((figure) => markedFigure(figure, 'en').replace(/^\d+\u00a0% ?/, ''))
    }
    expect(marks({ date: '2016' }, { date: '2016-08-01' })).toEqual(['(other day)', '(other day)'])
    expect(marks({ date: '2016-08' }, { date: '2016-08' })).toEqual(['≠', '≠'])
    expect(marks({ from: '2016-07-01', to: '2016-09-01' }, { date: '2016-08' })).toEqual(['≠', '≠'])
    expect(marks({ from: '2012', to: '2016' }, { date: '2016-08' })).toEqual(['(other day)', '(other day)'])
    expect(marks({ date: '2016-07' }, { date: '2016-08-01' })).toEqual(['', ''])
  })

  test.each([
    ['a share above one', { value: 1.2 }, 'claimed-share-above-one'],
    ['no day', { date: undefined }, 'claimed-undated'],
    ['a day and days', { date: '2016-07', from: '2016' }, 'claimed-dated-twice'],
    ['a class and a party', { class: 'Army', party: 'Government' }, 'claimed-of-two'],
    ['a source that is not there', { source: 'nobody' }, 'source-unknown'],
    ['a range the wrong way round', { value: undefined, low: 0.9, high: 0.1 }, 'claimed-reversed'],
    ['no figure', { value: undefined }, 'claimed-valueless'],
  ])('with %s are refused', (_, change, code) => {
    const [, army] = [given.claimed[1], given.claimed.find(({ id }) => id === 'army-65')]
    expect(refusal({ claimed: [{ ...army, ...change }] })).toBe(code)
  })

  test('stand beside a measurement and change nothing in it', () => {
    const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' })
    const control = made([zone({ who: 'A' }, box(0, 0, 5, 10))], { id: 'control', role: 'control', classField: 'who' })
    const { study, features } = studyOf([plan, control])
    const { claimed, sources } = read()
    const [without, withClaims] = [study, { ...study, claimed, sources: [...study.sources, ...sources] }].map((own) => {
      const answer = measureStudy(own, features)
      if (!answer.ok) throw new Error(answer.problem.code)
      return answer.value
    })
    expect({ ...withClaims, claimed: [] }).toEqual(without)
    expect(withClaims!.claimed).toHaveLength(4)
  })
})

describe('a comparison', () => {
  const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' })
  const control = made([zone({ who: 'ISIS' }, box(0, 0, 5, 10))], {
    id: 'control',
    role: 'control',
    classField: 'who',
    date: '2018-03-26',
  })
  const { study: outlined, features } = studyOf([plan, control], { id: 'outlined', title: { en: 'Outlined' } })
  const onDay = measureStudy(outlined, features)
  if (!onDay.ok) throw new Error(onDay.problem.code)
  const reported = read()
  const comparison = compareStudies([
    { study: outlined, onDay: onDay.value, onAnnouncement: null, against: [] },
    { study: reported, onDay: measured(reported), onAnnouncement: null, against: [] },
  ])

  test('says in one view what is measured, what is only claimed and by whom, and what is not known', () => {
    expect(comparison.studies.map(({ coverage }) => coverage)).toEqual([
      { area: 'measured', held: 'measured', shelled: 'unknown', damaged: 'unknown' },
      { area: 'claimed', held: 'claimed', shelled: 'unknown', damaged: 'claimed' },
    ])
    expect(comparison.standing.map(({ en }) => en)).toEqual([
      'Measured: Outlined.',
      'Told only, by published and claimed figures, without an outline: Darayya told.',
      'None of the precedents is measured: what is said of them are figures that sources give.',
    ])
    const rows = new Map(precedentTable(comparison, 'en').rows.map(({ key, cells }) => [key, cells]))
    expect(rows.get('basis-claimed')![1]).toHaveLength(4)
    expect(rows.get('basis-claimed')![1]![1]).toBe(
      '65\u00a0% (other day): Held by Government · Darayya · July 2016 · SANA (government)',
    )
    expect(rows.get('area')![1]).toEqual(['318\u00a0ha as published (The Syria Report, independent, 1980)'])
  })

  test('sets like beside like, or says that it cannot: no area that was measured against one that was published', () => {
    const area = comparison.findings.find(({ topic }) => topic === 'plan-area')!
    expect([area.kind, area.factor, area.text.en]).toEqual([
      'open',
      undefined,
      expect.stringContaining('a published figure has no interval'),
    ])
    expect(area.text.en).toMatch(
      /Outlined \(day of its announcement not known\), .*ha as measured; Darayya told, .*318\u00a0ha \(1980\).* as published\.$/,
    )
    const held = comparison.findings.find(({ topic }) => topic === 'held')!
    expect([held.kind, held.text.en]).toEqual([
      'open',
      expect.stringContaining('who held Darayya told is not measured'),
    ])
  })
})

describe('a drawing that was fitted to a figure', () => {
  const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', drawnTo: ['area'] })
  const area = { id: 'area', measure: 'areaM2', value: 1_000_000, source: 'made' } as const

  test('does not confirm it: the row says so and gives no difference', () => {
    const { study, features } = studyOf([plan], {
      sources: [{ id: 'made', title: { en: 'Made' } }],
      published: [area, { ...area, id: 'other' }],
    })
    const rows = publishedRows(study, features)
    if (!rows.ok) throw new Error(rows.problem.code)
    expect(
      rows.value.map(({ drawnTo, difference, differenceOfPublished, measured: ours }) => [
        drawnTo,
        difference === null,
        differenceOfPublished === null,
        ours === null,
      ]),
    ).toEqual([
      [true, true, true, false],
      [false, true, true, false],
    ])
  })

  test('to a figure that is not there is refused by name', () => {
    const { study } = studyOf([plan], { published: [area] })
    const lost = readStudy('made', { ...study, published: [] })
    expect(!lost.ok && [lost.problem.code, lost.problem.values['published']]).toEqual(['published-unknown', 'area'])
  })
})
