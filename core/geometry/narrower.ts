import { metresPerRadian } from './local-radii.ts'
import { ringLocator } from './ring-locator.ts'

/** A circle of this part of the width more than was asked for may be missed; the search ends there. */
const tolerance = 1 / 64
const radian = Math.PI / 180

/**
 * Whether a polygon (rings of lon, lat …, shell first, then its holes) is narrower than `widthM` everywhere: whether no
 * circle of that diameter fits into it. The widest circle is sought by halving squares and leaving out those that cannot
 * hold its middle; the answer is right to 1/64 of the width. Metres are those at the polygon's middle latitude.
 */
export function isNarrowerThan(rings: readonly Float64Array[], widthM: number): boolean {
  const radiusM = widthM / 2
  const { eastM, northM, edges, box } = inMetres(rings)
  const { area, length } = sizeOf(edges)
  // What fits is no larger than the polygon; and every place of it lies within the largest radius of its outline, so
  // that its area is at most that radius times the outline's length, and a circle more for each hole after the first.
  if (area <= Math.PI * radiusM ** 2) return true
  if (area > radiusM * length + Math.max(0, rings.length - 2) * Math.PI * radiusM ** 2) return false
  const locators = rings.map(ringLocator)
  const isInside = (x: number, y: number): boolean =>
    locators.filter(({ holds }) => holds(x / eastM / radian, y / northM / radian)).length % 2 === 1
  const isRoomIn = (x: number, y: number, half: number, near: Int32Array): boolean => {
    const reach = half * Math.SQRT2
    let nearest = Infinity
    const away = new Float64Array(near.length)
    for (const [i, edge] of near.entries()) {
      away[i] = distanceTo(edges, edge, x, y)
      nearest = Math.min(nearest, away[i])
    }
    if (nearest + reach <= radiusM) return false
    if (Math.min(reach, radiusM) < nearest) {
      const inside = isInside(x, y)
      if (inside && nearest > radiusM) return true
      if (!inside && nearest > reach) return false
    }
    if (half < radiusM * tolerance) return false
    const kept = near.filter((_, i) => away[i]! <= nearest + 2 * reach)
    const quarter = half / 2
    return [-quarter, quarter].some((dx) => [-quarter, quarter].some((dy) => isRoomIn(x + dx, y + dy, quarter, kept)))
  }
  const [west, south, east, north] = box
  const half = Math.max(east - west, north - south) / 2
  const all = Int32Array.from({ length: edges.length / 4 }, (_, edge) => edge)
  return !isRoomIn((west + east) / 2, (south + north) / 2, half, all)
}

/** The edges of all rings as x0, y0, x1, y1 in metres. */
function inMetres(rings: readonly Float64Array[]) {
  const shell = rings[0]!
  let [south, north] = [Infinity, -Infinity]
  for (let i = 1; i < shell.length; i += 2) {
    south = Math.min(south, shell[i]!)
    north = Math.max(north, shell[i]!)
  }
  const { eastM, northM } = metresPerRadian((south + north) / 2)
  const edges = new Float64Array(2 * rings.reduce((sum, ring) => sum + ring.length, 0))
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  let at = 0
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [x, y] = [ring[i]! * radian * eastM, ring[i + 1]! * radian * northM]
      edges.set([ring[j]! * radian * eastM, ring[j + 1]! * radian * northM, x, y], at)
      at += 4
      box[0] = Math.min(box[0], x)
      box[1] = Math.min(box[1], y)
      box[2] = Math.max(box[2], x)
      box[3] = Math.max(box[3], y)
    }
  }
  return { eastM, northM, edges, box }
}

/** Area and length of the outline; shell and holes run opposite ways, so their areas subtract. */
function sizeOf(edges: Float64Array): { readonly area: number; readonly length: number } {
  const [originX, originY] = [edges[0]!, edges[1]!]
  let [twice, length] = [0, 0]
  for (let e = 0; e < edges.length; e += 4) {
    const [ax, ay, bx, by] = [
      edges[e]! - originX,
      edges[e + 1]! - originY,
      edges[e + 2]! - originX,
      edges[e + 3]! - originY,
    ]
    twice += ax * by - bx * ay
    length += Math.hypot(bx - ax, by - ay)
  }
  return { area: Math.abs(twice) / 2, length }
}

function distanceTo(edges: Float64Array, edge: number, x: number, y: number): number {
  const at = 4 * edge
  const [ax, ay] = [edges[at]!, edges[at + 1]!]
  const [dx, dy] = [edges[at + 2]! - ax, edges[at + 3]! - ay]
  const squared = dx * dx + dy * dy
  const part = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared))
  return Math.hypot(x - ax - part * dx, y - ay - part * dy)
}
