import type { Shapes } from '../geometry/shapes.ts'
import type { CellRegions, Cells } from './cell-regions.ts'
import { numberRun } from './number-run.ts'

const [east, south, west] = [0, 1, 2]
const stepX = [1, 0, -1, 0]
const stepY = [0, 1, 0, -1]

/** Rings as they are found: corners x, y one after the other. */
type Rings = {
  readonly corners: ReturnType<typeof numberRun>
  readonly start: number[]
  readonly region: number[]
  readonly isHole: boolean[]
}

/**
 * The outlines of the regions along the edges of their cells, in pixels from the outer corner of the top left one, y down.
 * A feature for each class, in order of their numbers from 1, and a polygon for each region with its holes. Corners stand where a
 * line turns and where a third class begins, for all that share it alike: neighbours share every line, and no ring meets itself but for holes that
 * touch in a point. `null` where there would be more than `mostCorners`.
 */
export function traceCells(cells: Cells, regions: CellRegions, classes: number, mostCorners: number): Shapes | null {
  const { values, width, height } = cells
  const rings: Rings = { corners: numberRun(), start: [], region: [], isHole: [] }
  const valueAt = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : values[y * width + x]!
  /** Cells along whose upper edge a ring has gone. */
  const seen = new Uint8Array(values.length)
  for (let y = 0, cell = 0; y < height; y++)
    for (let x = 0; x < width; x++, cell++) {
      const value = values[cell]!
      if (value === 0 || seen[cell] === 1 || valueAt(x, y - 1) === value) continue
      follow(x, y, value, regions.of[cell]!)
      if (rings.corners.length() > 2 * mostCorners) return null
    }
  return shapesOf(rings, cells, regions, classes)

  /** Goes round with the region on the right, from the upper edge of a cell on, and keeps to one cell where two meet in a corner. */
  function follow(fromX: number, fromY: number, value: number, region: number): void {
    const ring = numberRun()
    const pinches = new Map<number, number>()
    let [x, y, heading] = [fromX, fromY, east]
    const meets = valueAt(x - 1, y - 1) === value && valueAt(x - 1, y) !== value
    if (meets) pinches.set(y * (width + 1) + x, 0)
    ring.add(x)
    ring.add(y)
    for (;;) {
      if (heading === east) seen[y * width + x] = 1
      x += stepX[heading]!
      y += stepY[heading]!
      // The four cells at this corner, as one sees them who arrives.
      const right = valueAt(x - (heading === south || heading === west ? 1 : 0), y - (heading >= west ? 1 : 0))
      const left = valueAt(x - (heading >= west ? 1 : 0), y - (heading === east || heading === 3 ? 1 : 0))
      const behind = valueAt(x - (heading === east || heading === 3 ? 1 : 0), y - (heading <= south ? 1 : 0))
      const turn = right !== value ? 1 : left === value ? 3 : 0
      heading = (heading + turn) % 4
      if (x === fromX && y === fromY && heading === east) break
      if (turn === 0 && left === behind) continue
      if (turn === 1 && left === value && closesHole(ring, pinches, x, y, region)) continue
      ring.add(x)
      ring.add(y)
    }
    keep(ring, 0, region)
  }

  /** At a corner where the region meets itself: takes out the ring that began there, or remembers that one begins. */
  function closesHole(
    ring: ReturnType<typeof numberRun>,
    pinches: Map<number, number>,
    x: number,
    y: number,
    region: number,
  ): boolean {
    const corner = y * (width + 1) + x
    const from = pinches.get(corner)
    if (from === undefined || from >= ring.length() || ring.at(from) !== x || ring.at(from + 1) !== y) {
      pinches.set(corner, ring.length())
      return false
    }
    keep(ring, from, region)
    ring.cutTo(from + 2)
    return true
  }

  function keep(ring: ReturnType<typeof numberRun>, from: number, region: number): void {
    const end = ring.length()
    let twice = 0
    let [x, y] = [ring.at(end - 2), ring.at(end - 1)]
    rings.start.push(rings.corners.length() / 2)
    for (let i = from; i < end; i += 2) {
      const [nextX, nextY] = [ring.at(i), ring.at(i + 1)]
      twice += x * nextY - nextX * y
      rings.corners.add(nextX)
      rings.corners.add(nextY)
      ;[x, y] = [nextX, nextY]
    }
    rings.region.push(region)
    rings.isHole.push(twice < 0)
  }
}

/** Rings in the order of classes, regions, and outlines before holes. */
function shapesOf(rings: Rings, { values }: Cells, { of, count }: CellRegions, classes: number): Shapes {
  const classOf = new Uint16Array(count)
  for (let cell = 0; cell < of.length; cell++) if (of[cell]! >= 0) classOf[of[cell]!] = values[cell]!
  const order = Uint32Array.from({ length: count }, (_, region) => region).sort(
    (a, b) => classOf[a]! - classOf[b]! || a - b,
  )
  const placeOf = new Uint32Array(count)
  for (const [place, region] of order.entries()) placeOf[region] = place
  const rank = (ring: number): number => 2 * placeOf[rings.region[ring]!]! + (rings.isHole[ring] ? 1 : 0)
  const sorted = Uint32Array.from(rings.start, (_, ring) => ring).sort((a, b) => rank(a) - rank(b) || a - b)
  const coordinates = new Float64Array(rings.corners.length())
  const partStart = new Uint32Array(sorted.length + 1)
  const partPolygon = new Uint32Array(sorted.length)
  let length = 0
  for (const [part, ring] of sorted.entries()) {
    partStart[part] = length / 2
    partPolygon[part] = placeOf[rings.region[ring]!]!
    const end = rings.start[ring + 1] ?? rings.corners.length() / 2
    const own = rings.corners.take(2 * rings.start[ring]!, 2 * end)
    coordinates.set(own, length)
    length += own.length
  }
  partStart[sorted.length] = length / 2
  const polygonFeature = Uint32Array.from(order, (region) => classOf[region]! - 1)
  if (polygonFeature.some((feature) => feature >= classes)) throw new Error('a cell is of a class that there is not')
  return { kind: 'polygon', coordinates, partStart, partPolygon, polygonFeature }
}
