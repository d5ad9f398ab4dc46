import type { Box } from './paper.ts'
import type { Svg } from './svg.ts'

/** A piece of a column that is not broken: a heading, a row, a line of text. */
export type Block = {
  readonly heightMm: number
  /** Space before it, unless it stands at the top of a column. */
  readonly beforeMm?: number
  /** Stays in one column with the block after it, where a column is high enough for both. */
  readonly keepsWithNext?: boolean
  /** The head it stands under, the same for all that stand under it; set again where they go on in another column or sheet. */
  readonly under?: readonly Block[]
  /** Draws it with its top at `y`, in a column that begins at `x`. */
  readonly draw: (x: number, y: number) => Svg
}

export type Flowed = {
  /** What was drawn of each block, in their order. */
  readonly drawn: readonly Svg[]
  /** Height used of the fullest column. */
  readonly heightMm: number
  /** Height used of each column. */
  readonly endsMm: readonly number[]
  /** Blocks that did not fit. */
  readonly left: readonly Block[]
}

/** Sets blocks one under another, column after column. */
export function flow(blocks: readonly Block[], columns: readonly Box[]): Flowed {
  const { places, endsMm } = placesOf(blocks, columns)
  return {
    drawn: places.map(({ x, y, headMm }, i) =>
      headMm === 0
        ? blocks[i]!.draw(x, y)
        : [
            ...flow(blocks[i]!.under!, [{ x, y: y - headMm, width: 0, height: Infinity }]).drawn,
            blocks[i]!.draw(x, y),
          ].join(''),
    ),
    heightMm: Math.max(0, ...endsMm),
    endsMm,
    left: blocks.slice(places.length),
  }
}

/** Where the first blocks stand, as many as fit, and how far each column is filled. */
function placesOf(blocks: readonly Block[], columns: readonly Box[]) {
  const places: { x: number; y: number; headMm: number }[] = []
  const endsMm = columns.map(() => 0)
  let column = 0
  let usedMm = 0
  while (places.length < blocks.length && column < columns.length) {
    const { x, y, height } = columns[column]!
    const run = runFrom(blocks, places.length)
    const together = heightOf(run) > height ? leastOf(run, height) : run
    const top = usedMm === 0
    const againMm = top && column > 0 ? headAgainMm(blocks, places.length, height - heightOf(together)) : 0
    const needMm =
      againMm +
      together.reduce((sum, block, i) => sum + block.heightMm + (top && i === 0 ? 0 : (block.beforeMm ?? 0)), 0)
    if (usedMm + needMm > height + 1e-6) {
      if (top) break
      column++
      usedMm = 0
      continue
    }
    together.forEach((block, i) => {
      usedMm += top && i === 0 ? againMm : (block.beforeMm ?? 0)
      places.push({ x, y: y + usedMm, headMm: i === 0 ? againMm : 0 })
      usedMm += block.heightMm
    })
    endsMm[column] = usedMm
  }
  return { places, endsMm }
}

/** The height of the head that stands again over a block which goes on under it, if a column has so much room for it. */
function headAgainMm(blocks: readonly Block[], place: number, roomMm: number): number {
  const under = blocks[place]?.under
  if (under === undefined || under !== blocks[place - 1]?.under) return 0
  const headMm = heightOf(under)
  return headMm <= roomMm ? headMm : 0
}

const heightOf = (run: readonly Block[]): number =>
  run.reduce((sum, { heightMm, beforeMm = 0 }, i) => sum + heightMm + (i === 0 ? 0 : beforeMm), 0)

/** What of a run too high for its column still goes together: a head with the first row under it, else one block. */
function leastOf(run: readonly Block[], height: number): readonly Block[] {
  const headed = run.slice(0, run.findIndex(({ under }) => under !== undefined) + 1)
  return headed.length > 0 && heightOf(headed) <= height ? headed : run.slice(0, 1)
}

/** The blocks from `start` on that stay in one column, if one is high enough for them. */
function runFrom(blocks: readonly Block[], start: number): readonly Block[] {
  let end = start
  while (end < blocks.length - 1 && blocks[end]!.keepsWithNext) end++
  return blocks.slice(start, end + 1)
}

/** Whether the columns take all blocks. */
export const fitsInto = (blocks: readonly Block[], columns: readonly Box[]): boolean =>
  placesOf(blocks, columns).places.length === blocks.length

/** The least height, to a quarter of a millimetre, of `columns` side by side that take all blocks; at most `mostMm`. */
export function leastHeightMm(blocks: readonly Block[], columns: readonly Box[], mostMm: number): number {
  let tooLow = 0
  let enough = mostMm
  while (enough - tooLow > 0.25) {
    const middle = (tooLow + enough) / 2
    const fits = fitsInto(
      blocks,
      columns.map((box) => ({ ...box, height: middle })),
    )
    if (fits) enough = middle
    else tooLow = middle
  }
  return enough
}

/**
 * Sets blocks into columns; where they do not all fit, the last column closes with `excuse`, which says where the others
 * stand, so that nothing is cut off in silence.
 */
export function flowOrExcuse(
  blocks: readonly Block[],
  columns: readonly Box[],
  excuse: (left: number) => readonly Block[],
): Flowed {
  const flowed = flow(blocks, columns)
  const last = columns.at(-1)
  if (flowed.left.length === 0 || !last) return flowed
  const keptMm = excuse(blocks.length).reduce((sum, { heightMm, beforeMm = 0 }) => sum + heightMm + beforeMm, 0)
  const shorter = columns.map((box) => (box === last ? { ...box, height: box.height - keptMm } : box))
  const cut = flow(blocks, shorter)
  const note = flow(excuse(cut.left.length), [{ ...last, y: last.y + last.height - keptMm, height: keptMm + 1 }])
  return {
    drawn: [...cut.drawn, ...note.drawn],
    heightMm: last.height,
    endsMm: columns.map(({ height }) => height),
    left: cut.left,
  }
}
