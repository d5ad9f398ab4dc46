import { radixOrder } from './radix-order.ts'

/** Numbers of the boxes (west, south, east, north of each) along the Hilbert curve through their middles. */
export function hilbertOrder(boxes: Float64Array, count: number): Uint32Array {
  let west = Infinity
  let south = Infinity
  let east = -Infinity
  let north = -Infinity
  for (let at = 0; at < 4 * count; at += 4) {
    const x = boxes[at]! + boxes[at + 2]!
    const y = boxes[at + 1]! + boxes[at + 3]!
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  const perX = 65535 / (east - west || 1)
  const perY = 65535 / (north - south || 1)
  const keys = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const at = 4 * i
    keys[i] = hilbert(perX * (boxes[at]! + boxes[at + 2]! - west), perY * (boxes[at + 1]! + boxes[at + 3]! - south))
  }
  return radixOrder(keys, count)
}

/** Distance along the Hilbert curve of order 16 of the cell x, y (0 to 65535). */
function hilbert(xCell: number, yCell: number): number {
  let x = xCell >>> 0
  let y = yCell >>> 0
  let key = 0
  for (let bit = 32768; bit > 0; bit >>>= 1) {
    const right = (x & bit) !== 0 ? 1 : 0
    const up = (y & bit) !== 0 ? 1 : 0
    key = key * 4 + ((3 * right) ^ up)
    if (up === 0) {
      if (right === 1) {
        x = 65535 - x
        y = 65535 - y
      }
      const turned = x
      x = y
      y = turned
    }
  }
  return key
}
