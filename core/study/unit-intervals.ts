import type { Work } from '../progress.ts'
import { overlay } from '../overlay/overlay.ts'
import { drawnInterval, type DrawnArea } from '../uncertainty/drawn-interval.ts'
import { simulate, type DrawOptions } from '../uncertainty/simulation.ts'
import { tallier } from '../uncertainty/tally.ts'
import { hindrances, uncertainLayer } from './layer-error.ts'
import type { Measurable } from './measurable.ts'
import { overlayLayerByFeature, overlayLayerOf, type MeasuredLayer } from './measured-layer.ts'
import type { ClassName, Interval } from './measurement.ts'
import { sumOf } from './tally.ts'

/** Of a unit's ground inside the plan, its share being of the plan, and of each class of the layer in it, with its share of the unit. */
export type UnitInterval = { readonly whole: Interval; readonly classes: ReadonlyMap<ClassName, Interval> }

/** More grounds than this take too long to be drawn each by itself. */
const mostGrounds = 5_000

/**
 * 95 % intervals inside units, in the order of a measurement's `units`, of which the last is the plan outside all of them:
 * the plan, the layer `zone` and the units are drawn together. `null` where one of them states no accuracy that can be
 * drawn, where there are no units, or too many.
 */
export function unitIntervals(
  { plan, units }: Measurable, zone: MeasuredLayer, options: DrawOptions, work: Work = {},
): readonly UnitInterval[] | null {
  const { shapes } = plan.features
  if (!units || hindrances([plan.layer, zone.layer, units.layer], shapes).length > 0) return null
  const planAsOne = { shapes, polygonClass: new Int32Array(shapes.polygonFeature.length), classCount: 1 }
  const [ofZone, ofUnits] = [overlayLayerOf(zone), overlayLayerByFeature(units.features)]
  const found = overlay([planAsOne, ofZone, ofUnits], work)
  const sets = setsOf(found.combinations.map(({ classes }) => classes[1]!), ofZone.classCount)
  const places = [...setsOf(found.combinations.map(({ classes }) => classes[2]!), ofUnits.classCount), []]
  if (sets.length * places.length > mostGrounds) return null
  const tally = { classCounts: [ofZone.classCount, ofUnits.classCount], ground: places.flatMap((place) => sets.map((set) => [set, place])) }
  const { rows, still } = simulate(
    [uncertainLayer(plan.layer, planAsOne), uncertainLayer(zone.layer, ofZone), uncertainLayer(units.layer, ofUnits)], tally, options, work,
  )
  const measured = new Float64Array(still.length)
  tallier(tally)(found, measured, 0)
  const area = (row: number): DrawnArea => ({ areaM2: measured[row]!, stillM2: still[row]!, draws: rows[row]! })
  const firstOfUnits = 1 + ofZone.classCount + 2
  const firstOfGround = firstOfUnits + ofUnits.classCount + 2
  const areasWhere = (lies: (place: readonly number[]) => boolean, name: number): DrawnArea[] =>
    places.flatMap((place, p) => (lies(place) ? sets.flatMap((set, s) => (set.includes(name) ? [area(firstOfGround + p * sets.length + s)] : [])) : []))
  const unitOf = (whole: DrawnArea, lies: (place: readonly number[]) => boolean): UnitInterval => ({
    whole: drawnInterval(whole, area(0)),
    classes: new Map(zone.names.map((name, i) => [name, drawnInterval(added(areasWhere(lies, i), whole.draws.length), whole)])),
  })
  return [
    ...units.features.attributes.map((_, unit) => unitOf(area(firstOfUnits + unit), (place) => place.includes(unit))),
    unitOf(area(firstOfGround - 1), (place) => place.length === 0),
  ]
}

/** The sets of classes that lie over one another, and each class alone. */
function setsOf(found: readonly (readonly number[])[], classCount: number): (readonly number[])[] {
  const alone = Array.from({ length: classCount }, (_, i) => [i])
  return [...new Map([...alone, ...found.filter((set) => set.length > 0)].map((set) => [set.join(), set])).values()]
}

function added(areas: readonly DrawnArea[], draws: number): DrawnArea {
  const sum = new Float64Array(draws)
  for (const { draws: own } of areas) for (let i = 0; i < draws; i++) sum[i]! += own[i]!
  return { areaM2: sumOf(areas.map(({ areaM2 }) => areaM2)), stillM2: sumOf(areas.map(({ stillM2 }) => stillM2)), draws: sum }
}
