import type { Feature, Geometry, Position } from 'geojson'
import { roundedGeometry } from '../export/export-layer.ts'
import type { FieldType } from '../export/field.ts'
import { chosenPolygons } from '../geometry/chosen-polygons.ts'
import { geoJsonFromFeatures } from '../geometry/geojson.ts'
import { featuresMeeting } from '../geometry/meets-box.ts'
import type { Extent } from '../geometry/shapes.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import type { Collection } from './collection.ts'
import { selects, type Kind } from './cql2-filter.ts'
import { readFilter } from './cql2-text.ts'
import { haveCommonDay, type Days } from './datetime.ts'
import { inSystem, type ReferenceSystem } from './reference-systems.ts'

/** What is asked of a collection; what is missing asks nothing. */
export type PageRequest = {
  readonly boxes?: readonly Extent[] | undefined
  readonly days?: Days | undefined
  /** In CQL2 text. */
  readonly filter?: string | undefined
  readonly limit: number
  readonly offset: number
  readonly system: ReferenceSystem
}

export type Page = {
  readonly features: readonly Feature<Geometry | null>[]
  /** Features that are asked for, on this page or another. */
  readonly matched: number
  /** Where the next page begins; `null` after the last. */
  readonly next: number | null
}

/** A page ends where its features have more vertices than this, but never before its first feature. */
const mostVertices = 250_000

/** One page of the features that are asked for, numbered from 1 as they stand in the layer. */
export function collectionPage(collection: Collection, request: PageRequest): Outcome<Page> {
  const { properties, days, shapes } = collection
  const filter = request.filter === undefined ? null : readFilter(request.filter, kindsOf(collection))
  if (filter && !filter.ok) return filter
  const meets = request.boxes?.map((box) => featuresMeeting(shapes, box, properties.length))
  const matching: number[] = []
  for (const [feature, own] of properties.entries()) {
    if (request.days && !haveCommonDay(request.days, days[feature]!)) continue
    if (meets && !meets.some((each) => each[feature] === 1)) continue
    if (filter && !selects(filter.value, own)) continue
    matching.push(feature)
  }
  const vertices = verticesOf(collection)
  const page: number[] = []
  let sum = 0
  for (const feature of matching.slice(request.offset, request.offset + request.limit)) {
    sum += vertices[feature]!
    if (page.length > 0 && sum > mostVertices) break
    page.push(feature)
  }
  const end = request.offset + page.length
  return done({
    features: drawn(collection, page, request.system),
    matched: matching.length,
    next: page.length > 0 && end < matching.length ? end : null,
  })
}

/** The feature of that number, from 1. */
export function collectionItem(
  collection: Collection,
  id: number,
  system: ReferenceSystem,
): Outcome<Feature<Geometry | null>> {
  if (id > collection.properties.length) return refused(problem('feature-not-found', { feature: id }))
  return done(drawn(collection, [id - 1], system)[0]!)
}

const kindsOf = ({ fields }: Collection): Record<string, Kind> =>
  Object.fromEntries(fields.map(({ name, type }) => [name, kindOf(type)]))

const kindOf = (type: FieldType): Kind => (type === 'integer' ? 'number' : type === 'period' ? 'text' : type)

function verticesOf({ shapes: { partStart, partPolygon, polygonFeature }, properties }: Collection): Uint32Array {
  const vertices = new Uint32Array(properties.length)
  for (const [part, polygon] of partPolygon.entries())
    vertices[polygonFeature[polygon]!]! += partStart[part + 1]! - partStart[part]!
  return vertices
}

function drawn(
  { shapes, properties, evenOdd }: Collection,
  wanted: readonly number[],
  system: ReferenceSystem,
): Feature<Geometry | null>[] {
  const place = new Map(wanted.map((feature, i) => [feature, i]))
  const chosen = chosenPolygons(shapes, (polygon) => place.has(shapes.polygonFeature[polygon]!))
  const { features } = geoJsonFromFeatures(
    {
      shapes: { ...chosen, polygonFeature: chosen.polygonFeature.map((feature) => place.get(feature)!) },
      attributes: wanted.map((feature) => properties[feature]!),
    },
    evenOdd,
  )
  return features.map((feature, i) => ({
    ...feature,
    id: wanted[i]! + 1,
    geometry: feature.geometry && inOrder(roundedGeometry(feature.geometry), system),
  }))
}

function inOrder<G extends Geometry>(geometry: G, system: ReferenceSystem): G {
  if (geometry.type === 'GeometryCollection') throw new Error('shapes never make a collection')
  return { ...geometry, coordinates: eachInOrder(geometry.coordinates, system) }
}

type Nested = Position | readonly Nested[]
const eachInOrder = (nested: Nested, system: ReferenceSystem): Nested =>
  typeof nested[0] === 'number'
    ? inSystem(system, nested as Position)
    : (nested as readonly Nested[]).map((own) => eachInOrder(own, system))
