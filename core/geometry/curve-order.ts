import { radixOrder } from './radix-order.ts'

/** Numbers of the boxes (west, south, east, north of each) along a Z curve (Morton 1966) through their middles. */
export function curveOrder(boxes: Float64Array, count: number): Uint32Array {
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
    keys[i] = interleaved(perX * (boxes[at]! + boxes[at + 2]! - west), perY * (boxes[at + 1]! + boxes[at + 3]! - south))
  }
  return radixOrder(keys, count)
}

/** The bits of the column and the row of a cell (0 to 65535 each) in turn: its place along the Z curve. */
const interleaved = (column: number, row: number): number => (spread(column) | (spread(row) << 1)) >>> 0

/** The lower 16 bits, each followed by a zero. */
function spread(value: number): number {
  const bytes = ((value & 0xffff) | (value << 8)) & 0x00ff00ff
  const halves = (bytes | (bytes << 4)) & 0x0f0f0f0f
  const pairs = (halves | (halves << 2)) & 0x33333333
  return (pairs | (pairs << 1)) & 0x55555555
}
