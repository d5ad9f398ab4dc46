import { note, type Note } from '../note.ts'
import type { OverlayLayer } from '../overlay/overlay.ts'
import type { Work } from '../progress.ts'
import type { UncertainLayer } from '../uncertainty/displacement.ts'
import { spreadOf } from '../uncertainty/quantiles.ts'
import { simulate, type DrawOptions } from '../uncertainty/simulation.ts'
import type { Layer } from './layer.ts'
import { overlayLayerOf, type MeasuredLayer } from './measured-layer.ts'
import type { Interval } from './measurement.ts'
import { openOrders, orderNote } from './open-orders.ts'
import { gatherGround, groundKey, sumOf, type Ground } from './tally.ts'

/** More than this part of the draws without a plan means that the accuracies are too coarse for the geometry. */
const degenerateShare = 0.05

export type ZoneIntervals = {
  readonly classes: readonly Interval[]
  readonly multiple: Interval
  readonly uncovered: Interval
}

/** 95 % intervals on the plan, on what each layer says, and on each ground, in their orders. */
export type Intervals = {
  readonly plan: Interval
  readonly zones: readonly ZoneIntervals[]
  readonly ground: readonly Interval[]
  readonly draws: number
}

/**
 * Draws the layers as they may lie within their accuracies and measures each draw. Where a layer states no accuracy
 * there are no intervals (`null`), and a note says which layer lacks it.
 */
export function drawIntervals(
  plan: { readonly layer: Layer; readonly overlay: OverlayLayer },
  zones: readonly MeasuredLayer[],
  ground: readonly Ground[],
  options: DrawOptions,
  work: Work = {},
): { readonly intervals: Intervals | null; readonly notes: readonly Note[] } {
  const lacking = [plan.layer, ...zones.map(({ layer }) => layer)].filter((layer) => sigmaOf(layer) === null)
  if (lacking.length > 0) {
    return { intervals: null, notes: lacking.map(({ name }) => note('accuracy-missing', { layer: name }, { layer: name })) }
  }
  const uncertain = (layer: Layer, overlay: OverlayLayer): UncertainLayer => ({
    layer: overlay,
    accuracyM: sigmaOf(layer) ?? 0,
    source: errorSourceOf(layer),
  })
  const places = new Map(ground.map(({ classes }, i) => [groundKey(classes), i]))
  const { rows, draws, degenerate } = simulate(
    [uncertain(plan.layer, plan.overlay), ...zones.map((zone) => uncertain(zone.layer, overlayLayerOf(zone)))],
    1 + zones.reduce((sum, { names }) => sum + names.length + 2, 0) + ground.length,
    ({ combinations, planM2 }) => quantities(gatherGround(combinations, 1, zones.length), planM2, zones, places),
    options,
    work,
  )
  const intervals = rows.map((row): Interval => {
    const { low, high } = spreadOf(row)
    return { low, high }
  })
  let next = 1
  const ofZones = zones.map(({ names }): ZoneIntervals => {
    const first = next
    next += names.length + 2
    return { classes: intervals.slice(first, next - 2), multiple: intervals[next - 2]!, uncovered: intervals[next - 1]! }
  })
  return {
    intervals: { plan: intervals[0]!, zones: ofZones, ground: intervals.slice(next), draws },
    notes: [...degenerateNotes(degenerate, draws), ...orderNotes(zones, ground, rows)],
  }
}

/**
 * Standard deviation per axis in metres: the layer's own and half of its datum operation's accuracy (a common shift)
 * together; `null` where the layer does not state its own.
 */
export const sigmaOf = ({ accuracyM, crs }: Layer): number | null =>
  accuracyM === undefined ? null : Math.hypot(accuracyM, crs.accuracyM / 2)

/** Layers traced on one base err together, else those of one publisher and title; others err on their own. */
export const errorSourceOf = ({ id, base, source }: Layer): string =>
  base ?? (source ? `${source.publisher ?? ''}\n${source.title}` : id)

/** Plan, then for each layer its classes, several, uncovered, then the ground in the order of `places`. */
function quantities(
  ground: readonly Ground[],
  planM2: number,
  zones: readonly MeasuredLayer[],
  places: ReadonlyMap<string, number>,
): number[] {
  const values = [planM2]
  zones.forEach(({ names }, zone) => {
    const first = values.length
    for (let i = 0; i < names.length + 2; i++) values.push(0)
    for (const { classes, areaM2 } of ground) {
      const own = classes[zone]!
      for (const name of own) values[first + name]! += areaM2
      if (own.length > 1) values[first + names.length]! += areaM2
      if (own.length === 0) values[first + names.length + 1]! += areaM2
    }
  })
  const first = values.length
  for (let i = 0; i < places.size; i++) values.push(0)
  for (const { classes, areaM2 } of ground) {
    const place = places.get(groundKey(classes))
    if (place !== undefined) values[first + place] = areaM2
  }
  return values
}

function orderNotes(zones: readonly MeasuredLayer[], ground: readonly Ground[], rows: readonly Float64Array[]): Note[] {
  let first = 1
  return zones.flatMap(({ layer, names }, zone) => {
    const classes = names.map((name, i) => ({
      class: name,
      areaM2: sumOf(ground.flatMap(({ classes: own, areaM2 }) => (own[zone]!.includes(i) ? [areaM2] : []))),
      drawnM2: rows[first + i]!,
    }))
    first += names.length + 2
    return openOrders(layer.name, classes).map(orderNote)
  })
}

function degenerateNotes(degenerate: number, draws: number): Note[] {
  if (degenerate === 0) return []
  return [note(degenerate / draws > degenerateShare ? 'draws-too-coarse' : 'draws-left-out', { count: degenerate, draws })]
}
