import { z } from 'zod'
import { bases, coverageTopics } from '../../../core/compare/coverage.ts'
import { findingKinds } from '../../../core/compare/findings.ts'
import { dayFromSchema } from '../../../core/model/asked-day.ts'
import { claimedFigureSchema } from '../../../core/model/claimed-figure.ts'
import {
  classNameSchema,
  intervalShape,
  layerMeasurementSchema,
  measuredPlanSchema,
  otherPartySchema,
  pointCountSchema,
} from '../../../core/model/measurement.ts'
import { idSchema, layerSchema, noteSchema } from '../../../core/model/layer.ts'
import { eventSchema, gapSchema, publishedSchema } from '../../../core/model/study.ts'
import { sourceSchema } from '../../../core/model/sources.ts'
import { dateSchema, partialDateSchema, textSchema } from '../../../core/model/text.ts'

/** What the API answers, for its description and for the tests that hold the answers to it. */

const className = classNameSchema
const areaM2 = z.number().min(0)
const share = z.number().min(0)

const ownerSchema = z.strictObject({
  party: z.string().nullable(),
  class: className,
  isAll: z.literal(true).optional(),
})

const changedSumSchema = z.looseObject({ changedM2: areaM2, sliversM2: areaM2 })

export const timelineSchema = z.looseObject({
  schema: z.literal('basilia-timeline/1'),
  announced: dateSchema.nullable(),
  asOf: dateSchema.nullable(),
  dates: z.array(
    z.looseObject({
      date: dateSchema,
      days: z.int().nullable(),
      plan: measuredPlanSchema,
      layers: z.array(layerMeasurementSchema.loose()),
    }),
  ),
  events: z.array(eventSchema.extend({ days: z.int().nullable() })),
  changes: z.array(
    z.looseObject({
      layer: z.string(),
      from: dateSchema,
      to: dateSchema,
      matrix: z.array(
        z.looseObject({
          from: className,
          to: className,
          areaM2,
          sliversM2: areaM2.optional(),
          notKnown: z.literal(true).optional(),
          fromParties: z.array(ownerSchema),
          toParties: z.array(ownerSchema),
          ...intervalShape,
        }),
      ),
      partyMatrix: z
        .array(
          z.looseObject({
            fromParties: z.array(ownerSchema),
            toParties: z.array(ownerSchema),
            areaM2,
            sliversM2: areaM2.optional(),
            notKnown: z.literal(true).optional(),
            ...intervalShape,
          }),
        )
        .meta({
          description:
            'The matrix by party, by what any source says: classes of one party, which differ in who names their ground, are one. A class without a party stands for itself, under class; isAll: all classes of a layer of shelling or damage together.',
        }),
      notKnownM2: areaM2.optional(),
      byParty: z
        .strictObject({ agreed: changedSumSchema, all: changedSumSchema })
        .meta({ description: 'Ground whose party changed, by what all sources say and by what any of them does.' }),
      parties: z.array(z.looseObject({ party: z.string().nullable(), class: className })).meta({
        description:
          'What became of the ground of each party, its classes together, by the ends of its readings (agreed, all): gainedM2, lostM2, netM2 and the interval net. A class without a party stands for itself, under class.',
      }),
    }),
  ),
  notes: z.array(noteSchema),
})

const shareEndsSchema = z.strictObject({ low: share, high: share })

const groundSchema = z
  .strictObject({
    narrowM2: areaM2,
    wideM2: areaM2,
    lowShare: share,
    highShare: share,
    interval: z.strictObject({ lowM2: areaM2, highM2: areaM2, shareLow: share, shareHigh: share }).optional(),
    narrow: shareEndsSchema.optional(),
    wide: shareEndsSchema.optional(),
    by: z.enum(['all-and-some', 'one-source', 'one-publisher', 'some-sources', 'nobody', 'not-stated']),
    of: z.int().nullable(),
    widely: z.boolean(),
    same: z.int().nullable(),
    others: z.array(otherPartySchema),
    layer: z.string(),
    title: textSchema,
    date: z.string().nullable(),
    holds: z.enum(['shown', 'stated', 'last-known', 'undated', 'nothing']),
    period: z
      .strictObject({ from: dateSchema, to: dateSchema })
      .nullable()
      .meta({ description: 'The days that its reports cover; null where their beginning is not stated.' }),
    schematic: z.boolean().meta({
      description: 'Drawn from descriptions: of shelling and damage, places that reports name and not what was hit.',
    }),
    party: textSchema.optional(),
  })
  .nullable()

const planDaySchema = z.strictObject({
  date: dateSchema.nullable(),
  held: groundSchema,
  heldEnded: z.boolean(),
  shelled: groundSchema,
  damaged: groundSchema,
})

const range = z.strictObject({ low: z.number(), high: z.number() }).nullable()

const publishedRowSchema = z.strictObject({
  published: publishedSchema,
  date: z.string().nullable(),
  at: dateSchema.nullable(),
  measured: range,
  interval: range,
  verdict: z.enum(['drawn', 'other-day', 'within', 'more', 'less', 'no-interval']).nullable().meta({
    description:
      'How the measured area lies to the published one: drawn to it, of another day, within the interval, more or less, or without an interval; null where they are not set against each other.',
  }),
  drawnTo: z.boolean(),
  difference: range,
  differenceOfPublished: range,
  without: z.enum(['not-an-area', 'not-linked', 'ground-missing', 'no-snapshot', 'no-outline']).nullable(),
})

export const publishedAnswerSchema = z.strictObject({ published: z.array(publishedRowSchema) })

export const comparisonSchema = z.strictObject({
  studies: z.array(
    z.strictObject({
      id: z.string(),
      title: textSchema,
      asOf: dateSchema.nullable(),
      at: dateSchema.nullable(),
      atFrom: dayFromSchema.nullable(),
      plan: measuredPlanSchema,
      layers: z.array(layerMeasurementSchema),
      drawnWith: z.strictObject({ draws: z.int(), seed: z.int() }).nullable(),
      events: z.array(eventSchema.extend({ days: z.int().nullable() })),
      published: z.array(publishedSchema),
      sources: z.array(sourceSchema),
      gaps: z.array(gapSchema),
      planM2: areaM2,
      publishedM2: areaM2.nullable(),
      publishedAreas: z.array(z.strictObject({ id: z.string(), areaM2, date: z.string().nullable() })),
      coverage: z.record(z.enum(coverageTopics), z.enum(bases)),
      claimed: z.array(claimedFigureSchema),
      announced: dateSchema.nullable(),
      onDay: planDaySchema,
      onAnnouncement: planDaySchema.nullable(),
      points: z.array(pointCountSchema),
      takenDays: z.int().nullable(),
      siege: z
        .strictObject({ from: partialDateSchema, to: partialDateSchema.nullable(), days: z.int().nullable() })
        .nullable(),
      people: z.array(publishedSchema),
      widelyNamed: z.array(textSchema).meta({
        description:
          'Which of the sources that all name ground of a layer name it only in a wider sense, in sentences.',
      }),
      against: z.array(publishedRowSchema),
    }),
  ),
  standing: z.array(textSchema),
  findings: z.array(
    z.strictObject({
      topic: z.string(),
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
      difference: z.strictObject({ low: z.number().min(-1).max(1), high: z.number().min(-1).max(1) }).optional(),
      factor: z.strictObject({ value: z.number().min(0), low: z.number().min(0), high: z.number().min(0) }).optional(),
      text: textSchema,
    }),
  ),
  notes: z.array(noteSchema),
})

/** A layer as it came or changed; of a series its last snapshot, with the ids of all. */
export const loadedLayerSchema = layerSchema.extend({ series: z.array(idSchema).optional() })

export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  requestId: z.string(),
})

/** Of uploads that waited: the layer of each, or why it is none yet. */
export const waitingAnswerSchema = z.strictObject({
  results: z.array(
    z.strictObject({ uploadId: z.string(), layer: layerSchema.optional(), problem: problemSchema.optional() }),
  ),
})

export const studyListSchema = z.strictObject({
  studies: z.array(
    z.strictObject({
      id: z.string(),
      title: textSchema,
      summary: textSchema.optional(),
      asOf: dateSchema.nullable(),
      revision: z.int(),
      layers: z.int(),
      origin: z.enum(['bundled', 'copy', 'own']),
    }),
  ),
  unreadable: z.array(z.strictObject({ id: z.string(), problem: problemSchema })),
})

export const jobSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number().min(0).max(1),
  message: z.string(),
  result: z.unknown().optional(),
  error: problemSchema.optional(),
})

/** The base map that can be chosen; `host` is the site that is asked, `null` for a file. */
export const baseMapAnswerSchema = z.strictObject({
  baseMap: z
    .strictObject({ name: z.string(), host: z.string().nullable(), minZoom: z.int(), maxZoom: z.int() })
    .nullable(),
})

export const healthSchema = z.strictObject({
  status: z.literal('ok'),
  version: z.string(),
  store: z.enum(['folder', 'postgis']),
})
