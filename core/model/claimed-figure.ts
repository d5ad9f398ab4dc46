import type { Claimed } from './claimed.ts'
import type { Source } from './sources.ts'
import type { Text } from './text.ts'

/** A figure that a source claims without drawing it, as every answer carries it: with what it is of and who says so. */
export type ClaimedFigure = Claimed & {
  /** The study's own words for it, or else the party, the class or the layer. */
  readonly label: Text
  readonly by: Pick<Source, 'title' | 'publisher' | 'side'>
  /** What of the plan's ground it speaks of; `null` where it is none of these. */
  readonly about: ClaimedTopic | null
  /** Ids of claimed figures of the same thing and time that do not agree with it. */
  readonly conflictsWith: readonly string[]
  /** Ids of those that do not agree and may be of another day: of a day beside its month or year, or of periods that overlap. */
  readonly otherDays: readonly string[]
}

export const claimedTopics = ['control', 'shelling', 'damage'] as const
export type ClaimedTopic = (typeof claimedTopics)[number]
