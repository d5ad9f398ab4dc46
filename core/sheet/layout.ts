import { leastHeightMm, type Block } from './flow.ts'
import type { Box, Orientation, Paper } from './paper.ts'

const gapMm = 5
/** Between map and column; the graticule's labels stand in it. */
const mapGapMm = 7
const labelsMm = 3.4
const leastMapMm = 90
const mostColumns = 3

/** Where the parts of a sheet stand, in millimetres. */
export type Layout = {
  readonly map: Box
  /** For the answer, the table and the legend, in reading order. */
  readonly columns: readonly Box[]
  /** For the scale, the sources and the method. */
  readonly foot: readonly [scale: Box, sources: Box, method: Box]
}

export type LayoutNeeds = {
  readonly paper: Paper
  readonly orientation: Orientation
  /** In Arabic the columns run from the right and stand left of the map. */
  readonly isRightToLeft: boolean
  readonly headMm: number
  /** The blocks of the columns at a width. */
  readonly blocks: (widthMm: number) => readonly Block[]
  /** Height that the foot needs when its three columns have these widths. */
  readonly footMm: (widthsMm: readonly [number, number, number]) => number
}

/** Gives the columns what they need, the foot what it needs, and the map the rest. */
export function layOut(needs: LayoutNeeds): Layout {
  return needs.orientation === 'landscape' ? beside(needs) : below(needs)
}

/** The columns beside the map: as many as the blocks need, as long as the map keeps its least width. */
function beside(needs: LayoutNeeds): Layout {
  const { paper, isRightToLeft } = needs
  const content = contentOf(needs)
  const blocks = needs.blocks(paper.columnMm)
  const columnsAt = (count: number): Box[] => {
    const widthMm = count * paper.columnMm + (count - 1) * gapMm
    const area = { ...content, y: content.y + labelsMm, height: content.height - labelsMm, width: widthMm }
    return split({ ...area, x: isRightToLeft ? content.x : content.x + content.width - widthMm }, count, isRightToLeft)
  }
  let count = 1
  while (
    count < mostColumns &&
    content.width - ((count + 1) * (paper.columnMm + gapMm) + mapGapMm) >= leastMapMm &&
    leastHeightMm(blocks, columnsAt(count), content.height * 4) > content.height - labelsMm
  ) {
    count++
  }
  const columns = columnsAt(count)
  const takenMm = count * paper.columnMm + (count - 1) * gapMm + mapGapMm
  const side = { ...content, width: content.width - takenMm, x: isRightToLeft ? content.x + takenMm : content.x }
  return { columns, ...mapAndFoot(needs, side, 0) }
}

/** The columns under the map, over the width of the paper, as low as the blocks allow. */
function below(needs: LayoutNeeds): Layout {
  const content = contentOf(needs)
  const count = Math.round((content.width + gapMm) / (needs.paper.columnMm + gapMm))
  const area = split({ ...content, height: 0 }, count, needs.isRightToLeft)
  const mostMm = content.height * 0.5
  const heightMm = leastHeightMm(needs.blocks(area[0]!.width), area, mostMm)
  const { map, foot } = mapAndFoot(needs, content, heightMm + gapMm)
  const y = map.y + map.height + labelsMm + gapMm / 2
  return { map, foot, columns: area.map((box) => ({ ...box, y, height: heightMm })) }
}

const contentOf = ({ paper, headMm }: LayoutNeeds): Box => ({
  x: paper.marginMm,
  y: paper.marginMm + headMm,
  width: paper.widthMm - 2 * paper.marginMm,
  height: paper.heightMm - 2 * paper.marginMm - headMm - 1,
})

function mapAndFoot(needs: LayoutNeeds, area: Box, betweenMm: number): Pick<Layout, 'map' | 'foot'> {
  const usable = area.width - 2 * gapMm
  const scaleMm = Math.min(52, usable * 0.28)
  const widths = [scaleMm, (usable - scaleMm) * 0.56, (usable - scaleMm) * 0.44] as const
  const footMm = Math.min(needs.footMm(widths), needs.paper.heightMm * 0.26)
  const footY = area.y + area.height - footMm
  const map = { x: area.x, y: area.y + labelsMm, width: area.width, height: footY - labelsMm - 1.6 - betweenMm - area.y - labelsMm }
  let from = 0
  const foot = widths.map((width) => {
    const x = needs.isRightToLeft ? area.x + area.width - from - width : area.x + from
    from += width + gapMm
    return { x, y: footY, width, height: footMm }
  })
  return { map, foot: foot as unknown as Layout['foot'] }
}

/** Columns of equal width in reading order. */
function split(area: Box, count: number, isRightToLeft: boolean): Box[] {
  const width = (area.width - (count - 1) * gapMm) / count
  const boxes = Array.from({ length: count }, (_, i) => ({ ...area, x: area.x + i * (width + gapMm), width }))
  return isRightToLeft ? boxes.reverse() : boxes
}
