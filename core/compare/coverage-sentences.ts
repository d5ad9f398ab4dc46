import type { ComparedStudy } from './comparison.ts'
import { textIn } from '../model/text.ts'
import { say, type Language } from '../i18n/say.ts'
import { standingOf, type Standing } from './coverage.ts'

const standings: readonly Standing[] = ['measured', 'named', 'outlined', 'told']

/** Which of the studies are measured and which only told; and that no precedent is measured, where that is so. */
export function coverageSentences(studies: readonly ComparedStudy[], language: Language): string[] {
  const standing = new Map(studies.map((study) => [study.id, standingOf(study.coverage)]))
  const sentences = standings.flatMap((kind) => {
    const own = studies.filter(({ id }) => standing.get(id) === kind)
    const list = own.map(({ title }) => textIn(language, title)).join(language === 'ar' ? '، ' : ', ')
    return own.length === 0 ? [] : [say(language, `coverage.studies.${kind}`, { list })]
  })
  const precedents = studies.slice(1)
  const isNone =
    precedents.length > 0 &&
    precedents.every(({ id }) => standing.get(id) === 'outlined' || standing.get(id) === 'told')
  return isNone ? [...sentences, say(language, 'coverage.studies.none')] : sentences
}
