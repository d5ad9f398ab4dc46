import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Extent } from '../geometry/shapes.ts'
import { arrange } from '../overlay/arrangement.ts'
import { packLayers } from '../overlay/pack-layers.ts'
import { groupSegments, type GroupSegments } from '../overlay/group-segments.ts'
import type { DrawContext } from './draw-block.ts'
import { correlationLengthM, type UncertainLayer } from './displacement.ts'

const radian = Math.PI / 180
/** Boundaries are cut into pieces of at most this part of the correlation length. */
const piecesPerLength = 6
/** So many pieces are taken one by one; of more, those in one cell are taken together, with their first moments. */
const mostPieces = 3_000
const cellsPerLength = 6
/** Beyond so many correlation lengths two pieces share nothing but the common shift: exp(-8) = 0.0003. */
const reachLengths = 4

/**
 * Standard deviations in square metres of the areas of groups of ground under the displacement that the draws use, to
 * the first order and without drawing. `groupsOf` says to which groups a combination of classes belongs, as for
 * `overlapGround`; the first layer is the plan.
 *
 * To the first order an area changes by the integral of n · u along its boundary, n being the normal and u the
 * displacement of the layer that drew the piece. On each axis u has the variance s², half of it a shift common to the
 * source, half a field with covariance exp(-d² / (2 lambda²)), so with N the integral of s n over all pieces of a source
 *
 *   Var = ½ |N|² + ½ ∬ s n(p) · s n(q) exp(-|p / lambda(p) - q / lambda(q)|² / 2) dp dq,
 *
 * summed over sources, which err on their own. Layers of one source share their random numbers even where their
 * accuracies differ; their fields are then the same but for a stretch about the middle of the plan, whence the quotients. For one straight boundary it is `smoothBoundarySdM2`; the exponential
 * covariance of the literature is `boundarySdM2`. What neither knows: ground that only appears when boundaries move, and
 * boundaries that move past one another.
 */
export function groundSdM2(
  layers: readonly UncertainLayer[],
  groupsOf: (classes: readonly (readonly number[])[]) => readonly number[],
  work: DrawContext = {},
): Float64Array {
  const packed = packLayers(layers.map(({ layer }) => layer))
  const boundaries = groupSegments(packed, arrange(packed.rings), groupsOf)
  const [west, south, east, north] = packed.window as unknown as Extent
  const middle = [(west + east) / 2, (south + north) / 2] as const
  return Float64Array.from({ length: boundaries.start.length - 1 }, (_, group) => {
    work.signal?.throwIfAborted()
    const sources = piecesBySource(layers, boundaries, group, middle)
    return Math.sqrt(sources.reduce((sum, pieces) => sum + varianceOf(pieces), 0))
  })
}

/** A piece of a boundary: its place from the middle of the plan in correlation lengths, its normal times length times sigma. */
type Piece = {
  readonly x: number
  readonly y: number
  readonly length: number
  readonly east: number
  readonly north: number
  /** First moments about the place: the sums of normal times offset, where several pieces are taken together. */
  readonly eastX: number
  readonly eastY: number
  readonly northX: number
  readonly northY: number
}

function piecesBySource(
  layers: readonly UncertainLayer[],
  { segments, start, layer: drawnBy }: GroupSegments,
  group: number,
  [lon, lat]: readonly [number, number],
): Piece[][] {
  const { eastM, northM } = metresPerRadian(lat)
  const sources = new Map<string, Piece[]>()
  for (let i = start[group]!; i < start[group + 1]!; i++) {
    const { accuracyM, source } = layers[drawnBy[i]!]!
    if (accuracyM === 0) continue
    const pieces = sources.get(source) ?? []
    sources.set(source, pieces)
    const lambdaM = correlationLengthM(accuracyM)
    const [eastLengths, northLengths] = [(radian * eastM) / lambdaM, (radian * northM) / lambdaM]
    const [x, y] = [(segments[4 * i]! - lon) * eastLengths, (segments[4 * i + 1]! - lat) * northLengths]
    const [run, climb] = [
      (segments[4 * i + 2]! - lon) * eastLengths - x,
      (segments[4 * i + 3]! - lat) * northLengths - y,
    ]
    const parts = Math.max(1, Math.ceil(Math.hypot(run, climb) * piecesPerLength))
    const scale = (accuracyM * lambdaM) / parts
    for (let k = 0; k < parts; k++) {
      const [px, py] = [x + (run * (k + 0.5)) / parts, y + (climb * (k + 0.5)) / parts]
      pieces.push({
        x: px,
        y: py,
        length: Math.hypot(run, climb) / parts,
        east: scale * climb,
        north: -scale * run,
        eastX: 0,
        eastY: 0,
        northX: 0,
        northY: 0,
      })
    }
  }
  return [...sources.values()]
}

/** Pieces by the square of a grid that they lie in. */
function bySquare(pieces: readonly Piece[], size: number): Map<string, Piece[]> {
  const squares = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const key = `${Math.floor(piece.x / size)} ${Math.floor(piece.y / size)}`
    const square = squares.get(key)
    if (square) square.push(piece)
    else squares.set(key, [piece])
  }
  return squares
}

/** Several pieces as one, at their middle by length; what a small closed outline stretches by stays in the moments. */
function together(pieces: readonly Piece[]): Piece {
  const sum = (of: (piece: Piece) => number): number => pieces.reduce((total, piece) => total + of(piece), 0)
  const length = sum((piece) => piece.length)
  const x = sum((piece) => piece.x * piece.length) / length
  const y = sum((piece) => piece.y * piece.length) / length
  return {
    x,
    y,
    length,
    east: sum((piece) => piece.east),
    north: sum((piece) => piece.north),
    eastX: sum((piece) => piece.east * (piece.x - x)),
    eastY: sum((piece) => piece.east * (piece.y - y)),
    northX: sum((piece) => piece.north * (piece.x - x)),
    northY: sum((piece) => piece.north * (piece.y - y)),
  }
}

function varianceOf(all: readonly Piece[]): number {
  const drawn = all.filter(({ length }) => length > 0)
  const pieces = drawn.length <= mostPieces ? drawn : [...bySquare(drawn, 1 / cellsPerLength).values()].map(together)
  const buckets = bySquare(pieces, reachLengths)
  let [east, north, field] = [0, 0, 0]
  for (const one of pieces) {
    east += one.east
    north += one.north
    const [column, row] = [Math.floor(one.x / reachLengths), Math.floor(one.y / reachLengths)]
    for (let k = 0; k < 9; k++) {
      for (const other of buckets.get(`${column - 1 + (k % 3)} ${row - 1 + Math.floor(k / 3)}`) ?? [])
        field += covariance(one, other)
    }
  }
  return (east ** 2 + north ** 2 + Math.max(0, field)) / 2
}

/** Of two pieces under the field: n · u and the moments times the gradient of u, whose covariances are derivatives of exp(-d²/2). */
function covariance(a: Piece, b: Piece): number {
  const [dx, dy] = [a.x - b.x, a.y - b.y]
  const square = dx * dx + dy * dy
  if (square > reachLengths ** 2) return 0
  const along = (n: number, m: number, mx: number, my: number, kx: number, ky: number): number =>
    n * m +
    n * (kx * dx + ky * dy) -
    m * (mx * dx + my * dy) +
    mx * kx * (1 - dx * dx) +
    my * ky * (1 - dy * dy) -
    (mx * ky + my * kx) * dx * dy
  return (
    Math.exp(-square / 2) *
    (along(a.east, b.east, a.eastX, a.eastY, b.eastX, b.eastY) +
      along(a.north, b.north, a.northX, a.northY, b.northX, b.northY))
  )
}
