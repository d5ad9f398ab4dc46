import { expect, test } from 'vitest'
import { ruleValues } from '../../../core/measure/zone-sensitivity.ts'
import { note } from '../../../core/result/note.ts'
import { describeProblem, problem, reasonValues } from '../../../core/result/problem.ts'
import { formatNumber } from '../../../core/format/format.ts'
import { joinedWords } from '../../../core/format/joined-words.ts'
import { noteText } from '../../../core/format/note-text.ts'
import { ar } from '../../../core/i18n/ar/index.ts'

const latin = /[A-Za-z]{3,}/

test('a reason of our own is in the language of the reader, and in English for machines', () => {
  const refused = problem('logo-unusable', {
    number: 1,
    alt: 'شعار',
    ...reasonValues('why.logo-too-large', { limit: 2 }),
  })
  expect(describeProblem('ar', refused)).toBe('لا يمكن استعمال الشعار 1 (شعار): حجمه أكبر من 2 ميغابايت.')
  expect(describeProblem('en', refused)).toBe('Logo 1 (شعار) cannot be used: it is larger than 2 MB.')
  expect(refused.values.reason).toBe('it is larger than 2 MB')
})

test('why no day can be taken from a name is in the language of the reader', () => {
  const snapshots = [
    { sublayer: 'القصف 05-06-2018', date: null, reason: 'day-or-month', readings: ['2018-05-06', '2018-06-05'] },
    { sublayer: 'front', date: null, reason: 'none', readings: [] },
    { sublayer: 'f_20180501', date: '2018-05-01', reason: null, readings: [] },
  ]
  const refused = problem('snapshots-undated', { layer: 'القصف', list: 'in English' }, { snapshots })
  expect(describeProblem('ar', refused).replaceAll(/[\u2066-\u2069]/g, '')).toBe(
    'القصف: لا يمكن أخذ يوم بعض اللقطات من أسمائها: القصف 05-06-2018 (قد يتبادل اليوم والشهر: 2018-05-06، 2018-06-05)؛ front (لا تاريخ فيه). حدّد يوم كل منها بالتقويم الميلادي.',
  )
  expect(describeProblem('en', refused)).toContain('front (there is none in it). Say the day')
})

test('words in a row are joined as the language joins them', () => {
  expect(joinedWords(['plan', 'control', 'shelling'], 'en')).toBe('plan, control and shelling')
  expect(joinedWords(['المخطط', 'السيطرة', 'القصف'], 'ar')).toBe('المخطط والسيطرة والقصف')
  expect([joinedWords(['plan'], 'en'), joinedWords([], 'ar')]).toEqual(['plan', ''])
})

test('what a library says stands in an Arabic message as a detail in English, in quotes', () => {
  const said = problem('body-not-json', { reason: 'Unexpected token' })
  expect(describeProblem('ar', said)).toBe(
    'محتوى الطلب ليس JSON صالحًا (التفصيل بالإنكليزية: «\u2066Unexpected token\u2069»).',
  )
  const open = Object.entries(ar).filter(
    ([key, text]) =>
      /^(problem|note)\./.test(key) &&
      text.includes('{reason}') &&
      !/«[^»]*\{reason\}|\(رمز الخطأ \{reason\}|\(\{reason\}/.test(text),
  )
  // Their reasons are always our own.
  const own = ['logo-unusable', 'base-map-unfit', 'body-invalid', 'query-invalid', 'setting-invalid', 'layout-invalid']
    .concat(
      'classes-file-invalid',
      'study-invalid',
      'publication-invalid',
      'points-invalid',
      'recipe-invalid',
      'regions-invalid',
    )
    .map((code) => `problem.${code}`)
  expect(open.map(([key]) => key).filter((key) => !own.includes(key))).toEqual([])
})

test('what other rules give of the plan is said in Arabic', () => {
  const areas = [
    { rule: { by: 'radius', radiusM: 250 }, events: 3, areaM2: 123_000, share: 0.014 },
    { rule: { by: 'grid', cellM: 500, least: 3 }, events: 3, areaM2: 4_560_000, share: 0.52 },
  ] as const
  const own = note('event-sensitivity', { layer: 'قصف', ...ruleValues(areas) }, { layer: 'قصف' })
  expect(own.message.replaceAll('\u00a0', ' ')).toBe(
    'قصف: what other rules would give of the plan: 250 m: 12.3 ha (1.4 %); 500 m, 3 events or more: 456.0 ha (52.0 %).',
  )
  const text = noteText(own, { class: (_, name) => name, layer: (name) => name, party: (name) => name }, 'ar')
  expect(text).not.toMatch(latin)
  expect(text).toContain('؛ 500 م، 3 أحداث على الأقل')
})

test('a number below zero has a true minus', () => {
  expect([formatNumber(-1234.5, 1), formatNumber(-0.01, 1)]).toEqual(['\u22121,234.5', '0.0'])
})
