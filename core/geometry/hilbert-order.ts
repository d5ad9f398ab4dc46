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
  return sortedBy(keys)
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

/** Positions of `keys` in ascending order, equal keys as they stand: a radix sort in three rounds of 11 bits. */
function sortedBy(keys: Uint32Array): Uint32Array {
  const count = keys.length
  let order = new Uint32Array(count)
  for (let i = 0; i < count; i++) order[i] = i
  let next = new Uint32Array(count)
  for (let shift = 0; shift < 33; shift += 11) {
    const place = new Uint32Array(2049)
    for (let i = 0; i < count; i++) place[((keys[i]! >>> shift) & 2047) + 1]!++
    for (let digit = 0; digit < 2048; digit++) place[digit + 1]! += place[digit]!
    for (let i = 0; i < count; i++) {
      const item = order[i]!
      next[place[(keys[item]! >>> shift) & 2047]!++] = item
    }
    const sorted = next
    next = order
    order = sorted
  }
  return order
}
