import type { MapPlace } from '../../../core/sheet/sheet-pages.ts'
import type { Box, Paper } from '../../../core/sheet/paper.ts'
import { element, type Svg } from '../../../core/sheet/svg.ts'
import { isRightToLeft, type Language } from '../../../core/i18n/translate.ts'
import { arrow, label, mapItem, mapUuid, page, pictureItem, scaleBar } from './qgis-items.ts'
import { legendsOf, type LegendLayer } from './qgis-legend.ts'

/** What the print layout repeats of the sheet: where its map lies, and its words. */
export type LayoutSheet = {
  readonly place: MapPlace
  readonly paper: Pick<Paper, 'widthMm' | 'heightMm' | 'marginMm'>
  readonly title: string
  /** Stands under the title, a line each. */
  readonly subtitle: readonly string[]
  /** Where the map lies, as the sheet draws it and where; `null` where it has no room. */
  readonly locator: { readonly svg: Svg; readonly box: Box } | null
  readonly answer: string
  readonly sources: string
  readonly method: string
  /** In the corner, as the sheet's own name. */
  readonly name: string
}

const gapMm = 6
/** Between map and foot, for the degrees. */
const underMapMm = 8

/**
 * A print layout of QGIS that shows the map of the sheet: the same ground at the same scale in the same place on the same paper,
 * with its title, answer, legend, scale bar, arrow, sources and method. `drawn` are the layers from top to bottom, of which
 * `legend` lists those with something to explain; too many entries for the column stand on pages of their own.
 */
export function qgisLayout(
  sheet: LayoutSheet,
  drawn: readonly LegendLayer[],
  legend: readonly LegendLayer[],
  language: Language,
): Svg {
  const { place, paper } = sheet
  const { frame, scale } = place
  const isTurned = isRightToLeft(language)
  const usableMm = paper.widthMm - 2 * paper.marginMm
  const isRightOfMap = paper.widthMm - frame.x - frame.width > frame.x
  const column: Box = isRightOfMap
    ? {
        x: frame.x + frame.width + gapMm,
        y: frame.y,
        width: paper.widthMm - paper.marginMm - frame.x - frame.width - gapMm,
        height: frame.height,
      }
    : { x: paper.marginMm, y: frame.y, width: frame.x - paper.marginMm - gapMm, height: frame.height }
  const answerMm = Math.min(34, column.height / 3)
  const footY = frame.y + frame.height + underMapMm
  const footMm = paper.heightMm - paper.marginMm - footY
  const third = (usableMm - 2 * gapMm) / 3
  const footAt = (place: number): Box => ({
    x: paper.marginMm + (isTurned ? 2 - place : place) * (third + gapMm),
    y: footY,
    width: third,
    height: footMm,
  })
  const legends = legendsOf(
    legend,
    { ...column, y: column.y + answerMm, height: column.height - answerMm },
    paper,
    isTurned,
  )
  const text = (own: string, box: Box, sizePt: number, isBold = false): Svg => label(own, box, sizePt, isBold, isTurned)
  return element(
    'Layout',
    { name: sheet.title, units: 'mm', printResolution: 300, worldFileMap: mapUuid },
    element('PageCollection', {}, ...Array.from({ length: legends.pages + 1 }, (_, i) => page(paper, i))),
    mapItem(place, drawn, language),
    ...(sheet.locator ? [pictureItem(sheet.locator.svg, sheet.locator.box)] : []),
    text(sheet.title, { x: paper.marginMm, y: paper.marginMm - 2, width: usableMm, height: 8 }, 16, true),
    ...sheet.subtitle.map((own, i) =>
      text(own, { x: paper.marginMm, y: paper.marginMm + 6 + i * 4.5, width: usableMm, height: 5 }, i === 0 ? 9 : 7),
    ),
    text(sheet.answer, { ...column, height: answerMm }, 11),
    ...legends.items,
    scaleBar({ ...footAt(0), height: 12 }, scale),
    arrow({ x: frame.x + frame.width - 10, y: frame.y + 3, width: 8, height: 12 }),
    text(`1:${scale.toLocaleString('en')}`, { ...footAt(0), y: footY + 14, height: 5 }, 8),
    text(sheet.sources, footAt(1), 6.5),
    text(sheet.method, footAt(2), 6.5),
    text(sheet.name, { x: paper.marginMm, y: paper.heightMm - 8, width: usableMm, height: 4 }, 6.5),
  )
}
