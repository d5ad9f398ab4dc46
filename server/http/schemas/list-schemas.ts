import { z } from 'zod'
import { grades } from '../../../core/classify/grades.ts'
import { leavingReasons } from '../../../core/measure/chosen-events.ts'
import { noteSchema } from '../../../core/model/layer.ts'
import { dateSchema, textSchema } from '../../../core/model/text.ts'

/** What the API answers of lists of damaged sites and of events. */

const clusterRuleSchema = z.strictObject({ cellM: z.number(), least: z.int() })

const damageRowSchema = z.strictObject({
  id: z.string().nullable(),
  sites: z.int(),
  areaM2: z.number().nullable(),
  dates: z.array(
    z.strictObject({
      date: dateSchema.nullable(),
      field: z.string(),
      counts: z.record(z.enum(grades), z.int()),
      affected: z.int(),
      assessed: z.int(),
      unrecorded: z.int(),
      since: dateSchema.nullable(),
      newlyAffected: z.int(),
      affectedAgain: z.int(),
      firstSeenAffected: z.int(),
      worsened: z.int(),
      noLongerAffected: z.int(),
      affectedPerHa: z.number().nullable(),
      shareOfBuildings: z.number().optional(),
    }),
  ),
})

export const damageSchema = z.strictObject({
  schema: z.literal('basilia-damage/1'),
  at: dateSchema.nullable(),
  plan: z.string().nullable(),
  units: z.string().nullable(),
  rule: clusterRuleSchema,
  lists: z.array(
    z.strictObject({
      layer: z.string(),
      title: textSchema,
      images: z.array(z.strictObject({ layer: z.string(), date: dateSchema.nullable(), field: z.string().nullable() })),
      listed: z.int(),
      grading: z.enum(['stated', 'open']),
      readings: z.array(z.strictObject({ destroyed: z.enum(['1', '3']), destroyedCount: z.int(), affected: z.int() })),
      whole: damageRowSchema.nullable(),
      units: z.array(damageRowSchema),
      clusters: z.array(
        z.strictObject({
          rule: clusterRuleSchema,
          clusters: z.int(),
          cells: z.int(),
          areaM2: z.number(),
          affected: z.int(),
        }),
      ),
    }),
  ),
  notes: z.array(noteSchema),
})

const eventRuleSchema = z.union([
  z.strictObject({ by: z.literal('radius'), radiusM: z.number() }),
  z.strictObject({ by: z.literal('grid'), cellM: z.number(), least: z.int() }),
])
const zoneAreaSchema = z.strictObject({ rule: eventRuleSchema, events: z.int(), areaM2: z.number(), share: z.number() })

export const eventsSchema = z.strictObject({
  schema: z.literal('basilia-events/1'),
  at: dateSchema.nullable(),
  plan: z.string().nullable(),
  units: z.string().nullable(),
  lists: z.array(
    z.strictObject({
      layer: z.string(),
      title: textSchema,
      kind: z.enum(['Airwars', 'ACLED', 'UCDP', 'dated']).nullable(),
      columns: z.strictObject({ from: z.string(), to: z.string().optional(), place: z.string().optional() }).nullable(),
      listed: z.int(),
      window: z.strictObject({ from: dateSchema.optional(), to: dateSchema.optional() }),
      coarsest: z.enum(['site', 'town', 'area']),
      sharedFrom: z.int(),
      used: z.int(),
      leftOut: z.array(z.strictObject({ reason: z.enum(leavingReasons), count: z.int() })),
      inPlan: z.int().nullable(),
      shared: z.array(
        z.strictObject({ lonDegrees: z.number(), latDegrees: z.number(), events: z.int(), inWindow: z.int() }),
      ),
      rule: eventRuleSchema.nullable(),
      ground: zoneAreaSchema.nullable(),
      curves: z.array(z.strictObject({ by: z.enum(['radiusM', 'cellM', 'least']), areas: z.array(zoneAreaSchema) })),
      units: z.array(z.strictObject({ id: z.string().nullable(), count: z.int() })),
    }),
  ),
  notes: z.array(noteSchema),
})
