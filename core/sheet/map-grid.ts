import { isRightToLeft, translate } from '../i18n/translate.ts'
import { answerRuns } from '../answer/answer.ts'
import { layerWhen } from '../format/when.ts'
import { isMeasured } from '../model/layer.ts'
import { sumOf } from '../measure/overlay-cells.ts'
import { lastReported } from '../model/validity.ts'
import { barredLayer } from './answer-block.ts'
import { paragraph, type Column } from './column.ts'
import type { DrawnScene } from './drawn-scene.ts'
import { flow, type Block } from './flow.ts'
import { contestedLayers } from './several-ground.ts'
import { emptyMap, mapFrame, type MapSetting } from './map-frame.ts'
import { mapView, type MapView } from './map-view.ts'
import { inks, type Box } from './paper.ts'
import { segmentsOf, shareBar } from './share-bar.ts'
import { group, type Svg } from './svg.ts'
import { printable } from './text.ts'

const gapMm = 9
const labelsMm = 3.4
const betweenRowsMm = 2
const leastSideMm = 22
const usualShape = 1.2

export type GridSetting = Pick<MapSetting, 'language' | 'font' | 'without' | 'graticuleSeconds'> & {
  /** N of 1:N; else the largest round one at which every plan fits its frame. */
  readonly scale: number | undefined
  readonly hasAnswers: boolean
  /** Whether the legend speaks of the maps by number. */
  readonly hasNumbers: boolean
}

export type MapGrid = {
  readonly svg: Svg
  readonly definitions: Svg
  /** The first map that shows ground. */
  readonly view: MapView | null
}

/**
 * Maps of one scale beside and under each other in reading order, in as many columns as make them largest and leave the
 * fewest places empty: a caption over each, its answer and bar under it. Every id but those of the first map begins with `m2-`, `m3-` …
 */
export function mapGrid(scenes: readonly DrawnScene[], box: Box, setting: GridSetting): MapGrid | null {
  const ways = scenes.flatMap((_, i) => gridOf(scenes, box, i + 1, setting) ?? [])
  const best = ways.toSorted(
    (a, b) => a.scale - b.scale || a.emptyPlaces - b.emptyPlaces || offShape(a) - offShape(b),
  )[0]
  if (!best) return null
  const { language, font, without = [], graticuleSeconds } = setting
  const views = scenes.map(({ plan, place, others }, i) =>
    mapView(plan?.shapes ?? null, others, best.frames[i]!, best.scale, place),
  )
  const maps = scenes.map(({ plan, place, others, uncertain = [], measurement }, i) => {
    const frame = best.frames[i]!
    const view = views[i]
    const prefix = i === 0 ? '' : `m${i + 1}-`
    if (!view) return { svg: emptyMap(frame, language, prefix), definitions: '' }
    const bare = i === 0 ? without : [...without, 'northArrow' as const]
    // Its caption names the map.
    const unnamed = plan && { shapes: plan.shapes, isSchematic: plan.isSchematic }
    return mapFrame(others, {
      frame,
      projection: view.projection,
      plan: unnamed,
      place,
      language,
      font,
      prefix,
      without: bare,
      graticuleSeconds,
      uncertain: uncertain.map(({ ground }) => ground.shapes),
      contested: contestedLayers(measurement.layers),
    })
  })
  const texts = scenes.map((scene, i) => {
    const frame = best.frames[i]!
    const column = { widthMm: frame.width, language, font }
    const over = flow(captionOf(scene, column, setting, i), [
      { ...frame, y: frame.y - labelsMm - best.oversMm[i]!, height: Infinity },
    ])
    const under = flow(answerOf(scene, column, setting), [
      { ...frame, y: frame.y + frame.height + labelsMm, height: Infinity },
    ])
    return group({ 'data-map': i + 1 }, ...over.drawn, ...under.drawn)
  })
  return {
    svg: maps.map(({ svg }) => svg).join('') + group({ id: 'captions' }, ...texts),
    definitions: maps.map(({ definitions }) => definitions).join(''),
    view: views.find((view) => view !== null) ?? null,
  }
}

type Grid = {
  readonly frames: readonly Box[]
  readonly scale: number
  /** How high the caption over each map is: that of the highest of its row. */
  readonly oversMm: readonly number[]
  readonly emptyPlaces: number
}

/** How far the frames are from a form that suits most ground. */
const offShape = ({ frames }: Grid): number => Math.abs(Math.log(frames[0]!.width / frames[0]!.height / usualShape))

/** The frames in so many columns; `null` where they would be too small. */
function gridOf(scenes: readonly DrawnScene[], box: Box, columns: number, setting: GridSetting): Grid | null {
  const { language, font } = setting
  const rows = Math.ceil(scenes.length / columns)
  const width = (box.width - (columns - 1) * gapMm) / columns
  const column = { widthMm: width, language, font }
  if (width < leastSideMm) return null
  const rowOf = (i: number): number => Math.floor(i / columns)
  const highestOfRows = (blocksOf: (scene: DrawnScene, place: number) => readonly Block[]): number[] => {
    const heights = scenes.map(
      (scene, i) => flow(blocksOf(scene, i), [{ x: 0, y: 0, width, height: Infinity }]).heightMm,
    )
    return Array.from({ length: rows }, (_, row) => Math.max(...heights.filter((_, i) => rowOf(i) === row)))
  }
  const oversMm = highestOfRows((scene, place) => captionOf(scene, column, setting, place))
  const undersMm = highestOfRows((scene) => answerOf(scene, column, setting)).map((heightMm) => heightMm + labelsMm)
  const height =
    (box.height + labelsMm - sumOf(oversMm) - sumOf(undersMm) - (rows - 1) * (labelsMm + betweenRowsMm)) / rows
  if (height < leastSideMm) return null
  const firstY = box.y - labelsMm
  const yOf = (row: number): number =>
    firstY +
    sumOf(oversMm.slice(0, row + 1)) +
    sumOf(undersMm.slice(0, row)) +
    row * (height + betweenRowsMm) +
    (row + 1) * labelsMm
  const frames = scenes.map((_, i) => {
    const fromStart = (i % columns) * (width + gapMm)
    const x = isRightToLeft(language) ? box.x + box.width - fromStart - width : box.x + fromStart
    return { x, y: yOf(rowOf(i)), width, height }
  })
  const scales = scenes.flatMap(
    ({ plan, place, others }, i) =>
      mapView(plan?.shapes ?? null, others, frames[i]!, setting.scale, place)?.scale ?? [],
  )
  return {
    frames,
    scale: Math.max(1, ...scales),
    oversMm: scenes.map((_, i) => oversMm[rowOf(i)]!),
    emptyPlaces: rows * columns - scenes.length,
  }
}

/** The map's caption; under it which layers are shown for a later day than their own. */
function captionOf(
  { caption, others }: DrawnScene,
  column: Column,
  { hasNumbers }: GridSetting,
  place: number,
): Block[] {
  const last = others.filter(({ layer, at }) => isMeasured(layer) && lastReported(layer, at) !== null)
  return [
    ...paragraph(column, printable(hasNumbers ? `${place + 1} · ${caption}` : caption, column.font), {
      sizePt: 8,
      weight: 600,
    }),
    ...last.flatMap(({ layer, at }) =>
      paragraph(
        column,
        translate(column.language, 'sheet.caption-layer', {
          role: translate(column.language, `role.${layer.role}`),
          when: layerWhen(layer, at, column.language),
        }),
        { sizePt: 6.5, fill: inks.second },
      ),
    ),
  ]
}

function answerOf({ study, others, measurement }: DrawnScene, column: Column, { hasAnswers }: GridSetting): Block[] {
  if (!hasAnswers) return []
  const barred = barredLayer(study, others, measurement)
  const spans = answerRuns(study, measurement, column.language).map(({ text, strong }) => ({
    text: printable(text, column.font),
    weight: strong ? (600 as const) : (400 as const),
  }))
  return [
    ...(barred ? [{ ...shareBar(column, segmentsOf(barred, measurement), null), beforeMm: 0 }] : []),
    ...paragraph(column, spans, { sizePt: 7 }, { beforeMm: 0.6 }),
  ]
}
