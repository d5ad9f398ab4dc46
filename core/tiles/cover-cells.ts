import { hilbertOrder } from './hilbert-order.ts'
import { samplesInPixel, type Cover } from './sample-cover.ts'
import { tilePixels } from './world.ts'

/** Cells of a tile, each in one set of classes: `setOf` their numbers, `sets` the classes of each; set 0 is no ground. */
export type Cells = {
  readonly side: number
  readonly setOf: Uint32Array
  readonly sets: readonly (readonly number[])[]
}

/**
 * Gives every cell of a tile one set of classes, such that a set has as many cells as it has ground. A cell that is partly
 * covered passes on, along a Hilbert curve, what it has been given too much or too little of: a class of which every cell
 * has a twentieth gets every twentieth cell, and never one without any of it (error diffusion: Floyd and Steinberg 1976,
 * along a curve: Riemersma 1998). `pixels` are those on the side of a cell.
 */
export function coverCells(covers: ReadonlyMap<number, Cover>, pixels: 1 | 2): Cells {
  const side = tilePixels / pixels
  const setOf = new Uint32Array(side * side)
  const samples = samplesInPixel * pixels ** 2
  const known = classSets()
  const owed: number[] = [0]
  const touched = touchedPixels(covers)
  for (const cell of hilbertOrder(side)) {
    if (isUntouched(touched, cell, side, pixels)) continue
    const counts = countsIn(covers, cell, side, pixels, samples, known)
    if (counts.length === 1) {
      setOf[cell] = counts[0]!.set
      continue
    }
    let best = -1
    for (const { set, count } of counts) {
      owed[set] = (owed[set] ?? 0) + count / samples
      if (best < 0 || owed[set] > owed[best]!) best = set
    }
    owed[best]! -= 1
    setOf[cell] = best
  }
  return { side, setOf, sets: known.sets }
}

/** The pixels of which any sample lies in any class: most of a tile is none of these. */
function touchedPixels(covers: ReadonlyMap<number, Cover>): Uint8Array {
  const touched = new Uint8Array(tilePixels ** 2)
  for (const cover of covers.values())
    for (let pixel = 0; pixel < touched.length; pixel++) if (cover[pixel]) touched[pixel] = 1
  return touched
}

function isUntouched(touched: Uint8Array, cell: number, side: number, pixels: 1 | 2): boolean {
  if (pixels === 1) return touched[cell] === 0
  const pixel = Math.floor(cell / side) * pixels * tilePixels + (cell % side) * pixels
  return (touched[pixel]! | touched[pixel + 1]! | touched[pixel + tilePixels]! | touched[pixel + tilePixels + 1]!) === 0
}

type Count = { readonly set: number; count: number }
type Classed = readonly (readonly [place: number, cover: Cover])[]

/** How many samples of a cell lie in each set of classes, ground or none. */
function countsIn(
  covers: ReadonlyMap<number, Cover>,
  cell: number,
  side: number,
  pixels: 1 | 2,
  samples: number,
  known: ReturnType<typeof classSets>,
): Count[] {
  const counts: Count[] = []
  const add = (set: number, count: number): void => {
    const own = counts.find((each) => each.set === set)
    if (own) own.count += count
    else counts.push({ set, count })
  }
  const column = (cell % side) * pixels
  const row = Math.floor(cell / side) * pixels
  let empty = samples
  for (let inner = 0; inner < pixels ** 2; inner++) {
    const pixel = (row + (inner >> 1)) * tilePixels + column + (inner & 1)
    let [union, isShared] = [0, false]
    for (const cover of covers.values()) {
      isShared ||= (union & cover[pixel]!) !== 0
      union |= cover[pixel]!
    }
    if (union === 0) continue
    empty -= bitsIn(union)
    if (!isShared) {
      for (const [place, cover] of covers) if (cover[pixel] !== 0) add(known.with(0, place), bitsIn(cover[pixel]!))
    } else {
      const classed: Classed = [...covers].filter(([, cover]) => cover[pixel] !== 0)
      for (let bit = 0; bit < samplesInPixel; bit++) {
        const set = setAt(classed, pixel, bit, known)
        if (set !== 0) add(set, 1)
      }
    }
  }
  if (empty > 0) add(0, empty)
  return counts
}

function setAt(classed: Classed, pixel: number, bit: number, known: ReturnType<typeof classSets>): number {
  let set = 0
  for (const [place, cover] of classed) if ((cover[pixel]! >> bit) & 1) set = known.with(set, place)
  return set
}

/** Numbers sets of classes as they are met, each as an earlier one and one class more. */
function classSets() {
  const sets: (readonly number[])[] = [[]]
  const next: Map<number, number>[] = [new Map()]
  return {
    sets,
    with(set: number, place: number): number {
      const before = next[set]!.get(place)
      if (before !== undefined) return before
      next[set]!.set(place, sets.length)
      next.push(new Map())
      return sets.push([...sets[set]!, place]) - 1
    },
  }
}

function bitsIn(value: number): number {
  let left = value - ((value >> 1) & 0x5555)
  left = (left & 0x3333) + ((left >> 2) & 0x3333)
  left = (left + (left >> 4)) & 0x0f0f
  return (left + (left >> 8)) & 0x1f
}

/** The cells of one class as rectangles: left, top, right, bottom of each, in cells. */
export function rectanglesOf({ side, setOf, sets }: Cells, place: number): Int32Array[] {
  const isIn = Uint8Array.from(sets, (set) => (set.includes(place) ? 1 : 0))
  const rectangles: Int32Array[] = []
  /** The rectangle that ends in a column's run of the row above, by its left. */
  let above = new Map<number, Int32Array>()
  for (let row = 0; row < side; row++) {
    const open = new Map<number, Int32Array>()
    for (let column = 0; column < side; column++) {
      if (isIn[setOf[row * side + column]!] === 0) continue
      const left = column
      while (column < side && isIn[setOf[row * side + column]!] === 1) column++
      const before = above.get(left)
      const rectangle = before?.[2] === column ? before : Int32Array.of(left, row, column, row)
      if (rectangle !== before) rectangles.push(rectangle)
      rectangle[3] = row + 1
      open.set(left, rectangle)
    }
    above = open
  }
  return rectangles
}
