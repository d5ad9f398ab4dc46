import { openNamesText, type OpenName } from './open-names.ts'
import { isWordKey, say, type Language, type WordKey, type WordValues } from '../i18n/say.ts'

type CodeOf<Prefix extends string, Key> = Key extends `${Prefix}.${infer Code}` ? Code : never
export type ProblemCode = CodeOf<'problem', WordKey>

/** Why the user's data or request cannot be used: a stable code, and the file, feature and value in `values`. */
export type Problem = {
  readonly code: ProblemCode
  readonly values: WordValues
  /** What a machine needs to go on, such as the candidates for a coordinate system. */
  readonly more?: Readonly<Record<string, unknown>>
}

export function problem(code: ProblemCode, values: WordValues = {}, more?: Readonly<Record<string, unknown>>): Problem {
  return more ? { code, values, more } : { code, values }
}

/** The sentence that names the file, the feature and the value, and says what to do. */
export const describeProblem = (language: Language, { code, values, more }: Problem): string =>
  say(language, `problem.${code}`, withReason({ ...values, ...openNames(code, more, language) }, language))

/** The list of names without a day in the language of the reader, for a problem that tells of such names. */
export const openNames = (code: string, more: Problem['more'], language: Language): WordValues =>
  code === 'snapshots-undated' && Array.isArray(more?.['snapshots'])
    ? { list: openNamesText(more['snapshots'] as readonly OpenName[], language) }
    : {}

/** A reason of our own as values of a problem: the key of its words, and the words in English. */
export type Reason = WordValues & { readonly why: string; readonly reason: string }

export const reasonValues = (why: Extract<WordKey, `why.${string}`>, values: WordValues = {}): Reason => ({
  ...values,
  why,
  reason: say('en', why, values),
})

/** Values with the reason in the language of the reader; what a library said stays as it said it. */
export function withReason(values: WordValues, language: Language): WordValues {
  const { why } = values
  return typeof why === 'string' && isWordKey(why) ? { ...values, reason: say(language, why, values) } : values
}
