import type { Pattern } from '../model/layer.ts'
import { equalitiesIn, foundInRules, type StyleRule } from './style-rules.ts'
import type { FoundStyle, StyledValue } from './styled-value.ts'
import { allNamed, childNamed, childrenNamed, type XmlElement } from './xml-element.ts'

/**
 * The classes of a QGIS style: its categories, or rules that ask for values of one field, with labels and the look of
 * their symbols, in the form of QGIS 2 (`prop`) as in that of QGIS 3 (`Option`). What stands for all other values is
 * left out.
 */
export function qmlClasses(root: XmlElement): FoundStyle {
  const renderer = allNamed(root, 'renderer-v2')[0]
  if (!renderer) return { reason: root.name }
  const symbols = new Map(
    childrenNamed(childNamed(renderer, 'symbols') ?? renderer, 'symbol').map((symbol) => [
      symbol.attributes['name'] ?? '',
      symbol,
    ]),
  )
  const styles = (key: string | undefined): Look => {
    const symbol = symbols.get(key ?? '')
    return symbol ? styleOf(symbol) : {}
  }
  const type = renderer.attributes['type'] ?? '–'
  if (type === 'categorizedSymbol') return categories(renderer, styles)
  if (type !== 'RuleRenderer') return { reason: type }
  const rules = childrenNamed(childNamed(renderer, 'rules') ?? renderer, 'rule')
  return foundInRules(rules.map((rule) => styleRule(rule, styles)))
}

type Look = Pick<StyledValue, 'color' | 'pattern'>
type StyleOfSymbol = (symbol: string | undefined) => Look

function categories(renderer: XmlElement, styles: StyleOfSymbol): FoundStyle {
  const all = childrenNamed(childNamed(renderer, 'categories') ?? renderer, 'category').map((category) => ({
    values: valuesOf(category),
    label: category.attributes['label'] ?? '',
    ...styles(category.attributes['symbol']),
  }))
  return {
    field: fieldName(renderer.attributes['attr'] ?? ''),
    styled: all.filter(({ values }) => values.length > 0),
    others: all.filter(({ values }) => values.length === 0).map(({ label }) => label),
  }
}

function styleRule(rule: XmlElement, styles: StyleOfSymbol): StyleRule {
  const { filter = '', label = '', symbol } = rule.attributes
  const condition = childNamed(rule, 'rule') ? null : equalitiesIn(filter)
  return {
    label,
    condition: filter === 'ELSE' ? 'others' : (condition ?? { unread: filter || 'RuleRenderer' }),
    ...styles(symbol),
  }
}

/** A field as it is written in an expression: `"NAME"`. */
const fieldName = (text: string): string =>
  /^\s*"((?:[^"]|"")+)"\s*$/.exec(text)?.[1]?.replaceAll('""', '"') ?? text.trim()

/** A list has one element for each value; `null` is the value that QGIS calls NULL. */
function valuesOf(category: XmlElement): readonly (string | null)[] {
  const listed = childrenNamed(category, 'val')
  const all = listed.length > 0 ? listed : [category]
  return all.flatMap(({ attributes: { value = '', type } }) => {
    if (type === 'NULL') return [null]
    return value === '' ? [] : [value]
  })
}

type Settings = Readonly<Record<string, string>>

function styleOf(symbol: XmlElement): Look {
  const layers = childrenNamed(symbol, 'layer').filter(({ attributes }) => attributes['enabled'] !== '0')
  const drawn = layers.map((layer) => ({ type: layer.attributes['class'] ?? '', settings: settingsOf(layer), layer }))
  const isPattern = (type: string): boolean => type.endsWith('PatternFill')
  const solid = drawn.find(({ type, settings }) => !isPattern(type) && settings['style'] !== 'no')
  const patterned = drawn.filter(({ type }) => isPattern(type))
  const pattern = patternOf(symbol, solid, patterned)
  const inner = patterned[0] && childNamed(patterned[0].layer, 'symbol')
  const color =
    (solid && colourOf(solid.settings)) ??
    (patterned[0] && colourOf(patterned[0].settings)) ??
    (inner && styleOf(inner).color) ??
    (drawn[0] && hexOf(drawn[0].settings['outline_color'] ?? drawn[0].settings['color_border']))
  return { ...(color === undefined ? {} : { color }), ...(pattern === undefined ? {} : { pattern }) }
}

/** What a symbol layer is set to: entries of its map of options, else its properties. */
function settingsOf(layer: XmlElement): Settings {
  const properties = childrenNamed(layer, 'prop').map(({ attributes: { k = '', v = '' } }) => [k, v])
  const options = childrenNamed(layer, 'Option')
    .flatMap((map) => childrenNamed(map, 'Option'))
    .map(({ attributes: { name = '', value = '' } }) => [name, value])
  return Object.fromEntries([...properties, ...options]) as Settings
}

const colourOf = (settings: Settings): string | undefined =>
  hexOf(settings['color'] ?? settings['line_color'] ?? settings['color1'])

/** "#rrggbb" of "r,g,b,a", which newer versions follow with more, or of a colour in hexadecimal. */
function hexOf(text: string | undefined): string | undefined {
  const [, hex] = /^\s*(#[0-9a-f]{6})/i.exec(text ?? '') ?? []
  if (hex) return hex.toUpperCase()
  const channels = /^\s*(\d{1,3}),(\d{1,3}),(\d{1,3})/
    .exec(text ?? '')
    ?.slice(1)
    .map(Number)
  if (!channels || channels.some((channel) => channel > 255)) return undefined
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}

type Drawn = { readonly type: string; readonly settings: Settings }

/** The pattern of ours that a fill comes nearest to; none for symbols of lines and points. */
function patternOf(symbol: XmlElement, solid: Drawn | undefined, patterned: readonly Drawn[]): Pattern | undefined {
  if (symbol.attributes['type'] !== 'fill') return undefined
  const lines = patterned.filter(({ type }) => type === 'LinePatternFill')
  if (lines.length > 1) return 'cross'
  if (lines[0]) return linePattern(lines[0].settings)
  if (patterned.length > 0) return 'dots'
  return solid ? brushPattern(solid.settings['style'] ?? 'solid') : 'none'
}

/** Lines nearly as wide as what lies between them are stripes. */
function linePattern(settings: Settings): Pattern {
  const angle = Math.abs(Number(settings['angle'] ?? settings['lineangle'] ?? 0)) % 180
  if (angle < 10 || angle > 170) return 'horizontal'
  const [width, distance] = [Number(settings['line_width'] ?? settings['linewidth']), Number(settings['distance'])]
  return width / distance > 0.45 ? 'stripes' : 'diagonal'
}

function brushPattern(style: string): Pattern | undefined {
  if (/diagonal_x|^cross$/.test(style)) return 'cross'
  if (style.endsWith('_diagonal')) return 'diagonal'
  if (style.startsWith('dense')) return 'dots'
  if (style === 'horizontal' || style === 'solid') return style
  return style === 'vertical' ? 'stripes' : undefined
}
