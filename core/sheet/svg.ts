import { cleanText } from './clean-text.ts'

/** Markup that is already safe: made by `element` and `escaped`, never by hand from a user's text. */
export type Svg = string

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element with its attributes escaped; numbers are written with at most three decimals. */
export function element(name: string, attributes: Attributes, ...children: readonly Svg[]): Svg {
  let head = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) head += ` ${key}="${typeof value === 'number' ? decimal(value) : escaped(value)}"`
  }
  return children.length === 0 ? `${head}/>` : `${head}>${children.join('')}</${name}>`
}

export const group = (attributes: Attributes, ...children: readonly Svg[]): Svg =>
  element('g', attributes, children.join(''))

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as XML content or attribute value. */
export const escaped = (text: string): Svg => cleanText(text).replace(/[&<>"']/g, (character) => entities[character]!)

/** A number in the shortest form that keeps `digits` decimals. */
export function decimal(value: number, digits = 3): string {
  const factor = 10 ** digits
  const rounded = Math.round(value * factor) / factor
  return String(rounded === 0 ? 0 : rounded)
}
