/** About so many steps between the ends of an axis. */
const steps = 4

/** The ends of an axis over values, and its ticks: multiples of 1, 2, 2.5 or 5 times a power of ten. */
export function ticksOver(low: number, high: number): { readonly from: number; readonly to: number; at: number[] } {
  const raw = Math.max(high - low, Number.MIN_VALUE) / steps
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= raw * (1 - 1e-9)) ?? raw
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)]
  const end = Math.max(last, first + 1)
  return {
    from: first * step,
    to: end * step,
    at: Array.from({ length: end - first + 1 }, (_, i) => (first + i) * step),
  }
}
