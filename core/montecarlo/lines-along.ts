import { indexLines, inPlane, nextOf, placesNear, type LineIndex, type Plane } from './line-index.ts'
import type { UncertainLines } from './shared-lines.ts'

/** Lines of a layer within the error of an earlier layer's, where an area does not change in proportion to an error. */
export type LinesAlong = {
  readonly layer: number
  readonly other: number
  /** Of the layer's lines that run along the other's. */
  readonly lengthM: number
  /** Rings of either that are no wider than the error and lie near a line of the other. */
  readonly smallOwn: number
  readonly smallOther: number
}

/** Standard deviations of the distance of two lines: so near they may lie on either side of each other. */
const nearSds = 2
/** Cosine of the angle up to which two lines run along each other: a line that crosses another does not. */
const alongCosine = 0.9
/** A ring must run along another's line for so many times the distance that counts as near. */
const leastLengths = 2

/**
 * Lines that run along those of a layer before within two standard deviations of the distance between them, and areas
 * narrower than that which lie beside such a line. The plan leads; layers of one field keep their distances.
 */
export function linesBeside(layers: readonly UncertainLines[], plane: Plane, halfM: number): LinesAlong[] {
  return layers.flatMap((own, layer) =>
    layers.slice(0, layer).flatMap((before, other) => {
      const nearM = nearSds * Math.hypot(own.accuracyM, before.accuracyM)
      if (before.field === own.field || nearM === 0) return []
      const index = indexLines(before.shapes, plane, nearM, halfM)
      const found = besideIndex(own, index, plane, nearM)
      return found.lengthM + found.smallOwn + found.smallOther > 0 ? [{ layer, other, ...found }] : []
    }),
  )
}

function besideIndex({ shapes }: UncertainLines, index: LineIndex, plane: Plane, nearM: number) {
  const { partStart, coordinates } = shapes
  const xy = inPlane(coordinates, plane)
  const isSmall = (aroundM: number): boolean => aroundM < 2 * Math.PI * nearM
  const smallOthers = new Set<number>()
  let [lengthM, smallOwn] = [0, 0]
  for (let ring = 0; ring + 1 < partStart.length; ring++) {
    const [from, to] = [partStart[ring]!, partStart[ring + 1]!]
    let [aroundM, alongM, isNear] = [0, 0, false]
    for (let i = from; i < to; i++) {
      const next = i + 1 < to ? i + 1 : from
      const [x, y] = [xy[2 * i]!, xy[2 * i + 1]!]
      const [east, north] = [xy[2 * next]! - x, xy[2 * next + 1]! - y]
      const edgeM = Math.hypot(east, north)
      aroundM += edgeM
      const places = placesNear(index, x + east / 2, y + north / 2, nearM)
      if (places.length > 0) isNear = true
      if (places.some(({ edge }) => isAlong(index, edge, east, north))) alongM += edgeM
      for (const place of places) if (isSmall(index.ringLength[place.ring]!)) smallOthers.add(place.ring)
    }
    if (isNear && isSmall(aroundM)) smallOwn++
    else if (alongM >= leastLengths * nearM) lengthM += alongM
  }
  return { lengthM, smallOwn, smallOther: smallOthers.size }
}

function isAlong(index: LineIndex, edge: number, east: number, north: number): boolean {
  const next = nextOf(index, edge)
  const [run, climb] = [index.xy[2 * next]! - index.xy[2 * edge]!, index.xy[2 * next + 1]! - index.xy[2 * edge + 1]!]
  return Math.abs(run * east + climb * north) >= alongCosine * Math.hypot(run, climb) * Math.hypot(east, north)
}
