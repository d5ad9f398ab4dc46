import type { Category, ExportLayer } from '../../../core/export/export-layer.ts'
import { defaultStyle, type ClassStyle } from '../../../core/sheet/class-style.ts'
import type { PatternStyle } from '../../../core/sheet/patterns.ts'
import { element, escaped, type Svg } from '../../../core/sheet/svg.ts'
import { inks } from '../../../core/sheet/paper.ts'
import { textIn } from '../../../core/model/text.ts'
import type { Language } from '../../../core/i18n/translate.ts'
import { patternLines } from './pattern-lines.ts'

/** A pixel of the standard (OGC 05-077r4, 6.4). */
const mmPerPixel = 0.28
/** Two dots of 0.2 mm radius in a tile of 1.3 mm. */
const dotsCover = (2 * Math.PI * 0.2 ** 2) / 1.3 ** 2

/**
 * The look of a layer as OGC Styled Layer Descriptor 1.1 with Symbology Encoding, for programs that read no QML. It knows no
 * hatch that all programs draw alike, so a pattern becomes an even tint of its ink, as dark as the pattern is on the whole.
 */
export function layerSld({ name, title, kind, symbology, labels }: ExportLayer, language: Language): string {
  const rules = [
    ...symbology.categories.map((category, i) => rule(category, i, symbology.field, kind, language)),
    ...(labels ? [namesRule(textIn(language, labels))] : []),
  ]
  const style = element(
    'UserStyle',
    {},
    element('se:Name', {}, escaped(textIn(language, title))),
    element('se:FeatureTypeStyle', {}, ...rules),
  )
  const layer = element('NamedLayer', {}, element('se:Name', {}, escaped(name)), style)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('StyledLayerDescriptor', namespaces, layer)}\n`
}

const namespaces = {
  version: '1.1.0',
  xmlns: 'http://www.opengis.net/sld',
  'xmlns:ogc': 'http://www.opengis.net/ogc',
  'xmlns:se': 'http://www.opengis.net/se',
} as const

function rule(
  { value, label, styles }: Category,
  i: number,
  field: string | null,
  kind: ExportLayer['kind'],
  language: Language,
): Svg {
  const title = element('se:Description', {}, element('se:Title', {}, escaped(textIn(language, label))))
  const own = styles.length > 0 ? styles : [defaultStyle]
  const filters = field === null ? [] : [filter(field, value)]
  return element(
    'se:Rule',
    {},
    element('se:Name', {}, String(i)),
    title,
    ...filters,
    ...own.flatMap((style) => symbolizers(kind, style)),
  )
}

/** The names of features; Symbology Encoding knows no other field where one is empty. */
const namesRule = (field: string): Svg =>
  element(
    'se:Rule',
    {},
    element('se:Name', {}, 'names'),
    element(
      'se:TextSymbolizer',
      {},
      element('se:Label', {}, element('ogc:PropertyName', {}, escaped(field))),
      element('se:Font', {}, parameter('font-size', '11')),
      element('se:Halo', {}, element('se:Radius', {}, '2'), solid(inks.paper, 1)),
      solid(inks.ink, 1),
    ),
  )

function filter(field: string, value: Category['value']): Svg {
  const property = element('ogc:PropertyName', {}, escaped(field))
  return element(
    'ogc:Filter',
    {},
    value === null
      ? element('ogc:PropertyIsNull', {}, property)
      : element('ogc:PropertyIsEqualTo', {}, property, element('ogc:Literal', {}, escaped(String(value)))),
  )
}

function symbolizers(kind: ExportLayer['kind'], { fill, line, pattern, opacity = 1 }: ClassStyle): Svg[] {
  if (kind === 'line') return [element('se:LineSymbolizer', {}, stroke(line.color, 0.4, opacity))]
  if (kind === 'point') {
    const mark = element('se:Mark', {}, element('se:WellKnownName', {}, 'circle'), solid(line.color, opacity))
    return [element('se:PointSymbolizer', {}, element('se:Graphic', {}, mark, element('se:Size', {}, pixels(1.6))))]
  }
  const ground = fill && fill.opacity > 0 ? [solid(fill.color, rounded(fill.opacity * opacity))] : []
  const tint = pattern
    ? [element('se:PolygonSymbolizer', {}, solid(pattern.ink, rounded(tintOf(pattern) * opacity)))]
    : []
  return [element('se:PolygonSymbolizer', {}, ...ground, stroke(line.color, line.widthMm, opacity, line.dash)), ...tint]
}

/** Part of the ground that the marks of a pattern cover, times their opacity. */
function tintOf(pattern: PatternStyle): number {
  const bare = patternLines(pattern).reduce((left, { widthMm, distanceMm }) => left * (1 - widthMm / distanceMm), 1)
  return rounded(pattern.opacity * (pattern.kind === 'dots' ? dotsCover : 1 - bare))
}

const rounded = (part: number): number => Number(part.toFixed(3))
const pixels = (mm: number): string => (mm / mmPerPixel).toFixed(3)
const parameter = (name: string, value: string): Svg => element('se:SvgParameter', { name }, value)
const solid = (color: string, opacity: number): Svg =>
  element('se:Fill', {}, parameter('fill', color), parameter('fill-opacity', String(opacity)))

const stroke = (color: string, widthMm: number, opacity: number, dash?: string): Svg =>
  element(
    'se:Stroke',
    {},
    parameter('stroke', color),
    ...(opacity === 1 ? [] : [parameter('stroke-opacity', String(opacity))]),
    parameter('stroke-width', pixels(widthMm)),
    parameter('stroke-linejoin', 'round'),
    ...(dash === undefined
      ? []
      : [
          parameter(
            'stroke-dasharray',
            dash
              .split(/[ ,]+/)
              .map((mm) => pixels(Number(mm)))
              .join(' '),
          ),
        ]),
  )
