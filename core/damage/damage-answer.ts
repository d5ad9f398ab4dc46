import { z } from 'zod'
import { grades } from '../classify/grades.ts'
import { notesSchema, type Answer } from '../model/answer.ts'
import { dateSchema, textSchema } from '../model/text-schema.ts'

/** What `/damage` answers: schemas, and the types that follow. Areas are in square metres. */

const clusterRuleSchema = z.strictObject({ cellM: z.number(), least: z.int() })
/** Square cells of `cellM` metres that hold at least `least` affected sites; cells that share a side are one cluster. */
export type ClusterRule = Answer<typeof clusterRuleSchema>

/** What a rule gives: clusters and their cells, the ground of these, and the affected sites in them. */
const clusterSumSchema = z.strictObject({
  rule: clusterRuleSchema,
  clusters: z.int(),
  cells: z.int(),
  areaM2: z.number(),
  affected: z.int(),
})
export type ClusterSum = Answer<typeof clusterSumSchema>

/** Sites of one ground at one image. */
const damageCountSchema = z.strictObject({
  /** The day of the image; `null` where nobody says it. */
  date: dateSchema.nullable(),
  field: z.string(),
  counts: z.record(z.enum(grades), z.int()),
  /** Destroyed, severe and moderate: what assessments publish as their total. It is not the number destroyed. */
  affected: z.int(),
  /** Sites that the image showed. */
  assessed: z.int(),
  /** Of those not assessed, sites without any record at this image: the list does not tell why. */
  unrecorded: z.int(),
  /** The image before, of the same list; `null` where there is none, and everything affected is seen first. */
  since: dateSchema.nullable(),
  /** Affected now, seen without damage at the last image that showed them, and affected at no image before. */
  newlyAffected: z.int(),
  /** Affected now and at an image before, but without damage at the last one that showed them: what is affected again was not new. */
  affectedAgain: z.int(),
  /** Affected now and in no record before: damaged since, or not shown by an image before; the list does not tell which. */
  firstSeenAffected: z.int(),
  /** Affected at both images and graded worse now. */
  worsened: z.int(),
  /** Affected at the last image that showed them, and without damage now: repaired, cleared, or an image that did not show them. */
  noLongerAffected: z.int(),
  affectedPerHa: z.number().nullable(),
  /** Affected sites of the ground's buildings, 0 to 1; only where somebody counted the buildings. */
  shareOfBuildings: z.number().optional(),
})
export type DamageCount = Answer<typeof damageCountSchema>

/**
 * A parcel, sector or neighbourhood (`id` is `null` for sites outside all of them) with its sites at every image.
 * `areaM2` is its ground inside the plan; one without any is left out.
 */
const damageRowSchema = z.strictObject({
  id: z.string().nullable(),
  sites: z.int(),
  areaM2: z.number().nullable(),
  dates: z.array(damageCountSchema),
})
export type DamageRow = Answer<typeof damageRowSchema>

/** A list of damaged sites with its images up to the day, the last one last. */
const damageListSchema = z.strictObject({
  layer: z.string(),
  title: textSchema,
  /** The layer that is each image, its day and its column. */
  images: z.array(z.strictObject({ layer: z.string(), date: dateSchema.nullable(), field: z.string().nullable() })),
  /** Sites in the whole list, in the plan or not. */
  listed: z.int(),
  /** `open` where nobody has said which values mean destroyed: nothing is counted then, and `readings` shows what each way would come to. */
  grading: z.enum(['stated', 'open']),
  readings: z.array(z.strictObject({ destroyed: z.enum(['1', '3']), destroyedCount: z.int(), affected: z.int() })),
  /** The plan, or the whole list where the study has no plan. */
  whole: damageRowSchema.nullable(),
  units: z.array(damageRowSchema),
  /** Where affected sites lie densely at the last image, by the rule asked for and by its neighbours; the rule itself stands third. */
  clusters: z.array(clusterSumSchema),
})
export type DamageList = Answer<typeof damageListSchema>

/** What lists of damaged sites say of a study's plan and units on a day. */
export const damageReportSchema = z.strictObject({
  schema: z.literal('basilia-damage/1'),
  at: dateSchema.nullable(),
  /** Name of the plan; `null` where the study has none and all sites count. */
  plan: z.string().nullable(),
  units: z.string().nullable(),
  rule: clusterRuleSchema,
  lists: z.array(damageListSchema),
  notes: notesSchema,
})
export type DamageReport = Answer<typeof damageReportSchema>
