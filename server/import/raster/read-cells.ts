import type { Cells } from '../../../core/raster/cell-regions.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { eachPart, presence } from './read-values.ts'
import type { TiffFile } from './tiff-file.ts'

/** One band of a TIFF, and what it says of its values. */
export type Band = {
  readonly number: number
  /** Stands for nothing said. */
  readonly noData: number | null
  /** The sample that says how much of a pixel is there. */
  readonly alpha: number | null
  /** What a value means is `scale` times it and `offset`. */
  readonly scale: number
  readonly offset: number
}

export type ReadCells = {
  readonly cells: Cells
  /** The value of each class, the first that of class 1; with a threshold none. */
  readonly values: readonly number[]
  /** Cells of each class, of no data, and below the threshold. */
  readonly counts: readonly number[]
  readonly empty: number
  readonly below: number
}

/** As many classes as a layer may have. */
const mostClasses = 1_000

/**
 * The cells of a band by their values, or by whether these reach `threshold`. Values that are no whole numbers, and more of
 * them than a layer may have classes, are measurements: they need a threshold.
 */
export async function readCells(
  tiff: TiffFile,
  { number, noData, alpha, scale, offset }: Band,
  threshold: number | undefined,
): Promise<Outcome<ReadCells>> {
  const { file, image } = tiff
  const [width, height] = [image.getWidth(), image.getHeight()]
  const held = await presence(tiff, alpha)
  if (!held.ok) return held
  const found = new Uint16Array(width * height)
  const numbers = new Map<number, number>()
  const seen: number[] = []
  let [least, most, below] = [Infinity, -Infinity, 0]
  let isMeasured = false
  let [last, lastNumber] = [Number.NaN, 0]
  const classOf = (value: number): number => {
    if (value === last) return lastNumber
    last = value
    lastNumber = numbers.get(value) ?? 0
    if (lastNumber > 0) return lastNumber
    least = Math.min(least, value)
    most = Math.max(most, value)
    isMeasured ||= !Number.isInteger(value)
    if (isMeasured || seen.length === mostClasses) {
      isMeasured = true
      return (lastNumber = 1)
    }
    lastNumber = seen.push(value)
    numbers.set(value, lastNumber)
    return lastNumber
  }
  const reaches = (raw: number): number => {
    const value = raw * scale + offset
    least = Math.min(least, value)
    most = Math.max(most, value)
    if (value >= threshold!) return 1
    below++
    return 0
  }
  const decide = threshold === undefined ? classOf : reaches
  const isNoData = noDataTest(noData, image.getSampleFormat(number) === 3 && image.getBitsPerSample(number) === 32)
  let empty = 0
  const read = await eachPart(tiff, image, number, noData ?? 0, (part) => {
    for (let row = 0, i = 0; row < part.height; row++)
      for (let at = (part.top + row) * width + part.left, end = at + part.width; at < end; at++, i++) {
        const value = part.values[i]!
        if ((held.value !== null && held.value[at] === 0) || isNoData(value)) empty++
        else found[at] = decide(value)
      }
  })
  if (!read.ok) return read
  if (empty === found.length) return refused(problem('raster-empty', { file }))
  const span = { file, least: shown(least), most: shown(most) }
  if (threshold === undefined && isMeasured) return refused(problem('raster-threshold-needed', span))
  if (threshold !== undefined && below + empty === found.length)
    return refused(problem('raster-below-threshold', { ...span, threshold }))
  const values = threshold === undefined ? seen.toSorted((a, b) => a - b) : []
  if (threshold === undefined) renumber(found, seen, values)
  const counts = Array.from({ length: Math.max(1, values.length) }, () => 0)
  for (const own of found) if (own > 0) counts[own - 1]!++
  return done({ cells: { values: found, width, height }, values, counts, empty, below })
}

const shown = (value: number): number => Number(value.toPrecision(6))

/** What is not a number says nothing either. Values of 32 bits are compared as such. */
function noDataTest(noData: number | null, isSingle: boolean): (value: number) => boolean {
  const own = noData === null ? Number.NaN : isSingle ? Math.fround(noData) : noData
  return (value) => value === own || value !== value
}

/** Classes go by their values, not by which was met first. */
function renumber(found: Uint16Array, seen: readonly number[], sorted: readonly number[]): void {
  const places = new Map(sorted.map((value, place) => [value, place + 1]))
  const numberOf = Uint16Array.from([0, ...seen.map((value) => places.get(value)!)])
  for (let at = 0; at < found.length; at++) found[at] = numberOf[found[at]!]!
}
