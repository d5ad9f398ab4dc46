import { describe, expect, test } from 'vitest'
import { answerSentence } from '../../../core/answer/answer.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { Layer } from '../../../core/model/layer.ts'
import type { Study } from '../../../core/model/study.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const plan = made([zone({}, box(0, 0, 20, 10))], { id: 'plan', role: 'plan' })

type Asked = {
  readonly record?: Partial<Layer>
  readonly headline?: Study['headline']
  readonly language?: 'en' | 'ar'
}

/** Of classes as 'A at 0 to 5, B at 5 to 10', by the edges of their ground in a plan twenty wide. */
function sentence(classes: string, { record = {}, headline, language = 'en' }: Asked = {}): string {
  const features = classes.split(', ').map((own) => {
    const [held = '', from, to] = own.split(/ at | to /)
    return zone({ held }, box(Number(from), 0, Number(to) - Number(from), 10))
  })
  const layer = made(features, { id: 'layer', role: 'control', date: '2018-01-01', classField: 'held', ...record })
  const { study, features: shapes } = studyOf([plan, layer])
  const measured = measureStudy(study, shapes, { at: '2018-03-01' })
  if (!measured.ok) throw new Error(measured.problem.code)
  return answerSentence(headline ? { ...study, headline } : study, measured.value, language)
}

describe('the largest class of a layer in which another has as much ground', () => {
  test.each([
    ['A at 0 to 5, B at 5 to 10', {}, 'The same layer shows as much ground of B.'],
    ['B at 5 to 10, A at 0 to 5', {}, 'The same layer shows as much ground of '],
    ['A at 0 to 5, B at 5 to 10', { record: { role: 'zones' } }, 'The same layer shows as much ground of B.'],
    ['A at 0 to 5, B at 5 to 10, C at 10 to 15', {}, 'The same layer shows as much ground of B and C.'],
    ['A at 0 to 5, B at 3 to 8', {}, 'The same layer shows as much ground of B.'],
    ['A at 0 to 5, B at 5 to 10', { language: 'ar' }, 'وتُظهر الطبقة نفسها بالمساحة ذاتها: B.'],
  ] as const)('is told with the other: %s', (classes, asked, told) => {
    expect(sentence(classes, asked)).toContain(told)
  })

  test('is told with their number where there are more than three', () => {
    const many = 'A at 0 to 2, B at 2 to 4, C at 4 to 6, D at 6 to 8, E at 8 to 10'
    expect(sentence(many)).toContain('The same layer shows as much ground of 4 other classes.')
    expect(sentence(many, { language: 'ar' })).toContain('وتُظهر الطبقة نفسها بالمساحة ذاتها 4 فئات أخرى.')
  })

  test('is told alone where the other has less, lies on the same ground, or is not asked about', () => {
    expect(sentence('A at 0 to 5, B at 5 to 9.99')).not.toContain('as much')
    expect(sentence('A at 0 to 5, B at 0 to 5')).not.toContain('as much')
    expect(sentence('A at 0 to 5, B at 5 to 10', { headline: { layer: 'layer', party: 'A' } })).not.toContain('as much')
  })
})
