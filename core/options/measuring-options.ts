import { z } from 'zod'
import type { AssumedAccuracy } from '../layers/state-accuracy.ts'
import { accuracyForms, readAccuracy } from '../model/accuracy.ts'
import { announcementDay } from '../model/requested-day.ts'
import { dateSchema } from '../model/text-schema.ts'
import { usualDraws } from '../model/usual-draws.ts'
import { insteadOf, option, switchOption, wholeNumber } from './option.ts'
import { issueOf } from '../result/schema-fault.ts'

const draws = wholeNumber(0, 100_000)
const seed = wholeNumber(0, 2 ** 32 - 1)

const at = option(
  z.union([dateSchema, z.literal(announcementDay)]).optional(),
  'the day to measure, YYYY-MM-DD, or “announcement” for that of the plan; else the study’s own',
  { value: 'DATE' },
)

const drawsOption = option(draws.optional(), 'draws of the 95 % interval; 0, the default, leaves it out', {
  value: 'N',
})

const seedOption = option(
  seed.optional(),
  `start of the draws, default ${usualDraws.seed}; the same seed gives the same numbers`,
  { value: 'N' },
)

/** `LAYER=ACCURACY` or `LAYER:ACCURACY`, once or several times: at the first sign after which an accuracy stands. */
const accuracySchema = z
  .union([z.string(), z.array(z.string()).max(1_000)])
  .transform((given, context): AssumedAccuracy[] =>
    [given].flat().flatMap((text) => {
      for (const { index: place } of text.matchAll(/[=:]/g)) {
        const accuracy = readAccuracy(text.slice(place + 1))
        if (place > 0 && accuracy) return [{ layer: text.slice(0, place), accuracy }]
      }
      context.addIssue(issueOf('why.not-accuracy', { forms: accuracyForms }))
      return []
    }),
  )
  .optional()

/** An accuracy assumed for this answer and not saved; on the command line also that of a layer made of files. */
const accuracy = option(
  accuracySchema,
  `the accuracy of a layer, supposed for this answer and not saved: metres of one standard deviation per axis, or as documents quote it (${accuracyForms})`,
  { value: 'LAYER=ACCURACY', given: 'often' },
)

/** What changes the numbers of a measurement. */
export const measuringOptions = { at, draws: drawsOption, seed: seedOption, accuracy } as const

/** The same for sheets, reports, exports and comparisons, which draw intervals where nobody says otherwise. */
export const drawingOptions = {
  at,
  draws: insteadOf(drawsOption, {
    schema: draws.default(usualDraws.draws),
    describe: 'draws of the 95 % interval; 0 leaves it out',
  }),
  seed: insteadOf(seedOption, {
    schema: seed.default(usualDraws.seed),
    describe: 'start of the draws; the same seed gives the same numbers',
  }),
  accuracy,
} as const

/** Those that mean the same for several studies at once. */
export const comparingOptions = { at, draws: drawingOptions.draws, seed: drawingOptions.seed } as const

export const precedentsOption = {
  precedents: switchOption('also the studies that the first one names as its precedents'),
} as const

/** With a database: who measures. */
export const engineOption = {
  engine: option(
    z.enum(['walk', 'sql']).optional(),
    'with DATABASE_URL: “sql” lets the database alone measure, and says how far the program’s own walk, the default, is from it',
  ),
} as const

/** What may be asked of the draws beside the intervals. */
export const drawnOptions = {
  above: option(
    wholeNumber(0, 9_999_999_999).optional(),
    'with draws: how probable it is that an area is larger than so many square metres',
    { value: 'M2' },
  ),
  correlations: switchOption('with draws: correlations between the areas of classes'),
} as const

export const byFeatureOption = { byFeature: switchOption('a row for each feature of the plan') } as const

/** How the classes of one party stand in a cross-table. */
export const partyOption = option(
  z.enum(['class', 'party']).default('class'),
  'in a cross-table, classes of one party (all sources, some sources) apart or together',
)
