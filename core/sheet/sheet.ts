import type { Features } from '../geometry/shapes.ts'
import type { Measurement } from '../study/measurement.ts'
import type { Study } from '../study/study.ts'
import { version } from '../version.ts'
import { say, type Language } from '../words/say.ts'
import { answerBlock } from './answer-block.ts'
import { severalStyle } from './class-style.ts'
import { paragraph, type Column } from './column.ts'
import { flow, flowOrExcuse } from './flow.ts'
import { foot, footHeightMm } from './foot.ts'
import { head, titleOf } from './head.ts'
import { layOut } from './layout.ts'
import { legend } from './legend.ts'
import { emptyMap, mapFrame } from './map-frame.ts'
import { mapView } from './map-view.ts'
import { inks, paperOf, type Orientation, type Paper, type PaperName } from './paper.ts'
import { patternDefinition, patternId } from './patterns.ts'
import { sheetLayers, type SheetLayer } from './sheet-layers.ts'
import { sheetName } from './sheet-name.ts'
import { element, escaped, group, type Svg } from './svg.ts'
import { fontFamily, textLine, type Font } from './text.ts'

/** What a sheet is made from; the same input gives the same bytes. */
export type SheetInput = {
  readonly study: Study
  /** Features in WGS 84 by layer id; a layer without them is not drawn. */
  readonly features: ReadonlyMap<string, Features>
  readonly measurement: Measurement
  readonly language: Language
  readonly paper: PaperName
  readonly orientation: Orientation
  /** Denominator N of 1:N; the largest round one that shows the whole plan where it is missing. */
  readonly scale?: number | undefined
  /** SHA-256 of study and options, in hexadecimal; its first 12 digits are printed. */
  readonly hash: string
  readonly font: Font
}

/**
 * The map sheet as one SVG, in millimetres (`viewBox` is the paper). Groups carry the ids `title`, `map`, `answer`,
 * `legend`, `scale-bar`, `north-arrow`, `sources`, `method`.
 */
export function drawSheet(input: SheetInput): Svg {
  const { study, features, measurement, language, font } = input
  const paper = paperOf(input.paper, input.orientation)
  const columnOf = (widthMm: number): Column => ({ widthMm, language, font })
  const layers = sheetLayers(study, features, measurement.at, language)
  const planLayer = study.layers.find(({ id }) => id === study.plan.layer)
  const planFeatures = planLayer && features.get(planLayer.id)
  const plan = planLayer && planFeatures ? { shapes: planFeatures.shapes, isSchematic: planLayer.schematic } : null
  const others = layers.filter(({ layer }) => layer.role !== 'plan')
  const credits = { study, shown: others, layers: [...(planLayer ? [planLayer] : []), ...others.map(({ layer }) => layer)], measurement }

  const headWidthMm = paper.widthMm - 2 * paper.marginMm
  const headBox = { x: paper.marginMm, y: paper.marginMm - 2, width: headWidthMm, height: paper.heightMm * 0.35 }
  const title = flow(head(study, others, measurement.at, columnOf(headWidthMm)), [headBox])
  const columnsOf = (column: Column) => ({
    answer: answerBlock(study, others, measurement, column),
    rows: legend(study, others, measurement, column),
  })
  const layout = layOut({
    paper,
    orientation: input.orientation,
    isRightToLeft: language === 'ar',
    headMm: title.heightMm,
    blocks: (widthMm, isTight) => Object.values(columnsOf({ ...columnOf(widthMm), isTight })).flat(),
    footMm: (boxes, mostMm) => footHeightMm(boxes, credits, columnOf, mostMm),
  })
  const view = mapView(plan?.shapes ?? null, others, layout.map, input.scale)
  const map = view
    ? mapFrame(others, { frame: layout.map, projection: view.projection, plan, language, font })
    : { svg: emptyMap(layout.map, language), definitions: '' }
  const column = { ...columnOf(layout.columns[0]!.width), isTight: layout.isTight }
  const { answer, rows } = columnsOf(column)
  const panel = flowOrExcuse([...answer, ...rows], layout.columns, (count) =>
    paragraph(column, say(language, 'sheet.more-rows', { count }), { sizePt: 6.5, fill: inks.second }),
  )
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${paper.widthMm}mm`,
      height: `${paper.heightMm}mm`,
      viewBox: `0 0 ${paper.widthMm} ${paper.heightMm}`,
      'font-family': `'${fontFamily}', sans-serif`,
      'xml:space': 'preserve',
      'xml:lang': language,
    },
    element('title', {}, escaped(titleOf(study, language, font))),
    element('defs', {}, map.definitions, ...patterns(others)),
    element('rect', { width: paper.widthMm, height: paper.heightMm, fill: inks.paper }),
    group({ id: 'title' }, ...title.drawn),
    map.svg,
    group({ id: 'answer' }, ...panel.drawn.slice(0, answer.length)),
    group({ id: 'legend' }, ...panel.drawn.slice(answer.length)),
    foot(layout.foot, view, credits, columnOf),
    nameLine(input, paper),
  )
}

/** Each pattern once. */
function patterns(layers: readonly SheetLayer[]): Svg[] {
  const styles = [...layers.flatMap(({ classes }) => classes.map(({ style }) => style)), severalStyle]
  return [...new Map(styles.flatMap(({ pattern }) => (pattern ? [[patternId(pattern), pattern]] : []))).values()].map(
    patternDefinition,
  )
}

/** The sheet's name, the first digits of the hash of study and options, and the program. */
function nameLine({ study, measurement, paper: name, hash }: SheetInput, paper: Paper): Svg {
  const text = [sheetName(study, measurement.at, name), hash.slice(0, 12), say('en', 'sheet.made-by', { version })].join('  ·  ')
  const style = { sizePt: 6.5, fill: inks.second }
  return textLine(text, { x: paper.widthMm - paper.marginMm, y: paper.heightMm - paper.marginMm + 4.4, anchor: 'end' }, style, 'en')
}
