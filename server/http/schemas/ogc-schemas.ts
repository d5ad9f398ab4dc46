import { z } from 'zod'

/** What the addresses under /ogc answer, as OGC API - Features has it. */

const linkSchema = z.strictObject({
  href: z.string(),
  rel: z.string(),
  type: z.string(),
  title: z.string().optional(),
})
const links = z.array(linkSchema)

export const landingSchema = z.strictObject({ title: z.string(), description: z.string(), links })

export const conformanceSchema = z.strictObject({ conformsTo: z.array(z.string()) })

export const collectionSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string().optional(),
  itemType: z.literal('feature'),
  extent: z.strictObject({
    spatial: z.strictObject({ bbox: z.array(z.array(z.number()).length(4)), crs: z.string() }).optional(),
    temporal: z.strictObject({ interval: z.array(z.array(z.string().nullable()).length(2)) }).optional(),
  }),
  crs: z.array(z.string()),
  storageCrs: z.string(),
  links,
})

export const collectionsSchema = z.strictObject({ links, collections: z.array(collectionSchema) })

export const queryablesSchema = z.looseObject({
  $id: z.string(),
  type: z.literal('object'),
  additionalProperties: z.literal(false),
  properties: z.record(z.string(), z.looseObject({})),
})

const featureShape = {
  type: z.literal('Feature'),
  id: z.int().min(1),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable()),
  geometry: z.looseObject({ type: z.string() }).nullable(),
}

export const itemSchema = z.strictObject({ ...featureShape, links })

export const itemsSchema = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.strictObject(featureShape)),
  numberMatched: z.int().min(0),
  numberReturned: z.int().min(0),
  links,
})
