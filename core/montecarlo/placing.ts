import type { Extent } from '../geometry/shapes.ts'
import { wholeNumbers } from '../geometry/shared-copy.ts'
import {
  displace,
  drawNoise,
  fieldLattice,
  placeInField,
  roomForNoise,
  type FieldLattice,
  type FieldPlaces,
} from './displacement-field.ts'
import { normalStream } from './random.ts'

/**
 * How a layer errs that was laid on the ground by control points: all of it together, as the points allow. A draw moves
 * the place (lon, lat) by the sum of `modes`, each times a standard normal deviate, and by a smooth field of `localM`
 * (standard deviation per axis) and correlation length `lengthM` for what the transformation leaves out, both times one
 * factor of the t distribution with `freedom` degrees: the variance was itself found from few points.
 */
export type Placing = {
  /** Layers with one and the same are placed by one fit, and move as one. */
  readonly source: string
  /** Middle and half width of the ground that `modes` are written over. */
  readonly lon: number
  readonly lat: number
  readonly halfM: number
  /** Twelve numbers each: metres eastwards by 1, u, v, u², uv, v², then northwards; u and v east and north of the middle in half widths. */
  readonly modes: readonly (readonly number[])[]
  /** `null` where the variance is known beforehand. */
  readonly freedom: number | null
  readonly localM: number
  readonly lengthM: number
  /** All together as one standard deviation per axis whose 1.96 times is the half of a 95 % interval. */
  readonly sigmaM: number
}

/** A placing as draws need it; plain data. `scale` is 1 for the errors as they are. */
export type DrawnPlacing = {
  readonly placing: Placing
  readonly scale: number
  readonly stream: number
  /** Metres to degrees, east and north. */
  readonly lonDegrees: number
  readonly latDegrees: number
  readonly lattice: FieldLattice | null
}

type Radii = { readonly eastM: number; readonly northM: number }
const radian = Math.PI / 180
/** Of the streams of a source, beside the shift (-1); squares of the field count from 0. */
const modeStream = -2
const freedomStream = -3
/** Beyond it t is the normal distribution for every purpose here. */
const mostFreedom = 200

export const drawnPlacing = (
  placing: Placing,
  scale: number,
  stream: number,
  anchor: Extent,
  extent: Extent,
  radii: Radii,
): DrawnPlacing => ({
  placing,
  scale,
  stream,
  lonDegrees: 1 / radii.eastM / radian,
  latDegrees: 1 / radii.northM / radian,
  lattice: placing.localM > 0 ? fieldLattice(anchor, extent, placing.lengthM, radii) : null,
})

/** Where vertices lie in the local field; `null` where there is none. */
export const placedLocally = (
  { lattice }: DrawnPlacing,
  coordinates: Float64Array,
  isShared: boolean,
): FieldPlaces | null => (lattice ? placeInField(lattice, coordinates, isShared) : null)

/**
 * A function that moves vertices by a draw of the placing: `to` gets those of `from`, all or the given `vertices`.
 * `tiles` are the squares of the local field that reach any of them.
 */
export function placer({ placing, scale, stream, lonDegrees, latDegrees, lattice }: DrawnPlacing, tiles: Uint32Array) {
  const noise = lattice ? roomForNoise(lattice) : null
  const coefficients = new Float64Array(12)
  let factor = 1
  return {
    draw(seed: number, draw: number): void {
      factor = scale * widening(placing.freedom, seed, draw, stream)
      coefficients.fill(0)
      const normals = normalStream(seed, draw, stream, modeStream)
      for (const mode of placing.modes) {
        const normal = factor * normals.next()
        for (let k = 0; k < 12; k++) coefficients[k]! += normal * mode[k]!
      }
      if (lattice) drawNoise(lattice, tiles, seed, draw, stream, noise!)
    },
    move(from: Float64Array, to: Float64Array, vertices: Uint32Array | null, places: FieldPlaces | null): void {
      const count = vertices === null ? from.length / 2 : vertices.length
      const { lon, lat, halfM } = placing
      const [perLon, perLat] = [1 / lonDegrees / halfM, 1 / latDegrees / halfM]
      const [e0, eu, ev, euu, euv, evv, n0, nu, nv, nuu, nuv, nvv] = coefficients as unknown as Twelve
      for (let i = 0; i < count; i++) {
        const at = 2 * (vertices === null ? i : vertices[i]!)
        const u = (from[at]! - lon) * perLon
        const v = (from[at + 1]! - lat) * perLat
        const east = e0 + u * (eu + u * euu + v * euv) + v * (ev + v * evv)
        const north = n0 + u * (nu + u * nuu + v * nuv) + v * (nv + v * nvv)
        to[at] = from[at]! + east * lonDegrees
        to[at + 1] = from[at + 1]! + north * latDegrees
      }
      if (!lattice || !places) return
      const sdM = factor * placing.localM
      displace(to, to, vertices, lattice, places, noise!, 0, 0, sdM * lonDegrees, sdM * latDegrees)
    },
  }
}

type Twelve = readonly [
  ...[number, number, number, number, number, number],
  ...[number, number, number, number, number, number],
]

/** The root of `freedom` over a chi-squared deviate of so many degrees: a normal times it has the t distribution. */
function widening(freedom: number | null, seed: number, draw: number, stream: number): number {
  if (freedom === null || freedom > mostFreedom) return 1
  const normals = normalStream(seed, draw, stream, freedomStream)
  let sum = 0
  for (let i = 0; i < freedom; i++) sum += normals.next() ** 2
  return Math.sqrt(freedom / sum)
}

/** The squares that reach any of several sets of places. */
export const tilesOf = (places: readonly (FieldPlaces | null)[]): Uint32Array => {
  const all = [...new Set(places.flatMap((own) => (own ? [...own.tiles] : [])))]
  const tiles = wholeNumbers(all.length, false)
  tiles.set(all)
  return tiles
}
