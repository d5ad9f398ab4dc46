import { inEachLanguage, translate, type Language } from '../i18n/translate.ts'
import type { Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'
import { kindOf } from '../result/problem-table.ts'
import { describeProblem, type Problem } from '../result/problem.ts'
import type { SkippedStudy } from './comparison-answer.ts'

/** Whether a problem is of the study that was measured, so that the others are compared without it; too many draws are of the request. */
export const isOfOneStudy = ({ code }: Problem): boolean => kindOf(code).status === 422 && code !== 'draws-too-many'

/** A study that cannot be measured, with the reason. */
export const skippedStudy = ({ id, title }: Pick<Study, 'id' | 'title'>, reason: Problem): SkippedStudy => ({
  id,
  title,
  code: reason.code,
  text: inEachLanguage((language) => describeProblem(language, reason)),
})

/** A study that another names as its precedent, and that is not there or cannot be read. */
export const absentStudy = (id: string, reason: Problem): SkippedStudy => ({
  id,
  title: null,
  code: reason.code,
  text: inEachLanguage((language) => describeProblem(language, reason)),
})

/** Ids of the precedents that the first study names, without those that stand beside it already. */
export const precedentsBeside = (studies: readonly Pick<Study, 'id' | 'precedents'>[]): string[] =>
  [...new Set(studies[0]?.precedents)].filter((id) => !studies.some((study) => study.id === id))

/** Which studies were left out of a comparison and why, a sentence each. */
export const skippedLines = (skipped: readonly SkippedStudy[], language: Language): string[] =>
  skipped.map(({ id, title, text }) =>
    translate(language, 'compare.skipped', {
      study: title === null ? id : textIn(language, title),
      reason: textIn(language, text),
    }),
  )
