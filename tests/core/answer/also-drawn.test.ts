import { describe, expect, test } from 'vitest'
import { answerSentence } from '../../../core/answer/answer.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { Layer, LayerClass } from '../../../core/model/layer.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' })

/** Of classes as 'A at 0, B at 3', by the west edge of their ground; each is five wide, and the plan ten. */
function sentence(classes: string, record: Partial<Layer> = {}, language: 'en' | 'ar' = 'en'): string {
  const features = classes.split(', ').map((own) => {
    const [held = '', west] = own.split(' at ')
    return zone({ held }, box(Number(west), 0, 5, 10))
  })
  const layer = made(features, { id: 'layer', role: 'control', date: '2018-01-01', classField: 'held', ...record })
  const { study, features: shapes } = studyOf([plan, layer])
  const measured = measureStudy(study, shapes, { at: '2018-03-01' })
  if (!measured.ok) throw new Error(measured.problem.code)
  return answerSentence(study, measured.value, language)
}

describe('ground that two classes claim without a source', () => {
  test.each([
    ['A at 0, B at 3', {}, 'en', 'The same layer also shows B on part of it.'],
    ['A at 0, B at 0', {}, 'en', 'The same layer also shows B there.'],
    ['A at 0, B at 3', {}, 'ar', 'وتُظهر الطبقة نفسها B أيضًا في جزء منها.'],
    ['A at 0, B at 3', { role: 'zones' }, 'en', 'The same layer also shows B on part of it.'],
  ] as const)('is told with both: %s', (classes, record, language, reported) => {
    expect(sentence(classes, record, language)).toContain(reported)
  })

  test('is counted where there are more than three', () => {
    const many = 'A at 0, B at 0, C at 0, D at 0, E at 0'
    expect(sentence(many)).toContain('The same layer also shows 4 other classes on parts of it.')
    expect(sentence(many, {}, 'ar')).toContain('وتُظهر الطبقة نفسها أيضًا 4 فئات أخرى في أجزاء منها.')
  })

  test('is no matter where classes are neighbours, of one party, or all that is shelled', () => {
    const classes = ['A', 'B'].map((name): LayerClass => ({
      class: name,
      values: [name],
      label: { en: name },
      color: '#CC0000',
      pattern: 'solid',
      party: 'P',
    }))
    expect(sentence('A at 0, B at 5')).not.toContain('also shows')
    expect(sentence('A at 0, B at 3', { classes })).not.toContain('also shows')
    expect(sentence('A at 0, B at 3', { role: 'shelling' })).not.toContain('also shows')
  })
})
