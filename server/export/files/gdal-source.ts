import type { Geometry } from 'geojson'
import type { Field } from '../../../core/export/field.ts'
import { element, type Svg } from '../../../core/sheet/svg.ts'
import type { MemoryFile } from './gdal-convert.ts'

/** A table, with geometry or without, as GDAL is to write it. */
export type SourceLayer = {
  readonly name: string
  readonly kind: 'polygon' | 'line' | 'point' | null
  /** `name` is that in the new file. */
  readonly fields: readonly SourceField[]
  /** The values in the order of the fields. */
  readonly rows: readonly { readonly values: readonly unknown[]; readonly geometry: Geometry | null }[]
}

export type SourceField = Pick<Field, 'name' | 'type'> & { readonly width?: number; readonly precision?: number }

export const sourceName = 'source.vrt'

/**
 * Layers as files that GDAL opens as one dataset with exactly these names and types: a virtual dataset over GeoJSON in
 * which fields bear numbers, so that no name can trouble it and nothing is guessed from values.
 */
export function gdalSource(layers: readonly SourceLayer[]): MemoryFile[] {
  const vrt = element('OGRVRTDataSource', {}, ...layers.map(vrtLayer))
  return [
    { name: sourceName, bytes: Buffer.from(vrt) },
    ...layers.map((layer, i) => ({ name: `layer${i}.geojson`, bytes: featuresOf(layer) })),
  ]
}

const geometryTypes = { polygon: 'wkbMultiPolygon', line: 'wkbMultiLineString' } as const

function vrtLayer({ name, kind, fields, rows }: SourceLayer, i: number): Svg {
  // A field cannot be found in a file without features.
  const known = rows.length === 0 ? [] : fields
  return element(
    'OGRVRTLayer',
    { name },
    element('SrcDataSource', { relativeToVRT: 1 }, `layer${i}.geojson`),
    element('SrcLayer', {}, `layer${i}`),
    element('OpenOptions', {}, element('OOI', { key: 'DATE_AS_STRING' }, 'YES')),
    element('GeometryType', {}, kind === null ? 'wkbNone' : kind === 'point' ? pointType(rows) : geometryTypes[kind]),
    ...(kind === null ? [] : [element('LayerSRS', {}, 'EPSG:4326')]),
    ...known.map(vrtField),
  )
}

const pointType = (rows: SourceLayer['rows']): string =>
  rows.some(({ geometry }) => geometry?.type === 'MultiPoint') ? 'wkbMultiPoint' : 'wkbPoint'

const types = {
  text: 'String',
  date: 'Date',
  period: 'String',
  integer: 'Integer64',
  number: 'Real',
  boolean: 'Integer',
} as const

const vrtField = ({ name, type, width, precision }: SourceField, place: number): Svg =>
  element('Field', {
    name,
    src: `f${place}`,
    type: types[type],
    subtype: type === 'boolean' ? 'Boolean' : undefined,
    width,
    precision: width === undefined ? undefined : (precision ?? 0),
  })

/** A feature without a value has the field all the same, so that the first one names them all. */
function featuresOf({ kind, rows }: SourceLayer): Buffer {
  const isMixed = kind === 'point' && pointType(rows) === 'wkbMultiPoint'
  const features = rows.map(({ values, geometry }) => {
    const properties = Object.fromEntries(
      values.map((value, place) => [`f${place}`, typeof value === 'string' ? storable(value) : value]),
    )
    return JSON.stringify({
      type: 'Feature',
      properties,
      geometry: geometry && (kind !== 'point' || isMixed) ? asMulti(geometry) : geometry,
    })
  })
  return Buffer.concat([
    Buffer.from('{"type":"FeatureCollection","features":['),
    ...features.map((feature, i) => Buffer.from(`${i === 0 ? '' : ','}\n${feature}`)),
    Buffer.from('\n]}'),
  ])
}

function asMulti(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Polygon':
      return { type: 'MultiPolygon', coordinates: [geometry.coordinates] }
    case 'LineString':
      return { type: 'MultiLineString', coordinates: [geometry.coordinates] }
    case 'Point':
      return { type: 'MultiPoint', coordinates: [geometry.coordinates] }
    default:
      return geometry
  }
}

/** Neither a zero byte, which ends a text in C, nor half a letter, which is not UTF-8. */
const storable = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd')
