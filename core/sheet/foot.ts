import type { Study } from '../model/study.ts'
import { comma, isRightToLeft, translate, type Language, type MessageKey } from '../i18n/translate.ts'
import { alsoOnMap } from './also-on-map.ts'
import { paragraph, type Column } from './column.ts'
import { flowOrExcuse, leastHeightMm, type Block } from './flow.ts'
import { degrees } from './graticule.ts'
import type { FootBoxes } from './layout.ts'
import type { MapView } from './map-view.ts'
import { inks, type Box } from './paper.ts'
import { scaleBar, scaleBarHeightMm } from './scale-bar.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { group, type Svg } from './svg.ts'

const small = { sizePt: 6.5, fill: inks.second }

/** What stands under the map. */
export type FootContent = {
  /** The studies on the sheet, each once. */
  readonly studies: readonly Study[]
  readonly sources: (column: Column) => readonly Block[]
  readonly method: (column: Column) => readonly Block[]
  readonly shown: readonly SheetLayer[]
  /** What must be said of the scale of a map; `null` where it was not chosen, or shows the plan whole. */
  readonly scaleRemark: (view: MapView | null) => MessageKey | null
  /** Whether the sources are brief. */
  readonly isBrief: boolean
  /** Name of the one unit that the sheet is about. */
  readonly unit?: string | undefined
  /** What of it stands on the sheet. */
  readonly shows: { readonly scaleBar: boolean; readonly crs: boolean; readonly alsoOnMap: boolean }
}

type FootPart = 'also-on-map' | 'sources' | 'method'

/** Parts of the foot that did not fit, with the width they are set to. */
export type FootLeft = Readonly<Record<FootPart, { readonly widthMm: number; readonly blocks: readonly Block[] }>>

/** The longest that the scale's bar grows with its box. */
const mostBarMm = 56

/** The boxes that sources and method take; brief sources leave the method a box of theirs where that makes the foot lower. */
function splitOf({ sources: own, method: last }: FootBoxes, content: FootContent, columnOf: ColumnOf) {
  const { sources, method, isBrief } = content
  const usual = { sources: own, method: last ? [last] : [] }
  const ways =
    isBrief && last && own.length > 1 ? [usual, { sources: own.slice(0, 1), method: [...own.slice(1), last] }] : [usual]
  const high = ways.map((way) => ({
    ...way,
    heightMm: Math.max(heightOf(sources, way.sources, columnOf), heightOf(method, way.method, columnOf)),
  }))
  return high.reduce((a, b) => (b.heightMm < a.heightMm ? b : a))
}

type ColumnOf = (widthMm: number) => Column

/** Higher than any paper. */
const beyondMm = 4_000

function heightOf(
  blocks: (column: Column) => readonly Block[],
  boxes: readonly (Box | null)[],
  columnOf: ColumnOf,
): number {
  const given = boxes.filter((box) => box !== null)
  return given.length === 0 ? 0 : leastHeightMm(blocks(columnOf(given[0]!.width)), given, beyondMm)
}

/** The height that the foot needs in boxes of these widths, at most `mostMm`. */
export const footHeightMm = (boxes: FootBoxes, content: FootContent, columnOf: ColumnOf, mostMm: number): number =>
  Math.min(
    mostMm,
    Math.max(
      barMm(content) + heightOf((column) => underBar(content, null, column), [boxes.scale], columnOf),
      splitOf(boxes, content, columnOf).heightMm,
    ),
  )

const barMm = ({ shows }: FootContent): number => (shows.scaleBar ? scaleBarHeightMm : 0)

/** The coordinate system, and what the map shows without a figure. */
function underBar(
  { studies, shown, shows, unit, scaleRemark }: FootContent,
  view: MapView | null,
  column: Column,
): Block[] {
  const remark = scaleRemark(view)
  return [
    ...(remark === null ? [] : paragraph(column, translate(column.language, remark), small)),
    ...(shows.crs ? crsLine(view, column, studies.length > 1) : []),
    ...(shows.alsoOnMap ? alsoOnMap(studies, shown, { ...column, isTight: true }, unit) : []),
  ]
}

/** Scale and bar, coordinate system, what else is on the map, sources and method, each a group with its id; `excuseOf` says what became of the rest. */
export function foot(
  boxes: FootBoxes,
  view: MapView | null,
  content: FootContent,
  columnOf: ColumnOf,
  excuseOf: (id: FootPart) => (column: Column) => Block[],
): { readonly svg: Svg; readonly left: FootLeft } {
  const { sources, method, shows } = content
  const set = (id: FootPart, own: readonly (Box | null)[], blocks: (column: Column) => readonly Block[]) => {
    const given = own.filter((box) => box !== null)
    if (given.length === 0) return { svg: group({ id }), widthMm: 0, blocks: [] }
    const column = columnOf(given[0]!.width)
    const { drawn, left } = flowOrExcuse(blocks(column), given, () => excuseOf(id)(column))
    return { svg: group({ id }, ...drawn), widthMm: column.widthMm, blocks: left }
  }
  const { scale } = boxes
  const under = scale && { ...scale, y: scale.y + barMm(content), height: scale.height - barMm(content) }
  const bar =
    view && scale && shows.scaleBar
      ? scaleBar(view.scale, barBox(scale, columnOf(0).language), columnOf(0).language)
      : group({ id: 'scale-bar' })
  const split = splitOf(boxes, content, columnOf)
  const parts = {
    'also-on-map': set('also-on-map', [under], (own) => underBar(content, view, own)),
    sources: set('sources', split.sources, sources),
    method: set('method', split.method, method),
  }
  return { svg: bar + parts['also-on-map'].svg + parts.sources.svg + parts.method.svg, left: parts }
}

const barBox = (box: Box, language: Language): Box => {
  const width = Math.min(box.width, mostBarMm)
  return { ...box, width, x: isRightToLeft(language) ? box.x + box.width - width : box.x }
}

function crsLine(view: MapView | null, column: Column, hasManyMiddles: boolean): Block[] {
  const { language } = column
  if (hasManyMiddles) return paragraph(column, translate(language, 'sheet.crs-each'), small)
  const [lon, lat] = view?.centre ?? [0, 0]
  const centre = [degrees(lat * 3600, 'lat', language), degrees(lon * 3600, 'lon', language)].join(comma(language))
  return paragraph(column, translate(language, 'sheet.crs', { centre: centre.replaceAll(' ', '\u00a0') }), small)
}
