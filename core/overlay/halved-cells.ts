import type { OverlayLayer } from './overlay.ts'

/** A rectangle of the ground, halved into two others or, as a leaf, a block of work. The cell of number 0 holds all. */
export type Cell = {
  readonly box: readonly [west: number, south: number, east: number, north: number]
  /** Numbers of its halves; `null` where it is a block. */
  readonly halves: readonly [number, number] | null
  /** The cell that it is a half of; -1 of the first. */
  readonly parent: number
  /** Number of the block; -1 where it is halved. */
  readonly block: number
}

/** Squares of the ground on whose lines cells are halved: 2 to this power in each direction. */
const depth = 10
const mostPlaces = 20_000
/** Of the plan's width and height, so that none of its edges lies on the outermost lines. */
const margin = 1e-3

/**
 * The ground of the plan (the first layer), halved until no part has more than so many vertices or is as small as it gets. It
 * follows from the layers alone, never from who works on them. Empty where the plan has no vertices.
 */
export function halvedCells(layers: readonly OverlayLayer[], most = mostPlaces): Cell[] {
  const window = windowOf(layers[0]!)
  if (!window) return []
  const [west, south, east, north] = window
  const size = 2 ** depth
  const counts = new Uint32Array(size * size)
  for (const { shapes } of layers) {
    const { coordinates } = shapes
    for (let i = 0; i < coordinates.length; i += 2) {
      const x = Math.floor(((coordinates[i]! - west) / (east - west)) * size)
      const y = Math.floor(((coordinates[i + 1]! - south) / (north - south)) * size)
      if (x >= 0 && y >= 0 && x < size && y < size) counts[y * size + x]!++
    }
  }
  const cells: Cell[] = []
  let blocks = 0
  const lineAt = (from: number, to: number, place: number): number => from + ((to - from) * place) / size
  const countIn = (x0: number, y0: number, x1: number, y1: number): number => {
    let sum = 0
    for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += counts[y * size + x]!
    return sum
  }
  function halve(x0: number, y0: number, x1: number, y1: number, parent: number): number {
    const number = cells.length
    const box = [
      lineAt(west, east, x0),
      lineAt(south, north, y0),
      lineAt(west, east, x1),
      lineAt(south, north, y1),
    ] as const
    cells.push({ box, halves: null, parent, block: -1 })
    const isBlock = (x1 - x0 === 1 && y1 - y0 === 1) || countIn(x0, y0, x1, y1) <= most
    if (isBlock) {
      cells[number] = { ...cells[number]!, block: blocks++ }
      return number
    }
    const isWide = x1 - x0 >= y1 - y0
    const middle = isWide ? (x0 + x1) / 2 : (y0 + y1) / 2
    const first = isWide ? halve(x0, y0, middle, y1, number) : halve(x0, y0, x1, middle, number)
    const second = isWide ? halve(middle, y0, x1, y1, number) : halve(x0, middle, x1, y1, number)
    cells[number] = { ...cells[number]!, halves: [first, second] }
    return number
  }
  halve(0, 0, size, size, -1)
  return cells
}

/** The smallest cell that holds a rectangle whole, not on its lines; the first where none does. */
export function cellOf(cells: readonly Cell[], box: Cell['box']): number {
  let number = 0
  for (;;) {
    const { halves } = cells[number]!
    const next = halves?.find((half) => isWithin(box, cells[half]!.box))
    if (next === undefined) return number
    number = next
  }
}

/** Whether a rectangle has any ground in common with another, lines included. */
export const isMeeting = (box: Cell['box'], other: Cell['box']): boolean =>
  box[0] <= other[2] && box[2] >= other[0] && box[1] <= other[3] && box[3] >= other[1]

const isWithin = (box: Cell['box'], other: Cell['box']): boolean =>
  box[0] > other[0] && box[1] > other[1] && box[2] < other[2] && box[3] < other[3]

function windowOf({ shapes: { coordinates } }: OverlayLayer): Cell['box'] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < coordinates.length; i += 2) {
    west = Math.min(west, coordinates[i]!)
    east = Math.max(east, coordinates[i]!)
    south = Math.min(south, coordinates[i + 1]!)
    north = Math.max(north, coordinates[i + 1]!)
  }
  if (!(east > west && north > south)) return null
  const [width, height] = [(east - west) * margin, (north - south) * margin]
  return [west - width, south - height, east + width, north + height]
}
