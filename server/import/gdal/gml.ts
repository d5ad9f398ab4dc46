import type { Outcome } from '../../../core/result/outcome.ts'
import { fineArcs, inUtf8, readThroughGdal } from './gdal-layers.ts'
import type { NamedBytes } from '../record/imported.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import type { SourceFile } from '../archive/source-file.ts'
import { readXmlText, textOfXml } from '../text/xml-text.ts'

/** Reads GML, with the schema that lies beside it. */
export function readGml(source: SourceFile): Promise<Outcome<readonly RawLayer[]>> {
  const { file, beside } = source
  const { text: document, encoding, notes } = readXmlText(file.name, file.bytes, source.encoding)
  const text = document.replace(/^\s*(<\?xml[^>]*\?>)?/, '<?xml version="1.0" encoding="UTF-8"?>')
  const files: NamedBytes[] = [{ name: 'data.gml', bytes: new TextEncoder().encode(text) }]
  const schema = beside('xsd')
  if (schema) files.push({ name: 'data.xsd', bytes: new TextEncoder().encode(ofAnyGeometry(textOfXml(schema.bytes))) })
  const systemPerFeature = systemsOf(text).size > 1
  const request = { driver: 'GML', open: 'data.gml', files, config: fineArcs, systemPerFeature }
  return readThroughGdal(inUtf8(source), { request, isOneLayer: false, finish })

  function finish(layer: RawLayer): RawLayer {
    return withoutCorners({ ...layer, encoding, notes: [...notes, ...layer.notes] })
  }
}

/** The names of systems as geometries give them; those of boxes around features are left aside. */
const systemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/<(?:\w+:)?(\w+)\b[^>]*\bsrsName\s*=\s*["']([^"']+)["']/g)]
      .filter(([, element]) => !/^(?:Envelope|Box|EnvelopeWithTimePeriod)$/.test(element!))
      .map(([, , name]) => name!),
  )

/**
 * The schema with geometry of any type: where it says polygons, GDAL would force features of several into one polygon
 * with all their rings, shells taken for holes. GDAL itself writes such schemas.
 */
const ofAnyGeometry = (schema: string): string =>
  schema
    .replace(/\bgml:(?:Multi)?(?:Surface|Polygon|Curve|LineString|Point)PropertyType\b/g, 'gml:GeometryPropertyType')
    .replace(/<!-- restricted to \w+ -->/g, '')

/** Less the corners of each feature's own box, which GDAL gives as fields where GML comes without a schema. */
function withoutCorners(layer: RawLayer): RawLayer {
  const { lowerCorner, upperCorner, ...fieldTypes } = layer.fieldTypes
  if (lowerCorner === undefined || upperCorner === undefined) return layer
  const attributes = layer.features.attributes.map(({ lowerCorner: _lower, upperCorner: _upper, ...row }) => row)
  return { ...layer, fieldTypes, features: { ...layer.features, attributes } }
}
