import type { TileGround } from './tile-ground.ts'
import { tilePixels, type TilePlace } from './world.ts'

/** Samples on the side of a pixel. */
const samplesPerPixel = 4
export const samplesInPixel = samplesPerPixel ** 2
const side = tilePixels * samplesPerPixel
/** Numbers between two rows of crossings in a list that is sorted by row, then by place. */
const rowStep = 2 * side

/** Of each pixel of a tile, which of its sixteen samples lie in a class: a bit each. */
export type Cover = Uint16Array

/**
 * Which samples of a tile lie in the polygons of each class, by the even-odd rule within a polygon. Ground that two polygons
 * of a class cover is there once. The samples of a row are shifted by a part of their distance that looks like chance, so that no row of houses keeps step with them.
 */
export function sampleCover(
  { xy, partStart, polygonStart, polygonFeature }: TileGround,
  { zoom, x, y }: TilePlace,
  polygons: readonly number[],
  classOf: (feature: number) => number,
): Map<number, Cover> {
  const unit = 2 ** (32 - zoom) / side
  const [left, top] = [x * side, y * side]
  const covers = new Map<number, Cover>()
  let crossings = new Float64Array(256)
  for (const polygon of polygons) {
    const place = classOf(polygonFeature[polygon]!)
    let count = 0
    for (let part = polygonStart[polygon]!; part < polygonStart[polygon + 1]!; part++) {
      const end = partStart[part + 1]!
      for (let i = partStart[part]!, before = end - 1; i < end; before = i++) {
        const ay = xy[2 * before + 1]! / unit - top
        const by = xy[2 * i + 1]! / unit - top
        if (ay === by) continue
        const [upper, lower] = ay < by ? [ay, by] : [by, ay]
        if (lower < 0 || upper > side) continue
        const ax = xy[2 * before]! / unit - left
        const slope = (xy[2 * i]! / unit - left - ax) / (by - ay)
        const last = Math.min(side - 1, Math.floor(lower))
        for (let row = Math.max(0, Math.floor(upper)); row <= last; row++) {
          const at = row + shiftY[row]!
          if (at < upper || at >= lower) continue
          if (count === crossings.length) crossings = grown(crossings)
          const across = ax + slope * (at - ay)
          crossings[count++] = row * rowStep + Math.min(side + 1, Math.max(0, across - shiftX[row]! + 1))
        }
      }
    }
    if (count === 0) continue
    sort(crossings, count)
    let cover = covers.get(place)
    if (!cover) covers.set(place, (cover = new Uint16Array(tilePixels ** 2)))
    for (let i = 0; i + 1 < count; i += 2) fill(cover, crossings[i]!, crossings[i + 1]!)
  }
  return covers
}

/** The samples of a row from one crossing to the next. */
function fill(cover: Cover, from: number, to: number): void {
  const row = Math.floor(from / rowStep)
  // Crossings were moved by one, so that what lies left of the tile is not below its row.
  const first = Math.max(0, Math.ceil(from - row * rowStep - 1))
  const end = Math.min(side, Math.ceil(to - row * rowStep - 1))
  const pixels = (row >> 2) * tilePixels
  const shift = (row & 3) * samplesPerPixel
  for (let sample = first; sample < end;) {
    const within = sample & 3
    const run = Math.min(samplesPerPixel - within, end - sample)
    cover[pixels + (sample >> 2)]! |= ((1 << run) - 1) << (shift + within)
    sample += run
  }
}

function sort(numbers: Float64Array, count: number): void {
  if (count > 24) return void numbers.subarray(0, count).sort()
  for (let i = 1; i < count; i++) {
    const number = numbers[i]!
    let at = i - 1
    for (; at >= 0 && numbers[at]! > number; at--) numbers[at + 1] = numbers[at]!
    numbers[at + 1] = number
  }
}

function grown(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * numbers.length)
  larger.set(numbers)
  return larger
}

/** Multiples of irrational numbers, without their whole part: spread evenly and in step with nothing (Weyl 1916). */
const spread = (irrational: number): Float64Array =>
  Float64Array.from({ length: side }, (_, row) => (row * irrational) % 1)
const shiftX = spread((Math.sqrt(5) - 1) / 2)
const shiftY = spread(Math.SQRT2 - 1)
