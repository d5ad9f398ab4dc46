import { numbers, wholeNumbers } from '../geometry/shared-copy.ts'
import type { Extent } from '../geometry/shapes.ts'
import { fillNormals, streamState } from './random.ts'

const radian = Math.PI / 180
/**
 * Distance of the lattice's nodes in correlation lengths. The covariance of noise on nodes so far apart departs from that
 * of noise everywhere by 2 exp(-pi² / (2 spacing²)) = 0.002 (Poisson summation).
 */
const spacing = 0.85
/** Nodes on each axis that reach a place: three on either side, where the kernel has fallen to exp(-6.5). */
const reach = 6
const half = reach / 2
/** The kernel at its edge, taken off so that the field has no steps. */
const edge = Math.exp(-((half * spacing) ** 2))
/** Noise is made for squares of so many nodes, each from a stream of its own, and only where a boundary lies. */
const tileNodes = 4
/** Squares after which the noise repeats: 870 correlation lengths, 174 km or more. It bounds the memory. */
const period = 256

/**
 * A smooth random displacement: on each axis a Gaussian field of variance 1 with covariance exp(-d² / (2 lambda²)).
 * It is white noise on a lattice under the kernel exp(-d² / lambda²), whose convolution with itself is that covariance,
 * taken at each place itself, so that nothing is lost between nodes. The lattice hangs on its anchor: the noise of a
 * node does not depend on how far the lattice reaches, and the field changes little where lambda changes little.
 */
export type FieldLattice = {
  /** Places beyond it move as the nearest one inside does. */
  readonly extent: Extent
  readonly lonDegrees: number
  readonly latDegrees: number
  readonly stepLonDegrees: number
  readonly stepLatDegrees: number
  /** First square of the lattice, counted from the anchor, and how many squares it is wide and high. */
  readonly firstTileColumn: number
  readonly firstTileRow: number
  readonly tileColumns: number
  readonly tileRows: number
}

/** The lattice over an extent, hung on the middle of `anchor`; `eastM` and `northM` are metres per radian there. */
export function fieldLattice(
  anchor: Extent,
  extent: Extent,
  lambdaM: number,
  { eastM, northM }: { readonly eastM: number; readonly northM: number },
): FieldLattice {
  const stepLonDegrees = (spacing * lambdaM) / eastM / radian
  const stepLatDegrees = (spacing * lambdaM) / northM / radian
  const lonDegrees = (anchor[0] + anchor[2]) / 2
  const latDegrees = (anchor[1] + anchor[3]) / 2
  const first = (degrees: number, step: number): number =>
    Math.floor((Math.floor(degrees / step) - half + 1) / tileNodes)
  const end = (degrees: number, step: number): number => Math.floor((Math.floor(degrees / step) + half) / tileNodes) + 1
  const firstTileColumn = first(extent[0] - lonDegrees, stepLonDegrees)
  const firstTileRow = first(extent[1] - latDegrees, stepLatDegrees)
  const fitted = (tiles: number): number => Math.min(tiles, period + Math.ceil(reach / tileNodes))
  return {
    extent,
    lonDegrees,
    latDegrees,
    stepLonDegrees,
    stepLatDegrees,
    firstTileColumn,
    firstTileRow,
    tileColumns: fitted(end(extent[2] - lonDegrees, stepLonDegrees) - firstTileColumn),
    tileRows: fitted(end(extent[3] - latDegrees, stepLatDegrees) - firstTileRow),
  }
}

/** Room for the noise of both axes at every node of the lattice: east, north, row by row from the south. */
export const roomForNoise = ({ tileColumns, tileRows }: FieldLattice): Float64Array =>
  new Float64Array(2 * tileNodes * tileNodes * tileColumns * tileRows)

/** Where places lie in a lattice: the first node that reaches each, and the weights of its columns and of its rows. */
export type FieldPlaces = {
  readonly node: Uint32Array
  readonly weights: Float64Array
  /** Squares that reach any of the places. */
  readonly tiles: Uint32Array
}

/** Finds the places of longitudes and latitudes within the lattice; weights are scaled so that the variance is 1. */
export function placeInField(lattice: FieldLattice, coordinates: Float64Array, isShared = false): FieldPlaces {
  const { extent, lonDegrees, latDegrees, stepLonDegrees, stepLatDegrees, tileColumns, tileRows } = lattice
  const [west, south, east, north] = extent
  const count = coordinates.length / 2
  const node = wholeNumbers(count, isShared)
  const weights = numbers(2 * reach * count, isShared)
  const touched = new Uint8Array(tileColumns * tileRows)
  const firstColumn = lattice.firstTileColumn * tileNodes
  const firstRow = lattice.firstTileRow * tileNodes
  for (let i = 0; i < count; i++) {
    const x = (Math.min(Math.max(coordinates[2 * i]!, west), east) - lonDegrees) / stepLonDegrees
    const y = (Math.min(Math.max(coordinates[2 * i + 1]!, south), north) - latDegrees) / stepLatDegrees
    const column = (Math.floor(x) - half + 1 - firstColumn) % (period * tileNodes)
    const row = (Math.floor(y) - half + 1 - firstRow) % (period * tileNodes)
    node[i] = row * tileColumns * tileNodes + column
    weigh(weights, 2 * reach * i, x - Math.floor(x))
    weigh(weights, 2 * reach * i + reach, y - Math.floor(y))
    for (let r = Math.floor(row / tileNodes); r <= Math.floor((row + reach - 1) / tileNodes); r++) {
      for (let c = Math.floor(column / tileNodes); c <= Math.floor((column + reach - 1) / tileNodes); c++) {
        touched[r * tileColumns + c] = 1
      }
    }
  }
  return { node, weights, tiles: Uint32Array.from(touched.keys()).filter((tile) => touched[tile] === 1) }
}

/** The kernel at `reach` nodes round a place that lies `past` (0 to 1) after the third of them; squares add up to 1. */
function weigh(weights: Float64Array, first: number, past: number): void {
  let squares = 0
  for (let k = 0; k < reach; k++) {
    const weight = Math.max(0, Math.exp(-(((k - half + 1 - past) * spacing) ** 2)) - edge)
    weights[first + k] = weight
    squares += weight * weight
  }
  const scale = 1 / Math.sqrt(squares)
  for (let k = 0; k < reach; k++) weights[first + k]! *= scale
}

/** Fills in one draw of the noise on the given squares: that of source number `source` in draw number `draw`. */
export function drawNoise(
  lattice: FieldLattice,
  tiles: Uint32Array,
  seed: number,
  draw: number,
  source: number,
  noise: Float64Array,
): void {
  const { firstTileColumn, firstTileRow, tileColumns } = lattice
  const width = tileColumns * tileNodes
  for (let i = 0; i < tiles.length; i++) {
    const column = tiles[i]! % tileColumns
    const row = (tiles[i]! - column) / tileColumns
    const state = streamState(seed, [
      draw,
      source,
      (firstTileColumn + column) & (period - 1),
      (firstTileRow + row) & (period - 1),
    ])
    for (let r = 0; r < tileNodes; r++) {
      fillNormals(state, noise, 2 * ((row * tileNodes + r) * width + column * tileNodes), 2 * tileNodes)
    }
  }
}

/**
 * Writes the longitudes and latitudes `from` as displaced by a draw into `to`: `shift` degrees for all, and the field
 * times `scale` degrees; east and north of each. Only of the given `vertices`, to which the places belong, or of all.
 */
export function displace(
  from: Float64Array,
  to: Float64Array,
  vertices: Uint32Array | null,
  { tileColumns }: FieldLattice,
  { node, weights }: FieldPlaces,
  noise: Float64Array,
  shiftLon: number,
  shiftLat: number,
  scaleLon: number,
  scaleLat: number,
): void {
  const width = 2 * tileColumns * tileNodes
  for (let i = 0; i < node.length; i++) {
    const own = 2 * reach * i
    // By hand for a reach of 6: this is where the time goes, and in locals the weights are read once.
    const a = weights[own]!
    const b = weights[own + 1]!
    const c = weights[own + 2]!
    const d = weights[own + 3]!
    const e = weights[own + 4]!
    const f = weights[own + 5]!
    let east = 0
    let north = 0
    let at = 2 * node[i]!
    for (let row = own + reach; row < own + 2 * reach; row++) {
      const weight = weights[row]!
      east +=
        weight *
        (a * noise[at]! +
          b * noise[at + 2]! +
          c * noise[at + 4]! +
          d * noise[at + 6]! +
          e * noise[at + 8]! +
          f * noise[at + 10]!)
      north +=
        weight *
        (a * noise[at + 1]! +
          b * noise[at + 3]! +
          c * noise[at + 5]! +
          d * noise[at + 7]! +
          e * noise[at + 9]! +
          f * noise[at + 11]!)
      at += width
    }
    const vertex = vertices === null ? i : vertices[i]!
    to[2 * vertex] = from[2 * vertex]! + shiftLon + scaleLon * east
    to[2 * vertex + 1] = from[2 * vertex + 1]! + shiftLat + scaleLat * north
  }
}
