import { uncoveredRows } from '../answer/hold-ended-text.ts'
import type { Measurement } from '../model/measurement.ts'
import { alsoOnMap } from '../sheet/also-on-map.ts'
import { notKnownStyle, uncoveredStyle, severalStyle } from '../sheet/class-style.ts'
import type { Column } from '../sheet/column.ts'
import { flow, leastHeightMm, type Block as FlowBlock } from '../sheet/flow.ts'
import { aboutLayer, labelText } from '../sheet/legend.ts'
import { emptyMap, mapFrame } from '../sheet/map-frame.ts'
import { awayFrom } from '../sheet/in-view.ts'
import { withLegendClasses } from '../sheet/legend-classes.ts'
import { mapView } from '../sheet/map-view.ts'
import type { Box } from '../sheet/paper.ts'
import { planPlace } from '../sheet/plan-place.ts'
import { patternDefinition, patternId } from '../sheet/patterns.ts'
import { contestedLayers } from '../sheet/several-ground.ts'
import { scaleBar, scaleBarHeightMm } from '../sheet/scale-bar.ts'
import { sheetLayers, type SheetLayer } from '../sheet/sheet-layers.ts'
import { group } from '../sheet/svg.ts'
import { signOf, tableHead, tableRows } from '../sheet/table.ts'
import { formatDate, formatNumber } from '../format/format.ts'
import { isMeasured } from '../model/layer.ts'
import { comma, isRightToLeft, translate } from '../i18n/translate.ts'
import type { Figure } from './blocks.ts'
import { nameIn, shownTitle } from './class-titles.ts'
import { figureSvg } from './figure-svg.ts'
import type { ReportInput } from './report-input.ts'

const widthMm = 170
const usualMapMm = 108
/** For the graticule's labels over and beside the frame, half of one standing past its corner. */
const labelsMm = 4
const sideMm = 8.5
const gapMm = 5
const legendColumns = 3
const mostLegendMm = 96
/** A layer's part of the legend is broken only where it is higher. */
const mostTogetherMm = 60

export type MapFigureInput = Pick<ReportInput, 'study' | 'features' | 'measurement' | 'language' | 'font'>

/** The sheet's map at the width of a page, with its legend and scale under it; the tables give the figures. */
export function mapFigure(
  { study, features, measurement, language, font }: MapFigureInput,
  mapHeightMm = usualMapMm,
): Figure {
  const { at } = measurement
  const planLayer = study.layers.find(({ id }) => id === study.plan.layer)
  const planFeatures = planLayer && features.get(planLayer.id)
  const plan = planLayer && planFeatures ? { shapes: planFeatures.shapes, isSchematic: planLayer.schematic } : null
  const all = sheetLayers(study, features, at, language).filter(({ layer }) => layer.role !== 'plan')
  const frame: Box = { x: sideMm, y: labelsMm, width: widthMm - 2 * sideMm, height: mapHeightMm }
  const place = planPlace(study, measurement.plan.areaM2, language)
  const view = mapView(plan?.shapes ?? null, all, frame, undefined, place)
  const away = awayFrom(all, measurement, view && { frame, projection: view.projection }, false)
  const layers = withLegendClasses([{ others: all, measurement }], away, language).flatMap(({ others }) => others)
  const map = view
    ? mapFrame(layers, {
        frame,
        projection: view.projection,
        plan,
        place,
        language,
        font,
        contested: contestedLayers(measurement.layers),
      })
    : { svg: emptyMap(frame, language), definitions: '' }

  const columnMm = (frame.width - (legendColumns - 1) * gapMm) / legendColumns
  const column: Column = { widthMm: columnMm, language, font }
  const top = frame.y + frame.height + labelsMm + 2
  const boxes = Array.from({ length: legendColumns }, (_, i): Box => {
    const from = i * (columnMm + gapMm)
    const x = isRightToLeft(language) ? frame.x + frame.width - from - columnMm : frame.x + from
    return { x, y: top, width: columnMm, height: mostLegendMm }
  })
  // The scale stands at the top of the first column, the legend flows round it.
  const scaleBlock: FlowBlock = {
    heightMm: scaleBarHeightMm + 1,
    draw: (x, y) => (view ? scaleBar(view.scale, { x, y, width: columnMm, height: scaleBarHeightMm }, language) : ''),
  }
  const groups = [
    [scaleBlock],
    ...layers.map((layer) => legendOf(layer, measurement, column)),
    alsoOnMap([study], layers, column),
  ]
  const blocks = groups.flat()
  const tallestMm = Math.max(...groups.map(heightOf).filter((groupMm) => groupMm <= mostTogetherMm))
  const heightMm = Math.max(tallestMm, leastHeightMm(blocks, boxes, mostLegendMm))
  const legend = flow(
    blocks,
    boxes.map((box) => ({ ...box, height: heightMm })),
  )
  const styles = [...layers.flatMap(({ classes }) => classes.map(({ style }) => style)), severalStyle, notKnownStyle]
  const patterns = new Map(styles.flatMap(({ pattern }) => (pattern ? [[patternId(pattern), pattern]] : [])))
  const title = nameIn(language, study.title)
  const totalMm = Math.ceil(top + heightMm + 1)
  const drawn = layers.filter(({ layer }) => isMeasured(layer)).map(({ layer }) => shownTitle(layer, at, language))
  return {
    kind: 'figure',
    caption: place
      ? translate(language, 'told.map')
      : at === null
        ? translate(language, 'report.map.undated')
        : translate(language, 'report.map', { date: formatDate(at, language) }),
    alt: place
      ? translate(language, 'told.map')
      : view
        ? translate(language, 'report.map.alt', {
            title,
            scale: formatNumber(view.scale),
            layers: drawn.join(comma(language)) || '–',
          })
        : translate(language, 'report.map.alt-empty', { title }),
    svg: figureSvg(
      { widthMm, heightMm: totalMm, language },
      [map.definitions, ...[...patterns.values()].map(patternDefinition)],
      [map.svg, group({ id: 'legend' }, ...legend.drawn)],
    ),
    widthMm,
    heightMm: totalMm,
  }
}

const heightOf = (blocks: readonly FlowBlock[]): number =>
  blocks.reduce((sum, { heightMm, beforeMm = 0 }) => sum + heightMm + beforeMm, 0)

/** A measured layer's title, its classes with their samples, and that of ground of which nobody knows who holds it. */
function legendOf(own: SheetLayer, { layers }: Measurement, column: Column): FlowBlock[] {
  const { layer, title, classes } = own
  if (!isMeasured(layer)) return []
  const measured = layers.find((each) => each.layer === layer.id)
  const notKnown = measured
    ? uncoveredRows(measured, column.language).filter(
        (row) => row.areaM2 > 0 && uncoveredStyle(measured, row) === notKnownStyle,
      )
    : []
  return [
    ...tableHead(column, labelText(title, column), aboutLayer(own, column.language), []),
    ...tableRows(
      column,
      [
        ...classes,
        ...(measured && measured.multipleM2 > 0
          ? [{ label: translate(column.language, 'class.several'), style: severalStyle }]
          : []),
        ...notKnown.map(({ text }) => ({ label: text, style: notKnownStyle })),
      ].map(({ label, style }) => ({
        sign: signOf(style),
        label: labelText(label, column),
        figures: [],
      })),
    ),
  ]
}
