import type { Position } from 'geojson'

type Ring = {
  readonly positions: readonly Position[]
  readonly doubleArea: number
  readonly box: readonly [west: number, south: number, east: number, north: number]
  depth: number
  members: Position[][]
}

/**
 * Sorts the open rings of one even-odd polygon into shells, each with its holes, closed and wound as RFC 7946 asks.
 * A ring that lies inside an odd number of the others is a hole of the smallest ring that holds it.
 */
export function nestRings(open: readonly (readonly Position[])[]): Position[][][] {
  const rings = open.map(toRing).sort((a, b) => Math.abs(b.doubleArea) - Math.abs(a.doubleArea))
  const polygons: Position[][][] = []
  rings.forEach((ring, i) => {
    const holders = rings.slice(0, i).filter((other) => liesInside(ring, other))
    ring.depth = holders.length
    const shell = ring.depth % 2 === 1 ? holders.findLast((holder) => holder.depth === ring.depth - 1) : undefined
    if (shell) {
      shell.members.push(woundRing(ring.positions, true))
    } else {
      ring.members = [woundRing(ring.positions, false)]
      polygons.push(ring.members)
    }
  })
  return polygons
}

/** The open ring closed, anticlockwise as a shell or clockwise as a hole. */
export function woundRing(open: readonly Position[], isHole: boolean): Position[] {
  const wound = doubleSignedArea(open) > 0 === isHole ? open.toReversed() : [...open]
  return wound.length === 0 ? [] : [...wound, wound[0]!]
}

function toRing(positions: readonly Position[]): Ring {
  const lons = positions.map((position) => position[0]!)
  const lats = positions.map((position) => position[1]!)
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity)
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity)
  const box = [least(lons), least(lats), most(lons), most(lats)] as const
  return { positions, doubleArea: doubleSignedArea(positions), box, depth: 0, members: [] }
}

function doubleSignedArea(positions: readonly Position[]): number {
  const [x0, y0] = (positions[0] ?? [0, 0]) as [number, number]
  let sum = 0
  for (let i = 1; i + 1 < positions.length; i++) {
    const [ax, ay] = positions[i] as [number, number]
    const [bx, by] = positions[i + 1] as [number, number]
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return sum
}

/** By the first vertex of `inner` that is not also one of `outer`; a ring with the same vertices counts as inside. */
function liesInside(inner: Ring, outer: Ring): boolean {
  const [west, south, east, north] = outer.box
  if (inner.box[0] < west || inner.box[1] < south || inner.box[2] > east || inner.box[3] > north) return false
  const corners = new Set(outer.positions.map(([x, y]) => `${x} ${y}`))
  const probe = inner.positions.find(([x, y]) => !corners.has(`${x} ${y}`))
  if (!probe) return true
  const [x, y] = probe as [number, number]
  let inside = false
  outer.positions.forEach(([ax, ay], i) => {
    const [bx, by] = outer.positions.at(i - 1) as [number, number]
    if (ay! > y !== by > y && x < ax! + ((y - ay!) / (by - ay!)) * (bx - ax!)) inside = !inside
  })
  return inside
}
