import { say, type Language, type WordKey, type WordValues } from './words/say.ts'

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
export const describeProblem = (language: Language, { code, values }: Problem): string =>
  say(language, `problem.${code}`, values)
