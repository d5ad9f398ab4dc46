import { z } from 'zod'
import { dateSchema } from '../model/text-schema.ts'
import { textIn } from '../model/text.ts'
import { classLabel } from '../format/class-label.ts'
import { containment } from '../geometry/contains.ts'
import { chosenPolygons } from '../geometry/chosen-polygons.ts'
import type { Features, Shapes } from '../geometry/shapes.ts'
import { holdEndsOf } from '../model/hold-end.ts'
import { featureSources } from '../model/feature-sources.ts'
import { validityOf, validities } from '../model/validity.ts'
import { roleSchema } from '../model/layer-schema.ts'
import { isMeasured, type Layer } from '../model/layer.ts'
import { classNameSchema } from '../model/measurement.ts'
import { layersAt } from '../model/snapshot.ts'
import type { Answer } from '../model/answer.ts'
import type { Study } from '../model/study.ts'
import { done, type Outcome } from '../result/outcome.ts'
import { prepareLayer } from './measured-layer.ts'

/** What one feature of a layer says of a place. */
const saidThereSchema = z.strictObject({
  /** Id of the layer (snapshot) that holds on the day. */
  layer: z.string(),
  name: z.string(),
  role: roleSchema,
  date: z.string().nullable(),
  /** By what right it speaks of the day; `null` without a day. */
  holds: z.enum(validities).nullable(),
  class: classNameSchema,
  label: z.string(),
  /** Number of the feature in its layer, from 1. */
  feature: z.int(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Its outline, where that was asked for and is no longer than a page draws at once. */
  outline: z
    .object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))) })
    .optional(),
  /** Ids of the sources that it names, or its class, or else its layer. */
  sources: z.array(z.string()),
})

export const identifiedSchema = z.strictObject({
  lon: z.number(),
  lat: z.number(),
  at: dateSchema.nullable(),
  /** In the study's order; layers that say nothing of the place are not there. */
  layers: z.array(saidThereSchema),
})
export type Identified = Answer<typeof identifiedSchema>

/** Of a large layer the features near a place, in place of all, and their numbers in the layer from 0. */
export type NearFeatures = { readonly features: Features; readonly numbers: readonly number[] }

/** What every layer of a study says of one place on a day: the features whose ground holds it, with who says so. */
export function identify(
  study: Study,
  features: ReadonlyMap<string, Features | NearFeatures>,
  at: string | null,
  [lon, lat]: readonly [number, number],
  isOutlined = false,
): Outcome<Identified> {
  const layers: Identified['layers'][number][] = []
  for (const layer of layersAt(study, at)) {
    const given = features.get(layer.id)
    if (!given) continue
    const own = 'numbers' in given ? given.features : given
    const said = isMeasured(layer) ? saidOf(study, layer, own, at) : done(asDrawn(layer, own))
    if (!said.ok) return said
    const { ground, classOf, resolved } = said.value
    for (const feature of featuresAt(ground.shapes, lon, lat)) {
      const name = classOf(feature)
      if (name === undefined) continue
      layers.push({
        layer: layer.id,
        name: layer.name,
        role: layer.role,
        date: layer.date ?? layer.from ?? null,
        holds: at === null ? null : validityOf(layer, at),
        class: name,
        label:
          name === null && !isMeasured(layer) ? textIn('en', layer.title) : textIn('en', classLabel(resolved, name)),
        feature: ('numbers' in given ? given.numbers[feature]! : feature) + 1,
        attributes: { ...own.attributes[feature] },
        ...(isOutlined ? outlineOf(ground.shapes, feature) : {}),
        sources: sourcesOf(resolved, own, feature, name),
      })
    }
  }
  return done({ lon, lat, at, layers })
}

type Said = {
  readonly ground: Features
  readonly resolved: Layer
  /** `undefined` of a feature that takes no part on the day. */
  readonly classOf: (feature: number) => string | null | undefined
}

function saidOf(study: Study, layer: Layer, features: Features, at: string | null): Outcome<Said> {
  const prepared = prepareLayer(layer, features, at, holdEndsOf(study))
  if (!prepared.ok) return prepared
  const { layer: resolved, names, classOfFeature, features: ground } = prepared.value
  return done({
    ground,
    resolved,
    classOf: (feature) => (classOfFeature[feature]! < 0 ? undefined : names[classOfFeature[feature]!]!),
  })
}

const asDrawn = (layer: Layer, ground: Features): Said => ({ ground, resolved: layer, classOf: () => null })

/** The features whose ground holds the place, by their numbers. */
function featuresAt(shapes: Shapes, lon: number, lat: number): number[] {
  if (shapes.kind !== 'polygon') return []
  const near = new Set<number>()
  for (let part = 0; part < shapes.partPolygon.length; part++)
    if (isInBox(shapes, part, lon, lat)) near.add(shapes.polygonFeature[shapes.partPolygon[part]!]!)
  return [...near]
    .toSorted((a, b) => a - b)
    .filter((feature) =>
      containment(chosenPolygons(shapes, (polygon) => shapes.polygonFeature[polygon] === feature))(lon, lat),
    )
}

const mostOutlined = 20_000

function outlineOf(shapes: Shapes, feature: number): Pick<Identified['layers'][number], 'outline'> {
  const { coordinates, partStart } = chosenPolygons(shapes, (polygon) => shapes.polygonFeature[polygon] === feature)
  if (coordinates.length > 2 * mostOutlined) return {}
  const rings = Array.from(partStart.subarray(1), (end, part) => {
    const ring: [number, number][] = []
    for (let i = partStart[part]!; i < end; i++) ring.push([coordinates[2 * i]!, coordinates[2 * i + 1]!])
    return [...ring, ...ring.slice(0, 1)]
  })
  return { outline: { type: 'MultiLineString', coordinates: rings } }
}

function isInBox({ coordinates, partStart }: Shapes, part: number, lon: number, lat: number): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = partStart[part]!; i < partStart[part + 1]!; i++) {
    west = Math.min(west, coordinates[2 * i]!)
    east = Math.max(east, coordinates[2 * i]!)
    south = Math.min(south, coordinates[2 * i + 1]!)
    north = Math.max(north, coordinates[2 * i + 1]!)
  }
  return lon >= west && lon <= east && lat >= south && lat <= north
}

function sourcesOf(layer: Layer, { attributes }: Features, feature: number, name: string | null): string[] {
  const named = layer.sourcesField === undefined ? [] : featureSources(attributes[feature]?.[layer.sourcesField])
  const ofClass = layer.classes.find((own) => own.class === name)?.sources ?? []
  return named.length > 0 ? named : ofClass.length > 0 ? [...ofClass] : layer.source === undefined ? [] : [layer.source]
}
