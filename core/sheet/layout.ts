import { fitsInto, leastHeightMm, type Block } from './flow.ts'
import type { Box, Paper } from './paper.ts'

const gapMm = 5
/** Between map and column; the graticule's labels stand in it. */
const mapGapMm = 7
const labelsMm = 3.4
const aboveFootMm = 3.2
const leastMapMm = 90
const leastMapShare = 0.35
/** Columns under the map never take more of the sheet's body than this. */
const mostColumnsShare = 0.55
const mostColumnsShareOfFigure = 0.45
/** Nor than this, where they have no other place. */
const mostLargeColumnsShare = 0.65
/** The foot never takes more of the paper than this. */
const mostFootShare = { beside: 0.24, below: 0.3 } as const
/** A wide sheet has its columns beside the map, unless it is so narrow that the map would be a strip. */
const leastWidthBesideMm = 100

export type Arrangement = 'beside' | 'below'

export const arrangementFor = ({ widthMm, heightMm }: Paper): Arrangement =>
  widthMm > heightMm && widthMm >= leastWidthBesideMm ? 'beside' : 'below'

/** Where the parts of a sheet stand, in millimetres; boxes in a row are in reading order. */
export type Layout = {
  readonly map: Box
  /** For the answer, the table and the legend. */
  readonly columns: readonly Box[]
  readonly isTight: boolean
  readonly foot: FootBoxes
}

/** A part that is left away has no box. */
export type FootBoxes = { readonly scale: Box | null; readonly sources: readonly Box[]; readonly method: Box | null }

export type LayoutNeeds = {
  readonly paper: Paper
  /** Whether the columns stand beside the map or under it. */
  readonly arrangement: Arrangement
  /** Columns under the map may take more than it. */
  readonly hasLargeColumns: boolean
  /** The parts of the foot that stand on the sheet. */
  readonly footParts: { readonly scale: boolean; readonly sources: boolean; readonly method: boolean }
  /** Kept free at the bottom for the sheet's name. */
  readonly nameMm: number
  /** In Arabic the columns run from the right and stand left of the map. */
  readonly isRightToLeft: boolean
  readonly headMm: number
  /** The blocks of the columns at a width, and set tighter where room is short. */
  readonly blocks: (widthMm: number, isTight: boolean) => readonly Block[]
  /** Height that the foot needs in boxes of these widths, at most `mostMm`. */
  readonly footMm: (boxes: FootBoxes, mostMm: number) => number
}

/** Gives the foot what it needs, the columns what they need, and the map the rest. */
export function layOut(needs: LayoutNeeds): Layout {
  const { paper, headMm } = needs
  const content = {
    x: paper.marginMm,
    y: paper.marginMm + headMm,
    width: paper.widthMm - 2 * paper.marginMm,
    height: paper.heightMm - 2 * paper.marginMm - headMm - needs.nameMm,
  }
  const flat = footBoxes(needs, content, 0)
  const footMm = needs.footMm(flat, paper.heightMm * mostFootShare[needs.arrangement])
  const foot = footBoxes(needs, content, footMm)
  const body = { ...content, y: content.y + labelsMm, height: content.height - footMm - labelsMm - aboveFootMm }
  const isBare = needs.blocks(paper.columnMm, true).length === 0
  const bare = { map: { ...body, height: body.height - labelsMm }, columns: [], isTight: false }
  return { ...(isBare ? bare : needs.arrangement === 'beside' ? beside(needs, body) : below(needs, body)), foot }
}

type Body = Omit<Layout, 'foot'>

/** Ways to set the columns beside the map, the better first: as sketched, tighter, wider, and more of them. */
const settings = [
  { count: 1, share: 1, isTight: false },
  { count: 1, share: 1, isTight: true },
  { count: 1, share: 1.2, isTight: false },
  { count: 1, share: 1.2, isTight: true },
  { count: 2, share: 1, isTight: true },
  { count: 2, share: 1.2, isTight: true },
  { count: 3, share: 1, isTight: true },
] as const

/** The columns beside the map: the first setting that takes all blocks, or the last that leaves the map its width. */
function beside({ paper, isRightToLeft, blocks }: LayoutNeeds, body: Box): Body {
  const possible = settings.map(({ count, share, isTight }) => {
    const takenMm = count * paper.columnMm * share + (count - 1) * gapMm
    const area = { ...body, x: isRightToLeft ? body.x : body.x + body.width - takenMm, width: takenMm }
    return { columns: split(area, count, isRightToLeft), isTight, mapMm: body.width - takenMm - mapGapMm }
  })
  const roomy = possible.filter(({ mapMm }) => mapMm >= Math.min(leastMapMm, paper.widthMm * leastMapShare))
  const { columns, isTight, mapMm } =
    roomy.find((own) => fitsInto(blocks(own.columns[0]!.width, own.isTight), own.columns)) ??
    roomy.at(-1) ??
    possible[0]!
  const x = isRightToLeft ? body.x + body.width - mapMm : body.x
  return { map: { ...body, x, width: mapMm, height: body.height - labelsMm }, columns, isTight }
}

/** The columns under the map, over the width of the paper, as low as the blocks allow: tight, or fewer, where that helps. */
function below({ paper, isRightToLeft, hasLargeColumns, blocks }: LayoutNeeds, body: Box): Body {
  const usualShare = paper.isFigure ? mostColumnsShareOfFigure : mostColumnsShare
  const mostShare = hasLargeColumns ? mostLargeColumnsShare : usualShare
  const usual = Math.max(1, Math.round((body.width + gapMm) / (paper.columnMm + gapMm)))
  const [loose, ...others] = [
    { count: usual, isTight: false },
    { count: usual, isTight: true },
    { count: Math.max(1, usual - 1), isTight: true },
  ].map(({ count, isTight }) => {
    const columns = split({ ...body, height: 0 }, count, isRightToLeft)
    const heightMm = leastHeightMm(blocks(columns[0]!.width, isTight), columns, body.height * mostShare)
    return { columns, isTight, heightMm }
  })
  const lowest = [loose!, ...others].reduce((a, b) => (b.heightMm < a.heightMm ? b : a))
  const { columns, isTight, heightMm } = loose!.heightMm <= body.height * 0.4 ? loose! : lowest
  const y = body.y + body.height - heightMm
  return {
    map: { ...body, height: body.height - heightMm - labelsMm - gapMm * 0.6 },
    columns: columns.map((box) => ({ ...box, y, height: heightMm })),
    isTight,
  }
}

/** Scale, sources and method at the bottom; on a wide sheet the sources take two boxes. */
function footBoxes({ arrangement, footParts, isRightToLeft }: LayoutNeeds, content: Box, heightMm: number): FootBoxes {
  const usual = arrangement === 'beside' ? wideFoot : narrowFoot
  const shown = usual.filter(({ part }) => footParts[part])
  const usable = content.width - (shown.length - 1) * gapMm
  const whole = shown.reduce((sum, { share }) => sum + share, 0)
  const y = content.y + content.height - heightMm
  let from = 0
  const boxes = shown.map(({ part, share }) => {
    const width = (usable * share) / whole
    const x = isRightToLeft ? content.x + content.width - from - width : content.x + from
    from += width + gapMm
    return { part, box: { x, y, width, height: heightMm } }
  })
  const of = (wanted: FootPart): Box[] => boxes.filter(({ part }) => part === wanted).map(({ box }) => box)
  return { scale: of('scale')[0] ?? null, sources: of('sources'), method: of('method')[0] ?? null }
}

type FootPart = keyof LayoutNeeds['footParts']
type FootShare = { readonly part: FootPart; readonly share: number }

const wideFoot: readonly FootShare[] = [
  { part: 'scale', share: 0.19 },
  { part: 'sources', share: 0.265 },
  { part: 'sources', share: 0.265 },
  { part: 'method', share: 0.28 },
]
const narrowFoot: readonly FootShare[] = [
  { part: 'scale', share: 0.23 },
  { part: 'sources', share: 0.45 },
  { part: 'method', share: 0.32 },
]

/** Columns of equal width in reading order. */
export function split(area: Box, count: number, isRightToLeft: boolean): Box[] {
  const width = (area.width - (count - 1) * gapMm) / count
  const boxes = Array.from({ length: count }, (_, i) => ({ ...area, x: area.x + i * (width + gapMm), width }))
  return isRightToLeft ? boxes.reverse() : boxes
}
