import type { CoordinateSystem } from '../../../core/crs/system.ts'
import type { Attributes, Features, Shapes } from '../../../core/geometry/shapes.ts'
import type { Language } from '../../../core/i18n/languages.ts'
import type { Note } from '../../../core/result/note.ts'
import type { EncodingReading } from '../../../core/layers/inspection.ts'
import type { SuggestedClassification, Stated } from '../../../core/model/layer.ts'

/** What a file says of its coordinate system. */
export type DeclaredCrs =
  | { readonly kind: 'none' }
  /** The text of a `.prj`. */
  | { readonly kind: 'prj'; readonly text: string }
  /** A code or name as it stands in the file. */
  | { readonly kind: 'code'; readonly text: string }
  /** What the format itself lays down. */
  | { readonly kind: 'system'; readonly system: CoordinateSystem }

/** One layer as it stands in its file: coordinates not yet placed on the earth. */
export type RawLayer = {
  readonly file: string
  readonly name: string
  readonly features: Features
  readonly evenOdd: 'polygon' | 'feature'
  /** Types of the fields where the format states them. */
  readonly fieldTypes: Readonly<Record<string, 'text' | 'number' | 'boolean' | 'date'>>
  readonly declared: DeclaredCrs
  readonly encoding: string | null
  /** Who states the encoding, where not the format or the first lines of the file. */
  readonly encodingBy?: Stated['encoding']
  /** How its texts read in the encodings that were weighed, where the file does not state one that holds. */
  readonly readings: readonly EncodingReading[]
  /** Whether one bad position spoils the file, or only the feature that has it. */
  readonly badPosition: 'refuse-file' | 'leave-feature-out'
  /** Rings that do not return to their first point, by their number among the parts of the shapes. */
  readonly openParts: readonly number[]
  /** Number of each feature in its file, from 1. */
  readonly featureNumbers: Uint32Array
  /** Of a raster the corner of a cell amid it, and those next along its row and down its column. */
  readonly cell?: readonly (readonly [x: number, y: number])[]
  /** What a reader must know of how it was made, where its file was cut to a part. */
  readonly remark?: Record<Language, string>
  /** Classes that the file gives outside its values. */
  readonly offers?: readonly SuggestedClassification[]
  readonly notes: readonly Note[]
}

/** The features for which `keep` holds, renumbered; with `geometryOnly` the others stay as features without geometry. */
export function keepFeatures(layer: RawLayer, keep: (feature: number) => boolean, geometryOnly = false): RawLayer {
  const { shapes, attributes } = layer.features
  const renumbered = new Int32Array(attributes.length)
  const kept: Attributes[] = []
  const numbers: number[] = []
  for (let feature = 0; feature < attributes.length; feature++) {
    const stays = keep(feature)
    renumbered[feature] = stays ? kept.length : -1
    if (!stays && !geometryOnly) continue
    kept.push(attributes[feature]!)
    numbers.push(layer.featureNumbers[feature]!)
  }
  const numberOf = (feature: number) => (keep(feature) && geometryOnly ? feature : renumbered[feature]!)
  const { shapes: keptShapes, partNumber } = keepShapes(shapes, numberOf)
  return {
    ...layer,
    features: { shapes: keptShapes, attributes: kept },
    openParts: layer.openParts.map((part) => partNumber[part]!).filter((part) => part >= 0),
    featureNumbers: Uint32Array.from(numbers),
  }
}

/** The shapes of the features that have a number, and where each part went; -1 for those that went nowhere. */
function keepShapes(shapes: Shapes, numberOf: (feature: number) => number): { shapes: Shapes; partNumber: Int32Array } {
  const coordinates = new Float64Array(shapes.coordinates.length)
  const partNumber = new Int32Array(shapes.partPolygon.length).fill(-1)
  const partStart: number[] = []
  const partPolygon: number[] = []
  const polygonFeature: number[] = []
  let length = 0
  let lastPolygon = -1
  for (let part = 0; part < shapes.partPolygon.length; part++) {
    const polygon = shapes.partPolygon[part]!
    const feature = numberOf(shapes.polygonFeature[polygon]!)
    if (feature < 0) continue
    if (polygon !== lastPolygon) polygonFeature.push(feature)
    lastPolygon = polygon
    partNumber[part] = partStart.push(length / 2) - 1
    partPolygon.push(polygonFeature.length - 1)
    const piece = shapes.coordinates.subarray(2 * shapes.partStart[part]!, 2 * shapes.partStart[part + 1]!)
    coordinates.set(piece, length)
    length += piece.length
  }
  const kept: Shapes = {
    kind: shapes.kind,
    coordinates: coordinates.slice(0, length),
    partStart: Uint32Array.from([...partStart, length / 2]),
    partPolygon: Uint32Array.from(partPolygon),
    polygonFeature: Uint32Array.from(polygonFeature),
  }
  return { shapes: kept, partNumber }
}
