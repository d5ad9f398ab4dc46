/**
 * Standard deviation in square metres of the area swept by a straight boundary of `lengthM` under our own displacement:
 * half of the variance a common shift, half a smooth field with covariance exp(-d² / (2 lambda²)):
 * Var = s² [ l²/2 + (l lambda sqrt(pi/2) erf(l / (lambda sqrt 2)) - lambda² (1 - exp(-l² / (2 lambda²)))) ].
 * The instant estimate beside the draws; it grows to s l as lambda grows.
 */
export function smoothBoundarySdM2(lengthM: number, sigmaM: number, lambdaM: number): number {
  const ratio = lengthM / lambdaM
  const field = ratio * Math.sqrt(Math.PI / 2) * erf(ratio / Math.SQRT2) + Math.expm1(-(ratio ** 2) / 2)
  return sigmaM * Math.sqrt(lengthM ** 2 / 2 + lambdaM ** 2 * Math.max(0, field))
}

/** The error function to 1.2e-7 (Press et al. 1992, erfcc). */
function erf(x: number): number {
  const t = 1 / (1 + 0.5 * Math.abs(x))
  const coefficients = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ]
  const polynomial = coefficients.reduceRight((sum, coefficient) => sum * t + coefficient, 0)
  const complement = t * Math.exp(-x * x + polynomial)
  return x >= 0 ? 1 - complement : complement - 1
}
