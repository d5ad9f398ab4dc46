/** Points with a number each, equal points with one: open hashing on the bits of their coordinates. */
export type PointNumbers = { count: number; coordinates: Float64Array; slots: Int32Array }

export const noPoints = (room: number): PointNumbers => ({
  count: 0,
  coordinates: new Float64Array(2 * room),
  slots: new Int32Array(2 ** Math.ceil(Math.log2(2 * room + 2))).fill(-1),
})

const bits = new Uint32Array(2)
const value = new Float64Array(bits.buffer)

/** The number of a point, the next one where it is new. There must be room for it. */
export function pointNumber(points: PointNumbers, x: number, y: number): number {
  const { slots, coordinates } = points
  const mask = slots.length - 1
  value[0] = x + 0
  let hash = Math.imul(bits[0]!, 0x9e3779b1) ^ Math.imul(bits[1]!, 0x85ebca6b)
  value[0] = y + 0
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ Math.imul(bits[0]!, 0x27d4eb2f) ^ Math.imul(bits[1]!, 0x165667b1)
  let slot = (hash ^ (hash >>> 16)) & mask
  while (slots[slot]! >= 0) {
    const at = 2 * slots[slot]!
    if (coordinates[at] === x && coordinates[at + 1] === y) return slots[slot]!
    slot = (slot + 1) & mask
  }
  const number = points.count++
  slots[slot] = number
  coordinates[2 * number] = x
  coordinates[2 * number + 1] = y
  return number
}
