import type { Pattern } from '../model/layer.ts'
import { foundInRules, type Equality, type StyleRule } from './style-rules.ts'
import type { FoundStyle, StyledValue } from './styled-value.ts'
import { allNamed, childNamed, childrenNamed, type XmlElement } from './xml-element.ts'

/**
 * The rules of a Styled Layer Descriptor (1.0 or 1.1) that each ask for values of one and the same property. Rules for
 * all else are left out, and so is one for what is empty or nothing: QGIS writes it for all other values and, up to
 * 3.22, for any list of them. A rule that asks for anything more makes the style one that gives no classes.
 */
export function sldClasses(root: XmlElement): FoundStyle {
  const rules = allNamed(root, 'Rule').map((rule): StyleRule => {
    const label = allNamed(rule, 'Title')[0]?.text.trim() || childNamed(rule, 'Name')?.text.trim() || ''
    return { label, condition: filterOf(rule), ...styleOf(rule) }
  })
  return foundInRules(rules)
}

function filterOf(rule: XmlElement): StyleRule['condition'] {
  if (childNamed(rule, 'ElseFilter')) return 'others'
  const filter = childNamed(rule, 'Filter')
  const condition = filter?.children.length === 1 ? equalities(filter.children[0]!) : null
  if (!condition) return { unread: filter ? `Filter: ${filter.children.map(({ name }) => name).join(', ')}` : 'Rule' }
  return condition.some(({ value }) => value === '') ? 'others' : condition
}

/** What a filter asks for, where it is nothing but values of properties; else `null`. */
function equalities(filter: XmlElement): readonly Equality[] | null {
  const field = childNamed(filter, 'PropertyName')?.text.trim()
  if (filter.name === 'Or') {
    const parts = filter.children.map(equalities)
    return parts.every((part): part is readonly Equality[] => part !== null) ? parts.flat() : null
  }
  if (filter.name === 'PropertyIsNull' && field) return [{ field, value: null }]
  const value = childNamed(filter, 'Literal')?.text.trim()
  return filter.name === 'PropertyIsEqualTo' && field && value !== undefined ? [{ field, value }] : null
}

const marks: readonly (readonly [RegExp, Pattern])[] = [
  [/times|plus|cross|^x$/, 'cross'],
  [/slash|diagonal/, 'diagonal'],
  [/horline|horizontal/, 'horizontal'],
  [/vertline|vertical/, 'stripes'],
  [/dot|dense|circle|square/, 'dots'],
]

function styleOf(rule: XmlElement): Pick<StyledValue, 'color' | 'pattern'> {
  const polygons = allNamed(rule, 'PolygonSymbolizer')
  const fills = polygons.flatMap((symbolizer) => childrenNamed(symbolizer, 'Fill'))
  const graphic = fills.flatMap((fill) => allNamed(fill, 'Graphic'))[0]
  const mark = graphic && allNamed(graphic, 'Mark')[0]
  const markName = mark && childNamed(mark, 'WellKnownName')?.text.trim().toLowerCase()
  const own = (element: XmlElement | undefined, name: 'fill' | 'stroke') => element && parameter(element, name)
  const color =
    fills.map((fill) => own(fill, 'fill')).find((hex) => hex !== undefined) ??
    (mark && (own(childNamed(mark, 'Stroke'), 'stroke') ?? own(childNamed(mark, 'Fill'), 'fill'))) ??
    allNamed(rule, 'Stroke')
      .map((stroke) => own(stroke, 'stroke'))
      .find((hex) => hex !== undefined) ??
    allNamed(rule, 'Fill')
      .map((fill) => own(fill, 'fill'))
      .find((hex) => hex !== undefined)
  const pattern =
    polygons.length === 0 ? undefined : fills.length === 0 ? 'none' : patternOf(markName, rotationOf(graphic))
  return { ...(color === undefined ? {} : { color }), ...(pattern === undefined ? {} : { pattern }) }
}

/** Level lines that are turned are diagonal. */
function patternOf(mark: string | undefined, rotationDegrees: number): Pattern | undefined {
  const pattern = mark === undefined ? 'solid' : marks.find(([name]) => name.test(mark))?.[1]
  const lean = Math.abs(rotationDegrees) % 180
  return pattern === 'horizontal' && lean > 10 && lean < 170 ? 'diagonal' : pattern
}

function rotationOf(graphic: XmlElement | undefined): number {
  const rotation = graphic && childNamed(graphic, 'Rotation')
  const text = rotation && (childNamed(rotation, 'Literal')?.text ?? rotation.text)
  return Number(text?.trim() || 0) || 0
}

function parameter(element: XmlElement, name: string): string | undefined {
  const found = element.children.find(({ attributes }) => attributes['name'] === name)?.text.trim()
  return found && /^#[0-9a-f]{6}$/i.test(found) ? found.toUpperCase() : undefined
}
