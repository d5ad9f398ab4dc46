import { z } from 'zod'
import { drawingOptions, measuringOptions } from './measuring-options.ts'
import { insteadOf, option } from './option.ts'
import { because } from '../result/schema-fault.ts'

const band = option(
  z
    .string()
    .regex(/^\d{1,2}(?:\.\d{1,4})?$/, because('why.not-decimal'))
    .transform(Number)
    .refine((value) => value > 0 && value <= 10, because('why.not-between', { least: 0, most: 10 }))
    .optional(),
  'half the width of the bounds’ bands in standard deviations; default 1.96',
  { value: 'SIGMAS' },
)

/** What is asked of `uncertaintyOf`; the usual draws where no number is given. */
export const uncertaintyOptions = {
  ...drawingOptions,
  draws: insteadOf(drawingOptions.draws, {
    schema: drawingOptions.draws.schema,
    describe: 'draws of the 95 % interval; 0 leaves out all that needs them',
  }),
  band,
} as const

/** In an address also the estimate alone, at once. */
export const estimateOption = {
  only: option(z.enum(['estimate']).optional(), 'the estimate alone, at once'),
} as const

/** What is asked of the ground that cannot be attributed. */
export const unattributedOptions = { at: measuringOptions.at, accuracy: measuringOptions.accuracy, band } as const
