import { note, type Note } from '../result/note.ts'
import { isBesideDraws, leastDraws, type DrawnArea } from '../montecarlo/drawn-interval.ts'
import type { Simulation } from '../montecarlo/simulation.ts'
import type { Layer } from '../model/layer.ts'
import { errorSourceOf } from './layer-error.ts'
import type { MeasuredLayer } from './measured-layer.ts'
import type { Ground } from './tally.ts'
import type { DrawnUnits } from './unit-intervals.ts'

const leastUncoveredM2 = 1

/** What a reader must know of the intervals: lines taken for one, estimates at the edge of theirs, too few draws. */
export function intervalNotes(
  plan: Layer,
  zones: readonly MeasuredLayer[],
  units: DrawnUnits | null,
  ground: readonly Ground[],
  drawn: Simulation,
  quantities: readonly DrawnArea[],
): Note[] {
  const layers = [plan, ...zones.map(({ layer }) => layer), ...(units ? [units.layer] : [])]
  const names = rowNames(zones, units, ground)
  const few = drawn.draws < leastDraws ? [note('draws-too-few', { draws: drawn.draws, least: leastDraws })] : []
  return [
    ...few,
    ...sharedLineNotes(layers, uncoveredBy(zones, quantities), drawn),
    ...names.flatMap(({ layer, row }, i) => {
      const about = layer === null ? {} : { layer }
      return i > 0 && isBesideDraws(quantities[i]!)
        ? [note('estimate-at-edge', { layer: layer ?? '—', row }, about)]
        : []
    }),
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

/** Of each layer, in the order of the tally, the ground of the plan that it says nothing of. */
function uncoveredBy(zones: readonly MeasuredLayer[], quantities: readonly DrawnArea[]): DrawnArea[] {
  let next = 1
  return zones.map(({ names }) => quantities[(next += names.length + 2) - 1]!)
}

/** What the rows of the tally are of, in its order; groups repeat classes and are not named. */
function rowNames(
  zones: readonly MeasuredLayer[],
  units: DrawnUnits | null,
  ground: readonly Ground[],
): { readonly layer: string | null; readonly row: string }[] {
  return [
    { layer: null, row: 'plan' },
    ...zones.flatMap(({ layer, names }) =>
      [...names.map((name) => name ?? '∅'), 'multiple', 'uncovered'].map((row) => ({ layer: layer.name, row })),
    ),
    ...(units ? [...units.ids, 'multiple', 'uncovered'].map((row) => ({ layer: units.layer.name, row })) : []),
    ...ground.map(({ classes }) => ({
      layer: null,
      row: classes
        .map((own, zone) => own.map((place) => zones[zone]!.names[place] ?? '∅').join(' + ') || '–')
        .join(' / '),
    })),
  ]
}
