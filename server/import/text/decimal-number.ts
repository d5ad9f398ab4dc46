const powersOfTen = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))

/**
 * The double nearest to `(high * 10^lowDigits + low) / 10^decimals`, as `Number` would read its digits; NaN where that
 * is not certain. `high` and `low` are whole numbers of at most nine digits, `decimals` at most 22. Digits up to 2^53
 * divide exactly (Clinger 1990); more are divided in twice the precision (Dekker 1971), and the result is certain
 * unless it lies within the error of the middle between two doubles.
 */
export function decimalNumber(high: number, low: number, lowDigits: number, decimals: number): number {
  const scale = powersOfTen[decimals]!
  const head = high * powersOfTen[lowDigits]!
  const whole = head + low
  if (whole < 2 ** 53) return whole / scale
  const quotient = head / scale
  const product = quotient * scale
  const quotientHigh = upperHalf(quotient)
  const quotientLow = quotient - quotientHigh
  const scaleHigh = upperHalf(scale)
  const scaleLow = scale - scaleHigh
  const cross = quotientHigh * scaleLow + quotientLow * scaleHigh
  const lost = quotientHigh * scaleHigh - product + cross + quotientLow * scaleLow
  const rest = (head - product - lost + low) / scale
  const doubt = Math.abs(rest) * 2 ** -45 + quotient * 2 ** -98
  const value = quotient + rest
  return quotient + (rest - doubt) === value && quotient + (rest + doubt) === value ? value : Number.NaN
}

function upperHalf(value: number): number {
  const spread = 134217729 * value
  return spread - (spread - value)
}
