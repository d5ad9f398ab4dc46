import type { Category, ExportLayer } from '../../../core/export/export-layer.ts'
import { defaultStyle, type ClassStyle } from '../../../core/sheet/class-style.ts'
import type { PatternStyle } from '../../../core/sheet/patterns.ts'
import { element, type Svg } from '../../../core/sheet/svg.ts'
import { shortened } from '../../../core/sheet/clean-text.ts'
import { textIn } from '../../../core/model/text.ts'
import type { Language } from '../../../core/i18n/translate.ts'
import { layerLabels } from './qml-labels.ts'
import { patternLines } from './pattern-lines.ts'

/** The look of a layer as QGIS keeps it (QML): a symbol for each category, in the colours and patterns of the sheet. */
export const layerQml = (layer: ExportLayer, language: Language): string =>
  qgisDocument(
    layer.labels
      ? element(
          'qgis',
          { version: '3.22', styleCategories: 'Symbology|Labeling', labelsEnabled: 1 },
          layerRenderer(layer, language),
          layerLabels(layer.labels, layer.kind, language),
        )
      : element('qgis', { version: '3.22', styleCategories: 'Symbology' }, layerRenderer(layer, language)),
  )

export const qgisDocument = (root: Svg): string =>
  `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n${root}\n`

/** The part of a look, or of a project, that says how the features of a layer are drawn. */
export function layerRenderer({ kind, symbology }: ExportLayer, language: Language): Svg {
  const symbols = element(
    'symbols',
    {},
    ...symbology.categories.map(({ styles }, i) => symbol(kind, String(i), styles)),
  )
  if (symbology.field === null)
    return element('renderer-v2', { type: 'singleSymbol', symbollevels: 0, enableorderby: 0 }, symbols)
  const categories = element(
    'categories',
    {},
    ...symbology.categories.map((category, i) => categoryElement(category, i, language)),
  )
  return element(
    'renderer-v2',
    { type: 'categorizedSymbol', attr: symbology.field, symbollevels: 0, enableorderby: 0 },
    categories,
    symbols,
  )
}

const categoryElement = ({ value, label }: Category, i: number, language: Language): Svg =>
  element('category', {
    symbol: i,
    value: typeof value === 'string' ? ownValue : (value ?? 'NULL'),
    type: value === null ? 'NULL' : typeof value === 'number' ? 'long' : 'string',
    label: shortened(textIn(language, label), longestLabel),
    render: 'true',
  }).replace(ownValue, () => exactly(String(value)))

/** In a legend, of which QGIS makes columns as wide as the longest. */
export const longestLabel = 60
/** Stands for a value that must come out as the feature has it. */
const ownValue = '\ue000'

/** A text as the value of an attribute, to the letter, as far as XML 1.0 can hold it. */
const exactly = (text: string): string =>
  Array.from(text, (letter) =>
    /[&<>"'\t\n\r\u007f-\u009f]|\p{Cf}/u.test(letter) ? `&#${letter.codePointAt(0)};` : letter,
  )
    .join('')
    // oxlint-disable-next-line no-control-regex -- these are what XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')

const symbolType = { polygon: 'fill', line: 'line', point: 'marker' } as const

function symbol(kind: ExportLayer['kind'], name: string, styles: readonly ClassStyle[]): Svg {
  const layers = styles.flatMap((style) =>
    kind === 'polygon' ? fillLayers(style) : [kind === 'line' ? lineLayer(style) : markerLayer(style)],
  )
  const shown = layers.length > 0 ? layers : fillLayers(defaultStyle)
  const own = shown.map((layer, place) => symbolLayer(layer, `@${name}@${place}`))
  return element('symbol', { type: symbolType[kind], name, alpha: 1, clip_to_extent: 1, force_rhr: 0 }, ...own)
}

/** One layer of a symbol: its class in QGIS, its options, and the symbol that a pattern repeats. */
type SymbolLayer = {
  readonly type: string
  readonly options: Readonly<Record<string, string | number>>
  readonly inner?: { readonly kind: 'line' | 'marker'; readonly layer: SymbolLayer }
}

function symbolLayer({ type, options, inner }: SymbolLayer, innerName: string): Svg {
  const entries = Object.entries(options).map(([name, value]) =>
    element('Option', { name, type: 'QString', value: String(value) }),
  )
  const repeated = inner
    ? [
        element(
          'symbol',
          { type: inner.kind, name: innerName, alpha: 1, clip_to_extent: 1, force_rhr: 0 },
          symbolLayer(inner.layer, ''),
        ),
      ]
    : []
  return element(
    'layer',
    { class: type, enabled: 1, locked: 0, pass: 0 },
    element('Option', { type: 'Map' }, ...entries),
    ...repeated,
  )
}

function fillLayers({ fill, pattern, line, opacity = 1 }: ClassStyle): SymbolLayer[] {
  const isFilled = fill !== undefined && fill.opacity > 0
  const ground: SymbolLayer = {
    type: 'SimpleFill',
    options: {
      color: isFilled ? colour(fill.color, fill.opacity * opacity) : colour('#FFFFFF', 0),
      style: isFilled ? 'solid' : 'no',
      outline_color: colour(line.color, opacity),
      outline_style: line.dash === undefined ? 'solid' : 'dash',
      outline_width: line.widthMm,
      outline_width_unit: 'MM',
      joinstyle: 'round',
    },
  }
  return pattern ? [ground, ...patternLayers({ ...pattern, opacity: pattern.opacity * opacity })] : [ground]
}

function patternLayers(pattern: PatternStyle): SymbolLayer[] {
  const { ink, opacity } = pattern
  if (pattern.kind === 'dots') {
    const options = {
      distance_x: 1.3,
      distance_x_unit: 'MM',
      distance_y: 0.65,
      distance_y_unit: 'MM',
      displacement_x: 0.65,
      displacement_x_unit: 'MM',
    }
    return [{ type: 'PointPatternFill', options, inner: { kind: 'marker', layer: marker(ink, opacity, 0.4) } }]
  }
  const color = colour(ink, opacity)
  return patternLines(pattern).map(({ leanDegrees, distanceMm, widthMm }): SymbolLayer => ({
    type: 'LinePatternFill',
    // QGIS counts anticlockwise from the east, the sheet clockwise from upright.
    options: {
      angle: 90 - leanDegrees,
      distance: distanceMm,
      distance_unit: 'MM',
      line_width: widthMm,
      line_width_unit: 'MM',
      color,
    },
    inner: {
      kind: 'line',
      layer: {
        type: 'SimpleLine',
        options: { line_color: color, line_width: widthMm, line_width_unit: 'MM', capstyle: 'flat' },
      },
    },
  }))
}

const marker = (color: string, opacity: number, sizeMm: number): SymbolLayer => ({
  type: 'SimpleMarker',
  options: { name: 'circle', color: colour(color, opacity), outline_style: 'no', size: sizeMm, size_unit: 'MM' },
})

const markerLayer = ({ line, opacity = 1 }: ClassStyle): SymbolLayer => marker(line.color, opacity, 1.6)

const lineLayer = ({ line, opacity }: ClassStyle): SymbolLayer => ({
  type: 'SimpleLine',
  options: { line_color: colour(line.color, opacity), line_width: 0.4, line_width_unit: 'MM' },
})

/** Red, green, blue, alpha from 0 to 255. */
function colour(hex: string, opacity = 1): string {
  const channels = [1, 3, 5].map((place) => Number.parseInt(hex.slice(place, place + 2), 16))
  return [...channels, Math.round(opacity * 255)].join(',')
}
