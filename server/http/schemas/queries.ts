import { z } from 'zod'
import { idSchema } from '../../../core/model/layer.ts'
import { dateSchema } from '../../../core/model/text.ts'
import { exportOptions } from '../../options/export-formats.ts'
import { drawingOptions, drawnOptions, measuringOptions } from '../../options/measuring-options.ts'
import { wholeNumber } from '../../options/whole-number.ts'
import { sheetOptions } from '../../options/sheet-options.ts'
import { reportOptions, withOption } from '../../options/report-options.ts'
import { areaCorrectionOptions, countCorrectionOptions } from '../../options/correction-options.ts'
import { unattributedOptions, uncertaintyOptions } from '../../options/uncertainty-options.ts'
import { waitSchema } from '../exchange/answer-or-job.ts'

/** The queries of all addresses; what is not named here is refused. */
export const noQuerySchema = z.strictObject({})

export const measurementQuerySchema = z.strictObject({
  ...measuringOptions,
  ...drawnOptions,
  byFeature: z.enum(['true', 'false']).optional(),
  wait: waitSchema,
})

/** `from` and `to` together ask for the change between two days instead of every snapshot against the next. */
export const timelineQuerySchema = z
  .strictObject({
    draws: measuringOptions.draws,
    seed: measuringOptions.seed,
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    /** Metres within which a line may have been redrawn; else what the layers' accuracies give. */
    sliverWidth: wholeNumber(0, 100_000).optional(),
    /** Only what was measured on each day, or only what changed. */
    only: z.enum(['dates', 'changes']).optional(),
    wait: waitSchema,
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    path: ['to'],
    message: 'from and to go together',
  })

export const uncertaintyQuerySchema = z.strictObject({ ...uncertaintyOptions, wait: waitSchema })

export const unattributedQuerySchema = z.strictObject({ ...unattributedOptions, wait: waitSchema })

export const areaCorrectionQuerySchema = z.strictObject(areaCorrectionOptions)

export const countCorrectionQuerySchema = z.strictObject(countCorrectionOptions)

const names = z
  .string()
  .transform((text) => text.split(',').filter((name) => name !== ''))
  .pipe(z.array(z.string().max(200)).min(1).max(10))

/** Names of one to three layers, and whether the classes of one party stand together. */
export const crossTableQuerySchema = z.strictObject({
  layers: names,
  by: z.enum(['class', 'party']).default('class'),
  ...measuringOptions,
  wait: waitSchema,
})

export const publishedQuerySchema = z.strictObject({
  at: drawingOptions.at,
  draws: drawingOptions.draws,
  seed: drawingOptions.seed,
  wait: waitSchema,
})

export const compareQuerySchema = z.strictObject({
  studies: z
    .string()
    .transform((ids) => ids.split(',').filter((id) => id !== ''))
    .pipe(z.array(idSchema).min(1).max(50)),
  at: drawingOptions.at,
  draws: drawingOptions.draws,
  seed: drawingOptions.seed,
  wait: waitSchema,
})

const idsSchema = z
  .string()
  .transform((ids) => ids.split(',').filter((id) => id !== ''))
  .pipe(z.array(idSchema).min(1).max(50))

/** `with`: the studies set beside the one of the address. */
export const sheetQuerySchema = z.strictObject({
  ...sheetOptions,
  with: idsSchema.optional(),
  ...drawingOptions,
  wait: waitSchema,
})

export const reportQuerySchema = z.strictObject({
  ...reportOptions,
  with: withOption,
  ...drawingOptions,
  wait: waitSchema,
})

export const exportQuerySchema = z.strictObject({
  ...exportOptions,
  with: withOption,
  ...drawingOptions,
  wait: waitSchema,
})

export const uploadQuerySchema = z.strictObject({ wait: waitSchema })

/** With `series` the change is of all snapshots of the layer's series alike. */
export const changeQuerySchema = z.strictObject({ wait: waitSchema, series: z.enum(['true', 'false']).optional() })

/** The cell and the threshold of clusters of damaged sites; the usual ones where they are missing. */
export const damageQuerySchema = z.strictObject({
  at: measuringOptions.at,
  cellM: wholeNumber(10, 10_000).optional(),
  least: wholeNumber(1, 100_000).optional(),
  wait: waitSchema,
})

export const eventsQuerySchema = z.strictObject({
  at: drawingOptions.at,
  draws: drawingOptions.draws,
  seed: drawingOptions.seed,
  wait: waitSchema,
})
