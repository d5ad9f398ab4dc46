import { z } from 'zod'
import type { MeasureRequest } from '../engine/measure-study.ts'
import { measuringOptions } from '../engine/measuring-options.ts'
import { wholeNumber } from '../engine/whole-number.ts'
import { flagValues } from './arguments.ts'

/** The flags that change the numbers, for every command that measures. */
export const measuringFlags = {
  at: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
} as const

export const measuringHelp = `  --at DATE           the day to measure, YYYY-MM-DD; else the study's own
  --draws N           draws of the 95 % interval; 0, the default, leaves it out
  --seed N            start of the draws; the same seed gives the same numbers`

export const standardHelp = `  --standard ua-1|a-2a|a-2b   what a PDF is made to: PDF/UA-1 for readers with a screen reader, the default, or PDF/A-2
                      for archives, tagged (a-2a) or not bound to be (a-2b)`

/** What is asked of the measurement; a flag that was not given stays out. */
export function measuringRequest({ at, draws, seed }: Readonly<Record<string, unknown>>): MeasureRequest {
  return flagValues({ at, draws, seed }, z.strictObject(measuringOptions))
}

/** How many threads may be used; every number of them gives the same bits. */
export const threadsOption = z.strictObject({ threads: wholeNumber(1, 256).optional() })
