import { note, type Note } from '../result/note.ts'
import { isBesideDraws, leastDraws, type DrawnArea } from '../montecarlo/drawn-interval.ts'
import type { Simulation } from '../montecarlo/simulation.ts'
import type { Layer } from '../model/layer.ts'
import { errorSourceOf } from './layer-error.ts'
import type { MeasuredLayer } from './measured-layer.ts'
import type { OverlayCell } from './overlay-cells.ts'
import type { DrawnUnits } from './unit-intervals.ts'

const leastUncoveredM2 = 1

/**
 * What a reader must know of the intervals: lines taken for one, estimates at the edge of theirs, too few draws. Of fewer
 * draws than have quantiles none is said to lie beside them: nearly all would.
 */
export function intervalNotes(
  plan: Layer,
  zones: readonly MeasuredLayer[],
  units: DrawnUnits | null,
  ground: readonly OverlayCell[],
  drawn: Simulation,
  quantities: readonly DrawnArea[],
): Note[] {
  const layers = [plan, ...zones.map(({ layer }) => layer), ...(units ? [units.layer] : [])]
  const shared = sharedLineNotes(layers, uncoveredBy(zones, quantities), drawn)
  if (drawn.draws < leastDraws) return [note('draws-too-few', { draws: drawn.draws, least: leastDraws }), ...shared]
  const beside = rowNames(zones, units, ground).filter((_, i) => i > 0 && isBesideDraws(quantities[i]!))
  const names = new Set(layers.map(({ name }) => name))
  return [
    ...shared,
    ...[...new Map(beside.map((own) => [`${own.layer}\n${own.row}`, own])).values()].map(({ layer, row }) =>
      note('estimate-at-edge', { layer, row }, names.has(layer) ? { layer } : {}),
    ),
  ]
}

/**
 * Lines that are taken for one: a line that is the plan's, its layer leaving nothing of the plan uncovered, or as measured
 * only what lies between the two lines, and lines of files that name no common source or base; those that do err together
 * anyway.
 */
function sharedLineNotes(
  layers: readonly Layer[],
  uncovered: readonly DrawnArea[],
  { sharedLines }: Simulation,
): Note[] {
  return sharedLines.flatMap(({ layer, leader, lengthM, isWhole }) => {
    const [own, other] = [layers[layer]!, layers[leader]!]
    const left = uncovered[layer - 1]
    const isPlan = isWhole && leader === 0 && left !== undefined && left.stillM2 < leastUncoveredM2
    if (!isPlan && errorSourceOf(own) === errorSourceOf(other)) return []
    const code = !isPlan
      ? 'lines-coincide'
      : left.areaM2 < leastUncoveredM2
        ? 'lines-are-the-plan'
        : 'lines-near-the-plan'
    return [note(code, { layer: own.name, other: other.name, lengthM: Math.round(lengthM) }, { layer: own.name })]
  })
}

/** Of each layer, in the order of the summary, the ground of the plan that it says nothing of. */
function uncoveredBy(zones: readonly MeasuredLayer[], quantities: readonly DrawnArea[]): DrawnArea[] {
  let next = 1
  return zones.map(({ names }) => quantities[(next += names.length + 2) - 1]!)
}

/** What the rows of the summary are of, in its order, ground by all its layers; groups repeat classes and are not named. */
function rowNames(
  zones: readonly MeasuredLayer[],
  units: DrawnUnits | null,
  ground: readonly OverlayCell[],
): { readonly layer: string; readonly row: string }[] {
  const all = zones.map(({ layer }) => layer.name).join(' / ')
  return [
    { layer: all, row: 'plan' },
    ...zones.flatMap(({ layer, names }) =>
      [...names.map((name) => name ?? '∅'), 'multiple', 'uncovered'].map((row) => ({ layer: layer.name, row })),
    ),
    ...(units ? [...units.ids, 'multiple', 'uncovered'].map((row) => ({ layer: units.layer.name, row })) : []),
    ...ground.map(({ classes }) => ({
      layer: all,
      row: classes
        .map((own, zone) => own.map((place) => zones[zone]!.names[place] ?? '∅').join(' + ') || 'uncovered')
        .join(' / '),
    })),
  ]
}
