/**
 * The geometry of all features of a layer in one flat buffer.
 *
 * A *feature* has *polygons*, a polygon has *parts*. For `kind: 'polygon'` a part is a ring, stored without repeating
 * its first vertex, and the rings of one polygon fill by the even-odd rule whatever their winding. For `'line'` a part
 * is one line, for `'point'` one run of points; then every part is a "polygon" of its own.
 * Coordinates are longitude, latitude in degrees on WGS 84.
 */
export type Shapes = {
  readonly kind: 'polygon' | 'line' | 'point'
  /** lon, lat, lon, lat … */
  readonly coordinates: Float64Array
  /** First vertex of each part, and one more entry for the end. */
  readonly partStart: Uint32Array
  /** Polygon of each part; ascending. */
  readonly partPolygon: Uint32Array
  /** Feature of each polygon; ascending. Features without geometry have none. */
  readonly polygonFeature: Uint32Array
}

export type AttributeValue = string | number | boolean | null
export type Attributes = Readonly<Record<string, AttributeValue>>

/** The features of one layer: attributes by feature number beside their shapes. */
export type Features = {
  readonly shapes: Shapes
  readonly attributes: readonly Attributes[]
}

/** West, south, east, north in degrees. */
export type Extent = readonly [west: number, south: number, east: number, north: number]
