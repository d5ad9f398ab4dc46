import { dateSchema } from '../../core/study/text.ts'
import { wholeNumber } from './whole-number.ts'

/** What changes the numbers of a measurement, as text gives it: in an address, or on the command line. */
export const measuringOptions = {
  at: dateSchema.optional(),
  draws: wholeNumber(0, 100_000).optional(),
  seed: wholeNumber(0, 2 ** 32 - 1).optional(),
} as const
