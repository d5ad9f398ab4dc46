import { z } from 'zod'
import { idSchema } from '../model/layer-schema.ts'
import { dateSchema } from '../model/text-schema.ts'
import { areaCorrectionOptions, countCorrectionOptions } from './correction-options.ts'
import { formatOption, itemsOptions, systemOption } from './collection-options.ts'
import { exportOptions, historyOption, sensitiveOption } from './export-options.ts'
import { baseMapOptions } from './base-map-options.ts'
import { damageOptions, eventDayOption } from './list-options.ts'
import {
  byFeatureOption,
  comparingOptions,
  drawingOptions,
  drawnOptions,
  measuringOptions,
  partyOption,
  precedentsOption,
  engineOption,
} from './measuring-options.ts'
import { numberText, option, schemaOf, switchOption, wholeNumber, wordsBetweenCommas } from './option.ts'
import { pictureOptions } from './picture-options.ts'
import { reportOptions, withOption } from './report-options.ts'
import { sheetOptions } from './sheet-options.ts'
import { estimateOption, unattributedOptions, uncertaintyOptions } from './uncertainty-options.ts'
import { because } from '../result/schema-fault.ts'

/** The options of all addresses; what is not named here is refused. */

const wait = option(
  numberText.pipe(z.number().min(0).max(600)).default(10).meta({ type: 'number', minimum: 0, maximum: 600 }),
  'how many seconds a request waits for its answer before it gets a job instead',
)

const mostRows = 100_000_000

/** For addresses that take nothing. */
export const noQuery = schemaOf({})

export const measurementQuery = schemaOf({
  ...measuringOptions,
  ...engineOption,
  ...drawnOptions,
  ...byFeatureOption,
  wait,
})

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
  ...because('why.days-alone'),
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

const degrees = (most: number) =>
  numberText.pipe(z.number().min(-most).max(most)).meta({ type: 'number', minimum: -most, maximum: most })

export const identifyQuery = schemaOf({
  lon: option(degrees(180), 'longitude of the place in degrees'),
  lat: option(degrees(90), 'latitude of the place in degrees'),
  layer: option(idSchema.optional(), 'id of a layer that is asked alone'),
  outline: switchOption('give the outline of each feature, where it has at most 20,000 vertices'),
  at: measuringOptions.at,
  wait,
})

export const rowsQuery = schemaOf({
  sort: option(z.string().min(1).max(500).optional(), 'the field that rows are sorted by; else as the layer has them'),
  descending: switchOption('the greatest first; what is empty stays last'),
  filter: option(z.string().max(200).optional(), 'a text that one of the fields holds, whatever its case'),
  from: option(wholeNumber(0, mostRows).default(0), 'the place of the first row, from 0'),
  count: option(wholeNumber(1, 500).default(100), 'how many rows, at most 500'),
  feature: option(
    wholeNumber(1, mostRows).optional(),
    'the number of a feature, from 1, whose place among the rows and on the ground is wanted',
  ),
  wait,
})

export const tilesQuery = schemaOf({ at: measuringOptions.at, wait })

export const tileQuery = schemaOf({ at: measuringOptions.at })

export const publishedQuery = schemaOf({ ...comparingOptions, wait })

const studyIds = wordsBetweenCommas.pipe(z.array(idSchema).min(1).max(50))

export const compareQuery = schemaOf({
  studies: option(studyIds, 'ids of the studies, between commas'),
  ...precedentsOption,
  ...comparingOptions,
  wait,
})

export const baseMapQuery = schemaOf(baseMapOptions)

export const sheetQuery = schemaOf({
  ...sheetOptions,
  ...baseMapOptions,
  with: option(studyIds.optional(), 'ids of the studies set beside that of the address, between commas'),
  ...drawingOptions,
  wait,
})

export const reportQuery = schemaOf({ ...reportOptions, with: withOption, ...drawingOptions, wait })

export const exportQuery = schemaOf({
  ...exportOptions,
  ...historyOption,
  ...sensitiveOption,
  with: withOption,
  ...drawingOptions,
  wait,
})

/** For work that may take long and takes no other option. */
export const waitingQuery = schemaOf({ wait })

export const seenPictureQuery = schemaOf({ page: pictureOptions.page, wait })

export const changeQuery = schemaOf({
  wait,
  series: switchOption('the change is of all snapshots of the layer’s series alike'),
})

export const damageQuery = schemaOf({ ...damageOptions, wait })

export const eventsQuery = schemaOf({ ...eventDayOption, wait })

/** For addresses under /ogc that take nothing but a format. */
export const formatQuery = schemaOf({ f: formatOption })

export const itemsQuery = schemaOf(itemsOptions)

export const itemQuery = schemaOf({ crs: systemOption, f: formatOption })
