import { refuseAntimeridian } from '../geometry/antimeridian.ts'
import type { Features } from '../geometry/shapes.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem, type Problem } from '../result/problem.ts'
import { extentMismatch } from './extent-mismatch.ts'
import { unknownSource } from '../model/feature-sources.ts'
import { holdEndsOf } from '../model/hold-end.ts'
import { isMeasured, isUndrawn, type Layer } from '../model/layer.ts'
import { prepareLayer, type MeasuredLayer } from './measured-layer.ts'
import { seriesAt, type Series } from '../model/snapshot.ts'
import type { Study } from '../model/study.ts'

/** What of a study is measured on a day: the plan, the zones and points of the layers that hold, and the units. */
export type Measurable = {
  readonly plan: { readonly layer: Layer; readonly features: Features }
  readonly series: readonly Series[]
  /** Layers with zones, then layers with points only; a layer of lines without a radius is in neither. */
  readonly zones: readonly MeasuredLayer[]
  readonly points: readonly MeasuredLayer[]
  readonly units: { readonly layer: Layer; readonly features: Features } | null
  /** All layers that hold, zones, points and lines alike. */
  readonly measured: readonly MeasuredLayer[]
}

/**
 * Gathers what is measured on `at` (YYYY-MM-DD; the last snapshots without it). Refuses a study without a plan, a plan
 * that is no polygons or of another place, a class field that a layer does not have, a feature that names a source
 * which the study does not have, and polygons over the 180th meridian that are not cut
 * there. `features` holds the features of the layers by layer id; one that is missing is our bug.
 */
export function measurableOf(
  study: Study,
  features: ReadonlyMap<string, Features>,
  at: string | null,
): Outcome<Measurable> {
  const withFeatures = (layer: Layer) => ({ layer, features: featuresOf(features, layer) })
  const planLayer = study.layers.find((layer) => layer.id === study.plan.layer)
  if (!planLayer) return refused(planMissing(study))
  const plan = withFeatures(planLayer)
  if (plan.features.shapes.kind !== 'polygon') return refused(problem('plan-not-polygons', { layer: planLayer.name }))

  const series = seriesAt(study, at)
  const ends = holdEndsOf(study)
  const measured: MeasuredLayer[] = []
  for (const { holding } of series) {
    if (!holding || !isMeasured(holding)) continue
    const unknown = unknownSource(holding, featuresOf(features, holding), study.sources)
    if (unknown) return refused(unknown)
    const prepared = prepareLayer(holding, featuresOf(features, holding), at, ends)
    if (!prepared.ok) return prepared
    measured.push(prepared.value)
  }
  const elsewhere = extentMismatch(plan, measured)
  if (elsewhere) return refused(elsewhere)
  const ofKind = (kind: Features['shapes']['kind']) => measured.filter((each) => each.features.shapes.kind === kind)
  const zones = ofKind('polygon')
  const unitsLayer = series.find(({ holding }) => holding?.role === 'units')?.holding
  const units = unitsLayer ? withFeatures(unitsLayer) : null
  for (const { layer, features: own } of [plan, ...zones, ...(units ? [units] : [])]) {
    const crossing = refuseAntimeridian(own.shapes, layer.name)
    if (!crossing.ok) return crossing
  }
  return done({ plan, series, zones, points: ofKind('point'), units, measured })
}

/** Why there is no plan: nobody loaded one, or nothing is drawn yet in the one that was started. */
function planMissing({ id, layers }: Study): Problem {
  const started = layers.find((layer) => layer.role === 'plan' && isUndrawn(layer))
  return started ? problem('plan-undrawn', { layer: started.name }) : problem('plan-missing', { study: id })
}

function featuresOf(features: ReadonlyMap<string, Features>, layer: Layer): Features {
  const found = features.get(layer.id)
  if (!found) throw new Error(`the features of layer ${layer.id} were not given`)
  return found
}
