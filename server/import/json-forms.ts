import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { note } from '../../core/result/note.ts'
import type { SourceFile } from './archive/source-file.ts'
import { esriFeatures } from './geojson/esri-json.ts'
import { layersOfJson, readGeoJson } from './geojson/geojson.ts'
import { parseJsonText } from './geojson/json-text.ts'
import { collectionsOf, isTopology } from './geojson/topojson.ts'
import { isRequested, sublayerUnknown } from './record/requested-layer.ts'
import type { RawLayer } from './record/raw-layer.ts'

/** Reads GeoJSON, or what else programs write as JSON: the features of ArcGIS, the topology of mapshaper. */
export function readJson({ name, file, encoding, requested }: SourceFile): Outcome<readonly RawLayer[]> {
  const read = readGeoJson(name, file, encoding)
  if (read.ok || read.problem.code !== 'json-not-geojson') return read
  const parsed = parseJsonText(file.name, file.bytes, encoding)
  if (!parsed.ok) return parsed
  const { value } = parsed.value
  if (isTopology(value)) {
    const objects = collectionsOf(value)
    const wanted = objects.filter((object) => isRequested(requested, object.name))
    if (wanted.length === 0)
      return refused(
        sublayerUnknown(
          file.name,
          requested ?? '',
          objects.map((object) => object.name),
        ),
      )
    const layers: RawLayer[] = []
    for (const object of wanted) {
      const own = layersOfJson(object.name, file.name, { ...parsed.value, value: object.value })
      if (!own.ok) return own
      layers.push(...own.value)
    }
    return done(layers)
  }
  const esri = esriFeatures(value)
  if (!esri) return read
  const layers = layersOfJson(name, file.name, { ...parsed.value, value: esri.value })
  if (!layers.ok) return layers
  const curves = esri.isCurved ? [note('curves-straightened', { file: file.name, layer: name })] : []
  const { declared, fieldTypes } = esri
  return done(
    layers.value.map((layer) => ({
      ...layer,
      declared,
      fieldTypes,
      evenOdd: 'feature',
      notes: [...curves, ...layer.notes],
    })),
  )
}
