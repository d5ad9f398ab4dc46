import { metresPerRadian } from '../geometry/local-radii.ts'
import { arrange } from '../overlay/arrangement.ts'
import { gather } from '../overlay/gather.ts'
import { groupSegments, type GroupSegments } from '../overlay/group-segments.ts'
import type { Work } from '../progress.ts'
import { correlationLengthM, type UncertainLayer } from './displacement.ts'

const radian = Math.PI / 180
/** Boundaries are cut into pieces of at most this part of the correlation length. */
const piecesPerLength = 6
/** So many pieces are taken one by one; of more, those in one small cell are taken together. */
const mostPieces = 3_000
const cellsPerLength = 20
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
 *   Var = ½ |N|² + ½ ∬ s n(p) · s n(q) exp(-|p - q|² / (2 lambda²)) dp dq,
 *
 * summed over sources, which err on their own. For one straight boundary it is `smoothBoundarySdM2`; the exponential
 * covariance of the literature is `boundarySdM2`. What neither knows: ground that only appears when boundaries move, and
 * boundaries that move past one another.
 */
export function groundSdM2(
  layers: readonly UncertainLayer[],
  groupsOf: (classes: readonly (readonly number[])[]) => readonly number[],
  work: Work = {},
): Float64Array {
  const gathered = gather(layers.map(({ layer }) => layer))
  const boundaries = groupSegments(gathered, arrange(gathered.rings), groupsOf)
  const middle = (gathered.window[1]! + gathered.window[3]!) / 2
  return Float64Array.from({ length: boundaries.start.length - 1 }, (_, group) => {
    work.signal?.throwIfAborted()
    const fields = fieldsOf(layers, boundaries, group, middle)
    return Math.sqrt(fields.reduce((sum, field) => sum + varianceOf(field), 0))
  })
}

/** The pieces of a group's boundary that one field moves: places in metres, and normals times length times sigma. */
type Field = { readonly lambdaM: number; readonly pieces: Piece[] }
type Piece = { readonly x: number; readonly y: number; readonly lengthM: number; readonly east: number; readonly north: number }

function fieldsOf(layers: readonly UncertainLayer[], { segments, start, layer: drawnBy }: GroupSegments, group: number, latDegrees: number): Field[] {
  const { eastM, northM } = metresPerRadian(latDegrees)
  const fields = new Map<string, Field>()
  for (let i = start[group]!; i < start[group + 1]!; i++) {
    const { accuracyM, source } = layers[drawnBy[i]!]!
    if (accuracyM === 0) continue
    const lambdaM = correlationLengthM(accuracyM)
    const key = `${lambdaM} ${source}`
    const field = fields.get(key) ?? { lambdaM, pieces: [] }
    fields.set(key, field)
    const [x, y] = [segments[4 * i]! * radian * eastM, segments[4 * i + 1]! * radian * northM]
    const [run, climb] = [segments[4 * i + 2]! * radian * eastM - x, segments[4 * i + 3]! * radian * northM - y]
    const parts = Math.max(1, Math.ceil((Math.hypot(run, climb) * piecesPerLength) / lambdaM))
    for (let k = 0; k < parts; k++) {
      field.pieces.push({
        x: x + (run * (k + 0.5)) / parts,
        y: y + (climb * (k + 0.5)) / parts,
        lengthM: Math.hypot(run, climb) / parts,
        east: (accuracyM * climb) / parts,
        north: (-accuracyM * run) / parts,
      })
    }
  }
  return [...fields.values()]
}

/** Pieces by the square of a grid that they lie in. */
function bySquare(pieces: readonly Piece[], sizeM: number): Map<string, Piece[]> {
  const squares = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const key = `${Math.floor(piece.x / sizeM)} ${Math.floor(piece.y / sizeM)}`
    const square = squares.get(key)
    if (square) square.push(piece)
    else squares.set(key, [piece])
  }
  return squares
}

/** Several pieces as one, at their middle by length. */
function together(pieces: readonly Piece[]): Piece {
  const sum = (of: (piece: Piece) => number): number => pieces.reduce((total, piece) => total + of(piece), 0)
  const lengthM = sum((piece) => piece.lengthM)
  return {
    x: sum((piece) => piece.x * piece.lengthM) / lengthM,
    y: sum((piece) => piece.y * piece.lengthM) / lengthM,
    lengthM,
    east: sum((piece) => piece.east),
    north: sum((piece) => piece.north),
  }
}

function varianceOf({ lambdaM, pieces: all }: Field): number {
  const drawn = all.filter(({ lengthM }) => lengthM > 0)
  const pieces = drawn.length <= mostPieces ? drawn : [...bySquare(drawn, lambdaM / cellsPerLength).values()].map(together)
  const bucketM = reachLengths * lambdaM
  const buckets = bySquare(pieces, bucketM)
  let [east, north, field] = [0, 0, 0]
  for (const one of pieces) {
    east += one.east
    north += one.north
    const [column, row] = [Math.floor(one.x / bucketM), Math.floor(one.y / bucketM)]
    for (let k = 0; k < 9; k++) {
      for (const other of buckets.get(`${column - 1 + (k % 3)} ${row - 1 + Math.floor(k / 3)}`) ?? []) {
        const square = (one.x - other.x) ** 2 + (one.y - other.y) ** 2
        field += (one.east * other.east + one.north * other.north) * Math.exp(-square / (2 * lambdaM ** 2))
      }
    }
  }
  return (east ** 2 + north ** 2 + Math.max(0, field)) / 2
}
