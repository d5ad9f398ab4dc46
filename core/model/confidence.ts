import { z } from 'zod'

/** `agreed`: at least two independent sources name the ground itself, and all that speak of it name it, be it in a wider sense; `some-sources`: only some of them, or one alone; `inferred`: named by nobody. */
export const confidences = ['agreed', 'some-sources', 'inferred'] as const
export type Confidence = (typeof confidences)[number]

/** The words of basilia-study/1, which did not say who had assessed anything. */
const formerConfidences = ['assessed', 'claimed', 'contested'] as const

export const givenConfidenceSchema = z.enum([...confidences, ...formerConfidences])
export type GivenConfidence = z.infer<typeof givenConfidenceSchema>

/** What a word for confidence means; `isStated` is false where it says something that no source is known to have said. */
export function confidenceOf(word: GivenConfidence | undefined): {
  readonly confidence?: Confidence
  readonly isStated: boolean
} {
  if (word === 'claimed') return { confidence: 'some-sources', isStated: true }
  if (word === 'assessed' || word === 'contested') return { isStated: false }
  return word === undefined ? { isStated: true } : { confidence: word, isStated: true }
}
