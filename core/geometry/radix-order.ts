/** Positions of the keys in ascending order, equal keys as they stand: a radix sort in rounds of 11 bits. */
export function radixOrder(keys: Uint32Array, count: number): Uint32Array {
  let largest = 0
  let order = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    order[i] = i
    if (keys[i]! > largest) largest = keys[i]!
  }
  let next = new Uint32Array(count)
  const place = new Uint32Array(2049)
  for (let shift = 0; shift < 32 && (shift === 0 || largest >>> shift > 0); shift += 11) {
    place.fill(0)
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
