import { boxAround } from './extent.ts'
import type { LinkedRing } from './link-rings.ts'
import { ringLocator, type RingLocator } from './ring-locator.ts'

/** A shell and its holes: rings as x, y, x, y …, the shell counter-clockwise, holes clockwise. */
export type ShellWithHoles = readonly Float64Array[]

type Box = readonly [west: number, south: number, east: number, north: number]
type Shell = {
  readonly points: Float64Array
  readonly trace: number
  readonly area: number
  readonly box: Box
  readonly holes: Float64Array[]
}

/**
 * Sorts linked rings into shells with their holes. Rings have their ground on the left, so shells run counter-clockwise;
 * a hole cut from the same trace as a shell touches it and is its own, any other belongs to the smallest shell around it.
 * Rings that enclose nothing are left out, as are hairlines that rounding turned into holes of nothing.
 */
export function nestLinked(rings: readonly LinkedRing[]): ShellWithHoles[] {
  const measured = rings.map(({ points, trace }) => ({
    points,
    trace,
    area: signedArea(points),
    box: boxAround(points),
  }))
  const shells: Shell[] = measured.filter(({ area }) => area > 0).map((ring) => ({ ...ring, holes: [] }))
  shells.sort((a, b) => a.area - b.area)
  const locators = new Map<Shell, RingLocator>()
  const locatorOf = (shell: Shell): RingLocator => {
    const locator = locators.get(shell) ?? ringLocator(shell.points)
    locators.set(shell, locator)
    return locator
  }
  const byTrace = new Map(shells.map((shell) => [shell.trace, shell]))
  for (const hole of measured) {
    if (!(hole.area < 0)) continue
    const own = byTrace.get(hole.trace)
    const holder =
      own ?? shells.find((shell) => within(hole.box, shell.box) && liesInside(hole.points, locatorOf(shell)))
    if (!holder && isHairline(hole)) continue
    if (!holder) throw new Error(`a hole lies in no shell at ${hole.points[0]} ${hole.points[1]}`)
    holder.holes.push(hole.points)
  }
  return shells.map(({ points, holes }) => [points, ...holes])
}

const hairlineDegrees = 1e-12

/** Whether a ring is no wider than a tenth of a micrometre: two lines whose crossings were rounded past one another. */
function isHairline({ points, area }: { readonly points: Float64Array; readonly area: number }): boolean {
  let length = 0
  for (let i = 2; i + 1 < points.length; i += 2)
    length += Math.hypot(points[i]! - points[i - 2]!, points[i + 1]! - points[i - 1]!)
  return Math.abs(area) <= hairlineDegrees * length
}

/** Twice the area in square degrees, measured from the first point; its sign is what counts. */
function signedArea(points: Float64Array): number {
  const x = points[0]!
  const y = points[1]!
  let sum = 0
  for (let i = 2; i + 3 < points.length; i += 2) {
    sum += (points[i]! - x) * (points[i + 3]! - y) - (points[i + 1]! - y) * (points[i + 2]! - x)
  }
  return sum
}

const within = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]

/** Whether the first vertex of a hole that is not also a vertex of the shell lies inside the shell. */
function liesInside(hole: Float64Array, { isVertex, holds }: RingLocator): boolean {
  for (let i = 0; i < hole.length; i += 2) {
    if (!isVertex(hole[i]!, hole[i + 1]!)) return holds(hole[i]!, hole[i + 1]!)
  }
  return true
}
