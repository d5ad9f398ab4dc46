import { openNamesText, type OpenName } from './open-names.ts'
import { isLoaded } from '../i18n/catalogues.ts'
import { isMessageKey, translate, type Language, type MessageKey, type MessageValues } from '../i18n/translate.ts'

type CodeOf<Prefix extends string, Key> = Key extends `${Prefix}.${infer Code}` ? Code : never
export type ProblemCode = CodeOf<'problem', MessageKey>

/** Why the user's data or request cannot be used: a stable code, and the file, feature and value in `values`. */
export type Problem = {
  readonly code: ProblemCode
  readonly values: MessageValues
  /** What a machine needs to go on, such as the candidates for a coordinate system. */
  readonly more?: Readonly<Record<string, unknown>>
}

export function problem(
  code: ProblemCode,
  values: MessageValues = {},
  more?: Readonly<Record<string, unknown>>,
): Problem {
  return more ? { code, values, more } : { code, values }
}

/** The sentence that names the file, the feature and the value, and says what to do. */
export const describeProblem = (language: Language, { code, values, more }: Problem): string =>
  translate(language, `problem.${code}`, withReason({ ...values, ...openNames(code, more, language) }, language))

/** The list of names without a day in the language of the reader, for a problem that tells of such names. */
export const openNames = (code: string, more: Problem['more'], language: Language): MessageValues =>
  code === 'snapshots-undated' && Array.isArray(more?.['snapshots'])
    ? { list: openNamesText(more['snapshots'] as readonly OpenName[], language) }
    : {}

/** A reason of our own as values of a problem: the key of its words, and the words in English where the page has loaded English. */
export type Reason = MessageValues & { readonly why: string; readonly reason: string }

export const reasonValues = (why: Extract<MessageKey, `why.${string}`>, values: MessageValues = {}): Reason => ({
  ...values,
  why,
  reason: isLoaded('en') ? translate('en', why, values) : why,
})

/** Values with the reason in the language of the reader; what a library said stays as it said it. */
export function withReason(values: MessageValues, language: Language): MessageValues {
  const { why } = values
  return typeof why === 'string' && isMessageKey(why) ? { ...values, reason: translate(language, why, values) } : values
}
