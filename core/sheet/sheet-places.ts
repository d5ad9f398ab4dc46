import { refused, done, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { arrangementFor, layOut, type Layout, type LayoutNeeds } from './layout.ts'
import type { Box, Paper } from './paper.ts'
import { shows, type LayoutBox, type SheetLayout } from './sheet-layout.ts'

const leastMapMm = 25

/** Where everything stands: in the boxes of the layout, and by itself where it gives none. */
export function sheetPlaces(
  layout: SheetLayout,
  paper: Paper,
  needs: Pick<LayoutNeeds, 'blocks' | 'footMm' | 'hasLargeColumns' | 'headMm' | 'isRightToLeft' | 'nameMm'>,
): Outcome<Layout> {
  const { boxes } = layout
  const found = layOut({
    ...needs,
    paper,
    arrangement: layout.columns ?? arrangementFor(paper),
    footParts: {
      scale: shows(layout, 'scaleBar') || (!paper.isFigure && shows(layout, 'alsoOnMap')),
      sources: shows(layout, 'sources'),
      method: shows(layout, 'method'),
    },
  })
  const places: Layout = {
    map: boxes.map ? onPaper(boxes.map) : found.map,
    columns: found.columns.length > 0 && boxes.columns ? boxes.columns.map(onPaper) : found.columns,
    isTight: found.isTight,
    foot: {
      scale: found.foot.scale && boxes.scale ? onPaper(boxes.scale) : found.foot.scale,
      sources: found.foot.sources.length > 0 && boxes.sources ? boxes.sources.map(onPaper) : found.foot.sources,
      method: found.foot.method && boxes.method ? onPaper(boxes.method) : found.foot.method,
    },
  }
  const { widthMm, heightMm } = paper
  if (places.map.width < leastMapMm || places.map.height < leastMapMm) {
    return refused(problem('layout-no-room', { width: widthMm, height: heightMm, least: leastMapMm }))
  }
  const clash = Object.keys(boxes).length > 0 ? clashOf(places) : null
  return clash ? refused(problem('layout-overlap', clash)) : done(places)
}

export const onPaper = ({ xMm, yMm, widthMm, heightMm }: LayoutBox): Box => ({
  x: xMm,
  y: yMm,
  width: widthMm,
  height: heightMm,
})

/** The first two parts of which one would cover the other. */
function clashOf({ map, columns, foot }: Layout): { one: string; other: string } | null {
  const all = [
    { name: 'map', box: map },
    ...columns.map((box) => ({ name: 'columns', box })),
    ...(foot.scale ? [{ name: 'scale', box: foot.scale }] : []),
    ...foot.sources.map((box) => ({ name: 'sources', box })),
    ...(foot.method ? [{ name: 'method', box: foot.method }] : []),
  ]
  for (const [i, one] of all.entries()) {
    const other = all.slice(i + 1).find(({ box }) => covers(one.box, box))
    if (other) return { one: one.name, other: other.name }
  }
  return null
}

const slackMm = 0.01

const covers = (a: Box, b: Box): boolean =>
  a.x + slackMm < b.x + b.width &&
  b.x + slackMm < a.x + a.width &&
  a.y + slackMm < b.y + b.height &&
  b.y + slackMm < a.y + a.height
