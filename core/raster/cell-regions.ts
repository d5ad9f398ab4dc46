/** Cells of a raster, row by row from the top left: the number of a class from 1, or 0 where nothing is said. */
export type Cells = { readonly values: Uint16Array; readonly width: number; readonly height: number }

/** Which region each cell is of. */
export type CellRegions = { readonly of: Int32Array; readonly count: number }

/**
 * The regions of a raster: cells of one class that hang together over their sides. They are numbered from 0 by their first
 * cell; cells of no class have -1.
 */
export function cellRegions({ values, width, height }: Cells): CellRegions {
  const of = new Int32Array(width * height)
  const parents: number[] = []
  const rootOf = (region: number): number => {
    let root = region
    while (parents[root] !== root) root = parents[root]!
    for (let each = region; parents[each] !== root;) {
      const next = parents[each]!
      parents[each] = root
      each = next
    }
    return root
  }
  for (let y = 0, cell = 0; y < height; y++)
    for (let x = 0; x < width; x++, cell++) {
      const value = values[cell]!
      if (value === 0) continue
      const left = x > 0 && values[cell - 1] === value ? of[cell - 1]! : -1
      const above = y > 0 && values[cell - width] === value ? of[cell - width]! : -1
      if (left < 0 && above < 0) of[cell] = parents.push(parents.length) - 1
      else if (left < 0 || above < 0) of[cell] = Math.max(left, above)
      else {
        const [a, b] = [rootOf(left), rootOf(above)]
        parents[Math.max(a, b)] = Math.min(a, b)
        of[cell] = Math.min(a, b)
      }
    }
  // A root is never above what hangs on it: numbers follow the first cells.
  const numbers = new Int32Array(parents.length)
  let count = 0
  for (const [region, parent] of parents.entries()) numbers[region] = parent === region ? count++ : numbers[parent]!
  for (let cell = 0; cell < of.length; cell++) of[cell] = values[cell] === 0 ? -1 : numbers[of[cell]!]!
  return { of, count }
}
