import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Extent } from '../geometry/shapes.ts'
import type { NormalStream } from './random.ts'

const radian = Math.PI / 180
/** Nodes of the grid in one correlation length. */
const nodesPerLength = 3
/** The kernel is cut where it has fallen to exp(-5.4); what it then lacks is made up for by its norm. */
const kernelLengths = 7 / 3

/**
 * A smooth random displacement over an extent: on each axis a Gaussian field of variance 1 with covariance
 * exp(-d² / (2 lambda²)), made on a grid of lambda/3 from white noise smoothed by the kernel exp(-d² / lambda²)
 * (whose convolution with itself is that covariance), and interpolated bilinearly between the nodes.
 */
export type FieldGrid = {
  readonly west: number
  readonly south: number
  readonly stepLonDegrees: number
  readonly stepLatDegrees: number
  readonly columns: number
  readonly rows: number
  /** Half-width of the kernel in nodes, and its weights, their squares adding up to 1. */
  readonly reach: number
  readonly kernel: Float64Array
}

/** The grid for an extent; refuses nothing, but a lambda far below the extent makes it large: see `gridNodes`. */
export function fieldGrid([west, south, east, north]: Extent, lambdaM: number): FieldGrid {
  const { eastM, northM } = metresPerRadian((south + north) / 2)
  const stepM = lambdaM / nodesPerLength
  const stepLonDegrees = stepM / eastM / radian
  const stepLatDegrees = stepM / northM / radian
  const reach = Math.round(kernelLengths * nodesPerLength)
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-(((i - reach) / nodesPerLength) ** 2)))
  const norm = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))
  return {
    west,
    south,
    stepLonDegrees,
    stepLatDegrees,
    columns: Math.ceil((east - west) / stepLonDegrees) + 2,
    rows: Math.ceil((north - south) / stepLatDegrees) + 2,
    reach,
    kernel: weights.map((weight) => weight / norm),
  }
}

/** How many random numbers one draw on the grid takes for one axis. */
export const gridNodes = ({ columns, rows, reach }: FieldGrid): number => (columns + 2 * reach) * (rows + 2 * reach)

/** One draw of the field at the grid's nodes, row by row from the south, for one axis. */
export function drawField(grid: FieldGrid, normals: NormalStream): Float64Array {
  const { columns, rows, reach, kernel } = grid
  const width = columns + 2 * reach
  const height = rows + 2 * reach
  const alongRows = new Float64Array(columns * height)
  const noise = new Float64Array(width)
  for (let row = 0; row < height; row++) {
    for (let i = 0; i < width; i++) noise[i] = normals.next()
    for (let column = 0; column < columns; column++) {
      let sum = kernel[reach]! * noise[column + reach]!
      for (let k = 0; k < reach; k++) sum += kernel[k]! * (noise[column + k]! + noise[column + 2 * reach - k]!)
      alongRows[row * columns + column] = sum
    }
  }
  const field = new Float64Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const first = row * columns + column
      const last = first + 2 * reach * columns
      let sum = kernel[reach]! * alongRows[first + reach * columns]!
      for (let k = 0; k < reach; k++) sum += kernel[k]! * (alongRows[first + k * columns]! + alongRows[last - k * columns]!)
      field[first] = sum
    }
  }
  return field
}

/** For each vertex its south-west node and the weights of the four nodes round it, scaled so that the variance is 1. */
export type FieldPlaces = { readonly node: Uint32Array; readonly weights: Float64Array }

export function placeInField(grid: FieldGrid, coordinates: Float64Array): FieldPlaces {
  const count = coordinates.length / 2
  const node = new Uint32Array(count)
  const weights = new Float64Array(count * 4)
  const near = Math.exp(-1 / (2 * nodesPerLength ** 2))
  for (let i = 0; i < count; i++) {
    const x = clamp((coordinates[i * 2]! - grid.west) / grid.stepLonDegrees, grid.columns - 1)
    const y = clamp((coordinates[i * 2 + 1]! - grid.south) / grid.stepLatDegrees, grid.rows - 1)
    const column = Math.min(Math.floor(x), grid.columns - 2)
    const row = Math.min(Math.floor(y), grid.rows - 2)
    const u = x - column
    const v = y - row
    const variance = (1 - 2 * u * (1 - u) * (1 - near)) * (1 - 2 * v * (1 - v) * (1 - near))
    const scale = 1 / Math.sqrt(variance)
    node[i] = row * grid.columns + column
    weights[i * 4] = (1 - u) * (1 - v) * scale
    weights[i * 4 + 1] = u * (1 - v) * scale
    weights[i * 4 + 2] = (1 - u) * v * scale
    weights[i * 4 + 3] = u * v * scale
  }
  return { node, weights }
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most)

/** The field at vertex `i`. */
export function fieldAt(field: Float64Array, { columns }: FieldGrid, { node, weights }: FieldPlaces, i: number): number {
  const corner = node[i]!
  return (
    weights[i * 4]! * field[corner]! +
    weights[i * 4 + 1]! * field[corner + 1]! +
    weights[i * 4 + 2]! * field[corner + columns]! +
    weights[i * 4 + 3]! * field[corner + columns + 1]!
  )
}
