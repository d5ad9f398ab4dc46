import { z } from 'zod'
import type { Rate } from '../../core/montecarlo/count-interval.ts'
import { measuringOptions } from './measuring-options.ts'

/** `45/50`: so many of so many. */
const rateOption = z
  .string()
  .regex(/^\d{1,7}\/\d{1,7}$/, 'it is no rate such as 45/50')
  .transform((text): Rate => {
    const [hits, of] = text.split('/').map(Number) as [number, number]
    return { hits, of }
  })

/** What is asked of areas corrected by an error matrix, as text gives it. */
export const areaCorrectionOptions = {
  layer: z.string().min(1).max(200),
  at: measuringOptions.at,
  sampling: z.enum(['probability', 'unknown']).default('unknown'),
} as const

/** What is asked of counts corrected by detection rates, as text gives it. */
export const countCorrectionOptions = {
  layer: z.string().min(1).max(200),
  at: measuringOptions.at,
  confirmed: rateOption.optional(),
  found: rateOption.optional(),
} as const
