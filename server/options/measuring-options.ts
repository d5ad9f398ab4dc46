import { z } from 'zod'
import { announcementDay } from '../../core/model/asked-day.ts'
import type { SupposedAccuracy } from '../../core/layers/state-accuracy.ts'
import { dateSchema } from '../../core/model/text.ts'
import { usualDraws } from '../../core/model/usual-draws.ts'
import { accuracyForms, readAccuracy } from '../../core/model/accuracy.ts'
import { wholeNumber } from './whole-number.ts'

const draws = wholeNumber(0, 100_000)
const seed = wholeNumber(0, 2 ** 32 - 1)

/** What changes the numbers of a measurement, as text gives it: in an address, or on the command line. */
export const measuringOptions = {
  at: z.union([dateSchema, z.literal(announcementDay)]).optional(),
  draws: draws.optional(),
  seed: seed.optional(),
  /** `LAYER:ACCURACY`, once or several times: supposed for this answer and not saved. */
  accuracy: z
    .union([z.string(), z.array(z.string()).max(1_000)])
    .transform((given, context): SupposedAccuracy[] =>
      [given].flat().flatMap((text) => {
        for (let place = text.indexOf(':'); place >= 0; place = text.indexOf(':', place + 1)) {
          const accuracy = readAccuracy(text.slice(place + 1))
          if (place > 0 && accuracy) return [{ layer: text.slice(0, place), accuracy }]
        }
        context.addIssue({
          code: 'custom',
          message: `it is not LAYER:ACCURACY, with an accuracy such as ${accuracyForms}`,
        })
        return []
      }),
    )
    .optional(),
} as const

/** The same for sheets, reports, exports and comparisons, which draw intervals where nobody says otherwise. */
export const drawingOptions = {
  ...measuringOptions,
  draws: draws.default(usualDraws.draws),
  seed: seed.default(usualDraws.seed),
} as const

/** What may be asked of the draws beside the intervals. */
export const drawnOptions = {
  /** Square metres: how probable it is that an area is larger. */
  above: wholeNumber(0, 9_999_999_999).optional(),
  correlations: z.enum(['true', 'false']).optional(),
} as const
