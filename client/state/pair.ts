import { isCalendarDay } from '../../core/time/days.ts'

export const pairModes = ['swipe', 'beside'] as const
type PairMode = (typeof pairModes)[number]

/** A second map over or beside the first. */
export type Pair = {
  readonly mode: PairMode
  /** Id of its study; `null` is the one in front. */
  readonly study: string | null
  /** Its day; `null` is its study's own. */
  readonly at: string | null
  /** Where the divider of a swipe stands, in hundredths from the left. */
  readonly split: number
}

const middle = 50

export const pairOf = (pair: Omit<Pair, 'split'>): Pair => ({ ...pair, split: middle })

/** As it stands in the address: `swipe/2018-04-28/jobar`, a day or a study that is not named left empty. */
export const pairText = ({ mode, at, study }: Pair): string =>
  [mode, at ?? '', study ?? ''].join('/').replace(/\/+$/, '')

export function readPair(text: string | null): Pair | null {
  const [word, day = '', study = ''] = (text ?? '').split('/')
  const mode = pairModes.find((own) => own === word)
  return mode ? pairOf({ mode, at: isCalendarDay(day) ? day : null, study: study === '' ? null : study }) : null
}
