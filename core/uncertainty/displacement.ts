import { extentOf } from '../geometry/extent.ts'
import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Extent } from '../geometry/shapes.ts'
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
  /** Name of the field that moves it. */
  readonly field: string
  readonly places: FieldPlaces
}

/**
 * A function that gives the layers as they would lie in one draw. A draw depends on the seed, its own number and the
 * names of the sources, so the order of layers does not matter. The first layer is the plan, round which the fields
 * lie; layers with accuracy 0, or too far from the plan to reach it, stay where they are.
 */
export function displacements(layers: readonly UncertainLayer[]): (seed: number, draw: number) => OverlayLayer[] {
  const planExtent = extentOf(layers[0]!.layer.shapes) ?? [0, 0, 0, 0]
  const { eastM, northM } = metresPerRadian((planExtent[1] + planExtent[3]) / 2)
  const coarsestM = Math.max(...layers.map(({ accuracyM }) => accuracyM))
  const reachM = reachInSigmas * (coarsestM + layers[0]!.accuracyM)
  const near = widened(planExtent, reachM / eastM / radian, reachM / northM / radian)
  const grids = new Map<string, FieldGrid>()
  const movables = layers.map(({ layer, accuracyM, source }): Movable | OverlayLayer => {
    const own = extentOf(layer.shapes)
    if (accuracyM === 0 || own === null || !meet(own, near)) return layer
    const lambdaM = correlationLengthM(accuracyM)
    const field = `${lambdaM} ${source}`
    const grid = grids.get(field) ?? fieldGrid(near, lambdaM)
    grids.set(field, grid)
    const shapes = densify(layer.shapes, lambdaM / verticesPerLength)
    return { layer: { ...layer, shapes }, accuracyM, field, places: placeInField(grid, shapes.coordinates) }
  })
  const lonScale = 1 / eastM / radian
  const latScale = 1 / northM / radian
  return (seed, draw) => {
    const drawn = new Map([...grids].map(([field, grid]) => [field, drawSource(grid, seed, draw, field)]))
    return movables.map((movable) => {
      if (!('places' in movable)) return movable
      const { layer, places } = movable
      const { grid, shiftEast, shiftNorth, east, north } = drawn.get(movable.field)!
      const scaleM = movable.accuracyM * shareOfEach
      const moved = new Float64Array(layer.shapes.coordinates)
      for (let i = 0; i < moved.length / 2; i++) {
        moved[i * 2]! += scaleM * lonScale * (shiftEast + fieldAt(east, grid, places, i))
        moved[i * 2 + 1]! += scaleM * latScale * (shiftNorth + fieldAt(north, grid, places, i))
      }
      return { ...layer, shapes: { ...layer.shapes, coordinates: moved } }
    })
  }
}

/** One draw of a source: its common shift and its field, in standard deviations. */
function drawSource(grid: FieldGrid, seed: number, draw: number, field: string) {
  const normals = normalStream(seed, draw, numberOf(field))
  const [shiftEast, shiftNorth] = [normals.next(), normals.next()]
  return { grid, shiftEast, shiftNorth, east: drawField(grid, normals), north: drawField(grid, normals) }
}

/** FNV-1a over the name's code units. */
function numberOf(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return hash
}

const widened = ([west, south, east, north]: Extent, lonDegrees: number, latDegrees: number): Extent => [
  west - lonDegrees,
  south - latDegrees,
  east + lonDegrees,
  north + latDegrees,
]

const meet = (a: Extent, b: Extent): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
