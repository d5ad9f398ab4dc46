import type { UnattributedGround } from '../uncertainty/unattributed-ground.ts'
import type { DrawnScene } from './drawn-scene.ts'
import { mostWithFigures } from './joint-legend.ts'
import { emptyMap, mapFrame } from './map-frame.ts'
import { mapGrid } from './map-grid.ts'
import { mapView, type MapView } from './map-view.ts'
import type { Box } from './paper.ts'
import { placedLocator } from './placed-locator.ts'
import { contestedLayers } from './several-ground.ts'
import type { SheetInput } from './sheet-input.ts'
import { shows, type SheetLayout } from './sheet-layout.ts'
import { onPaper } from './sheet-places.ts'
import { element, type Svg } from './svg.ts'

const groundsOf = (uncertain: readonly UnattributedGround[]) => uncertain.map(({ ground }) => ground.shapes)

export type DrawnMap = {
  readonly svg: Svg
  readonly definitions: Svg
  readonly view: MapView | null
  readonly inset: Box | null
}

const withoutOf = (layout: SheetLayout) =>
  (['northArrow', 'graticule', 'names'] as const).filter((piece) => !shows(layout, piece))

/** The one map of a sheet, with the place of its locator. */
export function oneMap(
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

/** Where the locator stands, `null` where it has no room. */
export function insetFor(
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

/** Several maps of one scale; `null` where they would be too small. */
export function manyMaps(
  { language, font, layout }: SheetInput,
  scenes: readonly DrawnScene[],
  box: Box,
): DrawnMap | null {
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
