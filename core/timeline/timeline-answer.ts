import { z } from 'zod'
import { notesSchema, type Answer } from '../model/answer.ts'
import { idSchema } from '../model/layer-schema.ts'
import {
  classNameSchema,
  intervalShape,
  layerMeasurementSchema,
  measurementSchema,
  type LayerMeasurement,
} from '../model/measurement.ts'
import { eventSchema, type StudyEvent } from '../model/study.ts'
import { dateSchema } from '../model/text-schema.ts'
import { validities, type Validity } from '../model/validity.ts'

/** What `/timeline` answers: schemas, and the types that follow. Areas are in square metres. */

const areaM2 = z.number().min(0)
const intervalSchema = z.strictObject(intervalShape)

export const datedEventSchema = eventSchema.extend({ days: z.int().nullable() })
/** An event of the study, with its days since the plan's announcement. */
export type DatedEvent = StudyEvent & { readonly days: number | null }

const ownerSchema = z.strictObject({
  party: z.string().nullable(),
  class: classNameSchema,
  isAll: z.literal(true).optional(),
})
/** Whose ground is told of: a party's, that of a class without one under its name, or (`isAll`) that of all classes of a layer together. */
export type Owner = Answer<typeof ownerSchema>

const changeCellSchema = z.strictObject({
  /** Name of the class, joined by " + " where several claim the ground; `null` where it is not covered; "" where the class value is empty. */
  from: classNameSchema,
  to: classNameSchema,
  fromClasses: z.array(classNameSchema),
  toClasses: z.array(classNameSchema),
  /** Of whom any source of either day tells on it. */
  fromParties: z.array(ownerSchema),
  toParties: z.array(ownerSchema),
  areaM2,
  /** Of it, strips that redrawing the same lines could make; only where a width is known and the classes differ. */
  sliversM2: areaM2.optional(),
  /** The hold of those who had it ended between the days: whose it is on the second nobody knows, so it did not change hands as far as is known. */
  notKnown: z.literal(true).optional(),
  ...intervalShape,
})
/** Ground of the plan that lay under `fromClasses` on the first day and lies under `toClasses` on the second. */
export type ChangeCell = Answer<typeof changeCellSchema>

const partyPassageSchema = changeCellSchema.omit({ from: true, to: true, fromClasses: true, toClasses: true })
/**
 * Ground of the plan told of some parties on the first day and of others, or the same, on the second, by any source: cells of the
 * matrix whose classes are of the same parties are one.
 */
export type PartyPassage = Answer<typeof partyPassageSchema>

const readingChangeSchema = z.strictObject({
  gainedM2: areaM2,
  lostM2: areaM2,
  unchangedM2: areaM2,
  /** What it has more on the second day, with its 95 % interval where both days were drawn: together, as they err together. */
  netM2: z.number(),
  net: z.strictObject({ low: z.number(), high: z.number() }).optional(),
  /** What it had on the first day and of which nobody knows the second, because its hold had ended; then `netM2` is of the rest, without an interval. */
  notKnownM2: areaM2.optional(),
  notKnown: intervalSchema.optional(),
  /** Of what it gained and lost. */
  sliversM2: z.strictObject({ gained: areaM2, lost: areaM2 }),
})
/** How much ground went to and from a party, or to and from all of them, and how much it has on both days; slivers included. */
export type ReadingChange = Answer<typeof readingChangeSchema>

const classChangeSchema = z.strictObject({ class: classNameSchema, ...readingChangeSchema.shape })
/** What became of one class. */
export type ClassChange = Answer<typeof classChangeSchema>

const partyChangeSchema = z.strictObject({
  ...ownerSchema.shape,
  /** What its ground is drawn as on either day. */
  fromClasses: z.array(classNameSchema),
  toClasses: z.array(classNameSchema),
  agreed: readingChangeSchema,
  all: readingChangeSchema,
})
/**
 * What became of one party's ground by the ends of its readings: what all sources say that speak of it, and what any of them does.
 * The sources of the two days need not be the same. A class without a party stands for itself, under its name.
 */
export type PartyChange = Answer<typeof partyChangeSchema>

const readingSumSchema = z.strictObject({ changedM2: areaM2, sliversM2: areaM2 })
/** Ground whose parties differ between two days by one end of the readings. */
export type ReadingSum = Answer<typeof readingSumSchema>

const changeSchema = z.strictObject({
  layer: z.string(),
  from: dateSchema,
  to: dateSchema,
  fromLayer: idSchema,
  toLayer: idSchema,
  /** A partition of the plan, largest first. */
  matrix: z.array(changeCellSchema),
  partyMatrix: z.array(partyPassageSchema).meta({
    description:
      'The matrix by party, by what any source says: classes of one party, which differ in who names their ground, are one. A class without a party stands for itself, under class; isAll: all classes of a layer of shelling or damage together.',
  }),
  classes: z.array(classChangeSchema),
  parties: z.array(partyChangeSchema).meta({
    description:
      'What became of the ground of each party, its classes together, by the ends of its readings (agreed, all): gainedM2, lostM2, netM2 and the interval net. A class without a party stands for itself, under class.',
  }),
  byParty: z
    .strictObject({ agreed: readingSumSchema, all: readingSumSchema })
    .meta({ description: 'Ground whose party changed, by what all sources say and by what any of them does.' }),
  /** Ground whose classes differ, without slivers and without what is not known. */
  changedM2: areaM2,
  /** Ground of holds that ended between the days; missing where none did. */
  notKnownM2: areaM2.optional(),
  notKnown: intervalSchema.optional(),
  sliversM2: areaM2,
  /** Width within which a line may have been redrawn without a change on the ground; `null` where no accuracy is stated. */
  sliverWidthM: z.number().min(0).nullable(),
  /** What the matrix adds up to, less the plan's area computed on its own. */
  reconciliation: z.strictObject({ residualM2: z.number() }),
})
/** From one snapshot of a series to another. */
export type Change = Answer<typeof changeSchema>

const dateMarks = ['announcement', 'as-of', 'snapshot', 'start', 'end', 'feature'] as const
/** Why a day stands in the timeline. */
export type DateMark = (typeof dateMarks)[number]

const timelineLayerSchema = layerMeasurementSchema.extend({ holds: z.enum(validities) })
export type TimelineLayer = LayerMeasurement & { readonly holds: Validity }

const timelineDateSchema = measurementSchema
  .omit({
    schema: true,
    at: true,
    atFrom: true,
    features: true,
    units: true,
    method: true,
    notes: true,
    claimed: true,
  })
  .extend({
    date: dateSchema,
    marks: z.array(z.enum(dateMarks)),
    /** Days since the plan's announcement, negative before it; `null` where no announcement is known. */
    days: z.int().nullable(),
    layers: z.array(timelineLayerSchema),
  })
/** A day of the timeline with its whole measurement, units and features of the plan left out. */
export type TimelineDate = Omit<Answer<typeof timelineDateSchema>, 'layers'> & {
  readonly layers: readonly TimelineLayer[]
}

export const timelineSchema = z.strictObject({
  schema: z.literal('basilia-timeline/1'),
  announced: dateSchema.nullable(),
  asOf: dateSchema.nullable(),
  dates: z.array(timelineDateSchema),
  events: z.array(datedEventSchema),
  changes: z.array(changeSchema),
  method: measurementSchema.shape.method,
  notes: notesSchema,
})
export type Timeline = Omit<Answer<typeof timelineSchema>, 'dates' | 'events'> & {
  readonly dates: readonly TimelineDate[]
  readonly events: readonly DatedEvent[]
}
