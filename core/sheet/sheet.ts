import type { Features } from '../geometry/shapes.ts'
import { done, refused, type Outcome } from '../outcome.ts'
import { problem } from '../problem.ts'
import type { Measurement } from '../study/measurement.ts'
import type { Study } from '../study/study.ts'
import { say, type Language } from '../words/say.ts'
import { alsoOnMap } from './also-on-map.ts'
import { answerBlock } from './answer-block.ts'
import { paragraph, type Column } from './column.ts'
import { continuedSheets, type Continued } from './continued.ts'
import { flow, flowOrExcuse } from './flow.ts'
import { foot, footHeightMm } from './foot.ts'
import { head, longTitle, titleOf } from './head.ts'
import { legend, plainLegend } from './legend.ts'
import { locator } from './locator.ts'
import { logoRow, logosHeightMm, logosWidthMm, type SettledLogo } from './logos.ts'
import { emptyMap, mapFrame } from './map-frame.ts'
import { mapView } from './map-view.ts'
import { inks } from './paper.ts'
import { placedLocator } from './placed-locator.ts'
import { nameHeightMm, patternsOf, sheetFrame } from './sheet-frame.ts'
import { sheetLayers } from './sheet-layers.ts'
import { paperOfLayout, shows, type SheetLayout } from './sheet-layout.ts'
import { sheetName } from './sheet-name.ts'
import { onPaper, sheetPlaces } from './sheet-places.ts'
import { group, type Svg } from './svg.ts'
import type { Font } from './text.ts'

/** What a sheet is made from; the same input gives the same bytes. */
export type SheetInput = {
  readonly study: Study
  /** Features in WGS 84 by layer id; a layer without them is not drawn. */
  readonly features: ReadonlyMap<string, Features>
  readonly measurement: Measurement
  readonly language: Language
  readonly layout: SheetLayout
  /** SHA-256 of study and options, in hexadecimal; its first 12 digits are printed. */
  readonly hash: string
  readonly font: Font
  /** The layout's logos, checked. */
  readonly logos?: readonly SettledLogo[]
}

const mostSheets = 30

/**
 * The map sheet as SVG, in millimetres (`viewBox` is the paper), and the sheets that take what it has no room for.
 * Groups carry the ids `title`, `map`, `answer`, `legend`, `locator`, `scale-bar`, `north-arrow`, `sources`, `method`.
 */
export function drawSheets(input: SheetInput): Outcome<Svg[]> {
  const { study, features, measurement, language, font, layout, logos = [] } = input
  const paper = paperOfLayout(layout)
  const columnOf = (widthMm: number): Column => ({ widthMm, language, font })
  const layers = sheetLayers(study, features, measurement.at, language)
  const planLayer = study.layers.find(({ id }) => id === study.plan.layer)
  const planFeatures = planLayer && features.get(planLayer.id)
  const plan = planLayer && planFeatures ? { shapes: planFeatures.shapes, isSchematic: planLayer.schematic } : null
  const others = layers.filter(({ layer }) => layer.role !== 'plan')
  const setting = { title: layout.title, subtitle: layout.subtitle, isFigure: paper.isFigure }

  const usableMm = paper.widthMm - 2 * paper.marginMm
  const top = paper.marginMm - (paper.isFigure ? 0 : 2)
  const headBox = layout.boxes.title ? onPaper(layout.boxes.title) : { x: paper.marginMm, y: top, width: usableMm, height: paper.heightMm * 0.35 }
  const titleMm = headBox.width - logosWidthMm(logos)
  const titleBox = { ...headBox, width: titleMm, x: language === 'ar' ? headBox.x + headBox.width - titleMm : headBox.x }
  const title = flow(shows(layout, 'title') ? head(study, others, measurement.at, columnOf(titleMm), setting) : [], [titleBox])
  const headMm = Math.max(title.heightMm, logosHeightMm(logos))
  const isOnTop = headBox.y < paper.heightMm / 3
  const credits = {
    study,
    shown: others,
    layers: [...(planLayer ? [planLayer] : []), ...others.map(({ layer }) => layer)],
    measurement,
    shows: { scaleBar: shows(layout, 'scaleBar'), crs: shows(layout, 'method'), alsoOnMap: !paper.isFigure && shows(layout, 'alsoOnMap') },
  }
  const ownLegend = (column: Column) =>
    shows(layout, 'areas') ? legend(study, others, measurement, column) : plainLegend(others, measurement, column)
  const columnsOf = keptByWidth((column) => ({
    answer: shows(layout, 'answer') ? answerBlock(study, others, measurement, column) : [],
    rows: [
      ...(shows(layout, 'legend') ? ownLegend(column) : []),
      ...(paper.isFigure && shows(layout, 'alsoOnMap') ? alsoOnMap(study, others, column) : []),
    ],
  }))
  const placed = sheetPlaces(layout, paper, {
    isRightToLeft: language === 'ar',
    headMm: isOnTop ? headMm + (headBox.y - top) : 0,
    nameMm: nameHeightMm(paper),
    blocks: (widthMm, isTight) => Object.values(columnsOf({ ...columnOf(widthMm), isTight })).flat(),
    footMm: (boxes, mostMm) => footHeightMm(boxes, credits, columnOf, mostMm),
  })
  if (!placed.ok) return placed
  const places = placed.value

  const column = { ...columnOf(places.columns[0]?.width ?? paper.columnMm), isTight: places.isTight }
  const { answer, rows } = columnsOf(column)
  const continues = (): ReturnType<typeof paragraph> =>
    paragraph(column, say(language, 'sheet.continues'), { sizePt: 6.5, fill: inks.second })
  const panel = flowOrExcuse([...answer, ...rows], places.columns, continues)
  const view = mapView(plan?.shapes ?? null, others, places.map, layout.scale)
  const inset =
    view && shows(layout, 'locator')
      ? layout.boxes.locator
        ? onPaper(layout.boxes.locator)
        : placedLocator(places.columns, panel.endsMm, places.map, plan?.shapes ?? null, view, layout.show.locator === true)
      : null
  const without = (['northArrow', 'graticule', 'names'] as const).filter((piece) => !shows(layout, piece))
  const map = view
    ? mapFrame(others, { frame: places.map, projection: view.projection, plan, language, font, without, inset, graticuleSeconds: layout.graticule?.everySeconds })
    : { svg: emptyMap(places.map, language), definitions: '' }
  const under = foot(places.foot, view, credits, columnOf)

  const wholeColumn = columnOf(usableMm)
  const left: Continued[] = [
    { id: 'title-in-full', heading: 'sheet.title-in-full', widthMm: usableMm, blocks: longTitle(study, setting, wholeColumn) },
    { id: 'legend', heading: 'sheet.legend-continued', widthMm: column.widthMm, blocks: panel.left },
    { id: 'also-on-map', heading: 'sheet.also-on-map', ...under.left['also-on-map'] },
    { id: 'sources', heading: 'sheet.sources-continued', ...under.left.sources },
    { id: 'method', heading: 'sheet.method-continued', ...under.left.method },
  ]
  const body = { x: paper.marginMm, y: top, width: usableMm, height: paper.heightMm - paper.marginMm - top - nameHeightMm(paper) }
  const shortTitle = titleOf(study, setting, language, font)
  const following = continuedSheets(left, { body, title: shortTitle, language, font })
  if (!following || following.length >= mostSheets) {
    return refused(problem('sheet-too-long', { width: paper.widthMm, height: paper.heightMm, most: mostSheets }))
  }

  const first = [
    group({ id: 'title' }, ...title.drawn),
    logoRow(logos, headBox, language === 'ar'),
    map.svg,
    group({ id: 'answer' }, ...panel.drawn.slice(0, answer.length)),
    group({ id: 'legend' }, ...panel.drawn.slice(answer.length)),
    view && inset ? locator(inset, view, places.map, others, language, font) : '',
    under.svg,
  ]
  const count = 1 + following.length
  const frameOf = (number: number) => ({
    paper,
    language,
    title: shortTitle,
    name: shows(layout, 'name') ? { name: sheetName(study, measurement.at, paper), hash: input.hash, number, count } : null,
  })
  const patterns = patternsOf(others)
  return done([
    sheetFrame(frameOf(1), [map.definitions, ...patterns], first),
    ...following.map((content, i) => sheetFrame(frameOf(i + 2), patterns, [content])),
  ])
}

/** What a column holds is set once for each width, however often the layout asks. */
function keptByWidth<T>(made: (column: Column) => T): (column: Column) => T {
  const kept = new Map<string, T>()
  return (column) => {
    const key = `${column.widthMm} ${column.isTight === true}`
    const known = kept.get(key)
    if (known) return known
    const value = made(column)
    kept.set(key, value)
    return value
  }
}
