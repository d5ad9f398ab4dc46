import { textIn } from '../model/text.ts'
import { comma, translate, type Language } from '../i18n/translate.ts'
import { standingOf, type Standing } from './coverage.ts'
import type { ComparedStudy } from './comparison-answer.ts'

const standings: readonly Standing[] = ['measured', 'named', 'outlined', 'told']

/** Which of the studies are measured and which only told; and that no precedent is measured, where that is so. */
export function coverageSentences(studies: readonly ComparedStudy[], language: Language): string[] {
  const standing = new Map(studies.map((study) => [study.id, standingOf(study.coverage, study.layers)]))
  const sentences = standings.flatMap((kind) => {
    const own = studies.filter(({ id }) => standing.get(id) === kind)
    const list = own.map(({ title }) => textIn(language, title)).join(comma(language))
    return own.length === 0 ? [] : [translate(language, `coverage.studies.${kind}`, { list })]
  })
  const precedents = studies.slice(1)
  const isNone =
    precedents.length > 0 &&
    precedents.every(({ id }) => standing.get(id) === 'outlined' || standing.get(id) === 'told')
  return isNone ? [...sentences, translate(language, 'coverage.studies.none')] : sentences
}
