import { patterns, type LayerClass, type Pattern, type Role } from '../model/layer.ts'

/** Colour and pattern of a class. */
export type FillStyle = Pick<LayerClass, 'color' | 'pattern'>

type Palette = { readonly colors: readonly string[]; readonly patterns: readonly Pattern[] }

const fills = patterns.filter((pattern) => pattern !== 'none')

/** Distances of at least 18 (CIE76) between neighbours for normal, deutan, protan and tritan sight. */
const partyPalette: Palette = {
  colors: ['#C92610', '#5ED575', '#F6C822', '#386889', '#282727', '#C9D1D1', '#CC79A7', '#E69F00'],
  patterns: fills,
}

/**
 * For zoning, land use and hazard: the light qualitative scheme of Tol (2021), which keeps apart for colour-blind sight and
 * carries no party's colour, so that a land use is never taken for a hold. Stripes are left to ground of several classes.
 */
const zonePalette: Palette = {
  colors: ['#77AADD', '#EEDD88', '#44BB99', '#EE8866', '#99DDFF', '#AAAA00', '#FFAABB', '#BBCC33', '#DDDDDD'],
  patterns: fills.filter((pattern) => pattern !== 'stripes'),
}

const zoneLooks = looksIn(zonePalette)
const partyLooks = looksIn(partyPalette)

/** Ground whose class value is empty, in every role. */
const emptyStyle: FillStyle = { color: '#C9D1D1', pattern: 'none' }

/** How a class is drawn that says nothing of it, by its place among the layer's classes. */
export function defaultStyle(role: Role, name: string | null, place: number): FillStyle {
  if (name === null) return emptyStyle
  const looks = looksOf(role)
  return looks[place % looks.length]!
}

/** All colours of a role in all its patterns, no look twice, in the order in which its classes have them. */
export const looksOf = (role: Role): readonly FillStyle[] => (role === 'zones' ? zoneLooks : partyLooks)

function looksIn({ colors, patterns: kinds }: Palette): FillStyle[] {
  const looks = kinds.flatMap((_, shift) =>
    Array.from({ length: colors.length * kinds.length }, (_look, place) => ({
      color: colors[place % colors.length]!,
      pattern: kinds[(place + shift) % kinds.length]!,
    })),
  )
  return [...new Map(looks.map((look) => [`${look.color} ${look.pattern}`, look])).values()]
}

/** For classes too many to be listed (Okabe and Ito 2008). */
const freeColors = ['#E69F00', '#56B4E9', '#009E73', '#F0E442', '#0072B2', '#D55E00', '#CC79A7', '#999999'] as const

const colorOfRole: Partial<Record<Role, string>> = {
  control: '#5F5B55',
  damage: '#BD0026',
  shelling: '#9C2A16',
  zones: zonePalette.colors[0]!,
}

/** How a class is drawn that is not among those of its layer: a layer of one class by its role, others by their place. */
export function freeStyle(role: Role, isOneClass: boolean, place: number): FillStyle {
  const ofRole = isOneClass ? colorOfRole[role] : undefined
  if (ofRole !== undefined) return { color: ofRole, pattern: 'solid' }
  const colors: readonly string[] = role === 'zones' ? zonePalette.colors : freeColors
  return {
    color: colors[place % colors.length]!,
    pattern: fills[Math.floor(place / colors.length) % fills.length]!,
  }
}
