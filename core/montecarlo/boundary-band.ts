import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Extent } from '../geometry/shapes.ts'
import type { OverlayLayer } from '../overlay/overlay.ts'
import { eachChord } from './chords.ts'
import { stateBoundaries, type State } from './state-boundaries.ts'

/** The ground within a distance of the boundaries of each state of a layer: class n of `layer` is round `states[n]`. */
export type BoundaryBand = { readonly layer: OverlayLayer; readonly states: readonly State[] }

const radian = Math.PI / 180
/** A boundary may be straightened by this part of the band's width, by which the band is then wider. */
const straightened = 0.01
const mostCapsules = 150_000
const capSteps = 16

/**
 * The band of `widthM` on both sides of every boundary between states of the layer inside the frame (Perkal's epsilon
 * band): the union of capsules round the boundary's pieces. Half-circles are polygons of 16 edges with the area of the
 * half-circle. `null` where the boundaries are too finely drawn for it: more than 150,000 pieces.
 */
export function boundaryBand(layer: OverlayLayer, widthM: number, frame: Extent): BoundaryBand | null {
  const boundaries = widthM > 0 ? stateBoundaries(layer, frame) : []
  const coordinates: number[] = []
  const bandOf: number[] = []
  for (const [place, { segments }] of boundaries.entries()) {
    eachChord(segments, straightened * widthM, (x0, y0, x1, y1, strayM) => {
      if (bandOf.length > mostCapsules) return
      addCapsule(coordinates, x0, y0, x1, y1, widthM + strayM)
      bandOf.push(place)
    })
  }
  if (bandOf.length > mostCapsules) return null
  const corners = 2 * (capSteps + 1)
  const numbers = Uint32Array.from(bandOf, (_, i) => i)
  return {
    states: boundaries.map(({ state }) => state),
    layer: {
      shapes: {
        kind: 'polygon',
        coordinates: Float64Array.from(coordinates),
        partStart: Uint32Array.from({ length: bandOf.length + 1 }, (_, i) => i * corners),
        partPolygon: numbers,
        polygonFeature: numbers,
      },
      polygonClass: Int32Array.from(bandOf),
      classCount: boundaries.length,
    },
  }
}

const sine = Math.sin(Math.PI / capSteps)
/** Of the corners of a half-circle between its ends, so that the polygon has the half-circle's area. */
const cornerRadius = (Math.sqrt(sine ** 2 + (capSteps - 2) * sine * Math.PI) - sine) / ((capSteps - 2) * sine)

/** The ground within `radiusM` of a segment, counter-clockwise from the right side of its end. */
function addCapsule(into: number[], x0: number, y0: number, x1: number, y1: number, radiusM: number): void {
  const { eastM, northM } = metresPerRadian((y0 + y1) / 2)
  const [east, north] = [1 / (eastM * radian), 1 / (northM * radian)]
  const heading = Math.atan2((y1 - y0) / north, (x1 - x0) / east)
  for (const [x, y, begin] of [
    [x1, y1, heading - Math.PI / 2],
    [x0, y0, heading + Math.PI / 2],
  ] as const) {
    for (let step = 0; step <= capSteps; step++) {
      const angle = begin + (step * Math.PI) / capSteps
      const isEnd = step === 0 || step === capSteps
      const reachM = isEnd ? radiusM : radiusM * cornerRadius
      into.push(x + reachM * Math.cos(angle) * east, y + reachM * Math.sin(angle) * north)
    }
  }
}
