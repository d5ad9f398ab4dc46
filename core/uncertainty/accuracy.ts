/** How an accuracy is quoted in the field's documents. */
export type QuotedAccuracy =
  | { readonly kind: 'sigma'; readonly metres: number }
  | { readonly kind: 'ce90'; readonly metres: number }
  | { readonly kind: 'ce95'; readonly metres: number }
  | { readonly kind: 'nssda'; readonly metres: number }
  /** Radial RMSE of a georeferencing with `points` control points and `parameters` per axis (affine 3). */
  | { readonly kind: 'rmse'; readonly metres: number; readonly points?: number; readonly parameters?: number }
  /** A map digitised at 1:`denominator`: 0.5 mm on paper as radial RMSE. */
  | { readonly kind: 'map-scale'; readonly denominator: number }
  /** The accuracy that EPSG states for a datum operation. */
  | { readonly kind: 'operation'; readonly metres: number }

const digitisingM = 0.0005

/**
 * The standard deviation per axis in metres of a quoted accuracy: circular errors divided by the Rayleigh quantile
 * (2.146 for 90 %, 2.448 for 95 %; NSSDA is a 95 % figure, FGDC-STD-007.3-1998), radial RMSE by the root of 2 and
 * widened for the degrees of freedom of its control points, half of an operation's accuracy.
 * Infinite where the control points do not exceed the parameters.
 */
export function sigmaM(quoted: QuotedAccuracy): number {
  switch (quoted.kind) {
    case 'sigma':
      return quoted.metres
    case 'ce90':
      return quoted.metres / Math.sqrt(-2 * Math.log(0.1))
    case 'ce95':
    case 'nssda':
      return quoted.metres / Math.sqrt(-2 * Math.log(0.05))
    case 'rmse': {
      const { points, parameters = 3 } = quoted
      const widening = points === undefined ? 1 : Math.sqrt(points / Math.max(0, points - parameters))
      return (quoted.metres / Math.SQRT2) * widening
    }
    case 'map-scale':
      return (digitisingM * quoted.denominator) / Math.SQRT2
    case 'operation':
      return quoted.metres / 2
  }
}
