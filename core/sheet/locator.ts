import { textIn } from '../model/text.ts'
import { isRightToLeft, translate, type Language } from '../i18n/translate.ts'
import { haloedText } from './haloed-text.ts'
import { degrees } from './graticule.ts'
import { pathData, ringHolds, shapesOnPaper } from './ground.ts'
import { groundPaths } from './ground-paths.ts'
import { locatorGrounds, type LocatorGround } from './locator-grounds.ts'
import type { MapView } from './map-view.ts'
import { inks, type Box } from './paper.ts'
import { localMetres, paperProjection, type PaperProjection, type Point } from './projection.ts'
import type { SheetLayer } from './sheet-layers.ts'
import { element, group, type Svg } from './svg.ts'
import { textLine, type Font } from './text.ts'

/** Its size where the sheet finds the place for it. */
export const locatorMm = { width: 40, height: 33 } as const

const marginShare = 0.06
const captionMm = 3.4
const sizePt = 6
/** Without any outline the box shows so many degrees to each side. */
const aroundDegrees = 5
/** A layer of context is an outline to be found in where it reaches so many times as far as the map. */
const timesTheMap = 3
const leastMarkMm = 1.6
const markRadiusMm = 1.3

/**
 * Where the map lies: its frame as a mark in the outline of a layer of context that is wide enough, else in a country
 * that this project has drawn, else among the degrees. Ids: `locator`, and the clip `locator-frame`.
 */
export function locator(
  box: Box,
  view: MapView,
  mapBox: Box,
  layers: readonly SheetLayer[],
  language: Language,
  font: Font,
): Svg {
  const ground = { ...box, height: box.height - captionMm }
  const context = widerContext(layers, view, mapBox)
  const country = locatorGrounds.find(({ outline }) => ringHolds(outline.flat(), ...view.centre))
  const found = context
    ? ofContext(context, ground)
    : country
      ? ofCountry(country, ground, view.centre, language, font)
      : ofDegrees(view.centre, ground, language)
  return group(
    { id: 'locator' },
    element('clipPath', { id: 'locator-frame' }, element('rect', { ...ground })),
    element('rect', { ...box, fill: inks.paper }),
    element('rect', { ...ground, fill: inks.faint }),
    group({ 'clip-path': 'url(#locator-frame)' }, found.drawn, mark(view, mapBox, found.projection)),
    element('rect', { ...ground, fill: 'none', stroke: inks.second, 'stroke-width': 0.15 }),
    textLine(
      translate(language, found.isSchematic ? 'sheet.locator-schematic' : 'sheet.locator'),
      {
        x: isRightToLeft(language) ? box.x + box.width - 0.6 : box.x + 0.6,
        y: box.y + box.height - 0.9,
        anchor: isRightToLeft(language) ? 'end' : 'start',
      },
      { sizePt, fill: inks.second },
      language,
    ),
  )
}

type Found = { readonly drawn: Svg; readonly projection: PaperProjection; readonly isSchematic: boolean }

/** The narrowest layer of context whose polygons reach well beyond the map and hold its middle. */
function widerContext(layers: readonly SheetLayer[], { projection }: MapView, mapBox: Box): SheetLayer | undefined {
  const [west, north] = projection.toGround(mapBox.x, mapBox.y)
  const [east, south] = projection.toGround(mapBox.x + mapBox.width, mapBox.y + mapBox.height)
  return layers
    .filter(({ layer: { role, geometryType, extent } }) => {
      if (role !== 'context' || geometryType !== 'polygon' || !extent) return false
      const holds = extent[0] <= west && extent[1] <= south && extent[2] >= east && extent[3] >= north
      return holds && extent[2] - extent[0] > timesTheMap * (east - west)
    })
    .toSorted((a, b) => spanOf(a) - spanOf(b))[0]
}

const spanOf = ({ layer: { extent } }: SheetLayer): number => (extent ? extent[2] - extent[0] : Infinity)

function ofContext(layer: SheetLayer, box: Box): Found {
  const [west, south, east, north] = layer.layer.extent!
  const projection = projectionFor(
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
    box,
  )
  const shapes = shapesOnPaper(layer.features.shapes, () => true, projection, box)
  const drawn =
    group({ fill: inks.paper }, groundPaths(shapes.polygons)) +
    group({ ...border, fill: 'none' }, groundPaths(shapes.polygons))
  return { drawn, projection, isSchematic: layer.layer.schematic }
}

function ofCountry(
  { name, nameAt, outline: points, towns }: LocatorGround,
  box: Box,
  marked: Point,
  language: Language,
  font: Font,
): Found {
  const projection = projectionFor(points, box)
  const ring = points.flatMap(([lon, lat]) =>
    projection.toPaper(lon, lat).map((value) => Math.round(value * 100) / 100),
  )
  const [nameX, nameY] = projection.toPaper(...nameAt)
  const [markX, markY] = projection.toPaper(...marked)
  const named = towns.flatMap(({ name: town, at, side }) => {
    const [x, y] = projection.toPaper(...at)
    const text = textIn(language, town)
    const widthMm = font.widthMm(text, sizePt, 400)
    const offMm = Math.hypot(x - markX, y - markY) < 2 * markRadiusMm ? markRadiusMm + 1.1 : 0.9
    const from = side === 'right' ? x + offMm : x - offMm - widthMm
    return [
      element('circle', { cx: x, cy: y, r: 0.4, fill: inks.second }),
      textLine(text, { x: from + widthMm / 2, y: y + 0.75, anchor: 'middle' }, { sizePt, fill: inks.second }, language),
    ]
  })
  const title = haloedText(
    textIn(language, name),
    { x: nameX, y: nameY, anchor: 'middle' },
    { sizePt: 8, weight: 600 },
    language,
    0.6,
  )
  return {
    drawn: [element('path', { d: pathData([ring], true), fill: inks.paper, ...border }), ...named, ...title].join(''),
    projection,
    isSchematic: true,
  }
}

/** Whole degrees around the place, where no outline is known. */
function ofDegrees([lon, lat]: Point, box: Box, language: Language): Found {
  const [west, east, south, north] = [
    lon - aroundDegrees,
    lon + aroundDegrees,
    Math.max(-88, lat - aroundDegrees),
    Math.min(88, lat + aroundDegrees),
  ]
  const projection = projectionFor(
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
    box,
  )
  const lines: Svg[] = []
  const labels: Svg[] = []
  const path = (points: readonly Point[]): Svg =>
    element('path', { d: points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`).join('') })
  const label = (text: string, x: number, y: number, anchor: 'start' | 'middle'): Svg =>
    textLine(text, { x, y, anchor }, { sizePt, fill: inks.second }, language)
  const steps = Array.from({ length: 41 }, (_, i) => i / 40)
  for (let at = Math.ceil((west - 10) / 5) * 5; at <= east + 10; at += 5) {
    const line = steps.map((step) => projection.toPaper(at, south - 5 + step * (north - south + 10)))
    lines.push(path(line))
    const [x] = projection.toPaper(at, south)
    if (x > box.x + 6 && x < box.x + box.width - 6)
      labels.push(label(degrees(at * 3600, 'lon', language).replace(`00'00"`, ''), x, box.y + box.height - 1, 'middle'))
  }
  for (let at = Math.ceil((south - 10) / 5) * 5; at <= north + 10; at += 5) {
    lines.push(path(steps.map((step) => projection.toPaper(west - 10 + step * (east - west + 20), at))))
    const [, y] = projection.toPaper(west, at)
    if (y > box.y + 4 && y < box.y + box.height - 6)
      labels.push(label(degrees(at * 3600, 'lat', language).replace(`00'00"`, ''), box.x + 1, y - 0.5, 'start'))
  }
  return {
    drawn: group({ fill: 'none', stroke: inks.rule, 'stroke-width': 0.15 }, ...lines) + labels.join(''),
    projection,
    isSchematic: false,
  }
}

const border = { stroke: inks.second, 'stroke-width': 0.2, 'stroke-linejoin': 'round' } as const

/** All points in the box, with a margin, at whatever scale that takes. */
function projectionFor(points: readonly Point[], box: Box): PaperProjection {
  const lons = points.map(([lon]) => lon)
  const lats = points.map(([, lat]) => lat)
  const about: Point = [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2]
  const metres = localMetres(about)
  const flat = points.map(([lon, lat]) => metres.forward<[number, number]>([lon, lat]))
  const xs = flat.map(([x]) => x)
  const ys = flat.map(([, y]) => y)
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const centre = metres.inverse<[number, number]>([(left + right) / 2, (bottom + top) / 2])
  const usable = 1 - 2 * marginShare
  const scale = 1000 * Math.max((right - left) / (box.width * usable), (top - bottom) / (box.height * usable))
  return paperProjection(centre, scale, box)
}

/** The map's frame, or a ring round its middle where the frame would be a dot. */
function mark(view: MapView, mapBox: Box, projection: PaperProjection): Svg {
  const corner = (x: number, y: number): Point => projection.toPaper(...view.projection.toGround(x, y))
  const [left, top] = corner(mapBox.x, mapBox.y)
  const [right, bottom] = corner(mapBox.x + mapBox.width, mapBox.y + mapBox.height)
  const line = { fill: 'none', stroke: inks.ink, 'stroke-width': 0.4 }
  const casing = { ...line, stroke: inks.paper, 'stroke-width': 0.9 }
  if (right - left >= leastMarkMm && bottom - top >= leastMarkMm) {
    const frame = { x: left, y: top, width: right - left, height: bottom - top }
    return element('rect', { ...frame, ...casing }) + element('rect', { ...frame, ...line })
  }
  const [cx, cy] = projection.toPaper(...view.centre)
  const dot = { cx, cy, r: markRadiusMm }
  return (
    element('circle', { ...dot, ...casing }) +
    element('circle', { ...dot, ...line }) +
    element('circle', { cx, cy, r: 0.45, fill: inks.ink })
  )
}
