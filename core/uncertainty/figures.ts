import type { FigureSubject } from './uncertainty.ts'
import { isSeveral } from '../overlay/several.ts'
import { ownerNumbers } from '../model/owners.ts'
import type { CombinationArea } from '../model/measurement.ts'
import type { MeasuredLayer } from '../measure/measured-layer.ts'
import type { Requested } from '../montecarlo/bounds.ts'
import type { State } from '../montecarlo/state-boundaries.ts'

/** An area of a measurement, and which states of which of the measured zones it is made of. */
export type Figure = {
  readonly subject: FigureSubject
  readonly requested: Requested
  /** Of a combination: the set of classes of each zone. */
  readonly ground?: readonly State[]
}

/** Combinations beyond the largest so many are too many to draw each by itself. */
const mostCombinations = 40

/** The figures of a measurement in its order; `zones` are the measured layers with ground. */
export function figuresOf(zones: readonly MeasuredLayer[], combinations: readonly CombinationArea[]): Figure[] {
  const one = (zone: number, holds: (state: State) => boolean): Requested => new Map([[zone, holds]])
  const owners = zones.map(({ layer, names }) => ownerNumbers(layer.classes, names))
  const ofZones = zones.flatMap(({ layer: { name: layer }, names }, zone): Figure[] => [
    ...names.map((name, i): Figure => ({
      subject: { kind: 'class', layer, class: name },
      requested: one(zone, (state) => state.includes(i)),
    })),
    { subject: { kind: 'several', layer }, requested: one(zone, (state) => isSeveral(state, (i) => owners[zone]![i])) },
    { subject: { kind: 'uncovered', layer }, requested: one(zone, (state) => state.length === 0) },
  ])
  const ofGround =
    zones.length < 2
      ? []
      : combinations.slice(0, mostCombinations).map(({ classes }): Figure => {
          const ground = zones.map(({ layer, names }) =>
            classes[layer.name]!.map((name) => names.indexOf(name)).sort((a, b) => a - b),
          )
          return {
            subject: { kind: 'combination', classes },
            requested: new Map(ground.map((own, zone) => [zone, isSet(own)])),
            ground,
          }
        })
  return [{ subject: { kind: 'plan' }, requested: new Map() }, ...ofZones, ...ofGround]
}

/** Whether ground in these states of the zones belongs to the figure. */
export const belongs = ({ requested }: Figure, states: readonly State[]): boolean => {
  for (const [zone, holds] of requested) if (!holds(states[zone]!)) return false
  return true
}

function isSet(classes: readonly number[]): (state: State) => boolean {
  const key = classes.toSorted((a, b) => a - b).join()
  return (state) => state.join() === key
}
