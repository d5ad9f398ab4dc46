import { z } from 'zod'
import { idSchema } from '../model/layer.ts'
import { dateSchema } from '../model/text.ts'
import { areaCorrectionOptions, countCorrectionOptions } from './correction-options.ts'
import { exportOptions } from './export-options.ts'
import { damageOptions, eventDayOption } from './list-options.ts'
import {
  byFeatureOption,
  comparingOptions,
  drawingOptions,
  drawnOptions,
  measuringOptions,
  partyOption,
} from './measuring-options.ts'
import { option, schemaOf, switchOption, wholeNumber, wordsBetweenCommas } from './option.ts'
import { reportOptions, withOption } from './report-options.ts'
import { sheetOptions } from './sheet-options.ts'
import { estimateOption, unattributedOptions, uncertaintyOptions } from './uncertainty-options.ts'

/** The options of all addresses; what is not named here is refused. */

const wait = option(
  z.coerce.number().min(0).max(600).default(10),
  'how many seconds a request waits for its answer before it gets a job instead',
)

/** For addresses that take nothing. */
export const noQuery = schemaOf({})

export const measurementQuery = schemaOf({ ...measuringOptions, ...drawnOptions, ...byFeatureOption, wait })

export const timelineQuery = schemaOf({
  draws: measuringOptions.draws,
  seed: measuringOptions.seed,
  from: option(
    dateSchema.optional(),
    'with `to`: the change between these two days instead of every snapshot against the next',
  ),
  to: option(dateSchema.optional(), 'the later of the two days'),
  sliverWidth: option(
    wholeNumber(0, 100_000).optional(),
    'metres within which a line may have been redrawn; else what the layers’ accuracies give',
  ),
  only: option(z.enum(['dates', 'changes']).optional(), 'only what was measured on each day, or only what changed'),
  wait,
}).refine(({ from, to }) => (from === undefined) === (to === undefined), {
  path: ['to'],
  message: 'from and to go together',
})

export const uncertaintyQuery = schemaOf({ ...uncertaintyOptions, ...estimateOption, wait })

export const unattributedQuery = schemaOf({ ...unattributedOptions, wait })

export const areaCorrectionQuery = schemaOf(areaCorrectionOptions)

export const countCorrectionQuery = schemaOf(countCorrectionOptions)

export const crossTableQuery = schemaOf({
  layers: option(
    wordsBetweenCommas.pipe(z.array(z.string().max(200)).min(1).max(10)),
    'names of one to three measured layers, between commas',
  ),
  by: partyOption,
  ...measuringOptions,
  wait,
})

export const publishedQuery = schemaOf({ ...comparingOptions, wait })

const studyIds = wordsBetweenCommas.pipe(z.array(idSchema).min(1).max(50))

export const compareQuery = schemaOf({
  studies: option(studyIds, 'ids of the studies, between commas'),
  ...comparingOptions,
  wait,
})

export const sheetQuery = schemaOf({
  ...sheetOptions,
  with: option(studyIds.optional(), 'ids of the studies set beside that of the address, between commas'),
  ...drawingOptions,
  wait,
})

export const reportQuery = schemaOf({ ...reportOptions, with: withOption, ...drawingOptions, wait })

export const exportQuery = schemaOf({ ...exportOptions, with: withOption, ...drawingOptions, wait })

/** For work that may take long and takes no other option. */
export const waitingQuery = schemaOf({ wait })

export const changeQuery = schemaOf({
  wait,
  series: switchOption('the change is of all snapshots of the layer’s series alike'),
})

export const damageQuery = schemaOf({ ...damageOptions, wait })

export const eventsQuery = schemaOf({ ...eventDayOption, wait })
