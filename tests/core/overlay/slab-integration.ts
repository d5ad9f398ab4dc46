/** One layer for the reference: polygons of rings, each polygon of a class. */
export type PlainLayer = {
  readonly polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]
  readonly classes: readonly number[]
}

type Segment = {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly polygon: string
  readonly key: string
}

const a = 6378137
const f = 1 / 298.257223563
const e2 = f * (2 - f)
const e = Math.sqrt(e2)
const radians = Math.PI / 180

/** Snyder (1987), eq. 3-12. */
function q(latDegrees: number): number {
  const s = Math.sin(latDegrees * radians)
  return (1 - e2) * (s / (1 - e2 * s * s) + Math.atanh(e * s) / e)
}

const nodes = [0.04691007703066802, 0.23076534494715845, 0.5, 0.7692346550528415, 0.953089922969332]
const weights = [
  0.11846344252809454, 0.23931433524968324, 0.28444444444444444, 0.23931433524968324, 0.11846344252809454,
]

/**
 * Areas in square metres of all sets of classes, by cutting the ground into upright slabs between all vertices and
 * crossings and stacking the edges in each: nothing of the product is used. Keys are "layer.class" joined by "+".
 */
export function slabAreas(layers: readonly PlainLayer[]): Map<string, number> {
  const segments = layers.flatMap((layer, l) =>
    layer.polygons.flatMap((rings, p) =>
      rings.flatMap((ring) =>
        ring.map(([x0, y0], i): Segment => {
          const [x1, y1] = ring[(i + 1) % ring.length]!
          const [left, right] =
            x0 < x1
              ? [
                  [x0, y0],
                  [x1, y1],
                ]
              : [
                  [x1, y1],
                  [x0, y0],
                ]
          return {
            x0: left[0]!,
            y0: left[1]!,
            x1: right[0]!,
            y1: right[1]!,
            polygon: `${l}/${p}`,
            key: `${l}.${layer.classes[p]}`,
          }
        }),
      ),
    ),
  )
  const cuts = [...new Set([...segments.flatMap(({ x0, x1 }) => [x0, x1]), ...crossingsOf(segments)])].sort(
    (p, r) => p - r,
  )
  const areas = new Map<string, number>()
  for (const [i, west] of cuts.slice(0, -1).entries()) addSlab(areas, segments, west, cuts[i + 1]!)
  return areas
}

function crossingsOf(segments: readonly Segment[]): number[] {
  const found: number[] = []
  for (const [i, s] of segments.entries()) {
    for (const t of segments.slice(i + 1)) {
      const det = (s.x1 - s.x0) * (t.y1 - t.y0) - (s.y1 - s.y0) * (t.x1 - t.x0)
      if (det === 0) continue
      const along = ((t.x0 - s.x0) * (t.y1 - t.y0) - (t.y0 - s.y0) * (t.x1 - t.x0)) / det
      const x = s.x0 + along * (s.x1 - s.x0)
      if (along > 0 && along < 1 && x > t.x0 && x < t.x1) found.push(x)
    }
  }
  return found
}

function addSlab(areas: Map<string, number>, segments: readonly Segment[], west: number, east: number): void {
  const width = east - west
  const heightAt = (s: Segment, x: number): number => s.y0 + ((s.y1 - s.y0) * (x - s.x0)) / (s.x1 - s.x0)
  const here = segments
    .filter((s) => s.x0 < s.x1 && s.x0 <= west && s.x1 >= east)
    .map((s) => ({ s, middle: heightAt(s, west + width / 2) }))
    .sort((p, r) => p.middle - r.middle)
  const covering = new Map<string, string>()
  for (const [i, { s }] of here.entries()) {
    if (!covering.delete(s.polygon)) covering.set(s.polygon, s.key)
    const above = here[i + 1]?.s
    if (!above || covering.size === 0) continue
    const key = [...new Set(covering.values())].sort().join('+')
    let sum = 0
    for (const [n, node] of nodes.entries()) {
      const x = west + width * node
      sum += weights[n]! * (q(heightAt(above, x)) - q(heightAt(s, x)))
    }
    areas.set(key, (areas.get(key) ?? 0) + ((a * a) / 2) * sum * width * radians)
  }
}
