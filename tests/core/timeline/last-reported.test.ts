import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { precedentTable } from '../../../core/compare/precedent-table.ts'
import { drawSheets } from '../../../core/sheet/sheet.ts'
import { answerSentence } from '../../../core/answer/answer.ts'
import { compareStudies } from '../../../core/compare/comparison.ts'
import { formatDate } from '../../../core/format/format.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { Study } from '../../../core/model/study.ts'
import { durationText } from '../../../core/time/duration.ts'
import { sinceAnnouncement } from '../../../core/timeline/since-announcement.ts'
import { timelineOf } from '../../../core/timeline/timeline.ts'
import { crossTable } from '../../../core/measure/cross-table.ts'
import { crossTableCsv, crossTableText } from '../../../server/export/tables/cross-table-text.ts'
import { crossTables } from '../../../server/export/tables/cross-tables.ts'
import { combinationsTable } from '../../../server/export/tables/measured-tables.ts'
import { tableNames } from '../../../server/export/tables/table-names.ts'
import { measurementCsv } from '../../../server/export/tables/measurement-csv.ts'
import { measurementTable } from '../../../server/export/tables/measurement-table.ts'
import { allWords, reportFor, tablesOf } from '../report/report-input.ts'
import { exampleInput } from '../sheet/example-study.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan', title: { en: 'Plan', ar: 'المخطط' } })
const classes = ['A', 'B'].map((name) => ({
  class: name,
  values: [name],
  label: { en: `Side ${name}`, ar: `الجهة ${name}` },
  color: '#C92610',
  pattern: 'solid' as const,
  party: name,
}))
const control = (record: Partial<Layer>, ...fields: readonly Record<string, string>[]) =>
  made([zone({ held: 'A', ...fields[0] }, box(0, 0, 6, 10)), zone({ held: 'B', ...fields[1] }, box(6, 0, 3, 10))], {
    id: 'control',
    role: 'control',
    title: { en: 'Control', ar: 'السيطرة' },
    classField: 'held',
    classes,
    ...record,
  })
const damage = (record: Partial<Layer>) =>
  made([zone({}, box(2, 2, 5, 5))], { id: 'damage', role: 'damage', title: { en: 'Damage', ar: 'الأضرار' }, ...record })

function measured({ study, features }: ReturnType<typeof studyOf>, at?: string) {
  const outcome = measureStudy(study, features, { at })
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}

/** Sheets and reports are printed without vowel marks. */
const withoutMarks = (text: string): string => text.replace(/[\u064b-\u0652]/g, '')

const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')

/** Everything that is printed of a study on a day, by where it stands. */
function outputs(made: ReturnType<typeof studyOf>, at: string, language: 'en' | 'ar'): Record<string, string> {
  const { study, features } = made
  const measurement = measured(made, at)
  const sheet = drawSheets(exampleInput({ study, features, measurement, language }))
  if (!sheet.ok) throw new Error(sheet.problem.code)
  const comparison = compareStudies([{ study, onDay: measurement, onAnnouncement: null, against: [] }])
  const report = reportFor({ study, features, language, measuring: { at } })
  return {
    sentence: answerSentence(study, measurement, language),
    sheet: plain(sheet.value.join(' ')),
    table: measurementTable(measurement, language),
    csv: measurementCsv(measurement, language),
    compare: JSON.stringify(precedentTable(comparison, language)),
    report: plain(allWords(report)),
    'report tables': plain(
      tablesOf(report)
        .map(({ caption }) => caption)
        .join(' '),
    ),
  }
}

describe('a control map of 2011, shown for 2018', () => {
  const all = studyOf([plan, control({ date: '2011-05-01' }), damage({ date: '2014-01-30' })], {
    headline: { layer: 'control', party: 'A' },
    asOf: '2018-04-21',
  })

  test('says so wherever its numbers stand', () => {
    for (const [where, text] of Object.entries(outputs(all, '2018-04-21', 'en'))) {
      expect(text, where).toContain('as last reported on 1 May 2011, 6 years 11 months before 21 April 2018')
    }
    for (const [where, text] of Object.entries(outputs(all, '2018-04-21', 'ar'))) {
      expect(withoutMarks(text), where).toContain(
        'وفق آخر ما ورد في 1 أيار 2011، أي قبل 21 نيسان 2018 بمدة 6 سنوات و11 شهرا',
      )
    }
    expect(outputs(all, '2018-04-21', 'en')['sentence']).not.toContain('on 21 April 2018')
    expect(outputs(all, '2018-04-21', 'en')['sheet']).toContain(
      'as last reported on 30 January 2014, 4 years 2 months before 21 April 2018',
    )
  })

  test.each(['en', 'ar'] as const)('and so does one that tells since when without until when (%s)', (language) => {
    const dated = outputs(all, '2018-04-21', language)
    const since = studyOf([plan, control({ from: '2011-05-01' }), damage({ from: '2014-01-30' })], {
      headline: { layer: 'control', party: 'A' },
      asOf: '2018-04-21',
    })
    const open = outputs(since, '2018-04-21', language)
    for (const where of ['sentence', 'sheet', 'table', 'csv', 'compare']) expect(open[where], where).toBe(dated[where])
    expect(
      measured(since)
        .notes.filter(({ code }) => code === 'layer-last-known')
        .map(({ values }) => values['date']),
    ).toEqual(['2011-05-01', '2014-01-30'])
    expect(answerSentence(since.study, measured(since, '2011-05-01'), 'en')).toContain('on 1 May 2011.')
  })

  test('says so of combinations and of layers that are set against each other', () => {
    const measurement = measured(all)
    const crossed = crossTable(all.study, measurement, ['control', 'damage'])
    if (!crossed.ok) throw new Error(crossed.problem.code)
    expect(crossed.value.axes.map(({ lastReported }) => lastReported)).toEqual(['2011-05-01', '2014-01-30'])
    const texts = [
      JSON.stringify(combinationsTable(all.study, measurement, tableNames(all.study, 'en'), 'en').rows),
      JSON.stringify(crossTables(all.study, measurement, 'en').map(({ description }) => description)),
      crossTableText(crossed.value, 'en'),
      crossTableCsv(crossed.value, 'en'),
    ]
    for (const text of texts)
      for (const day of ['1 May 2011', '30 January 2014']) expect(plain(text)).toContain(`as last reported on ${day}`)
    const onDay = crossTable(all.study, measured(all, '2014-01-30'), ['control', 'damage'])
    expect(onDay.ok && onDay.value.axes.map(({ lastReported }) => lastReported)).toEqual(['2011-05-01', null])
  })

  test('has the note with both days, whatever its role and however many snapshots there are', () => {
    const notes = measured(all).notes.filter(({ code }) => code === 'layer-last-known')
    expect(notes.map(({ values }) => values)).toEqual([
      { layer: 'control', date: '2011-05-01', at: '2018-04-21', days: 2547 },
      { layer: 'damage', date: '2014-01-30', at: '2018-04-21', days: 1542 },
    ])
    expect(notes[0]!.message).toBe(
      'control: shown as last reported on 2011-05-01, 6 years 11 months before 2018-04-21; nobody says that it still held, and nothing is interpolated.',
    )
    expect(measured(all, '2011-05-01').notes.map(({ code }) => code)).not.toContain('layer-last-known')
    const line = timelineOf(all.study, all.features)
    expect(line.ok && line.value.dates.at(-1)!.layers.map(({ holds, date }) => [holds, date])).toEqual([
      ['last-known', '2011-05-01'],
      ['last-known', '2014-01-30'],
    ])
    expect(line.ok && line.value.notes.map(({ code }) => code)).toContain('series-last-known')
  })
})

test('whatever day is asked for, no figure of another day stands without its own', () => {
  const day = fc
    .date({ min: new Date('2010-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(
      fc.uniqueArray(day, { minLength: 1, maxLength: 3 }),
      day,
      day,
      fc.constantFrom('en', 'ar'),
      (snapshots, image, at, language) => {
        const all = studyOf(
          [
            plan,
            ...snapshots.map((date, i) => control({ id: `control-${i}`, name: 'control', date })),
            damage({ date: image }),
          ],
          { headline: { layer: 'control', party: 'A' } },
        )
        const shown = [
          snapshots
            .filter((date) => date <= at)
            .toSorted()
            .at(-1),
          image <= at ? image : undefined,
        ]
        const measurement = measured(all, at)
        expect(measurement.layers.map(({ date }) => date ?? undefined)).toEqual(shown)
        const stale = shown.map((date) => (date !== undefined && date !== at ? formatDate(date, language) : null))
        const texts = {
          sentence: [answerSentence(all.study, measurement, language), stale[0]],
          table: [measurementTable(measurement, language), ...stale],
          csv: [measurementCsv(measurement, language), ...stale],
        }
        for (const [text, ...days] of Object.values(texts)) for (const own of days) if (own) expect(text).toContain(own)
        if (shown[0] !== undefined && shown[0] !== at)
          expect(texts.sentence[0]).not.toContain(
            language === 'en' ? `A on ${formatDate(at, 'en')}` : `A في ${formatDate(at, 'ar')}`,
          )
      },
    ),
    { seed: 11, numRuns: 60 },
  )
})

describe('a layer with an end', () => {
  test.each(['control', 'damage', 'shelling'] as const)('is shown inside its days and on no other: %s', (role) => {
    const all = studyOf([
      plan,
      made([zone({}, box(0, 0, 5, 5))], { id: 'zones', role, from: '2018-04-10', to: '2018-04-21' }),
    ])
    const shown = ['2018-04-09', '2018-04-10', '2018-04-21', '2018-04-22'].map(
      (at) => measured(all, at).layers[0]!.layer,
    )
    expect(shown).toEqual([null, 'zones', 'zones', null])
    expect(measured(all, '2018-04-22').notes.map(({ code }) => code)).toContain('layer-after-date')
    expect(measured(all, '2018-04-15').notes.map(({ code }) => code)).not.toContain('layer-last-known')
  })

  test('gives way to the one that ends first of those that began together, and never to a mere date before it', () => {
    const shelling = (id: string, record: Partial<Layer>) =>
      made([zone({}, box(0, 0, 5, 5))], { id, name: 'shelling', role: 'shelling', ...record })
    const all = studyOf([
      plan,
      shelling('month', { from: '2018-04-10', to: '2018-04-30' }),
      shelling('days', { from: '2018-04-10', to: '2018-04-21' }),
      shelling('old', { date: '2017-01-01' }),
      shelling('short', { from: '2018-04-15', to: '2018-04-16' }),
    ])
    const shown = ['2018-04-09', '2018-04-12', '2018-04-15', '2018-04-18', '2018-04-25', '2018-05-01'].map(
      (at) => measured(all, at).layers[0]!.layer,
    )
    expect(shown).toEqual(['old', 'days', 'short', 'days', 'month', null])
  })

  test('that has added up since a day and is known on another goes on as last reported', () => {
    const all = studyOf([
      plan,
      made([zone({}, box(0, 0, 5, 5))], { id: 'shelling', role: 'shelling', from: '2018-04-10', date: '2018-04-21' }),
    ])
    expect(measured(all, '2018-04-20').layers[0]!.layer).toBeNull()
    expect(answerSentence(all.study, measured(all, '2018-07-12'), 'en')).toContain(
      '(10 April 2018 to 21 April 2018, as last reported 2 months before 12 July 2018)',
    )
  })
})

describe('the end of a hold', () => {
  const event = (date: string, party?: string) => ({
    date,
    title: { en: 'Event' },
    kind: 'other' as const,
    ...(party ? { ends: { party } } : {}),
  })
  const study = (events: Study['events'], record: Partial<Layer> = { date: '2018-05-21' }) =>
    studyOf([plan, control(record)], {
      events,
      headline: { layer: 'control', party: 'A', label: { en: 'the A side', ar: 'الجهة ألف' } },
    })
  const codes = (made: ReturnType<typeof studyOf>, at: string) =>
    measured(made, at)
      .notes.filter(({ code }) => code.startsWith('hold') || code.startsWith('ends'))
      .map(({ code, values }) => [code, values['party'], values['date']])

  test('makes the party’s ground uncovered on later days, not on its own', () => {
    const all = study([event('2024-12-08', 'A')])
    const [before, after] = [measured(all, '2024-12-08').layers[0]!, measured(all, '2024-12-09').layers[0]!]
    expect(before).toMatchObject({ classes: [{ class: 'A' }, { class: 'B' }] })
    expect(before.ended).toBeUndefined()
    expect(after).toMatchObject({ classes: [{ class: 'B' }], ended: [{ party: 'A', date: '2024-12-08' }] })
    expect(after.groups.map(({ party }) => party)).toEqual([null, 'B'])
    expect(after.uncoveredM2).toBeCloseTo(before.uncoveredM2 + before.classes[0]!.areaM2, 3)
    expect(after.classes[0]).toEqual(before.classes[1])
    expect(codes(all, '2024-12-09')).toEqual([['hold-ended', 'A', '2024-12-08']])
    expect(codes(all, '2024-12-08')).toEqual([])
  })

  test('is said in sentence, sheet, report and comparison; nobody is said to hold the ground', () => {
    const all = study([event('2024-12-08', 'A')])
    const { sentence, sheet, report, compare, csv } = outputs(all, '2025-01-01', 'en')
    expect(plain(sentence!)).toMatch(
      /^Of 1\d\d ha, who held 6\d ha, or 60 %, on 1 January 2025 is not known: the hold of the A side ended on 8 December 2024 \(Event\)\.$/,
    )
    expect(sheet).toContain('not known')
    expect(report).toContain('Holder not known (hold of the A side ended on 8 December 2024: Event)')
    expect(compare).toContain('who held it is not known')
    for (const text of [sentence!, sheet!, report!, csv!])
      expect(text).not.toMatch(/held by (the A side|Side A)|Side A [\d.]+/)
    const arabic = outputs(all, '2025-01-01', 'ar')
    expect(arabic['sentence']).toContain('انتهت سيطرة الجهة ألف في 8 كانون الأول 2024')
    expect(arabic['sheet']).toContain('غير معروف')
  })

  test('of another party than the one asked about comes before what was last reported of that one', () => {
    const all = studyOf([plan, control({ date: '2018-05-21' })], {
      events: [event('2024-12-08', 'B')],
      headline: { layer: 'control', party: 'A' },
    })
    expect(plain(answerSentence(all.study, measured(all, '2025-01-01'), 'en'))).toMatch(
      /is not known: the hold of Side B ended on 8 December 2024 \(Event\)\. Of 1\d\d ha, 6\d ha, or 60 %, were held by A as last reported on 21 May 2018, 6 years 7 months before 1 January 2025\.$/,
    )
  })

  test('counts from the first one after the layer’s day, in whatever order the events stand', () => {
    const events = [
      event('2024-12-08', 'A'),
      event('2020-03-01', 'B'),
      event('2012-01-01', 'A'),
      event('2022-01-01', 'A'),
    ]
    expect(codes(study(events), '2025-01-01')).toEqual([
      ['hold-ended', 'B', '2020-03-01'],
      ['hold-ended', 'A', '2022-01-01'],
    ])
    expect(codes(study(events), '2021-01-01')).toEqual([['hold-ended', 'B', '2020-03-01']])
    expect(measured(study(events), '2025-01-01').layers[0]!.classes).toEqual([])
  })

  test('does not bear on what was stated after it', () => {
    expect(codes(study([event('2018-05-20', 'A')]), '2025-01-01')).toEqual([])
    expect(codes(study([event('2018-05-21', 'A')]), '2025-01-01')).toEqual([['hold-ended', 'A', '2018-05-21']])
    const dated = studyOf(
      [
        plan,
        control({ dateFields: { from: 'since' } }, { since: '2011-01-01' }, { since: '2011-01-01', held: 'A' }),
        made([], { id: 'context', role: 'context' }),
      ],
      { events: [event('2015-01-01', 'A')] },
    )
    expect(measured(dated, '2016-01-01').layers[0]!.classes.map((own) => own.class)).toEqual(['B'])
    const back = studyOf(
      [plan, control({ dateFields: { from: 'since' } }, { since: '2011-01-01' }, { since: '2015-06-01', held: 'A' })],
      { events: [event('2015-01-01', 'A')] },
    )
    const rows = measured(back, '2016-01-01').layers[0]!
    expect(rows.classes[0]).toMatchObject({ class: 'A', share: expect.closeTo(0.3, 3) })
    expect(rows.ended).toMatchObject([{ party: 'A', date: '2015-01-01' }])
  })

  test('whose day is not given counts from the end of its month', () => {
    expect(codes(study([event('2024-12', 'A')]), '2024-12-31')).toEqual([])
    expect(codes(study([event('2024-12', 'A')]), '2025-01-01')).toEqual([['hold-ended', 'A', '2024-12']])
  })

  test('of a party that no layer of control knows ends nothing, and says so', () => {
    const all = study([event('2024-12-08', 'Goverment')])
    expect(codes(all, '2025-01-01')).toEqual([['ends-party-unknown', 'Goverment', undefined]])
    expect(measured(all, '2025-01-01').layers[0]!.ended).toBeUndefined()
  })

  test('stands in the timeline on the day after', () => {
    const { study: own, features } = study([event('2024-12-08', 'A')])
    const line = timelineOf(own, features)
    if (!line.ok) throw new Error(line.problem.code)
    expect(line.value.dates.map(({ date, layers }) => [date, layers[0]!.classes.length])).toEqual([
      ['2018-05-21', 2],
      ['2024-12-09', 1],
    ])
    expect(line.value.notes.map(({ code }) => code)).toContain('hold-ended')
  })
})

describe('the day of a study', () => {
  test('is the one asked for, its own, or that of its latest control', () => {
    const layers = [
      plan,
      control({ id: 'c1', name: 'control', date: '2018-01-14' }),
      control({ id: 'c2', name: 'control', date: '2018-04-21' }),
      damage({ date: '2019-01-01' }),
    ]
    const [without, withDay] = [studyOf(layers), studyOf(layers, { asOf: '2018-02-01' })]
    expect(
      [measured(without), measured(withDay), measured(without, '2018-03-01')].map(({ at, atFrom }) => [at, atFrom]),
    ).toEqual([
      ['2018-04-21', 'control'],
      ['2018-02-01', 'study'],
      ['2018-03-01', 'asked'],
    ])
    const nothing = measured(studyOf([plan, damage({})]))
    expect([nothing.at, nothing.atFrom]).toEqual([null, null])
  })

  test('is never called undated beside a date', () => {
    for (const layers of [
      [plan, control({ date: '2024-08-01' })],
      [plan, damage({ date: '2019-03-23' })],
      [plan, control({}), damage({ date: '2019-03-23' })],
    ]) {
      const { study, features } = studyOf(layers)
      const measurement = measured({ study, features })
      const sheet = drawSheets(exampleInput({ study, features, measurement }))
      const report = reportFor({ study, features })
      if (!sheet.ok) throw new Error(sheet.problem.code)
      for (const text of [
        sheet.value.join(' '),
        allWords(report),
        report.name,
        answerSentence(study, measurement, 'en'),
      ])
        expect(text).not.toMatch(/undated/i)
    }
  })

  test('says of a layer without any that its day is not stated', () => {
    const all = studyOf([plan, control({})], { headline: { layer: 'control', party: 'A' } })
    expect(answerSentence(all.study, measured(all, '2018-04-21'), 'en')).toContain(
      'on a day that is not stated (asked for: 21 April 2018)',
    )
    expect(measured(all, '2018-04-21').notes.map(({ code }) => code)).toContain('layer-undated-holds')
  })
})

describe('durations', () => {
  const cases = [
    ['2018-04-20', '2018-04-21', '1 day', 'يوم واحد'],
    ['2018-04-19', '2018-04-21', '2 days', 'يومين'],
    ['2018-03-26', '2018-05-21', '56 days', '56 يومًا'],
    ['2018-03-21', '2018-05-21', '2 months', 'شهرين'],
    ['2017-04-21', '2018-04-21', '1 year', 'سنة واحدة'],
    ['2016-03-21', '2018-04-21', '2 years 1 month', 'سنتين وشهر واحد'],
    ['2011-05-01', '2018-04-21', '6 years 11 months', '6 سنوات و11 شهرًا'],
    ['1918-04-21', '2018-04-21', '100 years', '100 سنة'],
    ['2018-01-31', '2018-03-30', '58 days', '58 يومًا'],
  ] as const

  test.each(cases)('from %s to %s: %s', (from, to, english, arabic) => {
    expect(durationText(from, to, 'en')).toBe(english)
    expect(durationText(from, to, 'ar')).toBe(arabic)
  })

  test('are not counted where a day is not given', () => {
    expect(sinceAnnouncement('2020-06-25', '2013-07', 'en')).toBe('day not given')
    const all = studyOf([plan, control({ date: '2018-05-21' })], {
      plan: { layer: 'plan', name: { en: 'Plan' }, announced: '2020-06-25' },
      events: [
        { date: '2013-07', title: { en: 'Siege' }, kind: 'siege' },
        { date: '2018-05-21', title: { en: 'End' }, kind: 'taken' },
      ],
    })
    const comparison = compareStudies([{ study: all.study, onDay: measured(all), onAnnouncement: null, against: [] }])
    expect(comparison.studies[0]).toMatchObject({
      siege: { from: '2013-07', to: '2018-05-21', days: null },
      events: [{ days: null }, { days: -766 }],
    })
    expect(JSON.stringify(precedentTable(comparison, 'en'))).toContain('July 2013 to 21 May 2018, day not given')
  })
})
