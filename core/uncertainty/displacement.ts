import { extentOf } from '../geometry/extent.ts'
import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Extent } from '../geometry/shapes.ts'
import type { OverlayLayer } from '../overlay/overlay.ts'
import { densify } from './densify.ts'
import {
  displace, drawNoise, fieldLattice, placeInField, roomForNoise, type FieldLattice, type FieldPlaces,
} from './displacement-field.ts'
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
/** Boundaries farther than this from the plan do not reach it. */
const reachInSigmas = 5
const radian = Math.PI / 180
/** Of the stream for a source's shift; squares of the field count theirs from 0. */
const shiftStream = -1

/** The correlation length of the field: max(200 m, 4 sd); shorter ones would fold the map. */
export const correlationLengthM = (accuracyM: number): number => Math.max(200, 4 * accuracyM)

/** The field of layers that move as one: number of its source, and the lattice with the squares that reach a boundary. */
type Field = {
  readonly source: number
  readonly lattice: FieldLattice
  readonly tiles: Uint32Array
  /** Standard deviation of the shift, and of the field, in degrees of longitude and latitude. */
  readonly lonDegrees: number
  readonly latDegrees: number
}

/** Layers ready to be displaced, as plain data, so that threads can share it. */
export type Displaceable = {
  readonly fields: readonly Field[]
  /** With the field that moves it, and where its vertices lie in that; a layer that stays has neither. */
  readonly layers: readonly { readonly layer: OverlayLayer; readonly moved?: { readonly field: number; readonly places: FieldPlaces } }[]
}

/**
 * Makes layers ready. The first is the plan, round which the fields lie. A layer with accuracy 0 stays where it is; of
 * one too far from the plan to reach it nothing is left.
 */
export function displaceable(layers: readonly UncertainLayer[], isShared = false): Displaceable {
  const planExtent = extentOf(layers[0]!.layer.shapes) ?? [0, 0, 0, 0]
  const radii = metresPerRadian((planExtent[1] + planExtent[3]) / 2)
  const fields = new Map<string, Field & { readonly tiles: Uint32Array; readonly number: number }>()
  const ready = layers.map(({ layer, accuracyM, source }) => {
    if (accuracyM === 0) return { layer }
    const lambdaM = correlationLengthM(accuracyM)
    const [lonDegrees, latDegrees] = [accuracyM / radii.eastM / radian, accuracyM / radii.northM / radian]
    const reach = reachInSigmas * (1 + layers[0]!.accuracyM / accuracyM)
    const near = widened(planExtent, reach * lonDegrees, reach * latDegrees)
    const shapes = densify(layer.shapes, lambdaM / verticesPerLength, near, isShared)
    const name = `${accuracyM} ${source}`
    const known = fields.get(name)
    const lattice = known?.lattice ?? fieldLattice(planExtent, near, lambdaM, radii)
    const places = placeInField(lattice, shapes.coordinates, isShared)
    const field = {
      number: known?.number ?? fields.size,
      source: numberOf(source),
      lattice,
      tiles: known ? Uint32Array.from(new Set([...known.tiles, ...places.tiles])) : places.tiles,
      lonDegrees: lonDegrees * shareOfEach,
      latDegrees: latDegrees * shareOfEach,
    }
    fields.set(name, field)
    return { layer: { ...layer, shapes }, moved: { field: field.number, places } }
  })
  return { fields: [...fields.values()].map(({ number: _number, ...field }) => field), layers: ready }
}

/**
 * A function that gives the layers as they would lie in one draw; what it gave before is overwritten. A draw of a layer
 * depends on the seed, the number of the draw, its source and its own accuracy, and on no other layer but the plan.
 * Layers of one source share their random numbers, whatever their accuracies.
 */
export function displacer({ fields, layers }: Displaceable): (seed: number, draw: number) => readonly OverlayLayer[] {
  const noises = fields.map(({ lattice }) => roomForNoise(lattice))
  const drawn = layers.map(({ layer, moved }): OverlayLayer =>
    moved ? { ...layer, shapes: { ...layer.shapes, coordinates: new Float64Array(layer.shapes.coordinates.length) } } : layer)
  return (seed, draw) => {
    const shifts = fields.map(({ source, lattice, tiles }, i) => {
      drawNoise(lattice, tiles, seed, draw, source, noises[i]!)
      const normals = normalStream(seed, draw, source, shiftStream)
      return [normals.next(), normals.next()] as const
    })
    for (const [i, { layer, moved }] of layers.entries()) {
      if (!moved) continue
      const { lattice, lonDegrees, latDegrees } = fields[moved.field]!
      const [east, north] = shifts[moved.field]!
      displace(
        layer.shapes.coordinates, drawn[i]!.shapes.coordinates, lattice, moved.places, noises[moved.field]!,
        east * lonDegrees, north * latDegrees, lonDegrees, latDegrees,
      )
    }
    return drawn
  }
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
