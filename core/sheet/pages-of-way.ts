import type { Note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { isRightToLeft, translate } from '../i18n/translate.ts'
import { columnContent, keptByWidth } from './column-content.ts'
import { paragraph, type Column } from './column.ts'
import { continuedSheets, type Continued, type ContinuedId } from './continued.ts'
import { creditedOf, studiesOf } from './credited.ts'
import { sources } from './credits.ts'
import { drawnScene, layersOfScenes, type DrawnScene } from './drawn-scene.ts'
import { flow, flowOrExcuse, type Block } from './flow.ts'
import { foot, footHeightMm, type FootContent } from './foot.ts'
import { head, longTitle, titleOf, type HeadSetting } from './head.ts'
import type { Away } from './legend-classes.ts'
import { withLegendClasses } from './legend-classes.ts'
import { locator } from './locator.ts'
import { logoRow, logosHeightMm, logosWidthMm } from './logos.ts'
import { inks, type Box, type Paper } from './paper.ts'
import type { PaperProjection } from './projection.ts'
import { scaleRemark } from './scale-remark.ts'
import { settledIn, type Arranged } from './settled.ts'
import { method } from './method.ts'
import { nameHeightMm, patternsOf } from './sheet-frame.ts'
import type { SheetInput } from './sheet-input.ts'
import { paperOfLayout, shows } from './sheet-layout.ts'
import { insetFor, manyMaps, oneMap } from './sheet-maps.ts'
import { sheetName } from './sheet-name.ts'
import { onPaper, sheetPlaces } from './sheet-places.ts'
import { group, type Svg } from './svg.ts'
import type { Font } from './text.ts'
import { undrawnCharacters } from './undrawn-characters.ts'
import { leastFilled, type Way } from './way.ts'

/** Where a map lies on paper and on the ground, at N of 1:N. */
export type MapPlace = { readonly frame: Box; readonly projection: PaperProjection; readonly scale: number }

/** The content of a sheet and of those that continue it, before they are numbered. */
export type SheetPages = {
  /** Of the one map; `null` where there are several, or no ground. */
  readonly place: MapPlace | null
  readonly paper: Paper
  /** Where the map lies, as the first sheet draws it; `null` where it has no room. */
  readonly locator: { readonly svg: Svg; readonly box: Box } | null
  /** Whether classes too small for a look of their own stand together. */
  readonly hasOtherClasses: boolean
  readonly title: string
  readonly name: string
  /** N of 1:N; `null` where there is no ground to show. */
  readonly scale: number | null
  readonly pages: readonly { readonly definitions: readonly Svg[]; readonly content: readonly Svg[] }[]
}

export type MadePages = {
  readonly sheets: SheetPages
  /** What found no room on the first sheet. */
  readonly left: ReadonlySet<ContinuedId>
  /** How much of its height the last of the further sheets uses. */
  readonly lastFilled: number
}

/** What one question has on its sheets, set in one way. */
export function pagesOf(input: SheetInput, way: Way): Outcome<MadePages> {
  const { language, font, logos = [], beside = [], unit } = input
  const layout = way.legend === 'usual' ? input.layout : { ...input.layout, columns: 'below' as const }
  const { claimedCount } = way
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
  const credited = creditedOf(all, unit === undefined, measurement.claimed.slice(0, claimedCount))
  const undrawn = undrawnOn(all, font)
  const credits: FootContent = {
    isBrief: way.isBriefFoot,
    scaleRemark: (view) => {
      const shapes = unit?.shapes ?? all[0]?.plan?.shapes
      if (layout.scale === undefined || beside.length > 0 || !shapes) return null
      return view ? scaleRemark(shapes, view.frame, view.projection) : 'sheet.scale-too-small'
    },
    studies: studiesOf(all),
    sources: keptByWidth((own) => sources(credited, own, input.baseMap, way.isBriefFoot)),
    method: keptByWidth((own) => method(credited, undrawn, own, way.isBriefFoot)),
    shown: layers,
    shows: {
      scaleBar: shows(layout, 'scaleBar'),
      crs: shows(layout, 'method'),
      alsoOnMap: !paper.isFigure && shows(layout, 'alsoOnMap'),
    },
    unit: unit?.name,
  }
  const arranged = (away: Away): Outcome<Arranged> => {
    const scenes = withLegendClasses(all, away, language)
    const columnsOf = keptByWidth((column) => columnContent({ ...input, layout }, scenes, way, column))
    const places = sheetPlaces(layout, paper, {
      isRightToLeft: isRightToLeft(language),
      hasLargeColumns: way.legend === 'below',
      headMm: isOnTop ? headMm + (headBox.y - top) : 0,
      nameMm: nameHeightMm(paper),
      blocks: (widthMm, isTight) => {
        const { answer, rows } = columnsOf({ ...columnOf(widthMm), isTight })
        return [...answer, ...rows]
      },
      footMm: (boxes, mostMm) => footHeightMm(boxes, credits, columnOf, mostMm),
    })
    return places.ok ? done({ scenes, columnsOf, places: places.value }) : places
  }
  const settled = settledIn(input, all, arranged)
  if (!settled.ok) return settled
  const { scenes, columnsOf, places } = settled.value
  const [scene] = scenes as [DrawnScene]

  const column = { ...columnOf(places.columns[0]?.width ?? paper.columnMm), isTight: places.isTight }
  const { answer, rows, apart } = columnsOf(column)
  const body = {
    x: paper.marginMm,
    y: top,
    width: usableMm,
    height: paper.heightMm - paper.marginMm - top - nameHeightMm(paper),
  }
  const shortTitle = titleOf(study, setting, language, font)
  const inFull = longTitle(study, setting, columnOf(usableMm))
  const maps = (endsMm: readonly number[]) =>
    beside.length > 0
      ? manyMaps({ ...input, layout }, scenes, places.map)
      : oneMap({ ...input, layout }, scene, places.map, (view) =>
          insetFor({ ...input, layout }, scene, places.columns, endsMm, places.map, view),
        )
  const noRoom = problem('layout-no-room', { width: paper.widthMm, height: paper.heightMm, least: 22 })
  const flowed = (hasFurther: boolean) => {
    const excuseOf =
      (id: ContinuedId) =>
      (own: Column): Block[] =>
        paragraph(own, translate(language, hasFurther ? 'sheet.continues' : `sheet.left.${id}`), {
          sizePt: 6.5,
          fill: inks.second,
        })
    const panel = flowOrExcuse([...answer, ...rows], places.columns, () => excuseOf('legend')(column))
    const map = maps(panel.endsMm)
    if (!map) return null
    const under = foot(places.foot, map.view, credits, columnOf, excuseOf)
    const left: Continued[] = [
      { id: 'title-in-full', heading: 'sheet.title-in-full', widthMm: usableMm, blocks: inFull },
      {
        id: 'legend',
        heading: way.legend === 'apart' ? 'sheet.legend' : 'sheet.legend-continued',
        widthMm: column.widthMm,
        blocks: [...panel.left, ...apart],
      },
      { id: 'also-on-map', heading: 'sheet.also-on-map', ...under.left['also-on-map'] },
      { id: 'sources', heading: 'sheet.sources-continued', ...under.left.sources },
      { id: 'method', heading: 'sheet.method-continued', ...under.left.method },
    ]
    return { panel, map, under, left: left.filter(({ blocks }) => blocks.length > 0) }
  }
  const whole = flowed(true)
  if (!whole) return refused(noRoom)
  const continued = { body, title: shortTitle, language, font }
  const every = continuedSheets(whole.left, continued)
  if (!every) return refused(problem('sheet-too-long', { width: paper.widthMm, height: paper.heightMm, most: 1 }))
  const lastFilled = every.at(-1)?.filled ?? 1
  const most = way.isLeftToReport && lastFilled < leastFilled ? every.length - 1 : every.length
  const following = most < every.length ? (continuedSheets(whole.left, continued, most) ?? []) : every
  const { panel, map, under } = most === 0 && every.length > 0 ? (flowed(false) ?? whole) : whole

  const inset = map.view && map.inset ? { view: map.view, box: map.inset } : null
  const located = inset
    ? { box: inset.box, svg: locator(inset.box, inset.view, places.map, scene.others, language, font) }
    : null
  const first = [
    group({ id: 'title' }, ...title.drawn),
    logoRow(logos, headBox, isRightToLeft(language)),
    map.svg,
    group({ id: 'answer' }, ...panel.drawn.slice(0, answer.length)),
    group({ id: 'legend' }, ...panel.drawn.slice(answer.length)),
    located?.svg ?? '',
    under.svg,
  ]
  const patterns = patternsOf(
    layersOfScenes(scenes),
    scenes.some(({ uncertain = [] }) => uncertain.length > 0),
  )
  const sheets: SheetPages = {
    paper,
    locator: located,
    hasOtherClasses: scenes.some(({ others }) =>
      others.some(({ classes }) => classes.some(({ together }) => together !== undefined)),
    ),
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
      ...following.map(({ svg }) => ({ definitions: patterns, content: [svg] })),
    ],
  }
  return done({ sheets, left: new Set(whole.left.map(({ id }) => id)), lastFilled })
}

/** Each note once, however many maps show what it is about. */
function undrawnOn(scenes: readonly DrawnScene[], font: Font): Note[] {
  const notes = scenes.flatMap(({ study, features }) => undrawnCharacters(study, features, font))
  return [...new Map(notes.map((own) => [own.message, own])).values()]
}
