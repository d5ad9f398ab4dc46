import { Helmert, Polynomial1, Polynomial2, Projective, RBF } from '@allmaps/transform'
import type { TransformKind } from '../model/picture-record.ts'

/** A position in a picture, or in a plane. */
export type Position = readonly [x: number, y: number]

/** Control points that a transformation needs at least. */
export const leastPoints: Readonly<Record<TransformKind, number>> = {
  helmert: 2,
  affine: 3,
  projective: 4,
  polynomial2: 6,
  tps: 3,
}

/** Numbers that the points determine; a thin-plate spline goes through every point, and has as many as they have. */
export const parametersOf = (kind: TransformKind, points: number): number =>
  kind === 'tps' ? 2 * points : 2 * leastPoints[kind]

type Solved = { solve(): void; evaluateFunction(point: [number, number]): [number, number] }

const solverOf = (kind: TransformKind, from: [number, number][], to: [number, number][]): Solved => {
  if (kind === 'helmert') return new Helmert(from, to)
  if (kind === 'affine') return new Polynomial1(from, to)
  if (kind === 'polynomial2') return new Polynomial2(from, to)
  // Of eight equations its solver would not give the vector that solves them; said twice they mean the same.
  if (kind === 'projective')
    return from.length === leastPoints.projective
      ? new Projective([...from, ...from], [...to, ...to])
      : new Projective(from, to)
  return new RBF(from, to, thinPlate, distance, 'thinPlateSpline')
}

const thinPlate = (r: number): number => (r === 0 ? 0 : r * r * Math.log(r))
const distance = ([ax, ay]: [number, number], [bx, by]: [number, number]): number => Math.hypot(ax - bx, ay - by)

/**
 * The transformation that takes `from` to `to`, by least squares where there are more points than it needs. The points
 * are brought to -1 to 1 first: pixels in thousands beside metres in millions would cost a second-order polynomial its
 * digits, and a projective one the meaning of its least squares. Helmert turns and scales and does not mirror: both
 * systems have y upwards. Points that do not determine it give what solver and rounding make of them; see `spread.ts`.
 */
export function solveTransform(
  kind: TransformKind,
  from: readonly Position[],
  to: readonly Position[],
): (point: Position) => Position {
  const source = unitOf(from)
  const target = unitOf(to)
  const solver = solverOf(kind, from.map(source.into), to.map(target.into))
  solver.solve()
  return (point) => target.back(solver.evaluateFunction(source.into(point)))
}

function unitOf(points: readonly Position[]) {
  const box = [0, 1].map((axis) => {
    const own = points.map((point) => point[axis]!)
    return [Math.min(...own), Math.max(...own)] as const
  })
  const [x0, y0] = box.map(([least, most]) => (least + most) / 2) as [number, number]
  const half = Math.max(...box.map(([least, most]) => (most - least) / 2)) || 1
  return {
    into: ([x, y]: Position): [number, number] => [(x - x0) / half, (y - y0) / half],
    back: ([x, y]: Position): Position => [x0 + x * half, y0 + y * half],
  }
}
