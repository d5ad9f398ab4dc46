import { shortened } from '../../../core/sheet/clean-text.ts'
import type { MapPlace } from '../../../core/sheet/sheet-pages.ts'
import { inks, type Box, type Paper } from '../../../core/sheet/paper.ts'
import { element, escaped, type Svg } from '../../../core/sheet/svg.ts'
import { isRightToLeft, type Language } from '../../../core/i18n/translate.ts'
import { paperSystem } from './qgis-systems.ts'

/** What the print layout repeats of the sheet: where its map lies, and its words. */
export type LayoutSheet = {
  readonly place: MapPlace
  readonly paper: Pick<Paper, 'widthMm' | 'heightMm' | 'marginMm'>
  readonly title: string
  /** Stands under the title. */
  readonly subtitle: string
  readonly answer: string
  readonly sources: string
  readonly method: string
  /** In the corner, as the sheet's own name. */
  readonly name: string
}

/** A layer of the project as the legend shows it; `rows` are its entries, `longest` the letters of the longest. */
export type LegendLayer = {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly rows: number
  readonly longest: number
}

const gapMm = 6
/** Of an entry of the legend, as QGIS sets it. */
const rowMm = 6.3
const mostColumns = 4
const signMm = 13
const letterMm = 1.7
const mmOfPoint = 25.4 / 72
const mapUuid = '{6d617000-0000-4000-8000-000000000001}'

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
  const { frame, projection, scale } = place
  const [halfX, halfY] = [frame.width, frame.height].map((mm) => (mm * scale) / 2000) as [number, number]
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
  const footY = frame.y + frame.height + gapMm
  const footMm = paper.heightMm - paper.marginMm - footY
  const third = (usableMm - 2 * gapMm) / 3
  const footAt = (place: number): Box => ({
    x: paper.marginMm + (isTurned ? 2 - place : place) * (third + gapMm),
    y: footY,
    width: third,
    height: footMm,
  })
  const roomMm = column.height - answerMm
  const rows = legend.reduce((sum, layer) => sum + layer.rows + 1, 0)
  const isApart = rows * rowMm > roomMm
  const rowsOfPage = Math.floor((paper.heightMm - 2 * paper.marginMm) / rowMm) - 1
  const longest = Math.max(1, ...legend.map((layer) => layer.longest))
  const columns = Math.max(1, Math.min(mostColumns, Math.floor(usableMm / (signMm + longest * letterMm))))
  const parts = isApart
    ? legendPages(legend, columns * rowsOfPage)
    : [legend.map((layer): LegendPart => ({ ...layer, nodes: null }))]
  const legends = parts.map((own, i) => {
    const ownRows = own.reduce((sum, layer) => sum + (layer.nodes?.length ?? layer.rows) + 1, 0)
    const box: Box = isApart
      ? {
          x: paper.marginMm,
          y: (i + 1) * (paper.heightMm + 10) + paper.marginMm,
          width: usableMm,
          height: rowsOfPage * rowMm,
        }
      : { x: column.x, y: column.y + answerMm, width: column.width, height: roomMm }
    return legendItem(own, box, isApart ? Math.min(columns, Math.ceil(ownRows / rowsOfPage)) : 1, isTurned)
  })
  const text = (own: string, box: Box, sizePt: number, isBold = false): Svg => label(own, box, sizePt, isBold, isTurned)
  return element(
    'Layout',
    { name: sheet.title, units: 'mm', printResolution: 300, worldFileMap: mapUuid },
    element('PageCollection', {}, page(paper, 0), ...(isApart ? parts.map((_, i) => page(paper, i + 1)) : [])),
    map(frame, projection.centre, [-halfX, -halfY, halfX, halfY], drawn),
    text(sheet.title, { x: paper.marginMm, y: paper.marginMm - 2, width: usableMm, height: 8 }, 16, true),
    text(sheet.subtitle, { x: paper.marginMm, y: paper.marginMm + 6, width: usableMm, height: 6 }, 9),
    text(sheet.answer, { ...column, height: answerMm }, 11),
    ...legends,
    scaleBar({ ...footAt(0), height: 12 }, scale),
    arrow({ x: frame.x + frame.width - 10, y: frame.y + 3, width: 8, height: 12 }),
    text(`1:${scale.toLocaleString('en')}`, { ...footAt(0), y: footY + 14, height: 5 }, 8),
    text(sheet.sources, footAt(1), 6.5),
    text(sheet.method, footAt(2), 6.5),
    text(sheet.name, { x: paper.marginMm, y: paper.heightMm - 8, width: usableMm, height: 4 }, 6.5),
  )
}

/** A layer of a legend, or those of its entries that stand on one page. */
type LegendPart = LegendLayer & { readonly nodes: readonly number[] | null }

/** The entries page by page, a head for each layer on each. */
function legendPages(layers: readonly LegendLayer[], most: number): LegendPart[][] {
  const pages: LegendPart[][] = [[]]
  let room = most
  for (const layer of layers) {
    for (let first = 0; first < layer.rows;) {
      if (room < 2) {
        pages.push([])
        room = most
      }
      const count = Math.min(layer.rows - first, room - 1)
      const nodes = Array.from({ length: count }, (_, i) => first + i)
      pages.at(-1)!.push({ ...layer, nodes: count === layer.rows ? null : nodes })
      first += count
      room -= count + 1
    }
  }
  return pages
}

const at = ({ x, y, width, height }: Box, type: number) => ({
  type,
  position: `${x},${y},mm`,
  positionOnPage: `${x},${y},mm`,
  size: `${width},${height},mm`,
  referencePoint: 0,
  visibility: 1,
  opacity: 1,
  outlineWidthM: '0.25,mm',
  background: 'false',
})

const page = ({ widthMm, heightMm }: LayoutSheet['paper'], number: number): Svg =>
  element('LayoutItem', {
    ...at({ x: 0, y: number * (heightMm + 10), width: widthMm, height: heightMm }, 65_638),
    background: 'true',
  })

function map(
  frame: Box,
  centre: MapPlace['projection']['centre'],
  [west, south, east, north]: readonly [number, number, number, number],
  drawn: readonly LegendLayer[],
): Svg {
  return element(
    'LayoutItem',
    { ...at(frame, 65_639), id: 'map', uuid: mapUuid, templateUuid: mapUuid, frame: 'true', keepLayerSet: 'true' },
    element('BackgroundColor', { red: 250, green: 250, blue: 247, alpha: 255 }),
    element('Extent', { xmin: String(west), ymin: String(south), xmax: String(east), ymax: String(north) }),
    element('crs', {}, paperSystem(centre)),
    element(
      'LayerSet',
      {},
      ...drawn.map(({ id, name, source }) => element('Layer', { name, source, provider: 'ogr' }, escaped(id))),
    ),
  )
}

/** Stands for the end of a line, which an attribute holds only as a number. */
const newLine = '\u2424'

/** As much as the box holds; where the text is longer, its end is marked. */
function label(text: string, box: Box, sizePt: number, isBold: boolean, isTurned: boolean): Svg {
  const letters = Math.floor(
    (box.width / (sizePt * mmOfPoint * 0.5)) * Math.max(1, box.height / (sizePt * mmOfPoint * 1.4)),
  )
  return element(
    'LayoutItem',
    {
      ...at(box, 65_641),
      labelText: shortened(text.replaceAll('\n', newLine), Math.max(20, letters)),
      htmlState: 0,
      marginX: 0,
      marginY: 0,
      halign: isTurned ? 2 : 1,
      valign: 32,
    },
    element('LabelFont', { description: font(sizePt, isBold), style: '' }),
    element('FontColor', colour(inks.ink)),
  ).replaceAll(newLine, '&#10;')
}

/** As Qt writes it. */
const font = (sizePt: number, isBold = false): string =>
  `IBM Plex Sans Arabic,${sizePt},-1,5,${isBold ? 75 : 50},0,0,0,0,0`

const colour = (hex: string) => ({
  red: Number.parseInt(hex.slice(1, 3), 16),
  green: Number.parseInt(hex.slice(3, 5), 16),
  blue: Number.parseInt(hex.slice(5, 7), 16),
  alpha: 255,
})

function legendItem(layers: readonly LegendPart[], box: Box, columns: number, isTurned: boolean): Svg {
  const styles = [
    ['title', 11],
    ['group', 9],
    ['subgroup', 8.5],
    ['symbolLabel', 8],
  ] as const
  return element(
    'LayoutItem',
    {
      ...at(box, 65_642),
      map_uuid: mapUuid,
      legendFilterByAtlas: 0,
      resizeToContents: 0,
      columnCount: columns,
      splitLayer: 1,
      equalColumnWidth: 1,
      symbolWidth: 7,
      symbolHeight: 3.6,
      lineSpacing: 1,
      boxSpace: 0,
      columnSpace: 4,
      wrapChar: '',
      symbolAlignment: isTurned ? 2 : 1,
      fontColor: inks.ink,
      title: '',
    },
    element(
      'styles',
      {},
      ...styles.map(([name, sizePt]) =>
        element(
          'style',
          {
            name,
            alignment: isTurned ? 2 : 1,
            marginTop: name === 'subgroup' ? 2.2 : 1.2,
            marginLeft: name === 'symbolLabel' ? 2 : 0,
          },
          element('styleFont', { description: font(sizePt, name === 'subgroup'), style: '' }),
        ),
      ),
    ),
    element(
      'layer-tree-group',
      {},
      ...layers.map(({ id, name, source, nodes }) =>
        element(
          'layer-tree-layer',
          { id, name, source, providerKey: 'ogr', checked: 'Qt::Checked', expanded: 1 },
          ...(nodes ? [nodeOrder(nodes)] : []),
        ),
      ),
    ),
  )
}

/** Which entries of a layer a legend shows, in QGIS's own words. */
const nodeOrder = (nodes: readonly number[]): Svg =>
  element(
    'customproperties',
    {},
    element(
      'Option',
      { type: 'Map' },
      element('Option', { name: 'legend/node-order', type: 'QString', value: nodes.join(',') }),
    ),
  )

/** A bar of two parts, each a round length of a few centimetres on paper. */
function scaleBar(box: Box, scale: number): Svg {
  const roughM = (20 * scale) / 1000
  const power = 10 ** Math.floor(Math.log10(roughM))
  const partM = [5, 2, 1].find((step) => step * power <= roughM)! * power
  const isKm = partM >= 500
  return element(
    'LayoutItem',
    {
      ...at(box, 65_646),
      mapUuid,
      style: 'Single Box',
      unitType: isKm ? 'km' : 'meters',
      unitLabel: isKm ? 'km' : 'm',
      numMapUnitsPerScaleBarUnit: 1,
      numUnitsPerSegment: isKm ? partM / 1000 : partM,
      numSegments: 2,
      numSegmentsLeft: 0,
      height: 2,
      boxContentSpace: 0,
      labelBarSpace: 1,
      outlineWidth: 0.2,
      segmentSizeMode: 0,
      labelHorizontalPlacement: 0,
    },
    element('text-style', {
      fontFamily: 'IBM Plex Sans Arabic',
      fontSize: 7.5,
      fontSizeUnit: 'Point',
      textColor: '28,27,26,255',
      textOpacity: 1,
    }),
    element('fillColor', colour(inks.ink)),
    element('fillColor2', colour(inks.paper)),
    element('strokeColor', colour(inks.ink)),
  )
}

const arrow = (box: Box): Svg =>
  element('LayoutItem', {
    ...at(box, 65_640),
    file: 'arrows/NorthArrow_02.svg',
    mode: 0,
    resizeMode: 0,
    northMode: 0,
    svgFillColor: '28,27,26,255',
    svgBorderColor: '28,27,26,255',
  })
