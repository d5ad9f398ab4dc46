import type { Note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import type { UnattributedGround } from '../uncertainty/unattributed-ground.ts'
import { isRightToLeft, translate } from '../i18n/translate.ts'
import { claimedCounts } from './claimed-rows.ts'
import { paragraph, type Column } from './column.ts'
import { continuedSheets, type Continued } from './continued.ts'
import { creditedOf, studiesOf } from './credited.ts'
import { drawnScene, layersOfScenes, type DrawnScene } from './drawn-scene.ts'
import { flow, flowOrExcuse, type Block } from './flow.ts'
import { foot, footHeightMm } from './foot.ts'
import { head, longTitle, titleOf, type HeadSetting } from './head.ts'
import { mostWithFigures } from './joint-legend.ts'
import { locator } from './locator.ts'
import { logoRow, logosHeightMm, logosWidthMm } from './logos.ts'
import { emptyMap, mapFrame } from './map-frame.ts'
import { mapGrid } from './map-grid.ts'
import { mapView, type MapView } from './map-view.ts'
import { inks, type Box, type Paper } from './paper.ts'
import { settledIn, type Arranged } from './settled.ts'
import { withLegendClasses, type Away } from './legend-classes.ts'
import { placedLocator } from './placed-locator.ts'
import { nameHeightMm, patternsOf } from './sheet-frame.ts'
import type { SheetInput } from './sheet-input.ts'
import { paperOfLayout, shows, type SheetLayout } from './sheet-layout.ts'
import { contestedLayers } from './several-ground.ts'
import { sheetName } from './sheet-name.ts'
import { undrawnCharacters } from './undrawn-characters.ts'
import { onPaper, sheetPlaces } from './sheet-places.ts'
import type { PaperProjection } from './projection.ts'
import { element, group, type Svg } from './svg.ts'
import type { Font } from './text.ts'
import { columnContent, keptByWidth } from './column-content.ts'
/** Where a map lies on paper and on the ground, at N of 1:N. */
export type MapPlace = { readonly frame: Box; readonly projection: PaperProjection; readonly scale: number }

/** The content of a sheet and of those that continue it, before they are numbered. */
export type SheetPages = {
  /** Of the one map; `null` where there are several, or no ground. */
  readonly place: MapPlace | null
  readonly paper: Paper
  readonly title: string
  readonly name: string
  /** N of 1:N; `null` where there is no ground to show. */
  readonly scale: number | null
  readonly pages: readonly { readonly definitions: readonly Svg[]; readonly content: readonly Svg[] }[]
}

/** What one question has on its sheets. Of claimed figures as many stand on it as one sheet takes; it says where the others are. */
export function sheetPages(input: SheetInput): Outcome<SheetPages> {
  const { measurement, beside = [], unit, layout } = input
  const hasClaimed = beside.length === 0 && !unit && shows(layout, 'areas')
  const [most = 0, ...fewer] = hasClaimed ? claimedCounts(measurement.claimed) : []
  const isWhole = (made: Outcome<SheetPages>): boolean => !made.ok || made.value.pages.length === 1
  return fewer.reduce((made, count) => (isWhole(made) ? made : pagesWith(input, count)), pagesWith(input, most))
}

/** The sheets with so many of the claimed figures. */
function pagesWith(input: SheetInput, claimedCount: number): Outcome<SheetPages> {
  const { language, font, layout, logos = [], beside = [], unit } = input
  const paper = paperOfLayout(layout)
  const columnOf = (widthMm: number): Column => ({ widthMm, language, font })
  const all = [input, ...beside].map((own) => drawnScene({ ...own, caption: own.caption ?? '' }, language))
  const [{ study, measurement }] = all as [DrawnScene]
  const layers = layersOfScenes(all)
  const days = all.map((own) => own.measurement.at)
  const setting: HeadSetting = {
    ...layout,
    isFigure: paper.isFigure,
    unit: unit?.name,
    studies: all.map((own) => own.study),
    days,
  }

  const usableMm = paper.widthMm - 2 * paper.marginMm
  const top = paper.marginMm - (paper.isFigure ? 0 : 2)
  const headBox = layout.boxes.title
    ? onPaper(layout.boxes.title)
    : { x: paper.marginMm, y: top, width: usableMm, height: paper.heightMm * 0.35 }
  const titleMm = headBox.width - logosWidthMm(logos)
  const titleBox = {
    ...headBox,
    width: titleMm,
    x: isRightToLeft(language) ? headBox.x + headBox.width - titleMm : headBox.x,
  }
  const title = flow(shows(layout, 'title') ? head(study, layers, measurement.at, columnOf(titleMm), setting) : [], [
    titleBox,
  ])
  const headMm = Math.max(title.heightMm, logosHeightMm(logos))
  const isOnTop = headBox.y < paper.heightMm / 3
  const credits = {
    studies: studiesOf(all),
    credited: creditedOf(all, unit === undefined, measurement.claimed.slice(0, claimedCount)),
    shown: layers,
    shows: {
      scaleBar: shows(layout, 'scaleBar'),
      crs: shows(layout, 'method'),
      alsoOnMap: !paper.isFigure && shows(layout, 'alsoOnMap'),
    },
    unit: unit?.name,
    baseMap: input.baseMap,
    undrawn: undrawnOn(all, font),
  }
  const arranged = (away: Away): Outcome<Arranged> => {
    const scenes = withLegendClasses(all, away, language)
    const columnsOf = keptByWidth((column) => columnContent(input, scenes, claimedCount, column))
    const places = sheetPlaces(layout, paper, {
      isRightToLeft: isRightToLeft(language),
      headMm: isOnTop ? headMm + (headBox.y - top) : 0,
      nameMm: nameHeightMm(paper),
      blocks: (widthMm, isTight) => Object.values(columnsOf({ ...columnOf(widthMm), isTight })).flat(),
      footMm: (boxes, mostMm) => footHeightMm(boxes, credits, columnOf, mostMm),
    })
    return places.ok ? done({ scenes, columnsOf, places: places.value }) : places
  }
  const settled = settledIn(input, all, arranged)
  if (!settled.ok) return settled
  const { scenes, columnsOf, places } = settled.value
  const [scene] = scenes as [DrawnScene]

  const column = { ...columnOf(places.columns[0]?.width ?? paper.columnMm), isTight: places.isTight }
  const { answer, rows } = columnsOf(column)
  const continues = (): Block[] =>
    paragraph(column, translate(language, 'sheet.continues'), { sizePt: 6.5, fill: inks.second })
  const panel = flowOrExcuse([...answer, ...rows], places.columns, continues)
  const map =
    beside.length > 0
      ? manyMaps(input, scenes, places.map)
      : oneMap(input, scene, places.map, (view) =>
          insetFor(input, scene, places.columns, panel.endsMm, places.map, view),
        )
  if (!map) return refused(problem('layout-no-room', { width: paper.widthMm, height: paper.heightMm, least: 22 }))
  const under = foot(places.foot, map.view, credits, columnOf)

  const left: Continued[] = [
    {
      id: 'title-in-full',
      heading: 'sheet.title-in-full',
      widthMm: usableMm,
      blocks: longTitle(study, setting, columnOf(usableMm)),
    },
    { id: 'legend', heading: 'sheet.legend-continued', widthMm: column.widthMm, blocks: panel.left },
    { id: 'also-on-map', heading: 'sheet.also-on-map', ...under.left['also-on-map'] },
    { id: 'sources', heading: 'sheet.sources-continued', ...under.left.sources },
    { id: 'method', heading: 'sheet.method-continued', ...under.left.method },
  ]
  const body = {
    x: paper.marginMm,
    y: top,
    width: usableMm,
    height: paper.heightMm - paper.marginMm - top - nameHeightMm(paper),
  }
  const shortTitle = titleOf(study, setting, language, font)
  const following = continuedSheets(left, { body, title: shortTitle, language, font })
  if (!following) return refused(problem('sheet-too-long', { width: paper.widthMm, height: paper.heightMm, most: 1 }))
  const first = [
    group({ id: 'title' }, ...title.drawn),
    logoRow(logos, headBox, isRightToLeft(language)),
    map.svg,
    group({ id: 'answer' }, ...panel.drawn.slice(0, answer.length)),
    group({ id: 'legend' }, ...panel.drawn.slice(answer.length)),
    map.view && map.inset ? locator(map.inset, map.view, places.map, scene.others, language, font) : '',
    under.svg,
  ]
  const patterns = patternsOf(
    layersOfScenes(scenes),
    scenes.some(({ uncertain = [] }) => uncertain.length > 0),
  )
  return done({
    paper,
    title: shortTitle,
    name: sheetName(
      study,
      days
        .filter((day) => day !== null)
        .toSorted()
        .at(-1) ?? null,
      paper,
      unit?.id,
    ),
    scale: map.view?.scale ?? null,
    place:
      map.view && beside.length === 0
        ? { frame: places.map, projection: map.view.projection, scale: map.view.scale }
        : null,
    pages: [
      { definitions: [map.definitions, ...patterns], content: first },
      ...following.map((content) => ({ definitions: patterns, content: [content] })),
    ],
  })
}

const groundsOf = (uncertain: readonly UnattributedGround[]) => uncertain.map(({ ground }) => ground.shapes)

type DrawnMap = {
  readonly svg: Svg
  readonly definitions: Svg
  readonly view: MapView | null
  readonly inset: Box | null
}

const withoutOf = (layout: SheetLayout) =>
  (['northArrow', 'graticule', 'names'] as const).filter((piece) => !shows(layout, piece))

function oneMap(
  { language, font, layout, unit, baseMap }: SheetInput,
  { plan, place, others, uncertain = [], measurement }: DrawnScene,
  frame: Box,
  insetFor: (view: MapView) => Box | null,
): DrawnMap {
  const view = mapView(unit?.shapes ?? plan?.shapes ?? null, others, frame, layout.scale, place)
  if (!view) return { svg: emptyMap(frame, language), definitions: '', view, inset: null }
  const inset = insetFor(view)
  const graticuleSeconds = layout.graticule?.everySeconds
  const setting = {
    frame,
    projection: view.projection,
    plan,
    place,
    language,
    font,
    inset,
    without: withoutOf(layout),
    graticuleSeconds,
    unit: unit?.shapes,
    uncertain: groundsOf(uncertain),
    contested: contestedLayers(measurement.layers),
    under: baseMap?.png ? element('image', { ...frame, href: baseMap.png }) : '',
  }
  return { ...mapFrame(others, setting), view, inset }
}

function insetFor(
  { layout, unit }: SheetInput,
  { plan, others }: DrawnScene,
  columns: readonly Box[],
  endsMm: readonly number[],
  map: Box,
  view: MapView,
): Box | null {
  if (!shows(layout, 'locator')) return null
  if (layout.boxes.locator) return onPaper(layout.boxes.locator)
  return placedLocator(
    columns,
    endsMm,
    map,
    { plans: [unit?.shapes, plan?.shapes].flatMap((shapes) => shapes ?? []), layers: others },
    view,
    layout.show.locator === true,
  )
}

function manyMaps({ language, font, layout }: SheetInput, scenes: readonly DrawnScene[], box: Box): DrawnMap | null {
  const setting = {
    language,
    font,
    without: withoutOf(layout),
    graticuleSeconds: layout.graticule?.everySeconds,
    scale: layout.scale,
    hasAnswers: shows(layout, 'answer'),
    hasNumbers: scenes.length <= mostWithFigures && shows(layout, 'legend') && shows(layout, 'areas'),
  }
  const grid = mapGrid(scenes, box, setting)
  return grid && { ...grid, inset: null }
}

/** Each note once, however many maps show what it is about. */
function undrawnOn(scenes: readonly DrawnScene[], font: Font): Note[] {
  const notes = scenes.flatMap(({ study, features }) => undrawnCharacters(study, features, font))
  return [...new Map(notes.map((own) => [own.message, own])).values()]
}
