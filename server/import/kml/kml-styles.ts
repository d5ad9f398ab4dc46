import type { Shapes } from '../../../core/geometry/shapes.ts'

/** Colours of one style, as KML writes them (aabbggrr). */
export type KmlStyle = { line?: string; fill?: string; icon?: string; isFilled?: boolean }

/** Styles of a document by their ids, and those that stand for others. */
export type KmlStyles = { readonly own: Map<string, KmlStyle>; readonly pairs: Map<string, string> }

export const idOfUrl = (url: string): string => url.slice(url.lastIndexOf('#') + 1).trim()

/** The style that an id leads to; through a StyleMap it is the normal one. */
export function styleOf({ own, pairs }: KmlStyles, id: string): KmlStyle | null {
  const seen = new Set<string>()
  for (let name: string | undefined = id; name !== undefined && !seen.has(name); name = pairs.get(name)) {
    const style = own.get(name)
    if (style) return style
    seen.add(name)
  }
  return null
}

/** "#rrggbb" of the colour in which a style draws geometry of a kind; `null` where it gives none. */
export function colourOf(style: KmlStyle | null, kind: Shapes['kind'] | null): string | null {
  if (!style || kind === null) return null
  const fill = style.isFilled === false ? undefined : style.fill
  const colour = kind === 'polygon' ? (fill ?? style.line) : kind === 'line' ? style.line : style.icon
  const [, blue, green, red] =
    /^#?[0-9a-f]{2}([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour?.trim() ?? '') ?? []
  return red === undefined ? null : `#${red}${green}${blue}`.toLowerCase()
}
