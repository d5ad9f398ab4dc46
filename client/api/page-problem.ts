import { localizeDates } from '../../core/format/localize-dates.ts'
import { isMessageKey, translate, type Language, type MessageValues } from '../../core/i18n/translate.ts'
import { openNames } from '../../core/result/problem.ts'

/** Why a request was refused: the server's problem document, or a failure to reach it. */
export type PageProblem = {
  readonly code: string
  readonly detail: string
  readonly values: MessageValues
  /** Whatever else the document says, such as the candidates for a coordinate system. */
  readonly more: Readonly<Record<string, unknown>>
}

/** `tag` is what a later change of the same is based on, where the server tells one. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly tag?: string | null }
  | { readonly ok: false; readonly problem: PageProblem }

/** The problem in `language` where its code is known here, else in the server's own words. */
export function problemText(problem: PageProblem, language: Language): string {
  const key = `problem.${problem.code}`
  const isComplete = Object.keys(problem.values).length > 0 || problem.detail === ''
  return isMessageKey(key) && isComplete
    ? translate(
        language,
        key,
        localizeDates({ ...problem.values, ...openNames(problem.code, problem.more, language) }, language),
      )
    : problem.detail
}

export const unreachable: PageProblem = { code: 'server-unreachable', detail: '', values: {}, more: {} }

/** A problem from the body of a refused answer, which a proxy may have replaced by something that is no JSON. */
export function problemFrom(status: number, body: unknown): PageProblem {
  if (typeof body !== 'object' || body === null) {
    return { code: 'answer-unreadable', detail: '', values: { status }, more: {} }
  }
  const { code, detail, values, ...more } = body as Record<string, unknown>
  return {
    code: typeof code === 'string' ? code : 'answer-unreadable',
    detail: typeof detail === 'string' ? detail : '',
    values: typeof code === 'string' ? ((values ?? {}) as MessageValues) : { status },
    more,
  }
}
