import { z } from 'zod'
import { dateSchema } from '../../core/model/text.ts'
import { drawingOptions, measuringOptions } from './measuring-options.ts'

/** Half the width of the bands of the bounds in standard deviations, as text gives it. */
export const bandOption = z
  .string()
  .regex(/^\d{1,2}(?:\.\d{1,4})?$/, 'it is no number such as 1.96')
  .transform(Number)
  .refine((value) => value > 0 && value <= 10, 'it is not between 0 and 10')

/** What is asked of `uncertaintyOf`, as text gives it; the usual draws where no number is given. */
export const uncertaintyOptions = {
  at: dateSchema.optional(),
  draws: drawingOptions.draws,
  seed: drawingOptions.seed,
  accuracy: measuringOptions.accuracy,
  band: bandOption.optional(),
  /** The estimate alone, at once. */
  only: z.enum(['estimate']).optional(),
} as const

/** What is asked of the ground that cannot be attributed. */
export const unattributedOptions = {
  at: dateSchema.optional(),
  accuracy: measuringOptions.accuracy,
  band: bandOption.optional(),
} as const
