import type { Layer } from '../study/layer.ts'
import type { Measurement } from '../study/measurement.ts'
import type { Study } from '../study/study.ts'
import { say } from '../words/say.ts'
import { alsoOnMap } from './also-on-map.ts'
import { paragraph, type Column } from './column.ts'
import { method, sources } from './credits.ts'
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
  readonly study: Study
  readonly shown: readonly SheetLayer[]
  /** The layers whose sources are named. */
  readonly layers: readonly Layer[]
  readonly measurement: Measurement
}

/** The height that the foot needs in boxes of these widths, at most `mostMm`. */
export function footHeightMm(
  boxes: FootBoxes,
  { study, shown, layers, measurement }: FootContent,
  columnOf: (widthMm: number) => Column,
  mostMm: number,
): number {
  const heightOf = (blocks: (column: Column) => readonly Block[], own: readonly Box[]): number =>
    leastHeightMm(blocks(columnOf(own[0]!.width)), own, mostMm)
  return Math.min(
    mostMm,
    Math.max(
      scaleBarHeightMm + heightOf((column) => [...crsLine(null, column), ...alsoOnMap(study, shown, { ...column, isTight: true })], [boxes.scale]),
      heightOf((column) => sources(layers, column), boxes.sources),
      heightOf((column) => method(layers, measurement, column), [boxes.method]),
    ),
  )
}

/** Scale and bar, coordinate system, what else is on the map, sources and method, each a group with its id. */
export function foot(
  boxes: FootBoxes,
  view: MapView | null,
  { study, shown, layers, measurement }: FootContent,
  columnOf: (widthMm: number) => Column,
): Svg {
  const set = (id: string, own: readonly Box[], blocks: (column: Column) => readonly Block[]): Svg => {
    const column = columnOf(own[0]!.width)
    const excuse = (count: number): Block[] => paragraph(column, say(column.language, 'sheet.more-sources', { count }), small)
    return group({ id }, ...flowOrExcuse(blocks(column), own, excuse).drawn)
  }
  const { scale } = boxes
  const under = { ...scale, y: scale.y + scaleBarHeightMm, height: scale.height - scaleBarHeightMm }
  return [
    view ? scaleBar(view.scale, scale, columnOf(scale.width).language) : group({ id: 'scale-bar' }),
    set('also-on-map', [under], (own) => [...crsLine(view, own), ...alsoOnMap(study, shown, { ...own, isTight: true })]),
    set('sources', boxes.sources, (own) => sources(layers, own)),
    set('method', [boxes.method], (own) => method(layers, measurement, own)),
  ].join('')
}

function crsLine(view: MapView | null, column: Column): Block[] {
  const { language } = column
  const [lon, lat] = view?.centre ?? [0, 0]
  const centre = [degrees(lat * 3600, 'lat', language), degrees(lon * 3600, 'lon', language)].join(language === 'ar' ? '، ' : ', ')
  return paragraph(column, say(language, 'sheet.crs', { centre: centre.replaceAll(' ', '\u00a0') }), small)
}
