const orders = new Map<number, Uint32Array>()

/** The cells (row times `side` plus column) of a square in the order of a Hilbert curve; `side` is a power of two. */
export function hilbertOrder(side: number): Uint32Array {
  const known = orders.get(side)
  if (known) return known
  const order = Uint32Array.from({ length: side * side }, (_, place) => cellAt(side, place))
  orders.set(side, order)
  return order
}

/** Hilbert (1891), bottom-up: each pair of bits of the place chooses a quarter, which is turned as the curve asks. */
function cellAt(side: number, place: number): number {
  let [x, y, left] = [0, 0, place]
  for (let half = 1; half < side; half *= 2) {
    const right = (left >> 1) & 1
    const lower = (left ^ right) & 1
    if (lower === 0) {
      if (right === 1) [x, y] = [half - 1 - x, half - 1 - y]
      ;[x, y] = [y, x]
    }
    x += half * right
    y += half * lower
    left >>= 2
  }
  return y * side + x
}
