/**
 * Standard deviation in square metres of the area swept by a boundary of `lengthM` whose displacement along its normal
 * has the standard deviation `sigmaM` and the correlation exp(-d / lambda) along the line:
 * Var = 2 lambda s² [ l - lambda (1 - exp(-l / lambda)) ]; (s l)² as lambda grows, 2 s² lambda l where lambda << l.
 */
export function boundarySdM2(lengthM: number, sigmaM: number, lambdaM: number): number {
  if (lambdaM === Infinity) return sigmaM * lengthM
  const ratio = lengthM / lambdaM
  // -expm1(-r) = 1 - exp(-r), without the loss of digits where the boundary is short against lambda.
  const bracket = ratio < 1e-4 ? ratio ** 2 / 2 - ratio ** 3 / 6 : ratio + Math.expm1(-ratio)
  return sigmaM * lambdaM * Math.sqrt(2 * bracket)
}

/**
 * Standard deviation in square metres of a ring's area where each vertex errs on its own by `sigmaM` per axis
 * (Chrisman and Yandell 1988): a lower bound, because it shrinks as vertices are added.
 * `xy` holds metres in a plane, x and y by turns, the ring open.
 */
export function independentVertexSdM2(xy: ArrayLike<number>, sigmaM: number): number {
  const count = xy.length / 2
  let sum = 0
  for (let i = 0; i < count; i++) {
    const before = (i + count - 1) % count
    const after = (i + 1) % count
    sum += (xy[after * 2]! - xy[before * 2]!) ** 2 + (xy[after * 2 + 1]! - xy[before * 2 + 1]!) ** 2
  }
  return Math.sqrt((sigmaM ** 2 / 4) * sum + (count * sigmaM ** 4) / 2)
}
