import { expect, test } from 'vitest'
import { answerSentence } from '../../../core/answer/answer.ts'
import { namesIn } from '../../../core/format/names.ts'
import { crossTable } from '../../../core/measure/cross-table.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' })

test.each([
  ['ISIS', 'تنظيم الدولة'],
  ['Faylaq X', 'Faylaq X'],
])('the party %s that no class is called after has its usual Arabic name, or its own', (party, named) => {
  const classes = [
    { class: 'a', values: ['a'], label: { en: 'A', ar: 'أ' }, color: '#282727', pattern: 'solid' as const, party },
  ]
  const layer = made([zone({ held: 'a' }, box(0, 0, 5, 10))], {
    id: 'layer',
    role: 'control',
    date: '2018-01-01',
    classField: 'held',
    classes,
  })
  const { study, features } = studyOf([plan, layer])
  const measured = measureStudy(study, features, { at: '2018-01-01' })
  if (!measured.ok) throw new Error(measured.problem.code)
  expect(answerSentence(study, measured.value, 'ar')).toContain(named)
  expect(answerSentence(study, measured.value, 'en')).toContain(`held by ${party}`)
})

test('tables and notes call it by the same name, also where it holds two classes', () => {
  const own = (name: string, ar: string) => ({
    class: name,
    values: [name],
    label: { en: name, ar },
    color: '#282727',
    pattern: 'solid' as const,
    party: 'Government',
  })
  const layer = made([zone({ held: 'a' }, box(0, 0, 5, 10)), zone({ held: 'b' }, box(5, 0, 2, 10))], {
    id: 'layer',
    role: 'control',
    date: '2018-01-01',
    classField: 'held',
    classes: [own('a', 'أ'), own('b', 'ب')],
  })
  const { study, features } = studyOf([plan, layer])
  const measured = measureStudy(study, features, { at: '2018-01-01' })
  if (!measured.ok) throw new Error(measured.problem.code)
  const crossed = crossTable(study, measured.value, ['layer'], 'party')
  if (!crossed.ok) throw new Error(crossed.problem.code)
  expect(crossed.value.axes[0]!.categories[0]!.label).toEqual({ en: 'Government', ar: 'الحكومة' })
  expect(namesIn(study, 'ar').party('Government')).toBe('الحكومة')
  expect(namesIn(study, 'en').party('Government')).toBe('Government')
})
