import { childOf, nameOf, type WktNode } from './well-known-text.ts'

const degree = Math.PI / 180

const unitKeywords = ['ANGLEUNIT', 'LENGTHUNIT', 'SCALEUNIT', 'UNIT']

const anyChild = (node: WktNode, keywords: readonly string[]): WktNode | undefined =>
  node.children.find(({ keyword }) => keywords.includes(keyword))

/** Size of a node's own unit, in metres or radians; `null` where it states none. */
function unitSize(node: WktNode): number | null {
  const size = anyChild(node, unitKeywords)?.values[1]
  return typeof size === 'number' && size > 0 ? size : null
}

const datumKeywords = ['DATUM', 'ENSEMBLE', 'GEODETICDATUM', 'TRF']
const geographicKeywords = ['GEOGCRS', 'GEOGRAPHICCRS', 'GEODCRS', 'GEODETICCRS', 'BASEGEOGCRS', 'BASEGEODCRS']
const projectedKeywords = ['PROJCRS', 'PROJECTEDCRS']

/**
 * The horizontal system of a WKT2 text (ISO 19162), put as the WKT1 that says the same in degrees and in the unit of its
 * axes; a node of WKT1 is given back as it is. `null` where it is no plain map system: geocentric, derived, or with axes
 * that run west or south. A step to WGS 84 that the text brings is left aside: ours comes from the registry.
 */
export function asClassicText(root: WktNode): WktNode | null {
  const { keyword } = root
  if (keyword === 'BOUNDCRS') {
    const inner = childOf(root, 'SOURCECRS')?.children[0]
    return inner ? asClassicText(inner) : null
  }
  if (keyword === 'COMPOUNDCRS') {
    const horizontal = anyChild(root, [...projectedKeywords, ...geographicKeywords, 'BOUNDCRS'])
    return horizontal ? asClassicText(horizontal) : null
  }
  if (geographicKeywords.includes(keyword)) return classicGeographic(root, axisUnit(root))
  return projectedKeywords.includes(keyword) ? classicProjected(root) : root
}

function classicGeographic(node: WktNode, unit: number | null): WktNode | null {
  const datum = anyChild(node, datumKeywords)
  const ellipsoid = datum && (childOf(datum, 'ELLIPSOID') ?? childOf(datum, 'SPHEROID'))
  if (!datum || !ellipsoid || unit === null || !isEllipsoidal(node)) return null
  const semiMajorM = Number(ellipsoid.values[1]) * (unitSize(ellipsoid) ?? 1)
  const spheroid = {
    keyword: 'SPHEROID',
    values: [nameOf(ellipsoid), semiMajorM, ellipsoid.values[2] ?? 0],
    children: [],
  }
  const meridian = childOf(node, 'PRIMEM')
  return {
    keyword: 'GEOGCS',
    values: [nameOf(node)],
    children: [
      { keyword: 'DATUM', values: [nameOf(datum)], children: [spheroid] },
      ...(meridian ? [meridian] : []),
      { keyword: 'UNIT', values: ['', unit], children: [] },
      ...idOf(node),
    ],
  }
}

/** Degrees of latitude and longitude, and neither geocentric nor derived by a rotation. */
function isEllipsoidal(node: WktNode): boolean {
  const kind = childOf(node, 'CS')?.values[0]
  const isDerived =
    anyChild(node, geographicKeywords) !== undefined || childOf(node, 'DERIVINGCONVERSION') !== undefined
  return !isDerived && (kind === undefined || String(kind).toLowerCase() === 'ellipsoidal')
}

function classicProjected(node: WktNode): WktNode | null {
  const base = anyChild(node, geographicKeywords)
  const geographic = base ? classicGeographic(base, degree) : null
  const conversion = childOf(node, 'CONVERSION')
  const unitM = axisUnit(node)
  if (!geographic || !conversion || unitM === null) return null
  const parameters = conversion.children
    .filter(({ keyword }) => keyword === 'PARAMETER')
    .map((parameter): WktNode => ({
      ...parameter,
      values: [nameOf(parameter), classicValue(parameter, unitM)],
      children: [],
    }))
  return {
    keyword: 'PROJCS',
    values: [nameOf(node)],
    children: [
      geographic,
      { keyword: 'PROJECTION', values: [nameOf(childOf(conversion, 'METHOD'))], children: [] },
      ...parameters,
      { keyword: 'UNIT', values: ['', unitM], children: [] },
      ...idOf(node),
    ],
  }
}

/** Angles in degrees, lengths in the unit of the axes. */
function classicValue(parameter: WktNode, unitM: number): number {
  const value = Number(parameter.values[1])
  const size = unitSize(parameter)
  if (childOf(parameter, 'ANGLEUNIT')) return (value * (size ?? degree)) / degree
  return childOf(parameter, 'LENGTHUNIT') ? (value * (size ?? 1)) / unitM : value
}

/** The one unit of the horizontal axes, which must run east and north; `null` where they do not. */
function axisUnit(node: WktNode): number | null {
  const axes = node.children.filter(({ keyword }) => keyword === 'AXIS').slice(0, 2)
  const directions = axes.map(({ values }) => String(values[1] ?? '').toLowerCase())
  if (directions.some((direction) => direction !== 'east' && direction !== 'north')) return null
  const units = new Set(axes.map((axis) => unitSize(axis) ?? unitSize(node)))
  const [unit] = axes.length === 0 ? [unitSize(node)] : units
  return units.size > 1 ? null : (unit ?? null)
}

function idOf(node: WktNode): readonly WktNode[] {
  const id = childOf(node, 'ID')
  return id ? [id] : []
}
