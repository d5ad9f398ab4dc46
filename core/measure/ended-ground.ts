import { overlay, type OverlayLayer } from '../overlay/overlay.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { quietly } from '../result/progress.ts'
import { drawIntervals, type DrawnPlan } from './intervals.ts'
import { overlayLayerOf, type MeasuredLayer } from './measured-layer.ts'
import type { EndedHold, GroundArea } from '../model/measurement.ts'
import type { Study } from '../model/study.ts'
import { mergeCells, sumOf, type OverlayCell } from './overlay-cells.ts'
import { holderLabel } from './holder-label.ts'

/** Ground in no class of a layer: that of each party whose hold has ended, and what nobody named at all. */
export type EndedGround = { readonly ended: readonly EndedHold[]; readonly unnamed: GroundArea }

/**
 * Splits the plan's ground in no class of a layer of control by why it is in none. `null` where no hold has ended. The lines of
 * ended holds are drawn with those of their layer, as they err together.
 */
export function endedGround(
  study: Study,
  plan: DrawnPlan,
  zone: MeasuredLayer,
  { draws, seed }: { readonly draws: number; readonly seed: number },
  work: TaskContext,
): EndedGround | null {
  if (zone.ended.length === 0) return null
  const past: MeasuredLayer = {
    ...zone,
    names: zone.ended.map(({ party }) => party),
    classOfFeature: zone.endOfFeature,
    notes: [],
    ended: [],
  }
  const quiet = quietly(work)
  const layers: OverlayLayer[] = [plan.overlay, overlayLayerOf(zone), overlayLayerOf(past)]
  const { combinations, planM2 } = overlay(layers, quiet)
  const ground = mergeCells(combinations, 1, 2, planM2)
  const drawn = draws > 0 ? drawIntervals(plan, [zone, past], ground, planM2, { draws, seed }, quiet).intervals : null
  const areaWhere = (holds: (ended: readonly number[]) => boolean): GroundArea => {
    const found = ground.flatMap((own, i) =>
      isBare(own) && holds(own.classes[1]!) ? [{ areaM2: own.areaM2, interval: drawn?.ground[i] }] : [],
    )
    const areaM2 = sumOf(found.map((own) => own.areaM2))
    // Of several grounds together nothing was drawn.
    return { areaM2, share: areaM2 / planM2, ...(found.length === 1 ? found[0]!.interval : {}) }
  }
  return {
    ended: zone.ended.map((end, i) => ({
      ...end,
      label: holderLabel(study, zone.layer, end.party),
      ...areaWhere((own) => own.includes(i)),
    })),
    unnamed: areaWhere((own) => own.length === 0),
  }
}

const isBare = ({ classes }: OverlayCell): boolean => classes[0]!.length === 0
