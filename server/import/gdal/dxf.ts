import type { Attributes } from '../../../core/geometry/shapes.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { refused, type Outcome } from '../../../core/result/outcome.ts'
import { faultOfPairs } from './dxf-pairs.ts'
import { damagedText } from '../text/damaged-text.ts'
import { chooseEncoding, type ChosenEncoding } from '../text/encoding.ts'
import { fineArcs, inUtf8, readThroughGdal } from './gdal-layers.ts'
import { keepFeatures, type RawLayer } from '../record/raw-layer.ts'
import type { SourceFile } from '../archive/source-file.ts'
import { withValueSuggestions } from '../record/value-suggestions.ts'

/**
 * Reads a drawing in DXF. Closed lines are areas; the names of its layers and the colours of its entities are fields,
 * for they carry the meaning there. A drawing says nothing of its coordinate system.
 */
export async function readDxf(source: SourceFile): Promise<Outcome<readonly RawLayer[]>> {
  const file = source.file.name
  const chosen = encodingOf(source)
  const damage = damagedText(file, chosen.encoding)
  const { text, count } = unescaped(damage.lines(chosen.decode(source.file.bytes)))
  const said = [...chosen.notes, ...damage.notes(), ...(count > 0 ? [note('dxf-escapes', { file, count })] : [])]
  const fault = faultOfPairs(file, text)
  if (fault) return refused(fault)
  const bytes = new TextEncoder().encode(text)
  const config = { ...fineArcs, DXF_ENCODING: 'UTF-8' }
  return readThroughGdal(inUtf8(source), {
    request: { driver: 'DXF', open: 'data.dxf', files: [{ name: 'data.dxf', bytes }], config },
    isOneLayer: true,
    withStyles: true,
    prepare: closedLinesAsAreas,
    finish: (layer) => finished(layer, { ...chosen, notes: said }, hasCurves(text)),
  })
}

/** Letters that a drawing writes as `\U+0627`, put as the letters. */
function unescaped(text: string): { readonly text: string; readonly count: number } {
  let count = 0
  const letter = (whole: string, code: string): string => {
    if (/[^\S ]|[\uD800-\uDFFF]/.test(String.fromCharCode(Number.parseInt(code, 16)))) return whole
    count++
    return String.fromCharCode(Number.parseInt(code, 16))
  }
  const paired = text.replace(/\\U\+(D[89AB][0-9A-F]{2})\\U\+(D[C-F][0-9A-F]{2})/gi, (_, high: string, low: string) => {
    count++
    return String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16))
  })
  return { text: paired.replace(/\\U\+([0-9A-F]{4})/gi, letter), count }
}

/** ANSI_1252 is what any program writes that does not think about it; since 2007 (AC1021) the text is in UTF-8. */
function encodingOf({ file: { name, bytes }, encoding }: SourceFile): ChosenEncoding {
  const text = new TextDecoder('latin1').decode(bytes)
  const version = /\$ACADVER\s+1\s+AC(\d+)/.exec(text.slice(0, 20_000))?.[1] ?? '0'
  const page = /\$DWGCODEPAGE\s+3\s+(\S+)/.exec(text.slice(0, 20_000))?.[1]
  const samples = text
    .match(/^[^\r\n]*[\x80-\xff][^\r\n]*/gm)
    ?.slice(0, 2_000)
    .map((line) => Buffer.from(line, 'latin1'))
  const stated = Number(version) >= 1021 ? 'UTF-8' : page?.toUpperCase() === 'ANSI_1252' ? undefined : page
  return chooseEncoding({ file: name, requested: encoding, cpg: stated, samples: samples ?? [] })
}

type LineFeature = { geometry: { type: string; coordinates: (readonly number[])[] } | null }

/** GDAL writes a feature per line, and gives a closed polyline or a circle as a line that ends where it began. */
function closedLinesAsAreas(geojson: Uint8Array): Uint8Array {
  const lines = new TextDecoder().decode(geojson).split('\n')
  const closed = lines.map((line) => {
    if (!line.includes('"type": "LineString"')) return line
    const feature = JSON.parse(line.replace(/,\s*$/, '')) as LineFeature
    const { coordinates = [] } = feature.geometry ?? {}
    const [first, last] = [coordinates[0], coordinates.at(-1)]
    if (coordinates.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return line
    const area = { ...feature, geometry: { type: 'Polygon', coordinates: [coordinates] } }
    return JSON.stringify(area) + (/,\s*$/.test(line) ? ',' : '')
  })
  return new TextEncoder().encode(closed.join('\n'))
}

const isCurved = ({ SubClasses }: Attributes): boolean => /AcDb(Arc|Circle|Ellipse|Spline)/.test(String(SubClasses))
const isClosedLine = ({ SubClasses }: Attributes): boolean => /line|Circle|Ellipse/i.test(String(SubClasses))

/** Whether a drawing holds circles and arcs: as entities, as bulges of polylines or as edges of hatches. */
const hasCurves = (text: string): boolean =>
  /^[ \t]*0\r?\n[ \t]*(?:CIRCLE|ARC|ELLIPSE|SPLINE)\r?$/m.test(text) ||
  /^[ \t]*42\r?\n[ \t]*-?(?!0*\.?0*(?:e\S*)?\s)[\d.]/im.test(text) ||
  (/^[ \t]*HATCH\r?$/m.test(text) && /^[ \t]*72\r?\n[ \t]*[234]\r?$/m.test(text))

/** The style of each entity put as its colour; less what stands on the drawing's sheets and not in its model. */
function finished(layer: RawLayer, { encoding, notes: said }: ChosenEncoding, isDrawnInCurves: boolean): RawLayer {
  const { file, name } = layer
  const coloured = layer.features.attributes.map(({ OGR_STYLE: style, ...row }): Attributes => {
    const colour = /[(,]f?c:(#[0-9a-f]{6})/i.exec(String(style))?.[1]
    return { ...row, Colour: colour?.toLowerCase() ?? null }
  })
  const isOnSheet = (feature: number): boolean => coloured[feature]?.['PaperSpace'] === true
  // GDAL draws what lies on a layer that is off or frozen in no colour at all.
  const hidden = layer.features.attributes.filter(({ OGR_STYLE: style }) =>
    /c:#[0-9a-f]{6}00\b/i.test(String(style)),
  ).length
  const onSheets = coloured.filter((_, feature) => isOnSheet(feature)).length
  const closed = layer.features.shapes.kind === 'polygon' ? coloured.filter(isClosedLine).length : 0
  const notes: Note[] = [...said, ...layer.notes]
  if (closed > 0) notes.push(note('closed-lines-as-areas', { file, count: closed }))
  if (isDrawnInCurves || coloured.some(isCurved)) notes.push(note('curves-straightened', { file, layer: name }))
  if (hidden > 0) notes.push(note('drawn-hidden', { file, count: hidden }))
  if (onSheets > 0) notes.push(note('sheets-left-out', { file, count: onSheets }))
  const fieldTypes = { ...layer.fieldTypes, Colour: 'text' } as const
  const all = { ...layer, encoding, fieldTypes, features: { ...layer.features, attributes: coloured }, notes }
  const kept = onSheets > 0 ? keepFeatures(all, (feature) => !isOnSheet(feature)) : all
  return withValueSuggestions(kept, 'Colour', { Layer: 'drawing-layers' })
}
