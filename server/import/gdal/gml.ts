import type { Outcome } from '../../../core/result/outcome.ts'
import { fineArcs, inUtf8, readThroughGdal } from './gdal-layers.ts'
import type { NamedBytes } from '../record/imported.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import type { SourceFile } from '../archive/source-file.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { readXml } from '../text/xml-events.ts'
import { readXmlText, textOfXml } from '../text/xml-text.ts'

/** Reads GML, with the schema that lies beside it. */
export function readGml(source: SourceFile): Promise<Outcome<readonly RawLayer[]>> {
  const { file, beside } = source
  const { text: document, encoding, notes } = readXmlText(file.name, file.bytes, source.encoding)
  const text = withoutBoxDimension(document).replace(/^\s*(<\?xml[^>]*\?>)?/, '<?xml version="1.0" encoding="UTF-8"?>')
  const files: NamedBytes[] = [{ name: 'data.gml', bytes: new TextEncoder().encode(text) }]
  const schema = beside('xsd')
  if (schema) files.push({ name: 'data.xsd', bytes: new TextEncoder().encode(ofAnyGeometry(textOfXml(schema.bytes))) })
  const systemPerFeature = systemsOf(text).size > 1
  const request = { driver: 'GML', open: 'data.gml', files, config: fineArcs, systemPerFeature }
  return readThroughGdal(inUtf8(source), { request, isOneLayer: false, finish })

  function finish(layer: RawLayer): RawLayer {
    return withoutCorners({
      ...layer,
      encoding,
      notes: [...notes, ...severalGeometries(file.name, text), ...layer.notes],
    })
  }
}

const geometries: ReadonlySet<string> = new Set(
  (
    'Point LineString LinearRing Polygon Curve Surface PolyhedralSurface Tin Solid OrientableCurve OrientableSurface ' +
    'CompositeCurve CompositeSurface MultiPoint MultiLineString MultiPolygon MultiCurve MultiSurface MultiGeometry'
  ).split(' '),
)

/** A note where features have several geometries, of which GDAL gives one alone. */
function severalGeometries(file: string, document: string): readonly Note[] {
  const properties: string[] = []
  const path: { readonly name: string; readonly isInGeometry: boolean; readonly own: string[] }[] = []
  let count = 0
  const line = readXml(document, {
    open(name) {
      const parent = path.at(-1)
      const isGeometry = geometries.has(name)
      if (isGeometry && parent && !parent.isInGeometry) path.at(-2)?.own.push(parent.name)
      path.push({ name, isInGeometry: isGeometry || parent?.isInGeometry === true, own: [] })
    },
    text() {},
    close() {
      const own = path.pop()?.own ?? []
      if (own.length < 2) return
      count++
      properties.push(...own.filter((each) => !properties.includes(each)))
    },
  })
  if (line !== null || count === 0) return []
  const names = [...new Set(properties)].slice(0, mostNames).join(', ')
  return [note('geometries-passed-over', { file, count, names })]
}

const mostNames = 5

const boxDimension = /(<(?:\w+:)?Envelope\b[^>]*?)\s+srsDimension\s*=\s*["']3["']/g

/**
 * The document without the three dimensions that the boxes around features tell, where lists of positions that name none
 * are no triples: GDAL takes them for those of all lists, and would read other positions, or none.
 */
function withoutBoxDimension(document: string): string {
  if (document.search(boxDimension) < 0) return document
  const lists = document.matchAll(/<(?:\w+:)?posList\b([^>]*)>([^<]*)</g)
  for (const [, attributes = '', numbers = ''] of lists) {
    const isUnsaid = !attributes.includes('srsDimension')
    if (isUnsaid && numbers.trim().split(/\s+/).length % 3 !== 0) return document.replace(boxDimension, '$1')
  }
  return document
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
