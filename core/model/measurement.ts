import { z } from 'zod'
import { notesSchema, type Answer } from './answer.ts'
import { dayFromSchema } from './requested-day.ts'
import { claimedFigureSchema } from './claimed-figure.ts'
import { confidences } from './confidence.ts'
import { idSchema, roleSchema } from './layer-schema.ts'
import { dateSchema, partialDateSchema, textSchema } from './text-schema.ts'

/** What a measurement answers: schemas, and the types that follow. Areas are in square metres, shares of the plan. */

/** The name of a class in a measurement; `null` is ground whose class value is empty. */
export const classNameSchema = z.string().nullable()
export type ClassName = z.infer<typeof classNameSchema>

const areaM2 = z.number().min(0)
const share = z.number().min(0)

/** What the draws say of an area beside its interval. */
const drawnSchema = z.strictObject({
  meanM2: z.number(),
  medianM2: z.number(),
  sdM2: z.number().min(0),
  /** The mean less the area itself. */
  biasM2: z.number(),
  /** Part of the draws in which the area is larger than the threshold that was asked for. */
  aboveProbability: z.number().min(0).max(1).optional(),
})
export type Drawn = Answer<typeof drawnSchema>

/** A 95 % interval around an area; absent where none was asked for or an accuracy is missing. */
const intervalSchema = z.strictObject({
  low: z.number().optional(),
  high: z.number().optional(),
  /** Of the area's share of the plan: plan and area are drawn together, so it is no quotient of the ends above. */
  shareLow: z.number().min(0).max(1).optional(),
  shareHigh: z.number().min(0).max(1).optional(),
  drawn: drawnSchema.optional(),
})
export type Interval = Answer<typeof intervalSchema>
/** For what has an interval beside other figures. */
export const intervalShape = intervalSchema.shape

/** Plan ground covered by any of several classes, counted once. */
const groundAreaSchema = z.strictObject({ areaM2, share, ...intervalShape })
export type GroundArea = Answer<typeof groundAreaSchema>

const publishersSchema = z
  .int()
  .optional()
  .meta({ description: 'How many of the sources are independent, where some have one publisher; these count once.' })
const widelySchema = z.literal(true).optional().meta({
  description: 'Takes the places that sources name in their wide sense, of a larger place: the most there can be.',
})
const widelyBySchema = z.array(z.string()).optional().meta({
  description: 'Ids of those sources that name the ground only as part of a larger place, where others name it itself.',
})

const classAreaSchema = z.strictObject({
  class: classNameSchema,
  /** Plan ground covered by at least one polygon of the class, counted once. */
  areaM2,
  share,
  confidence: z.enum(confidences).optional(),
  party: z.string().optional(),
  /** Ids of the sources that name it. */
  sources: z.array(z.string()).optional(),
  publishers: publishersSchema,
  widelyBy: widelyBySchema,
  ...intervalShape,
})
export type ClassArea = Answer<typeof classAreaSchema>

/** Another party that sources name on ground of one; one party alone can hold ground. */
export const otherPartySchema = z.strictObject({
  party: z.string(),
  label: textSchema,
  /** Ids of the sources that name it there. */
  sources: z.array(z.string()),
  /** How many independent sources among them do not name the first party there too: 0 where the same sources name both. */
  against: z.int(),
  /** Whether they name it on all of the ground. */
  everywhere: z.boolean(),
})
export type OtherParty = Answer<typeof otherPartySchema>

/** Ground of the classes of one party, or of all of a layer: the areas of classes that overlap do not add up to it. */
const groupAreaSchema = z.strictObject({
  /** `null` for all classes of the layer, `affected` for the grades of damage that count as affected. */
  party: z.string().nullable(),
  /** Ground that every source names which speaks of any of it; where none are named, that which not only some speak of. */
  agreed: groundAreaSchema,
  all: groundAreaSchema,
  /** Ids of the sources that speak of it, also those that name another party there; missing where none are named. */
  sources: z.array(z.string()).optional(),
  publishers: publishersSchema,
  /** Of `all` alone. */
  widely: widelySchema,
  /** Of control: whom else sources name on its ground. */
  others: z.array(otherPartySchema).optional(),
})
export type GroupArea = Answer<typeof groupAreaSchema>

/** Ground that at least so many of the independent sources name which speak of it: of a party, or of all classes of a layer (`null`). */
const readingAreaSchema = groundAreaSchema.extend({
  party: z.string().nullable(),
  atLeast: z.int(),
  /** How many independent sources speak of any of it, also those that name another party there. */
  of: z.int(),
  /** Ids of the sources that each name all of it; where fewer than `atLeast` do, of all that name any. */
  sources: z.array(z.string()),
  /** Whether they are not the same for all of its ground. */
  varies: z.boolean(),
  widely: widelySchema,
  widelyBy: widelyBySchema,
  label: textSchema,
})
export type ReadingArea = Answer<typeof readingAreaSchema>

/** The end of a hold with the plan ground of that party which no other class covers. */
const endedHoldSchema = groundAreaSchema.extend({
  party: z.string(),
  date: partialDateSchema,
  title: textSchema,
  label: textSchema,
})
export type EndedHold = Answer<typeof endedHoldSchema>

export const layerMeasurementSchema = z.strictObject({
  name: z.string(),
  /** The layer (snapshot) that holds on the date; `null` where all lie after it. */
  layer: z.string().nullable(),
  role: roleSchema,
  date: z.string().nullable(),
  classes: z.array(classAreaSchema),
  /** All classes together, then those of each party, then affected ground. */
  groups: z.array(groupAreaSchema),
  bySources: z.array(readingAreaSchema).optional().meta({
    description:
      'Ground of the party that the study asks about, or all under shelling or damage, by the readings of its sources: from what all independent sources name to what any names, each containing the one before. Missing where no class names sources.',
  }),
  multipleM2: areaM2.meta({
    description: 'Ground that two parties claim, or classes without a party; classes of one party are no conflict.',
  }),
  multiple: intervalSchema.optional(),
  /** Plan ground that the layer says nothing about, and that of parties whose hold has ended. */
  uncoveredM2: areaM2,
  uncovered: intervalSchema.optional(),
  ended: z.array(endedHoldSchema).optional().meta({
    description:
      'Parties whose hold an event ended between the day of the layer and that asked for, with the ground of which nobody knows who holds it since.',
  }),
  unnamed: groundAreaSchema
    .optional()
    .meta({ description: 'Beside ended: plan ground that the layer never named. Missing in a unit.' }),
})
export type LayerMeasurement = Omit<Answer<typeof layerMeasurementSchema>, 'ended' | 'role'> & {
  /** Where names are put for ids, the word for it. */
  readonly role: string
  /** Of a unit the ended holds have no ground: it was split for the plan. */
  readonly ended?: readonly (EndedHold | Omit<EndedHold, keyof GroundArea>)[]
}

/** Classes by layer name: what lies over one and the same ground. */
const classesByLayerSchema = z.record(z.string(), z.array(classNameSchema))
export type ClassesByLayer = Answer<typeof classesByLayerSchema>

const combinationSchema = z.strictObject({ classes: classesByLayerSchema, areaM2, share, ...intervalShape })
export type CombinationArea = Answer<typeof combinationSchema>

/** The share of the plan that an area in a row is, with both intervals. */
const rowAreaSchema = z.strictObject({ share, ...intervalShape })
export type RowArea = Answer<typeof rowAreaSchema>

/** A row of a parcel, a sector or a neighbourhood; `id` is `null` for the plan outside all units. Shares are of the plan. */
const rowSchema = rowAreaSchema.extend({
  id: z.string().nullable(),
  areaM2,
  /** Square metres by layer and class. */
  layers: z.record(z.string(), z.record(z.string(), areaM2)),
  /** Of the same classes, where intervals were drawn. */
  intervals: z.record(z.string(), z.record(z.string(), rowAreaSchema)).optional(),
  combinations: z.array(combinationSchema),
})
export type FeatureMeasurement = Answer<typeof rowSchema>

export const pointCountSchema = z.strictObject({
  layer: z.string(),
  class: classNameSchema,
  count: z.int(),
  perHa: z.number(),
})
export type PointCount = Answer<typeof pointCountSchema>

export const measuredPlanSchema = z.strictObject({
  name: z.string(),
  features: z.int(),
  areaM2,
  /** Id of the published figure that the area is, where no outline is known and none is measured. */
  areaFrom: idSchema.optional(),
  ...intervalShape,
})

const drawnLayerSchema = z.strictObject({
  name: z.string(),
  /** Standard deviation per axis, half of the datum operation's accuracy in it. */
  sigmaM: z.number(),
  /** Correlation length of the field. */
  lambdaM: z.number(),
  /** Layers with the same one move together. */
  source: z.string(),
})

/** How the draws were made, enough to make them again. */
const intervalMethodSchema = z.strictObject({
  draws: z.int(),
  seed: z.int(),
  /** Draws that left the plan without area, and so out of every interval. */
  leftOut: z.int(),
  aboveM2: z.number().optional(),
  layers: z.array(drawnLayerSchema),
  /** The layer of the units, where they were drawn as well. */
  units: drawnLayerSchema.optional(),
})
export type IntervalMethod = Answer<typeof intervalMethodSchema>

/** Correlations over the draws between the areas of classes, of those that vary at all: `matrix` has a row for each of `of`. */
const correlationsSchema = z.strictObject({
  of: z.array(z.strictObject({ layer: z.string(), class: classNameSchema })),
  matrix: z.array(z.array(z.number())),
})
export type Correlations = Answer<typeof correlationsSchema>

/** The areas of every class and combination inside a plan: computed once, shown everywhere. */
export const measurementSchema = z.strictObject({
  schema: z.literal('basilia-measurement/1'),
  at: dateSchema.nullable(),
  /** Who chose the day; `null` where there is none. */
  atFrom: dayFromSchema.nullable(),
  plan: measuredPlanSchema,
  layers: z.array(layerMeasurementSchema),
  combinations: z.array(combinationSchema),
  /** What sources claim in figures without drawing it; never mixed with what is measured. */
  claimed: z.array(claimedFigureSchema),
  features: z.array(rowSchema).optional(),
  units: z.array(rowSchema).optional(),
  points: z.array(pointCountSchema).optional(),
  /** What the combinations add up to, less the plan's area computed on its own. */
  reconciliation: z.strictObject({ residualM2: z.number() }),
  method: z.strictObject({
    ellipsoid: z.literal('WGS 84'),
    edges: z.literal('straight in longitude/latitude'),
    engine: z.string(),
    /** How far another engine is from it at most, relative, of the ground under one set of classes. */
    agreement: z.strictObject({ engine: z.string(), worst: z.number() }).optional(),
    interval: intervalMethodSchema.optional(),
  }),
  correlations: correlationsSchema.optional(),
  notes: notesSchema,
})
export type Measurement = Omit<Answer<typeof measurementSchema>, 'layers'> & {
  readonly layers: readonly LayerMeasurement[]
}
