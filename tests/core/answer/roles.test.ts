import { describe, expect, test } from 'vitest'
import { answerSentence } from '../../../core/answer/answer.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { measuredRoles, type Layer, type MeasuredRole } from '../../../core/model/layer.ts'
import { sheetName } from '../../../core/sheet/sheet-name.ts'
import { groundFacts } from '../../../core/report/ground-facts.ts'
import { box, made, studyOf, zone } from '../measure/fixture.ts'

const plan = made([zone({}, box(0, 0, 10, 10))], { id: 'plan', role: 'plan' })

type Words = { readonly sentence: string; readonly facts: string; readonly name: string }

function words(role: MeasuredRole, language: 'en' | 'ar', width: number, record: Partial<Layer> = {}): Words {
  const layer = made([zone({ use: 'R1' }, box(0, 0, width, 10)), zone({ use: 'R2' }, box(20, 0, 1, 1))], {
    id: 'layer',
    role,
    date: '2018-01-01',
    classField: 'use',
    ...record,
  })
  const { study, features } = studyOf([plan, layer])
  const measured = measureStudy(study, features, { at: '2018-03-01' })
  if (!measured.ok) throw new Error(measured.problem.code)
  const facts = groundFacts(study, measured.value, language)
  return {
    sentence: answerSentence(study, measured.value, language),
    facts: facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    name: sheetName(study, measured.value.at, { name: 'a4' }),
  }
}

const ofHolding = { en: /held|hold/i, ar: /سيطر/ } as const

describe.each(measuredRoles)('the sentence about %s', (role) => {
  test.each([
    ['some ground', 4, {}],
    ['none', 0.001, { where: {} }],
    ['a layer of one class', 4, { classField: undefined }],
    ['an undated layer', 4, { date: undefined }],
  ] as const)(
    'with %s says that ground is held where somebody declared it to be about control, and only there',
    (_, width, record) => {
      for (const language of ['en', 'ar'] as const) {
        const reported = words(role, language, width, record)
        expect(ofHolding[language].test(reported.sentence), reported.sentence).toBe(role === 'control')
        expect(ofHolding[language].test(reported.facts), reported.facts).toBe(role === 'control')
      }
    },
  )
})

test('ground in a zone lies in it, in the sentence, the key figure and the name of the sheet', () => {
  const { sentence, facts, name } = words('zones', 'en', 4)
  expect(sentence).toMatch(/^Of 103\sha, 41\sha, or 40\s%, lie in R1 \(/)
  expect(facts).toMatch(/^In R1: 41\.\d\sha/)
  expect(name).toBe('MAD_zones_overlap_a4_2018-03-01')
  expect(words('zones', 'ar', 4).sentence).toContain('في R1')
})

test('zones listed before control leave the headline to control, and to whatever else is measured', () => {
  const zoning = made([zone({ use: 'R1' }, box(0, 0, 9, 10))], { id: 'zoning', role: 'zones', classField: 'use' })
  const layer = (id: string, role: MeasuredRole) =>
    made([zone({ side: 'A' }, box(0, 0, 4, 10))], { id, role, classField: 'side', date: '2018-01-01' })
  for (const [layers, reported] of [
    [[zoning, layer('damage', 'damage'), layer('control', 'control')], /were held by A/],
    [[zoning, layer('shelling', 'shelling')], /shelled|shelling/],
    [[zoning], /lie in R1/],
  ] as const) {
    const { study, features } = studyOf([plan, ...layers])
    const measured = measureStudy(study, features, { at: '2018-03-01' })
    if (!measured.ok) throw new Error(measured.problem.code)
    expect(answerSentence(study, measured.value, 'en')).toMatch(reported)
  }
})
