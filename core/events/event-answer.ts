import { z } from 'zod'
import { leavingReasons } from '../measure/chosen-events.ts'
import { eventKinds, placeLevels } from '../measure/event-columns.ts'
import { notesSchema, type Answer } from '../model/answer.ts'
import { dateSchema, textSchema } from '../model/text-schema.ts'
import { curvesBy } from './rule-curve.ts'

/** What `/events` answers: schemas, and the types that follow. Areas are in square metres, shares of the plan, 0 to 1. */

const eventRuleSchema = z.union([
  z.strictObject({ by: z.literal('radius'), radiusM: z.number() }),
  z.strictObject({ by: z.literal('grid'), cellM: z.number(), least: z.int() }),
])

/** What of the plan lies in the zones under one rule; `events` are those that the zones are made of, in the plan or beside it. */
const zoneAreaSchema = z.strictObject({ rule: eventRuleSchema, events: z.int(), areaM2: z.number(), share: z.number() })

/** Events in a parcel, sector or neighbourhood; `id` is `null` for those outside all of them. */
const unitEventsSchema = z.strictObject({ id: z.string().nullable(), count: z.int() })

/** A position that many events of the list share, and how many of those on the days asked for. */
const sharedPositionSchema = z.strictObject({
  lonDegrees: z.number(),
  latDegrees: z.number(),
  events: z.int(),
  inWindow: z.int(),
})
export type SharedPosition = Answer<typeof sharedPositionSchema>

/** A list of events: which of them take part on the day, by which rule they become ground, and what other rules would give. */
const eventListSchema = z.strictObject({
  layer: z.string(),
  title: textSchema,
  /** Whose columns the list has; `null` where no column is a date. */
  kind: z.enum(eventKinds).nullable(),
  /** Columns that say when and how exactly. */
  columns: z.strictObject({ from: z.string(), to: z.string().optional(), place: z.string().optional() }).nullable(),
  listed: z.int(),
  window: z.strictObject({ from: dateSchema.optional(), to: dateSchema.optional() }),
  coarsest: z.enum(placeLevels),
  sharedFrom: z.int(),
  used: z.int(),
  leftOut: z.array(z.strictObject({ reason: z.enum(leavingReasons), count: z.int() })),
  /** Of those used, on the plan; `null` where the study has no plan. */
  inPlan: z.int().nullable(),
  /** Positions taken for the middle of a town, those of most events first; empty where such places take part. */
  shared: z.array(sharedPositionSchema),
  /** `null` where neither a radius nor a grid is given: the events are counted only. */
  rule: eventRuleSchema.nullable(),
  /** The plan's ground under the rule, all classes together. */
  ground: zoneAreaSchema.nullable(),
  /** The plan's ground as one number of the rule changes and the others stay. */
  curves: z.array(z.strictObject({ by: z.enum(curvesBy), areas: z.array(zoneAreaSchema) })),
  /** Events used, by unit; only of places known as sites. */
  units: z.array(unitEventsSchema),
})
export type EventList = Answer<typeof eventListSchema>

/** What lists of events say of a study's plan and units on a day. */
export const eventReportSchema = z.strictObject({
  schema: z.literal('basilia-events/1'),
  at: dateSchema.nullable(),
  plan: z.string().nullable(),
  units: z.string().nullable(),
  lists: z.array(eventListSchema),
  notes: notesSchema,
})
export type EventReport = Answer<typeof eventReportSchema>
