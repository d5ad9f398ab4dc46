import { describe, expect, test } from 'vitest'
import { groundFacts } from '../../../core/report/ground-facts.ts'
import { answerSentence } from '../../../core/answer/answer.ts'
import { classLabel } from '../../../core/format/class-label.ts'
import { confidenceExplained } from '../../../core/answer/confidence-explained.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import type { Source } from '../../../core/model/sources.ts'
import { box, made, studyOf, zone } from './fixture.ts'

const sources: readonly Source[] = ['a', 'b', 'c'].map((id) => ({
  id,
  title: { en: `Report ${id}` },
  publisher: { en: id === 'c' ? 'Agency A' : `Agency ${id.toUpperCase()}` },
}))
const plan = made([zone({}, box(0, 0, 12, 10))], { id: 'plan', role: 'plan' })

/** Ground of the government alone, in a layer that knows ISIS as well. */
function studyBy(by: readonly string[], confidence: 'agreed' | 'some-sources', width: number) {
  const own = (side: string) => ({
    class: side,
    values: [side],
    label: { en: side, ar: side },
    color: '#282727',
    pattern: 'solid' as const,
    party: side,
  })
  const control = made([zone({ side: 'Government' }, box(0, 0, width, 10))], {
    id: 'control',
    role: 'control',
    date: '2018-04-28',
    classField: 'side',
    classes: [own('ISIS'), { ...own('Government'), sources: [...by], confidence }],
  })
  return studyOf([plan, control], {
    asOf: '2018-05-10',
    sources: [...sources],
    headline: { layer: 'control', party: 'ISIS', label: { en: 'ISIS', ar: 'التنظيم' } },
  })
}

function measured({ study, features }: ReturnType<typeof studyBy>) {
  const outcome = measureStudy(study, features)
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('where no source names any ground of a party', () => {
  test.each([
    [['a'], 'some-sources'],
    [['a', 'b'], 'agreed'],
  ] as const)('nothing is said by all, nor that none was held (%j)', (by, confidence) => {
    const part = studyBy(by, confidence, 4)
    const measurement = measured(part)
    const when = 'as last reported on 28 April 2018, 12 days before 10 May 2018'
    expect(plain(answerSentence(part.study, measurement, 'en'))).toBe(
      `Of 124 ha, ${when}, no source names any ground as held by ISIS. Of 82 ha nothing is reported.`,
    )
    expect(answerSentence(part.study, measurement, 'ar')).toMatch(
      /لا يسمّي أي مصدر أرضًا تحت سيطرة التنظيم.*لم يرد شيء عن/,
    )
    const [held] = groundFacts(part.study, measurement, 'en')
    expect(plain(held!.value)).toMatch(/no source names any/)
    expect(plain(held!.value)).not.toMatch(/by all|by both/)
    const whole = studyBy(by, confidence, 12)
    expect(plain(answerSentence(whole.study, measured(whole), 'en'))).toMatch(/held by ISIS\.$/)
  })
})

describe('a class that one source alone names', () => {
  test('says so in its label, which one that several name does not', () => {
    const [alone, both, hidden] = [
      studyBy(['a'], 'some-sources', 4),
      studyBy(['a', 'b'], 'agreed', 4),
      studyBy(['a', 'b'], 'some-sources', 4),
    ].map(({ study }) => study.layers[1]!)
    expect(classLabel(alone, 'Government')).toEqual({ en: 'Government (one source)', ar: 'Government (مصدر واحد)' })
    expect([both, hidden].map((layer) => classLabel(layer, 'Government').en)).toEqual(['Government', 'Government'])
    const split = (name: string, label: string) => ({
      ...alone!,
      classes: [{ ...alone!.classes[1]!, class: name, label: { en: label } }],
    })
    expect(classLabel(split('ISIS, some sources', 'ISIS, some sources'), 'ISIS, some sources').en).toBe(
      'ISIS (one source)',
    )
    expect(classLabel(split('ISIS: a', 'ISIS: Agency A'), 'ISIS: a').en).toBe('ISIS: Agency A')
    const twins = { ...alone, classes: [{ ...alone!.classes[1]!, sources: ['a', 'c'], publishers: 1 }] } as typeof alone
    expect(classLabel(twins, 'Government')).toEqual({ en: 'Government (one publisher)', ar: 'Government (ناشر واحد)' })
  })
})

describe('ground of a layer that names no source at all', () => {
  const unsourced = (source?: string) => {
    const { layer, features } = made([zone({}, box(0, 0, 4, 10))], { id: 'isis', role: 'control', date: '2018-04-28' })
    const { source: _source, ...rest } = layer
    return studyOf([plan, { layer: source === undefined ? rest : { ...rest, source }, features }], {
      asOf: '2018-04-28',
      sources: [...sources],
    })
  }

  test('is told with that no source is named, in sentence, key figure and under the tables', () => {
    const part = unsourced()
    const measurement = measured(part)
    expect(plain(answerSentence(part.study, measurement, 'en'))).toMatch(
      /41 ha, or 33 %, were held by isis on 28 April 2018\. No source is named for it\.$/,
    )
    expect(answerSentence(part.study, measurement, 'ar')).toContain('ولا مصدر مذكور لذلك.')
    expect(groundFacts(part.study, measurement, 'en')[0]!.value).toContain('; no source is named;')
    expect(confidenceExplained(part.study, measurement, 'layers', 'en')).toBe('isis: no source is named.')
  })

  test('is not said where the layer names its source', () => {
    const part = unsourced('a')
    expect(answerSentence(part.study, measured(part), 'en')).not.toContain('No source')
    expect(confidenceExplained(part.study, measured(part), 'layers', 'en')).toBeNull()
  })
})

describe('a field of sources that no feature has', () => {
  const inField = (sourcesField: string) =>
    studyOf(
      [
        plan,
        made([zone({ side: 'A', by: '' }, box(0, 0, 4, 10))], {
          id: 'control',
          role: 'control',
          date: '2018-04-28',
          classField: 'side',
          sourcesField,
        }),
      ],
      { asOf: '2018-04-28', sources: [...sources] },
    )
  const codesOf = (part: ReturnType<typeof inField>) => measured(part).notes.map(({ code }) => code)

  test('has a note, as ground that its features name nobody for has not', () => {
    expect(codesOf(inField('bye'))).toContain('sources-field-absent')
    expect(codesOf(inField('by'))).not.toContain('sources-field-absent')
  })
})

describe('ground that is all inferred', () => {
  test.each([
    ['control', 'no source names anybody for any ground; what is drawn there is inferred.'],
    ['shelling', 'no source names any of the ground that is drawn there; it is inferred.'],
    ['zones', 'no source names any of the ground that is drawn there; it is inferred.'],
  ] as const)('of %s is told of as what it is', (role, words) => {
    const layer = made([zone({ side: 'A' }, box(0, 0, 4, 10))], {
      id: 'ground',
      role,
      date: '2018-04-28',
      classField: 'side',
      classes: [
        { class: 'A', values: ['A'], label: { en: 'A' }, color: '#282727', pattern: 'solid', confidence: 'inferred' },
      ],
    })
    const part = studyOf([plan, layer], { asOf: '2018-04-28' })
    expect(plain(answerSentence(part.study, measured(part), 'en'))).toBe(`Of 124 ha, ${words}`)
  })
})

describe('the explanation of the words', () => {
  const explained = (made: ReturnType<typeof studyBy>, reported: 'sentence' | 'layers') =>
    confidenceExplained(made.study, measured(made), reported, 'en')

  test('is of those that are used', () => {
    expect(explained(studyBy(['a', 'b'], 'agreed', 4), 'sentence')).toBeNull()
    // Its label says "(one source)", and the sentence names nobody.
    expect(explained(studyBy(['a'], 'some-sources', 4), 'sentence')).toBeNull()
    expect(explained(studyBy(['a', 'b'], 'some-sources', 4), 'sentence')).toMatch(
      /^“Some sources”: only some .* silent on it or say otherwise\.$/,
    )
    const requested = studyBy(['a', 'b'], 'agreed', 4)
    const government = {
      ...requested,
      study: { ...requested.study, headline: { layer: 'control', party: 'Government' } },
    }
    expect(answerSentence(government.study, measured(government), 'en')).toContain('as both sources say')
    expect(explained(government, 'sentence')).toMatch(/^“All sources”: .*two or more\.$/)
    expect(explained(studyBy(['a', 'c'], 'some-sources', 4), 'sentence')).toMatch(
      /Sources of one publisher count once\.$/,
    )
  })
})
