import { asOneClass } from '../../../core/overlay/union.ts'
import { overlay } from '../../../core/overlay/overlay.ts'
import { regionM2, shapesOf, type Region } from '../../../core/drawing/region.ts'
import type { Features } from '../../../core/geometry/shapes.ts'
import { formatHectares, formatShare } from '../../../core/format/format.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { sketchOf, type DrawingState } from '../../state/drawing-state.ts'
import type { PageState } from '../../state/page-state.ts'
import { planLayer } from '../../state/shown-series.ts'

/** How many corners are set, and the ground inside them as the measurement would have it. */
export function liveText(state: PageState, drawing: DrawingState): string {
  const { language } = state
  const sketch = sketchOf(drawing)
  const corners = sketch.length
  const ring = drawing.next && corners > 0 ? [...sketch, drawing.next] : sketch
  if (drawing.tool === 'split' || ring.length < 3) return translate(language, 'draw.live', { corners })
  const region: Region = { properties: {}, polygons: [[ring]] }
  const area = formatHectares(regionM2(region), language)
  const share = shareOfPlan(state, drawing, region)
  return share === null
    ? translate(language, 'draw.live.area', { corners, area })
    : translate(language, 'draw.live.share', { corners, area, share: formatShare(share, language) })
}

/** How much of the plan lies in a region; `null` where there is no plan, or it is what is being drawn. */
export function shareOfPlan(state: PageState, { layer }: DrawingState, region: Region): number | null {
  const plan = planLayer(state)
  const loaded = plan && plan.id !== layer ? state.features.get(plan.id) : undefined
  if (!loaded) return null
  const byRegion = shares.get(loaded.features) ?? new WeakMap<Region, number>()
  shares.set(loaded.features, byRegion)
  const known = byRegion.get(region)
  if (known !== undefined) return known
  const { combinations, planM2 } = overlay([asOneClass(loaded.features.shapes), asOneClass(shapesOf([region]))])
  const inside = combinations.filter(({ classes }) => classes[1]!.length > 0)
  const share = planM2 > 0 ? inside.reduce((sum, { areaM2 }) => sum + areaM2, 0) / planM2 : 0
  byRegion.set(region, share)
  return share
}

/** Regions stay the same objects until they are changed, and the page is drawn with every move of the pointer. */
const shares = new WeakMap<Features, WeakMap<Region, number>>()
const areas = new WeakMap<Region, number>()

export function areaOf(region: Region): number {
  const areaM2 = areas.get(region) ?? regionM2(region)
  areas.set(region, areaM2)
  return areaM2
}
