import type { Feature, Geometry, Position } from 'geojson'
import { geoJsonFromFeatures } from '../geometry/geojson.ts'
import type { Features, Shapes } from '../geometry/shapes.ts'
import type { ClassStyle } from '../sheet/class-style.ts'
import type { Text } from '../model/text.ts'
import { typeOf, valueAs, type Field } from './field.ts'
import { uniqueNames } from './unique-names.ts'

/** How the features with one value of a field are drawn, and what they are called. */
export type Category = {
  readonly value: string | number | null
  readonly label: Text
  readonly styles: readonly ClassStyle[]
}

/** A layer on its way into a file: features of one kind in WGS 84, every attribute described. */
export type ExportLayer = {
  /** For files and tables: lower-case letters, digits and hyphens. */
  readonly name: string
  readonly title: Text
  readonly description?: Text
  readonly kind: Shapes['kind']
  readonly fields: readonly Field[]
  /** RFC 7946; properties by the names of the fields. */
  readonly features: readonly Feature<Geometry | null>[]
  /** The fields that name its features on a map, where the study lets them stand there. */
  readonly labels?: { readonly en: string; readonly ar?: string }
  /** Drawn and not measured. */
  readonly isContext?: true
  /** How high it lies among the layers of a map; 0 is the lowest. */
  readonly height?: number
  readonly symbology: { readonly field: string | null; readonly categories: readonly Category[] }
}

/**
 * The features of a layer with the attributes named by `leaving`, and those of `more` after them; `more` gives `null` for
 * a feature that takes no part. Own attributes keep their names unless these differ only in case.
 */
export function ownFeatures(
  { shapes, attributes }: Features,
  evenOdd: 'polygon' | 'feature',
  leaving: readonly string[],
  more: {
    readonly fields: readonly Field[]
    readonly valuesOf: (feature: number) => readonly (string | number | null)[] | null
  },
): Pick<ExportLayer, 'kind' | 'fields' | 'features'> {
  const added = attributes.map((_, feature) => more.valuesOf(feature))
  const unique = uniqueNames(
    leaving,
    more.fields.map(({ name }) => name),
  )
  const own = leaving.map((name, i): Field => {
    const title = { en: name, ar: name }
    return { name: unique[i]!, type: typeOf(attributes.map((values) => values[name])), title }
  })
  const features = geoJsonFromFeatures({ shapes, attributes }, evenOdd).features.flatMap(
    ({ geometry }, feature): ExportLayer['features'] => {
      const values = added[feature]
      if (!values) return []
      const ownValues = leaving.map((name, i) => [own[i]!.name, valueAs(own[i]!.type, attributes[feature]![name])])
      const properties = Object.fromEntries([...ownValues, ...more.fields.map(({ name }, i) => [name, values[i]!])])
      return [{ type: 'Feature', properties, geometry: geometry && roundedGeometry(geometry) }]
    },
  )
  return { kind: shapes.kind, fields: [...own, ...more.fields], features }
}

/** With at most 15 decimals, a hundred thousandth of a micrometre on the ground. */
export const rounded = (value: number): number => (Math.abs(value) < 16 ? Number(value.toFixed(15)) : value)

/** The geometry with coordinates of at most 15 decimals. */
export function roundedGeometry<G extends Geometry>(geometry: G): G {
  if (geometry.type === 'GeometryCollection') throw new Error('shapes never make a collection')
  return { ...geometry, coordinates: roundedAll(geometry.coordinates) }
}

type Nested = Position | readonly Nested[]
const roundedAll = (nested: Nested): Nested =>
  typeof nested[0] === 'number' ? (nested as Position).map(rounded) : (nested as readonly Nested[]).map(roundedAll)
