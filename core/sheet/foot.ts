import type { Layer } from '../study/layer.ts'
import type { Measurement } from '../study/measurement.ts'
import { say } from '../words/say.ts'
import { paragraph, type Column } from './column.ts'
import { method, sources } from './credits.ts'
import { flow, flowOrExcuse, type Block } from './flow.ts'
import { degrees } from './graticule.ts'
import type { Layout } from './layout.ts'
import type { MapView } from './map-view.ts'
import { inks, type Box } from './paper.ts'
import { scaleBar } from './scale-bar.ts'
import { group, type Svg } from './svg.ts'

const scaleHeightMm = 9.6
const small = { sizePt: 6.5, fill: inks.second }

/** What stands under the map. */
export type FootContent = { readonly layers: readonly Layer[]; readonly measurement: Measurement }

/** The height of the foot, its three columns having these widths. */
export function footHeightMm(
  widthsMm: readonly [number, number, number],
  { layers, measurement }: FootContent,
  columnOf: (widthMm: number) => Column,
): number {
  const [scale, source, method_] = widthsMm.map(columnOf) as [Column, Column, Column]
  const heightOf = (blocks: readonly Block[]): number =>
    flow(blocks, [{ x: 0, y: 0, width: 0, height: Infinity }]).heightMm
  return Math.max(
    scaleHeightMm + heightOf(crsLine(null, scale)),
    heightOf(sources(layers, source)),
    heightOf(method(layers, measurement, method_)),
  )
}

/** Scale and bar, coordinate system, sources and method. Ids: `scale-bar`, `sources`, `method`. */
export function foot(
  { foot: boxes }: Layout,
  view: MapView | null,
  { layers, measurement }: FootContent,
  columnOf: (widthMm: number) => Column,
): Svg {
  const [scaleBox, sourceBox, methodBox] = boxes
  const more = (column: Column) => (count: number) => paragraph(column, say(column.language, 'sheet.more-sources', { count }), small)
  const set = (id: string, box: Box, blocks: (column: Column) => readonly Block[]): Svg => {
    const column = columnOf(box.width)
    return group({ id }, ...flowOrExcuse(blocks(column), [box], more(column)).drawn)
  }
  const column = columnOf(scaleBox.width)
  const under = { ...scaleBox, y: scaleBox.y + scaleHeightMm, height: scaleBox.height - scaleHeightMm }
  const bar = view ? scaleBar(view.scale, scaleBox, column.language) : group({ id: 'scale-bar' })
  return [
    bar,
    group({ id: 'crs' }, ...flow(crsLine(view, column), [under]).drawn),
    set('sources', sourceBox, (own) => sources(layers, own)),
    set('method', methodBox, (own) => method(layers, measurement, own)),
  ].join('')
}

function crsLine(view: MapView | null, column: Column): Block[] {
  const { language } = column
  const [lon, lat] = view?.centre ?? [0, 0]
  const centre = `${degrees(lat * 3600, 'lat', language)}, ${degrees(lon * 3600, 'lon', language)}`
  return paragraph(column, say(language, 'sheet.crs', { centre }), small)
}
