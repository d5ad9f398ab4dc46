import { extentOf } from '../geometry/extent.ts'
import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Extent, Shapes } from '../geometry/shapes.ts'
import type { OverlayLayer } from '../overlay/overlay.ts'
import { densify } from './densify.ts'
import { drawField, fieldAt, fieldGrid, placeInField, type FieldGrid, type FieldPlaces } from './displacement-field.ts'
import { normalStream } from './random.ts'

/** A layer whose boundaries err by `accuracyM` (standard deviation per axis), together with all layers of its source. */
export type UncertainLayer = {
  readonly layer: OverlayLayer
  readonly accuracyM: number
  /** Layers of one source move together. */
  readonly source: string
}

/** Half of the variance is one shift common to the source, half the smooth field. */
const shareOfEach = Math.SQRT1_2
/** Vertices at most this part of the correlation length apart. */
const verticesPerLength = 3
/** Boundaries farther than this from the plan do not reach it; they move as the nearest node of the field does. */
const reachInSigmas = 5
const radian = Math.PI / 180

/** The correlation length of the field: max(200 m, 4 sd); shorter ones would fold the map. */
export const correlationLengthM = (accuracyM: number): number => Math.max(200, 4 * accuracyM)

type Movable = {
  readonly layer: OverlayLayer
  readonly accuracyM: number
  readonly field: number
  readonly places: FieldPlaces
}

/**
 * A function that gives the layers as they would lie in one draw. A draw depends on the seed and its own number only.
 * Layers with accuracy 0 stay where they are. The first layer is the plan, round which the fields lie.
 */
export function displacements(layers: readonly UncertainLayer[]): (seed: number, draw: number) => OverlayLayer[] {
  const planExtent = extentOf(layers[0]!.layer.shapes) ?? [0, 0, 0, 0]
  const { eastM, northM } = metresPerRadian((planExtent[1] + planExtent[3]) / 2)
  const planAccuracyM = layers[0]!.accuracyM
  const reachOf = (accuracyM: number): Extent => {
    const reachM = reachInSigmas * (accuracyM + planAccuracyM)
    return widened(planExtent, reachM / eastM / radian, reachM / northM / radian)
  }
  const fields = new Map<string, { number: number; grid: FieldGrid }>()
  const movables = layers.map(({ layer, accuracyM, source }): Movable | OverlayLayer => {
    if (accuracyM === 0) return layer
    const lambdaM = correlationLengthM(accuracyM)
    const key = `${lambdaM} ${source}`
    const field = fields.get(key) ?? { number: fields.size, grid: fieldGrid(reachOf(accuracyM), lambdaM) }
    fields.set(key, field)
    const shapes = densify(layer.shapes, lambdaM / verticesPerLength)
    return { layer: { ...layer, shapes }, accuracyM, field: field.number, places: placeInField(field.grid, shapes.coordinates) }
  })
  const grids = [...fields.values()].map(({ grid }) => grid)
  return (seed, draw) => {
    const drawn = grids.map((grid, number) => {
      const normals = normalStream(seed, draw, number)
      const shift = [normals.next(), normals.next()] as const
      return { grid, shift, east: drawField(grid, normals), north: drawField(grid, normals) }
    })
    return movables.map((movable) => {
      if (!('places' in movable)) return movable
      const { grid, shift, east, north } = drawn[movable.field]!
      const scaleM = movable.accuracyM * shareOfEach
      const move = (shapes: Shapes): Float64Array => {
        const moved = new Float64Array(shapes.coordinates)
        const lonScale = scaleM / eastM / radian
        const latScale = scaleM / northM / radian
        for (let i = 0; i < moved.length / 2; i++) {
          moved[i * 2]! += lonScale * (shift[0] + fieldAt(east, grid, movable.places, i))
          moved[i * 2 + 1]! += latScale * (shift[1] + fieldAt(north, grid, movable.places, i))
        }
        return moved
      }
      return { ...movable.layer, shapes: { ...movable.layer.shapes, coordinates: move(movable.layer.shapes) } }
    })
  }
}

const widened = ([west, south, east, north]: Extent, lonDegrees: number, latDegrees: number): Extent => [
  west - lonDegrees,
  south - latDegrees,
  east + lonDegrees,
  north + latDegrees,
]
