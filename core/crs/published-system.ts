import type { Extent } from '../geometry/shapes.ts'
import type { Datum, DatumOperation } from './datums.ts'
import { datums } from './datums.ts'
import type { CoordinateSystem } from './system.ts'
import { describeWkt, type DescribedSystem } from './wkt-system.ts'
import { authorityOf, childOf, nameOf, parseWkt, type WktNode } from './well-known-text.ts'

/** A system of the EPSG data set, or what of it cannot be computed: a projection, a meridian, axes, by its name there. */
export type PublishedSystem =
  | { readonly kind: 'system'; readonly system: CoordinateSystem }
  | { readonly kind: 'unsupported'; readonly what: string }
  /** Nothing but grids leads from its datum to WGS 84, or nothing at all. */
  | { readonly kind: 'no-shift'; readonly datum: string }

const geographicKeywords = ['GEOGCRS', 'BASEGEOGCRS', 'GEODCRS', 'BASEGEODCRS']

/** EPSG code of the geographic system that a system in WKT2 stands on, "4289"; `null` where the text names none. */
export function geographicCodeOf(text: string): string | null {
  const root = parseWkt(text)
  const geographic = root && findNode(root, geographicKeywords)
  const code = geographic ? authorityOf(geographic) : null
  return code !== null && code.startsWith('EPSG:') ? code.slice('EPSG:'.length) : null
}

/**
 * The system of `code` ("EPSG:28992") from its published text in WKT2 and the published steps from its datum to WGS 84,
 * likeliest first. On a datum of our registry the registry's own steps come before them, as for a `.prj` on that datum.
 */
export function publishedSystem(code: string, text: string, operations: readonly DatumOperation[]): PublishedSystem {
  const root = parseWkt(text)
  const described = root && describeWkt(root)
  if (!root || !described)
    return { kind: 'unsupported', what: nameOf(root ? (findNode(root, ['METHOD']) ?? root) : undefined) }
  const { method, methodName, parameters, unitM, name } = described
  if (described.primeMeridian !== 0) return { kind: 'unsupported', what: nameOf(findNode(root, ['PRIMEM'])) }
  if (method === null || method === 'stere') return { kind: 'unsupported', what: methodName }
  const area = areaOf(root)
  const datum = datumOf(described, geographicCodeOf(text), operations, area)
  if (datum === null) return { kind: 'no-shift', datum: described.datumName }
  return {
    kind: 'system',
    system: { code, name, spellings: [], datum, method, parameters, unitM, area, isPublished: true },
  }
}

function datumOf(
  { datum, datumName, semiMajorM, inverseFlattening }: DescribedSystem,
  geographicCode: string | null,
  published: readonly DatumOperation[],
  area: Extent,
): Datum | null {
  if (datum === datums.wgs84) return datum
  if (datum) {
    const own: readonly DatumOperation[] = datum.operations
    return {
      ...datum,
      operations: [...own, ...published.filter(({ code }) => own.every((each) => each.code !== code))],
    }
  }
  if (geographicCode === null || published.length === 0) return null
  return {
    name: datumName,
    geographicCode: `EPSG:${geographicCode}`,
    spellings: [],
    semiMajorM,
    inverseFlattening,
    operations: published,
    area,
  }
}

/** The area of use; one that runs over the 180th meridian goes round the earth. */
function areaOf(root: WktNode): Extent {
  const [south, west, north, east] = (findNode(root, ['BBOX'])?.values ?? []).map(Number)
  if (south === undefined || west === undefined || north === undefined || east === undefined)
    return [-180, -90, 180, 90]
  return west <= east ? [west, south, east, north] : [-180, south, 180, north]
}

/** The first node of one of the keywords, the root itself or below it. */
function findNode(node: WktNode, keywords: readonly string[]): WktNode | undefined {
  if (keywords.includes(node.keyword)) return node
  const own = keywords.map((keyword) => childOf(node, keyword)).find((child) => child !== undefined)
  if (own) return own
  for (const child of node.children) {
    const found = findNode(child, keywords)
    if (found) return found
  }
  return undefined
}
