import { z } from 'zod'
import { saidBySchema } from '../answer/said-by.ts'
import { notesSchema, type Answer } from '../model/answer.ts'
import { claimedFigureSchema } from '../model/claimed-figure.ts'
import {
  layerMeasurementSchema,
  measuredPlanSchema,
  pointCountSchema,
  type LayerMeasurement,
} from '../model/measurement.ts'
import { dayFromSchema } from '../model/requested-day.ts'
import { sourceSchema } from '../model/sources.ts'
import { gapSchema, publishedSchema, type Gap, type Published, type Study } from '../model/study.ts'
import { dateSchema, partialDateSchema, textSchema } from '../model/text-schema.ts'
import { validities } from '../model/validity.ts'
import { bases, coverageTopics, findingKinds } from './comparison-terms.ts'
import { datedEventSchema, type DatedEvent } from '../timeline/timeline-answer.ts'

/** What `/compare` and `/published` answer: schemas, and the types that follow. Areas are in square metres. */

const areaM2 = z.number().min(0)
const share = z.number().min(0)
const sharesSchema = z.strictObject({ low: share, high: share })

const groundRangeSchema = z.strictObject({
  narrowM2: areaM2,
  wideM2: areaM2,
  /** Their shares of the plan. */
  lowShare: share,
  highShare: share,
  /** The 95 % intervals of both readings together, from the lower end of the narrow one to the upper end of the wide one. */
  interval: z.strictObject({ lowM2: areaM2, highM2: areaM2, shareLow: share, shareHigh: share }).optional(),
  /** Of the share of the narrow reading, and of the wide one. */
  narrow: sharesSchema.optional(),
  wide: sharesSchema.optional(),
  ...saidBySchema.shape,
})
/**
 * A part of a plan's ground by the narrowest and by the widest reading of its sources: two readings of reports, and no
 * interval. How sure the position of each is stands in its own interval, where there is one.
 */
export type GroundRange = Answer<typeof groundRangeSchema>

const layerGroundSchema = groundRangeSchema.extend({
  layer: z.string(),
  title: textSchema,
  date: z.string().nullable(),
  holds: z.enum(validities),
  period: z
    .strictObject({ from: dateSchema, to: dateSchema })
    .nullable()
    .meta({ description: 'The days that its reports cover; null where their beginning is not stated.' }),
  schematic: z.boolean().meta({
    description: 'Drawn from descriptions: of shelling and damage, places that reports name and not what was hit.',
  }),
})
/** Ground of one layer on one day. */
export type LayerGround = Answer<typeof layerGroundSchema>

const planDaySchema = z.strictObject({
  date: dateSchema.nullable(),
  /** Ground of the party that the study's headline is about; `null` too where it has none any more because a hold has ended. */
  held: layerGroundSchema.extend({ party: textSchema }).nullable(),
  /** Whether a hold has ended since, so that of some or all of the ground nobody knows who held it. */
  heldEnded: z.boolean(),
  /** Ground that a layer of shelling covers. */
  shelled: layerGroundSchema.nullable(),
  /** Ground that a layer of damage covers: where damage was assessed or documented, by that layer's classes. */
  damaged: layerGroundSchema.nullable(),
})
/** What a study's layers say of its plan on one day; `null` where no layer speaks of it. */
export type PlanDay = Answer<typeof planDaySchema>

const siegeSchema = z.strictObject({
  from: partialDateSchema,
  to: partialDateSchema.nullable(),
  days: z.int().nullable(),
})
/**
 * From the first day of a siege to the last day on which ground was taken or left. Both may be a month or a year, and
 * then no days are counted.
 */
export type Siege = Answer<typeof siegeSchema>

const precedentSchema = z.strictObject({
  id: z.string(),
  title: textSchema,
  planM2: areaM2,
  /** The plan as measured, with its interval. */
  plan: measuredPlanSchema,
  /** Its published area, where there is one; the same as `planM2` where no outline is known. */
  publishedM2: areaM2.nullable(),
  /** Its published areas with the day, month or year of each, its own or that of its source. */
  publishedAreas: z.array(z.strictObject({ id: z.string(), areaM2, date: z.string().nullable() })),
  /** By what right the study speaks of area, hold, shelling and damage on its day. */
  coverage: z.record(z.enum(coverageTopics), z.enum(bases)),
  /** What sources claim in figures without drawing it. */
  claimed: z.array(claimedFigureSchema),
  announced: dateSchema.nullable(),
  /** On the study's day, or the day that was asked for. */
  onDay: planDaySchema,
  /** On the day that the plan was announced; `null` where that day is not known. */
  onAnnouncement: planDaySchema.nullable(),
  points: z.array(pointCountSchema),
  events: z.array(datedEventSchema),
  /** Days from the announcement to the last time that ground of the plan was taken; negative before it. */
  takenDays: z.int().nullable(),
  siege: siegeSchema.nullable(),
  /** Published numbers of people: residents, displaced, returned. */
  people: z.array(publishedSchema),
  gaps: z.array(gapSchema),
})
/** One plan as a case to be set beside others: measured ground, counts, days relative to its announcement. */
export type Precedent = Omit<Answer<typeof precedentSchema>, 'events' | 'people' | 'gaps'> & {
  readonly events: readonly DatedEvent[]
  readonly people: readonly Published[]
  readonly gaps: readonly Gap[]
}

const endsSchema = z.strictObject({ low: z.number(), high: z.number() })

const publishedRowSchema = z.strictObject({
  published: publishedSchema,
  /** Day, month or year of the published figure: its own, or else that of its source; `null` where neither is given. */
  date: z.string().nullable(),
  /** Day that ours is of: the day asked for, of a plan's or another outline; the one that its layer speaks of, of a layer. */
  at: dateSchema.nullable(),
  /** Ours, from the narrowest to the widest reading of the sources, in the unit of the figure; `null` where none answers to it. */
  measured: endsSchema.nullable(),
  /** The 95 % interval of ours, from the lower end of the narrow reading to the upper end of the wide one; `null` without draws. */
  interval: endsSchema.nullable(),
  verdict: z.enum(['drawn', 'other-day', 'within', 'more', 'less', 'no-interval']).nullable().meta({
    description:
      'How the measured area lies to the published one: drawn to it, of another day, within the interval, more or less, or without an interval; null where they are not set against each other.',
  }),
  /** A layer was drawn to this figure: ours does not confirm it, and there is no difference to give. */
  drawnTo: z.boolean(),
  /** Ours less the published, for both ends; `null` where ours was drawn to a published figure or is of another day. */
  difference: endsSchema.nullable(),
  /** The difference of the published figure, 0.06 for 6 % more; the base is always the published figure. */
  differenceOfPublished: endsSchema.nullable(),
  /** Why there is no figure of ours. */
  without: z.enum(['not-an-area', 'not-linked', 'ground-missing', 'no-snapshot', 'no-outline']).nullable(),
})
/** A figure that a source prints, set against ours. */
export type PublishedRow = Omit<Answer<typeof publishedRowSchema>, 'published'> & { readonly published: Published }
/**
 * What ours says of a published figure. `drawn`: our ground was drawn to a published figure, so it says nothing. `other-day`: ours is
 * of another day than the figure, or the figure names none. `within`: the figure lies within the 95 % interval of ours, so a difference
 * is not decided. `more`, `less`: ours is, with 97.5 %. `no-interval`: nothing was drawn.
 */
export type Verdict = NonNullable<PublishedRow['verdict']>

export const publishedAnswerSchema = z.strictObject({ published: z.array(publishedRowSchema) })

const comparedStudySchema = precedentSchema.extend({
  asOf: dateSchema.nullable(),
  at: dateSchema.nullable(),
  atFrom: dayFromSchema.nullable(),
  layers: z.array(layerMeasurementSchema),
  /** How its intervals were drawn; `null` where it has none. */
  drawnWith: z.strictObject({ draws: z.int(), seed: z.int() }).nullable(),
  published: z.array(publishedSchema),
  sources: z.array(sourceSchema),
  widelyNamed: z.array(textSchema).meta({
    description: 'Which of the sources that all name ground of a layer name it only in a wider sense, in sentences.',
  }),
  /** Every published figure against ours. */
  against: z.array(publishedRowSchema),
})
/** One study in a comparison: its measurement beside what is known about it. */
export type ComparedStudy = Precedent &
  Pick<Study, 'published' | 'sources'> &
  Omit<Answer<typeof comparedStudySchema>, keyof Precedent | 'layers' | 'published' | 'sources' | 'against'> & {
    readonly layers: readonly LayerMeasurement[]
    readonly against: readonly PublishedRow[]
  }

const findingTopics = [
  'plan-area',
  'held-at-announcement',
  'held',
  'shelled',
  'damaged',
  'taken',
  'siege',
  'law',
] as const

const findingSchema = z.strictObject({
  topic: z.enum(findingTopics),
  kind: z.enum(findingKinds).meta({
    description:
      'open: the two cannot be compared; undecided: the draws leave it open; listed: both record something (a siege, a law), which is named and not compared.',
  }),
  because: z
    .array(z.enum(['last-report', 'not-named', 'periods', 'outline']))
    .optional()
    .meta({
      description:
        'Why two measured shares are not compared: one is only as last reported, no source names such ground, the reports cover unlike periods, or the ground is the outline of the plan itself.',
    }),
  studies: z.tuple([z.string(), z.string()]),
  /** Of shares: the 95 % interval of the first study's less the second's, over every reading of their sources. */
  difference: z.strictObject({ low: z.number().min(-1).max(1), high: z.number().min(-1).max(1) }).optional(),
  /** Of plans: how many times the second's area the first's is, with its 95 % interval. */
  factor: z.strictObject({ value: z.number().min(0), low: z.number().min(0), high: z.number().min(0) }).optional(),
})
/**
 * What two precedents have in common or not in one respect, from their numbers and draws alone. `undecided` where the draws
 * do not establish it or there are none, `open` where one of them has no number, or none that may be set beside the other's
 * (`because`). `listed`: events that both studies list, which says nothing of their plans.
 */
export type Finding = Answer<typeof findingSchema>
export type FindingTopic = Finding['topic']
/**
 * Why numbers of both decide nothing. `last-report`: one is only as last reported on an earlier day. `not-named`: no source names
 * such ground. `periods`: the reports cover unlike periods. `outline`: the ground is the plan's own outline, named as a place.
 */
export type Because = NonNullable<Finding['because']>[number]

const skippedStudySchema = z.strictObject({
  id: z.string(),
  /** `null` where there is no study of that id. */
  title: textSchema.nullable(),
  /** The problem for which it was left out, and its sentence. */
  code: z.string(),
  text: textSchema,
})
/** A study that was asked for and cannot be compared. */
export type SkippedStudy = Answer<typeof skippedStudySchema>

export const comparisonSchema = z.strictObject({
  studies: z.array(comparedStudySchema),
  /** Which studies are measured and which only told, in sentences. */
  standing: z.array(textSchema),
  findings: z.array(findingSchema.extend({ text: textSchema })),
  skipped: z.array(skippedStudySchema).meta({ description: 'Studies that were asked for and cannot be compared.' }),
  notes: notesSchema,
})
/** Several studies in the same measures, and what the others have in common with the first or not, in sentences. */
export type Comparison = Omit<Answer<typeof comparisonSchema>, 'studies'> & {
  readonly studies: readonly ComparedStudy[]
}
