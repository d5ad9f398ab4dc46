import { wgs84 } from '../../../core/crs/systems.ts'
import type { Attributes } from '../../../core/geometry/shapes.ts'
import { note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem, type Problem } from '../../../core/result/problem.ts'
import { geometrySink, type GeometrySink } from '../record/geometry-sink.ts'
import { addPlace, noPlaces, noteOfPlaces } from '../record/places.ts'
import { kmlGeometry, type KmlPlacemark } from './kml-placemark.ts'
import { colourOf, idOfUrl, styleOf, type KmlStyle, type KmlStyles } from './kml-styles.ts'
import { layersOfKinds } from '../record/layers-of-kinds.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import type { SourceFile } from '../archive/source-file.ts'
import { numberNotes, typedColumns } from '../record/typed-columns.ts'
import { withValueSuggestions } from '../record/value-suggestions.ts'
import { readXml } from '../text/xml-events.ts'
import { readXmlText } from '../text/xml-text.ts'

const longestBytes = 300_000_000
/** What a placemark says in elements of KML's own, and the fields they become. */
const ownFields: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  when: 'when',
  begin: 'begin',
  end: 'end',
  address: 'address',
}
const meaningfulFields = { folder: 'folders', style: 'styles' } as const
const passedOver = new Set(['NetworkLink', 'GroundOverlay', 'ScreenOverlay', 'PhotoOverlay', 'Model', 'Tour'])

/**
 * Reads the placemarks of a KML document, which is always in WGS 84. Control maps often carry their meaning in folders
 * and colours only: the path of folders, the style's name and its colour are fields.
 */
export function readKml({ name, file, encoding: requested }: SourceFile): Outcome<readonly RawLayer[]> {
  if (file.bytes.length > longestBytes) {
    return refused(problem('file-too-large', { file: file.name, limitMb: longestBytes / 1e6 }))
  }
  const sink = geometrySink(file.name)
  const placemarks: KmlPlacemark[] = []
  const styles: KmlStyles = { own: new Map(), pairs: new Map() }
  const ignored = new Map<string, number>()
  const several = noPlaces()
  let fault: Problem | null = null
  let isKml = false

  const path: string[] = []
  const folders: string[] = []
  const texts: string[] = []
  let attributes: readonly Readonly<Record<string, string>>[] = []
  let placemark: KmlPlacemark | null = null
  let geometry: ReturnType<typeof kmlGeometry> | null = null
  let style: KmlStyle | null = null
  let mapId: string | null = null

  const { text: document, encoding, notes } = readXmlText(file.name, file.bytes, requested)
  const line = readXml(document, {
    open(element, given) {
      path.push(element)
      texts.push('')
      attributes = [...attributes.slice(0, path.length - 1), given]
      if (element === 'kml') isKml = true
      if (passedOver.has(element)) ignored.set(element, (ignored.get(element) ?? 0) + 1)
      if (element === 'Folder' || element === 'Document') folders.push('')
      if (element === 'Placemark') {
        placemark = {
          fields: {},
          // A field may be called __proto__.
          data: Object.create(null) as Record<string, string>,
          folders: folders
            .slice(1)
            .filter((each) => each !== '')
            .join(' / '),
          styleId: null,
          style: null,
        }
        geometry = kmlGeometry(file.name, placemarks.length, sink)
      }
      if (element === 'Style') {
        style = {}
        if (placemark) placemark.style = style
        else styles.own.set(given['id'] ?? (mapId === null ? '' : `${mapId} (own)`), style)
        if (!placemark && mapId !== null && given['id'] === undefined) styles.pairs.set(mapId, `${mapId} (own)`)
      }
      if (element === 'StyleMap') mapId = given['id'] ?? ''
      geometry?.open(element)
    },
    text(text) {
      texts.push((texts.pop() ?? '') + text)
    },
    close(element) {
      path.pop()
      const text = texts.pop() ?? ''
      const parent = path.at(-1) ?? ''
      fault ??= geometry?.close(element, text) ?? null
      if (style) takeStyle(style, element, parent, text)
      if (element === 'Style') style = null
      if (element === 'StyleMap') mapId = null
      if (element === 'name' && (parent === 'Folder' || parent === 'Document'))
        folders[folders.length - 1] = text.trim()
      if (element === 'Folder' || element === 'Document') folders.pop()
      if (element === 'styleUrl' && mapId !== null && !styles.pairs.has(mapId)) styles.pairs.set(mapId, idOfUrl(text))
      if (!placemark) return
      if (element === 'styleUrl') placemark.styleId = idOfUrl(text)
      if (Object.hasOwn(ownFields, element) && (parent === 'Placemark' || parent.startsWith('Time'))) {
        placemark.fields[ownFields[element]!] = text.trim()
      }
      if (element === 'value' && parent === 'Data')
        placemark.data[attributes[path.length - 1]?.['name'] ?? ''] = text.trim()
      if (element === 'SimpleData') placemark.data[attributes[path.length]?.['name'] ?? ''] = text.trim()
      if (element !== 'Placemark') return
      sink.endFeature()
      if (geometry?.hasSeveral()) addPlace(several, placemarks.length + 1)
      placemarks.push(placemark)
      placemark = null
      geometry = null
    },
  })
  if (fault) return refused(fault)
  if (line !== null || !isKml) return refused(problem('xml-broken', { file: file.name, line: line ?? 1 }))
  const { rows, types, unfilled, reported } = fieldsOf(placemarks, styles, sink.kindOfFeature())
  const patternOf = (row: Attributes) => (unfilled.has(row) ? ('none' as const) : undefined)
  const left = [...ignored].map(([element, count]) => `${element} (${count})`).join(', ')
  return done(
    layersOfKinds(name, file.name, sink, rows, {
      fieldTypes: types,
      declared: { kind: 'system', system: wgs84 },
      encoding,
      badPosition: 'leave-feature-out',
      notes: [
        ...notes,
        ...numberNotes(file.name, reported),
        ...(several.count === 0 ? [] : [noteOfPlaces('geometries-side-by-side', file.name, several)]),
        ...(left === '' ? [] : [note('elements-passed-over', { file: file.name, names: left })]),
      ],
    }).map((layer) => withValueSuggestions(layer, 'colour', meaningfulFields, patternOf)),
  )
}

function takeStyle(style: KmlStyle, element: string, parent: string, text: string): void {
  if (element === 'color' && parent === 'LineStyle') style.line = text
  if (element === 'color' && parent === 'PolyStyle') style.fill = text
  if (element === 'color' && parent === 'IconStyle') style.icon = text
  if (element === 'fill' && parent === 'PolyStyle') style.isFilled = text.trim() !== '0'
}

/** The fields of all placemarks: KML's own, folders, style and colour, then each one's data, whose types its values tell. */
function fieldsOf(
  placemarks: readonly KmlPlacemark[],
  styles: KmlStyles,
  kinds: ReturnType<GeometrySink['kindOfFeature']>,
) {
  const data = typedColumns(placemarks.map((placemark) => placemark.data))
  const foundStyles = placemarks.map(
    ({ styleId, style }) => style ?? (styleId === null ? null : styleOf(styles, styleId)),
  )
  const all = placemarks.map(({ fields, folders, styleId }, i): Attributes => ({
    ...fields,
    folder: folders || null,
    style: styleId,
    colour: colourOf(foundStyles[i]!, kinds[i] ?? null),
  }))
  const names = new Set(all.flatMap((row) => Object.keys(row).filter((name) => row[name] !== null)))
  const rows = all.map((row, i): Attributes => {
    const own = Object.fromEntries([...names].map((name) => [name, row[name] ?? null]))
    const more = Object.entries(data.rows[i]!).map(([name, value]) => [
      names.has(name) ? `${name} (data)` : name,
      value,
    ])
    return { ...own, ...(Object.fromEntries(more) as Attributes) }
  })
  const types = Object.fromEntries(
    Object.entries(data.types).map(([name, type]) => [names.has(name) ? `${name} (data)` : name, type]),
  )
  return {
    rows,
    types,
    reported: data.reported,
    unfilled: new Set(rows.filter((_, i) => kinds[i] === 'polygon' && foundStyles[i]?.isFilled === false)),
  }
}
