import { expect, test } from 'vitest'
import type { ComparedPlans } from '../../../core/report/report-input.ts'
import { cleanForeignText, unvocalised } from '../../../core/sheet/clean-text.ts'
import { compareStudies, type MeasuredStudy } from '../../../core/compare/comparison.ts'
import { skippedLines, skippedStudy } from '../../../core/compare/skipped-study.ts'
import { problem } from '../../../core/result/problem.ts'
import { formatHectareValue } from '../../../core/format/format.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { textIn } from '../../../core/model/text.ts'
import { exampleFeatures, exampleStudy } from '../sheet/example-study.ts'
import { allWords, reportFor, tablesOf, wordsOf } from './report-input.ts'

const own = exampleStudy()
const other = exampleStudy({
  id: 'other',
  title: { en: 'Other {plan} <w:p>', ar: 'مخطط آخر' },
  asOf: '2018-05-21',
  events: [
    { date: '2013-07-01', kind: 'siege', title: { en: 'Siege' } },
    { date: '2018-05-21', kind: 'taken', title: { en: 'Taken' } },
  ],
})
const measured = [own, other].map((study): MeasuredStudy => {
  const measurement = measureStudy(study, exampleFeatures())
  if (!measurement.ok) throw new Error(measurement.problem.code)
  return { study, onDay: measurement.value, onAnnouncement: measurement.value, against: [] }
})
const compared: ComparedPlans = {
  comparison: compareStudies(measured),
  studies: new Map([own, other].map((study) => [study.id, study])),
  hashes: new Map([
    [own.id, 'a'.repeat(64)],
    [other.id, 'b'.repeat(64)],
  ]),
}

test.each(['en', 'ar'] as const)(
  'the plan stands beside the others, with sentences of its findings (%s)',
  (language) => {
    const report = reportFor({ language, compared })
    const tables = tablesOf(report)
    const sideBySide = tables.findIndex(({ remarks }) => remarks.join(' ').includes('b'.repeat(12)))
    expect(tables[sideBySide]!.rows).toHaveLength(2)
    expect(tables[sideBySide + 1]!.rows[1]!.cells.at(-1)).toBe('1,785')
    const held = tables[sideBySide + 2]!
    for (const { onDay } of measured) {
      for (const { areaM2 } of onDay.layers
        .find(({ role }) => role === 'control')!
        .classes.filter((each) => each.areaM2 > 0)) {
        expect(held.rows.map(({ cells }) => cells[2])).toContain(formatHectareValue(areaM2, language))
      }
    }
    const words = allWords(report)
    const reported = compared.comparison.findings.filter(
      ({ kind, because, topic }) => kind !== 'open' || because !== undefined || topic === 'siege',
    )
    expect(reported.length).toBeGreaterThan(1)
    for (const { text } of reported) expect(words).toContain(unvocalised(cleanForeignText(textIn(language, text))))
  },
)

test('beside a study that says nothing of who held its ground, no table says who held that of others', () => {
  const { comparison } = compared
  const [first, ...others] = comparison.studies
  const quiet = { ...first!, layers: first!.layers.filter(({ role }) => role !== 'control'), claimed: [] }
  const report = reportFor({ compared: { ...compared, comparison: { ...comparison, studies: [quiet, ...others] } } })
  const heads = tablesOf(report).map(
    ({ caption, columns }) => `${caption} ${columns.map(({ head }) => head).join(' ')}`,
  )
  const before = tablesOf(reportFor({ compared })).map(
    ({ caption, columns }) => `${caption} ${columns.map(({ head }) => head).join(' ')}`,
  )
  const saysHolder = (text: string) => /^Who held|Held by the party/.test(text)
  expect(before.filter(saysHolder)).not.toEqual([])
  expect(heads.filter(saysHolder)).toEqual([])
})

test.each(['en', 'ar'] as const)(
  'where no study is about control, nothing is said of who held ground (%s)',
  (language) => {
    const aboutControl = /held|holder|taken|siege|سيطر|حصار|الاستيلاء/
    const zonesOnly = [own, other].map((study): MeasuredStudy => {
      const quiet = {
        ...study,
        events: study.events.filter(({ kind }) => kind !== 'siege' && kind !== 'taken'),
        layers: study.layers.map((layer) => (layer.role === 'control' ? { ...layer, role: 'zones' as const } : layer)),
      }
      const measurement = measureStudy(quiet, exampleFeatures())
      if (!measurement.ok) throw new Error(measurement.problem.code)
      return { study: quiet, onDay: measurement.value, onAnnouncement: measurement.value, against: [] }
    })
    const said = (plans: ComparedPlans) => {
      const { blocks } = reportFor({ language, compared: plans })
      const from = blocks.findIndex(
        (block) => block.kind === 'heading' && block.text.includes(unvocalised(translate(language, 'report.compared'))),
      )
      return blocks
        .slice(from, from + 12)
        .map(wordsOf)
        .join('\n')
    }
    expect(said(compared)).toMatch(aboutControl)
    const quietPlans = { ...compared, comparison: compareStudies(zonesOnly) }
    expect(said(quietPlans).match(aboutControl)).toBeNull()
  },
)

test.each(['en', 'ar'] as const)('others that cannot be compared are named with the reason (%s)', (language) => {
  const skipped = [
    skippedStudy({ id: 'bare', title: { en: 'Bare', ar: 'خالية' } }, problem('plan-missing', { study: 'bare' })),
  ]
  const [line] = skippedLines(skipped, language)
  for (const plans of [measured, measured.slice(0, 1)]) {
    const words = allWords(
      reportFor({ language, compared: { ...compared, comparison: compareStudies(plans, skipped) } }),
    )
    expect(words).toContain(unvocalised(cleanForeignText(line!)))
  }
})

test('without others nothing is said of them', () => {
  const without = reportFor().blocks.map(wordsOf).join('\n')
  expect(without).not.toContain('Compared with other plans')
  expect(reportFor({ compared }).blocks.map(wordsOf).join('\n')).toContain('Compared with other plans')
})

test.each(['en', 'ar'] as const)(
  'a source is said to stand behind a layer of the plan itself once (%s)',
  (language) => {
    const second = { ...own.sources[0]!, id: 'second', title: { en: 'Second', ar: 'الثاني' } }
    const study = {
      ...own,
      sources: [...own.sources, second],
      layers: own.layers.map((layer) => (layer.role === 'control' ? { ...layer, source: 'second' } : layer)),
    }
    const [first, ...others] = compared.comparison.studies
    const plans = {
      ...compared,
      comparison: { ...compared.comparison, studies: [{ ...first!, sources: study.sources }, ...others] },
      studies: new Map([...compared.studies, [study.id, study]]),
    }
    const entries = allWords(reportFor({ study, language, compared: plans })).split('\n')
    const entry = entries.find((line) => line.includes(textIn(language, second.title)) && line.includes('CC BY 4.0'))
    const control = textIn(language, own.layers.find(({ role }) => role === 'control')!.title)
    expect(entry?.split(control)).toHaveLength(2)
  },
)
