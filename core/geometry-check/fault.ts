import { z } from 'zod'

/** What can be wrong with the geometry of a feature. How each counts stands in the words `validity.<kind>…`. */
export const faultKinds = [
  'ring-crosses-itself',
  'rings-cross',
  'lines-repeated',
  'hole-outside',
  'hole-in-hole',
  'ring-wound-wrongly',
  'members-overlap',
  'features-overlap',
  'feature-repeated',
  'outline-of-two',
  'ring-open',
  'ring-short',
  'ring-tiny',
  'ring-touches-itself',
  'spike',
  'points-repeated',
  'no-geometry',
] as const
export type FaultKind = (typeof faultKinds)[number]

const faultSchema = z.strictObject({
  kind: z.enum(faultKinds),
  /** Number of the feature in its file, from 1. */
  feature: z.int(),
  /** The other feature, of two that overlap or are the same. */
  other: z.int().optional(),
  /** Ring of the feature, from 1, all its polygons counted on. */
  ring: z.int().optional(),
  /** Places in the feature that have the fault. */
  count: z.int(),
  /** Longitude and latitude of the first; `null` where there is no geometry. */
  place: z.tuple([z.number(), z.number()]).nullable(),
  /** Area of the feature (of both, where there are two) as the engine counts it, in square metres. */
  areaM2: z.number(),
  /** The same as `otherwise` of the kind says. */
  otherwiseM2: z.number(),
})
export type Fault = z.infer<typeof faultSchema>

export const validityReportSchema = z.strictObject({
  features: z.int(),
  /** Sum over the features as the engine counts each, in square metres; `null` for points and lines. */
  areaM2: z.number().nullable(),
  /** The kinds that occur: what is wrong, what the engine does, and what the other area is. */
  kinds: z.array(
    z.strictObject({
      kind: z.enum(faultKinds),
      count: z.int(),
      message: z.string(),
      engine: z.string(),
      otherwise: z.string(),
      areaM2: z.number(),
      otherwiseM2: z.number(),
    }),
  ),
  /** Those that change the most area first. */
  faults: z.array(faultSchema),
  /** How many more there are than are listed. */
  unlisted: z.int(),
  /** Polygons in piles of so many on one another that they were not compared with all others for overlaps. */
  uncompared: z.int(),
})
export type ValidityReport = z.infer<typeof validityReportSchema>
