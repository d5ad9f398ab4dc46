import { shortened } from '../../../core/sheet/clean-text.ts'
import type { MapPlace } from '../../../core/sheet/sheet-pages.ts'
import { inks, type Box, type Paper } from '../../../core/sheet/paper.ts'
import { element, escaped, type Svg } from '../../../core/sheet/svg.ts'
import { graticuleSteps } from '../../../core/sheet/graticule.ts'
import type { Language } from '../../../core/i18n/translate.ts'
import type { LegendLayer } from './qgis-legend.ts'
import { paperSystem, wgs84 } from './qgis-systems.ts'

const mmOfPoint = 25.4 / 72
export const mapUuid = '{6d617000-0000-4000-8000-000000000001}'

/** What every item of a print layout has: its place on paper and its kind, as QGIS numbers it. */
export const at = ({ x, y, width, height }: Box, type: number) => ({
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

/** A page of the paper, under those before it. */
export const page = ({ widthMm, heightMm }: Pick<Paper, 'widthMm' | 'heightMm'>, number: number): Svg =>
  element('LayoutItem', {
    ...at({ x: 0, y: number * (heightMm + 10), width: widthMm, height: heightMm }, 65_638),
    background: 'true',
  })

/** The map of the sheet: its ground at its scale, the layers from top to bottom, and the degrees round it. */
export function mapItem(
  { frame, projection, scale }: MapPlace,
  drawn: readonly LegendLayer[],
  language: Language,
): Svg {
  const [halfX, halfY] = [frame.width, frame.height].map((mm) => (mm * scale) / 2000) as [number, number]
  return element(
    'LayoutItem',
    { ...at(frame, 65_639), id: 'map', uuid: mapUuid, templateUuid: mapUuid, frame: 'true', keepLayerSet: 'true' },
    element('BackgroundColor', { red: 250, green: 250, blue: 247, alpha: 255 }),
    element('Extent', { xmin: String(-halfX), ymin: String(-halfY), xmax: String(halfX), ymax: String(halfY) }),
    element('crs', {}, paperSystem(projection.centre)),
    element(
      'LayerSet',
      {},
      ...drawn.map(({ id, name, source }) => element('Layer', { name, source, provider: 'ogr' }, escaped(id))),
    ),
    degreesRound(projection, frame, language),
  )
}

/** Small crosses and labels at the steps of the sheet. */
function degreesRound(projection: MapPlace['projection'], frame: Box, language: Language): Svg {
  const { lon, lat } = graticuleSteps(projection, frame)
  const sides = Object.fromEntries(
    ['left', 'right', 'top', 'bottom'].flatMap((side) => [
      [`${side}AnnotationPosition`, 1],
      [`${side}AnnotationDirection`, side === 'left' || side === 'right' ? 1 : 0],
      [`${side}AnnotationDisplay`, side === 'left' || side === 'right' ? 1 : 2],
    ]),
  )
  return element(
    'ComposerMapGrid',
    {
      name: 'degrees',
      uuid: '{6d617000-0000-4000-8000-000000000002}',
      show: 1,
      position: 3,
      unit: 0,
      intervalX: String(lon / 3600),
      intervalY: String(lat / 3600),
      offsetX: 0,
      offsetY: 0,
      gridStyle: 1,
      crossLength: 0.8,
      showAnnotation: 1,
      // Degrees, minutes and seconds; with the letters of the sides only where they are read.
      annotationFormat: language === 'en' ? 2 : 6,
      annotationPrecision: 0,
      frameAnnotationDistance: 0.6,
      ...sides,
    },
    element(
      'lineStyle',
      {},
      element(
        'symbol',
        { type: 'line', name: '', alpha: 1, clip_to_extent: 1, force_rhr: 0 },
        element(
          'layer',
          { class: 'SimpleLine', enabled: 1, locked: 0, pass: 0 },
          element(
            'Option',
            { type: 'Map' },
            element('Option', { name: 'line_color', type: 'QString', value: '95,91,85,255' }),
            element('Option', { name: 'line_width', type: 'QString', value: '0.15' }),
            element('Option', { name: 'line_width_unit', type: 'QString', value: 'MM' }),
          ),
        ),
      ),
    ),
    wgs84.xml,
    element('text-style', {
      fontFamily: 'IBM Plex Sans Arabic',
      fontSize: 6.5,
      fontSizeUnit: 'Point',
      textColor: '95,91,85,255',
      textOpacity: 1,
    }),
  )
}

/** A drawing of the sheet as it stands there. */
export const pictureItem = (svg: Svg, box: Box): Svg =>
  element('LayoutItem', {
    ...at(box, 65_640),
    file: `base64:${Buffer.from(svg).toString('base64')}`,
    mode: 0,
    resizeMode: 0,
    northMode: 0,
  })

/** Stands for the end of a line, which an attribute holds only as a number. */
const newLine = '\u2424'

/** Text, as much as the box holds; where the text is longer, its end is marked. */
export function label(text: string, box: Box, sizePt: number, isBold: boolean, isTurned: boolean): Svg {
  return element(
    'LayoutItem',
    {
      ...at(box, 65_641),
      labelText: fittingText(text, box, sizePt).join(newLine),
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

/** The paragraphs that a box takes, the last cut where it must be. */
function fittingText(text: string, { width, height }: Box, sizePt: number): string[] {
  const lettersOfLine = Math.max(10, Math.floor(width / (sizePt * mmOfPoint * 0.55)))
  let lines = Math.max(1, Math.floor(height / (sizePt * mmOfPoint * 1.4)))
  const kept: string[] = []
  for (const paragraph of text.split('\n')) {
    if (lines === 0) break
    kept.push(shortened(paragraph, lines * lettersOfLine))
    lines = Math.max(0, lines - Math.ceil(paragraph.length / lettersOfLine))
  }
  const isWhole = kept.length === text.split('\n').length || kept.at(-1)!.endsWith('…')
  return isWhole ? kept : [...kept.slice(0, -1), `${kept.at(-1)!} …`]
}

/** As Qt writes it. */
export const font = (sizePt: number, isBold = false): string =>
  `IBM Plex Sans Arabic,${sizePt},-1,5,${isBold ? 75 : 50},0,0,0,0,0`

const colour = (hex: string) => ({
  red: Number.parseInt(hex.slice(1, 3), 16),
  green: Number.parseInt(hex.slice(3, 5), 16),
  blue: Number.parseInt(hex.slice(5, 7), 16),
  alpha: 255,
})

/** A bar of two parts, each a round length of a few centimetres on paper. */
export function scaleBar(box: Box, scale: number): Svg {
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

/** The arrow that QGIS brings. */
export const arrow = (box: Box): Svg =>
  element('LayoutItem', {
    ...at(box, 65_640),
    file: 'arrows/NorthArrow_02.svg',
    mode: 0,
    resizeMode: 0,
    northMode: 0,
    svgFillColor: '28,27,26,255',
    svgBorderColor: '28,27,26,255',
  })
