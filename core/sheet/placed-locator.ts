import type { Shapes } from '../geometry/shapes.ts'
import { isMeasured } from '../model/layer.ts'
import { clipLine, clipRing, type Flat } from './clip.ts'
import { boxHolds, shapesOnPaper, type PaperShapes } from './ground.ts'
import { locatorMm } from './locator.ts'
import type { MapView } from './map-view.ts'
import { northArrowMm } from './north-arrow.ts'
import type { Box } from './paper.ts'
import type { SheetLayer } from './sheet-layers.ts'

const gapMm = 3
/** A map smaller than this has no room for another in its corner. */
const leastMapMm = { width: 95, height: 75 }
const insideMm = 2.5
/** What lies so near is not to be covered either, so that lines do not touch and a dot has its name. */
const aroundMm = 1.5

/** What the locator must not cover: the plan and a unit, and what else the map draws. */
export type LocatorKeepsOff = { readonly plans: readonly Shapes[]; readonly layers: readonly SheetLayer[] }

/**
 * Where the locator stands: under what fills the last column, else on the edge of the map where it covers nothing, the corners
 * first, or nothing but outlines. `null` where there is no room; one that is asked for takes the corner where it hides the least.
 */
export function placedLocator(
  columns: readonly Box[],
  endsMm: readonly number[],
  map: Box,
  keepsOff: LocatorKeepsOff,
  view: MapView,
  isRequested: boolean,
): Box | null {
  const last = columns.at(-1)
  const usedMm = endsMm.at(-1) ?? 0
  if (last && last.height - usedMm >= locatorMm.height + gapMm && last.width >= locatorMm.width) {
    const width = Math.min(last.width, locatorMm.width * 1.5)
    const height = Math.min(last.height - usedMm - gapMm, (width / locatorMm.width) * locatorMm.height)
    return { x: last.x, y: last.y + last.height - height, width: last.width, height }
  }
  if (!isRequested && (map.width < leastMapMm.width || map.height < leastMapMm.height)) return null
  const width = Math.min(locatorMm.width, map.width * 0.36)
  const boxes = boxesOnEdge(map, { width, height: (width / locatorMm.width) * locatorMm.height })
  const covered = coverTest(keepsOff, view, map)
  const costs = boxes.map((box) => ({ box, ...covered(box) }))
  const free =
    costs.find(({ ground, lines }) => ground + lines === 0) ??
    costs.toSorted((a, b) => a.lines - b.lines).find(({ ground }) => ground === 0)
  const [least] = costs.toSorted((a, b) => a.plan - b.plan || a.ground - b.ground)
  return free?.box ?? (isRequested ? least!.box : null)
}

/** Along the edge of the map, below the arrow: the corners, the lower first, then what lies between them. */
function boxesOnEdge(map: Box, { width, height }: Pick<Box, 'width' | 'height'>): Box[] {
  const left = map.x + insideMm
  const right = map.x + map.width - insideMm - width
  const bottom = map.y + map.height - insideMm - height
  const top = map.y + insideMm
  const rightTop = top + northArrowMm.height + 2
  const between = (from: number, to: number): number[] => [0.5, 0.25, 0.75].map((share) => from + (to - from) * share)
  return [
    { x: right, y: bottom },
    { x: left, y: bottom },
    { x: left, y: top },
    { x: right, y: rightTop },
    ...between(left, right).map((x) => ({ x, y: bottom })),
    ...between(top, bottom).map((y) => ({ x: left, y })),
    ...between(rightTop, bottom).map((y) => ({ x: right, y })),
  ].map((corner) => ({ ...corner, width, height }))
}

type Covered = { readonly plan: number; readonly ground: number; readonly lines: number }

/** How many points of the plan, of all ground and of outlines lie under a box; dots count as ground. */
function coverTest({ plans, layers }: LocatorKeepsOff, { projection }: MapView, map: Box): (box: Box) => Covered {
  const onMap = (shapes: Shapes, takes: (feature: number) => boolean): PaperShapes =>
    shapesOnPaper(shapes, takes, projection, map)
  const plan = plans.flatMap((shapes) => ringsOf(onMap(shapes, () => true)))
  const drawn = layers.map(({ layer, features: { shapes }, classOfFeature }) => ({
    isGround: isMeasured(layer),
    shapes: onMap(shapes, (feature) => classOfFeature[feature]! >= 0),
  }))
  const ground = drawn.flatMap(({ isGround, shapes }) => (isGround ? ringsOf(shapes) : []))
  const outlines = drawn.flatMap(({ isGround, shapes }) => [
    ...(isGround ? [] : ringsOf(shapes).map((ring) => [...ring, ring[0]!, ring[1]!])),
    ...shapes.lines.map(({ line }) => line),
  ])
  const points = drawn.flatMap(({ shapes }) => shapes.points)
  return (own) => {
    const box = {
      x: own.x - aroundMm,
      y: own.y - aroundMm,
      width: own.width + 2 * aroundMm,
      height: own.height + 2 * aroundMm,
    }
    const held = (rings: readonly Flat[]): number =>
      rings.reduce((sum, ring) => sum + clipRing(ring, box).length / 2, 0)
    const ofPlan = held(plan)
    const dots = points.filter(({ x, y }) => boxHolds(box, x, y)).length
    return {
      plan: ofPlan,
      ground: ofPlan + held(ground) + dots,
      lines: outlines.reduce((sum, line) => sum + clipLine(line, box).length, 0),
    }
  }
}

const ringsOf = ({ polygons }: PaperShapes): Flat[] => polygons.flatMap(({ rings }) => [...rings])
