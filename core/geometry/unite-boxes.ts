/** Writes from `end` on the boxes around each `fan` of those (west, south, east, north) from `begin` to `end`. */
export function uniteBoxes(all: Float64Array, begin: number, end: number, fan: number): void {
  let at = end
  for (let group = begin; group < end; group += 4 * fan) {
    const groupEnd = Math.min(group + 4 * fan, end)
    let west = Infinity
    let south = Infinity
    let east = -Infinity
    let north = -Infinity
    for (let child = group; child < groupEnd; child += 4) {
      if (all[child]! < west) west = all[child]!
      if (all[child + 1]! < south) south = all[child + 1]!
      if (all[child + 2]! > east) east = all[child + 2]!
      if (all[child + 3]! > north) north = all[child + 3]!
    }
    all[at] = west
    all[at + 1] = south
    all[at + 2] = east
    all[at + 3] = north
    at += 4
  }
}
