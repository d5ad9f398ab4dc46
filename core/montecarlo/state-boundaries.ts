import { noPoints, pointNumber } from '../geometry/point-numbers.ts'
import type { Extent, Shapes } from '../geometry/shapes.ts'
import { arrange } from '../overlay/arrangement.ts'
import { packLayers } from '../overlay/pack-layers.ts'
import { groupSegments } from '../overlay/group-segments.ts'
import type { OverlayLayer } from '../overlay/overlay.ts'

/** A state of the ground in one layer: the classes that cover it, ascending; none where the layer says nothing. */
export type State = readonly number[]

export type StateBoundary = {
  readonly state: State
  /** x0, y0, x1, y1 of each segment in degrees, the state on its left; segments that follow one another share their ends. */
  readonly segments: Float64Array
}

/**
 * Where the states of a layer end, inside a frame. Boundaries between features of one class are none, and where two
 * classes share a boundary there is no ground between them. The frame itself bounds nothing.
 */
export function stateBoundaries(layer: OverlayLayer, frame: Extent): StateBoundary[] {
  const packed = packLayers([{ shapes: rectangle(frame), polygonClass: new Int32Array(1), classCount: 1 }, layer])
  const states: State[] = []
  const places = new Map<string, number>()
  const placeOf = (state: State): number => {
    const key = state.join()
    const place = places.get(key) ?? states.push(state) - 1
    places.set(key, place)
    return place
  }
  const {
    segments,
    start,
    layer: drawnBy,
  } = groupSegments(packed, arrange(packed.rings, true), (classes) => [placeOf(classes[1]!)])
  return states.flatMap((state, place) => {
    if (place + 1 >= start.length) return []
    const own = withoutReturns(
      segments.subarray(4 * start[place]!, 4 * start[place + 1]!),
      drawnBy.subarray(start[place], start[place + 1]),
    )
    return own.length > 0 ? [{ state, segments: own }] : []
  })
}

/** Segments that run both ways bound no ground; those of the frame (drawn by layer 0) are left out as well. */
function withoutReturns(segments: Float64Array, drawnBy: Uint32Array): Float64Array {
  const count = drawnBy.length
  const points = noPoints(2 * count)
  const ends = Uint32Array.from({ length: 2 * count }, (_, end) =>
    pointNumber(points, segments[2 * end]!, segments[2 * end + 1]!),
  )
  const waiting = new Map<number, number[]>()
  const isKept = Uint8Array.from(drawnBy, (layer) => (layer === 0 ? 0 : 1))
  for (let i = 0; i < count; i++) {
    const [from, to] = [ends[2 * i]!, ends[2 * i + 1]!]
    const back = waiting.get(to * 2 * count + from)?.pop()
    if (back !== undefined) isKept[i] = isKept[back] = 0
    else waiting.set(from * 2 * count + to, [...(waiting.get(from * 2 * count + to) ?? []), i])
  }
  return segments.filter((_, i) => isKept[i >> 2] === 1)
}

const rectangle = ([west, south, east, north]: Extent): Shapes => ({
  kind: 'polygon',
  coordinates: Float64Array.of(west, south, east, south, east, north, west, north),
  partStart: Uint32Array.of(0, 4),
  partPolygon: Uint32Array.of(0),
  polygonFeature: Uint32Array.of(0),
})
