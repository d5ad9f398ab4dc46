import type { ClassName } from '../model/measurement.ts'
import { ownerNumbers } from '../model/owners.ts'
import { hindrances, sigmaOf, uncertainLayer } from '../measure/layer-error.ts'
import type { Layer } from '../model/layer.ts'
import type { Measurable } from '../measure/measurable.ts'
import { overlayLayerOf } from '../measure/measured-layer.ts'
import { asOneClass } from '../overlay/union.ts'
import type { UncertainLayer } from '../montecarlo/displacement.ts'
import type { Figure } from './figures.ts'

/** The plan and the zones as they err, the plan first; one whose accuracy is not known, or coarser than the plan is wide, has `sigmaM: null`. */
export type LayerError = {
  readonly layer: Layer
  readonly sigmaM: number | null
  readonly uncertain: UncertainLayer
  /** Of each class, by its place, the number of whose ground it is. */
  readonly owners: readonly number[]
}

export function uncertainLayers({ plan, zones }: Measurable): LayerError[] {
  const { shapes } = plan.features
  const planAsOne = asOneClass(shapes)
  const layerError = (layer: Layer, overlay: UncertainLayer['layer'], names: readonly ClassName[]): LayerError => {
    const sigmaM = hindrances([layer], shapes).length > 0 ? null : sigmaOf(layer)
    return {
      layer,
      sigmaM,
      uncertain: uncertainLayer(layer, overlay, names, sigmaM ?? 0),
      owners: ownerNumbers(layer.classes, names),
    }
  }
  return [
    layerError(plan.layer, planAsOne, []),
    ...zones.map((zone) => layerError(zone.layer, overlayLayerOf(zone), zone.names)),
  ]
}

/** Whether the accuracies of all that a figure depends on are known: those of the plan and of the layers it asks about. */
export const isKnown = ({ requested }: Figure, [plan, ...zones]: readonly LayerError[]): boolean =>
  plan!.sigmaM !== null && [...requested.keys()].every((zone) => zones[zone]!.sigmaM !== null)
