import { html, type TemplateResult } from 'lit/html.js'
import type { ClassSymbol } from '../../core/symbology/class-symbol.ts'
import { outlineColor, patternTile, tileSide } from '../map/pattern-tile.ts'
import { readTheme, type Theme } from '../map/theme.ts'

const ratio = 2
const backgrounds = new Map<string, string>()

const addresses = new Map<string, string>()

/** One tile of a class's fill and pattern as a picture. */
export function tileAddress(style: ClassSymbol, theme: Theme = readTheme()): string {
  const key = JSON.stringify([style, theme.isDark])
  const address = addresses.get(key) ?? patternTile(style, theme, ratio).toDataURL()
  addresses.set(key, address)
  return address
}

/** The fill and pattern of a class as a CSS background, the same that the map draws, as opaque as its layer. */
export function classBackground(style: ClassSymbol, theme: Theme = readTheme()): string {
  const key = JSON.stringify([style, theme.isDark])
  const known = backgrounds.get(key)
  if (known !== undefined) return known
  const opacity = style.opacity === undefined ? '' : `opacity:${style.opacity};`
  const background = `background:url(${tileAddress(style, theme)}) 0 0/${tileSide}px;border-color:${outlineColor(style, theme)};${opacity}`
  backgrounds.set(key, background)
  return background
}

// Styles are set as properties: the content security policy forbids style attributes.
export const swatch = (style: ClassSymbol): TemplateResult =>
  html`<span class="swatch" .style=${classBackground(style)} aria-hidden="true"></span>`

export const severalSwatch = html`<span class="swatch several" aria-hidden="true"></span>`
export const uncoveredSwatch = html`<span class="swatch" aria-hidden="true"></span>`
