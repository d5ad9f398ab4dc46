import { expect, test } from 'vitest'
import type { ComparedPlans } from '../../../core/report/report-input.ts'
import { cleanForeignText, unvocalised } from '../../../core/sheet/clean-text.ts'
import { compareStudies, type MeasuredStudy } from '../../../core/compare/comparison.ts'
import { formatHectareValue } from '../../../core/format/format.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
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
    const told = compared.comparison.findings.filter(
      ({ kind, because, topic }) => kind !== 'open' || because !== undefined || topic === 'siege',
    )
    expect(told.length).toBeGreaterThan(1)
    for (const { text } of told) expect(words).toContain(unvocalised(cleanForeignText(textIn(language, text))))
  },
)

test('without others nothing is said of them', () => {
  const without = reportFor().blocks.map(wordsOf).join('\n')
  expect(without).not.toContain('Compared with other plans')
  expect(reportFor({ compared }).blocks.map(wordsOf).join('\n')).toContain('Compared with other plans')
})
