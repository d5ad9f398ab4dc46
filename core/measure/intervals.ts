import { ownerNumbers } from '../model/owners.ts'
import { note, type Note } from '../result/note.ts'
import type { OverlayLayer } from '../overlay/overlay.ts'
import type { Together } from '../overlay/together.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { correlationLengthM } from '../montecarlo/displacement.ts'
import { drawnInterval, planInterval, type DrawnArea } from '../montecarlo/drawn-interval.ts'
import { correlationOf, spreadOf } from '../montecarlo/quantiles.ts'
import type { DrawOptions } from '../montecarlo/drawn-ground.ts'
import { simulate, type Simulation } from '../montecarlo/simulation.ts'
import { firstInside, placer, type Summary } from '../montecarlo/summary.ts'
import type { Layer } from '../model/layer.ts'
import { overlayLayerOf, type MeasuredLayer } from './measured-layer.ts'
import type { Sample } from '../model/answer.ts'
import type { ClassName, Correlations, Drawn, Interval, IntervalMethod } from '../model/measurement.ts'
import { errorSourceOf, hindrances, sigmaOf, uncertainLayer } from './layer-error.ts'
import { intervalNotes } from './interval-notes.ts'
import { openOrders, orderNote } from './unresolved-ranking.ts'
import type { RowIntervals } from './feature-rows.ts'
import { partOfPlan, sumOf, type OverlayCell } from './overlay-cells.ts'
import { insideM2, insideOf, placeOfUnit, rowIntervals, type DrawnUnits } from './unit-intervals.ts'

/** More than this part of the draws without a plan means that the accuracies are too coarse for the geometry. */
const degenerateShare = 0.05
/** A correlation is of areas that spread by more than this; less is rounding. */
const leastSdM2 = 1e-3

export type IntervalOptions = DrawOptions & {
  /** The threshold of the probability that an area exceeds it. */
  readonly aboveM2?: number | undefined
  readonly correlations?: boolean | undefined
  /** The areas in each draw beside the intervals of the plan, of classes and groups. */
  readonly samples?: boolean | undefined
  /** Of each zone the grounds that are reported together; none where it is missing. */
  readonly reported?: readonly (readonly Together[])[] | undefined
  /** Grounds, by their places, that have an interval together as well. */
  readonly sums?: readonly (readonly number[])[] | undefined
}

export type ZoneIntervals = {
  readonly classes: readonly Interval[]
  /** Of the grounds that are reported together, in turn. */
  readonly groups: readonly Interval[]
  readonly multiple: Interval
  readonly uncovered: Interval
}

/** 95 % intervals on the plan, on what each layer says, and on each ground, in their orders. */
export type Intervals = {
  readonly plan: Interval
  readonly zones: readonly ZoneIntervals[]
  readonly ground: readonly Interval[]
  /** On the grounds that were asked for together. */
  readonly sums: readonly Interval[]
  /** In the order of the units' rows, where they were drawn as well. */
  readonly units?: readonly RowIntervals[]
  readonly method: IntervalMethod
  readonly correlations?: Correlations
}

/** The plan as it is drawn: with its record, and as one class of the overlay; and the units of it, if any. */
export type DrawnPlan = {
  readonly layer: Layer
  readonly overlay: OverlayLayer
  readonly units?: DrawnUnits | null | undefined
}

/**
 * Draws the layers as they may lie within their accuracies and measures each draw. Where a layer states no accuracy, or
 * one coarser than the plan is wide, there are no intervals (`null`), and a note says which layer it is. `ground` is the
 * ground of the plan of area `planM2` as it lies on the map.
 */
export function drawIntervals(
  plan: DrawnPlan,
  zones: readonly MeasuredLayer[],
  ground: readonly OverlayCell[],
  planM2: number,
  options: IntervalOptions,
  work: TaskContext = {},
): { readonly intervals: Intervals | null; readonly notes: readonly Note[] } {
  const hindering = hindrances([plan.layer, ...zones.map(({ layer }) => layer)], plan.overlay.shapes)
  if (hindering.length > 0) return { intervals: null, notes: hindering }
  const groups = zones.map((_, place) =>
    (options.reported?.[place] ?? []).map((own) => ({ layer: place, ground: own })),
  )
  const { units = null } = plan
  const summary: Summary = {
    classCounts: [...zones.map(({ names }) => names.length), ...(units ? [units.overlay.classCount] : [])],
    owners: zones.map(({ layer, names }) => ownerNumbers(layer.classes, names)),
    ground: ground.map(({ classes }) => classes),
    groups: groups.flat(),
    ...(units ? { inside: insideOf(units) } : {}),
  }
  const drawn = simulate(
    [
      uncertainLayer(plan.layer, plan.overlay, []),
      ...zones.map((zone) => uncertainLayer(zone.layer, overlayLayerOf(zone), zone.names)),
      ...(units ? [uncertainLayer(units.layer, units.overlay, [])] : []),
    ],
    summary,
    options,
    work,
  )
  const notes = degenerateNotes(drawn)
  if (drawn.degenerate === drawn.draws) return { intervals: null, notes }
  const nominal = measuredAreas(summary, ground, planM2, units)
  const quantities = drawn.rows.map((draws, i): DrawnArea => ({ areaM2: nominal[i]!, stillM2: drawn.still[i]!, draws }))
  const ofPlan = quantities.slice(0, firstInside(summary))
  const intervals = ofPlan.map((area, i): Interval => ({
    ...(i === 0 ? planInterval(area) : drawnInterval(area, quantities[0]!)),
    drawn: spreadFigures(area, options.aboveM2),
  }))
  const sampled = (first: number, end: number): Interval[] =>
    intervals
      .slice(first, end)
      .map((interval, i) => (options.samples ? { ...interval, sample: byDraw(drawn, first + i) } : interval))
  const classes = drawnClasses(zones, nominal, drawn)
  let next = 1
  let group = intervals.length - groups.flat().length
  const ofZones = zones.map(({ names }, place): ZoneIntervals => {
    const [first, firstGroup] = [next, group]
    next += names.length + 2
    group += groups[place]!.length
    return {
      classes: sampled(first, next - 2),
      groups: sampled(firstGroup, group),
      multiple: intervals[next - 2]!,
      uncovered: intervals[next - 1]!,
    }
  })
  if (units) next += units.overlay.classCount + 2
  return {
    intervals: {
      plan: sampled(0, 1)[0]!,
      zones: ofZones,
      ground: intervals.slice(next, next + ground.length),
      sums: (options.sums ?? []).map((places) =>
        drawnInterval(
          sumOfDraws(
            places.map((place) => quantities[next + place]!),
            planM2,
          ),
          quantities[0]!,
        ),
      ),
      ...(units
        ? {
            units: rowIntervals(
              units,
              quantities[0]!,
              units.rows.map(({ feature }) => quantities[firstOfUnits(summary) + placeOfUnit(units, feature)]!),
              quantities.slice(firstInside(summary)),
            ),
          }
        : {}),
      method: methodOf([plan.layer, ...zones.map(({ layer }) => layer)], units?.layer, drawn, options),
      ...(options.correlations ? { correlations: correlationsOf(classes.flat()) } : {}),
    },
    notes: [
      ...notes,
      ...intervalNotes(plan.layer, zones, units, ground, drawn, ofPlan),
      ...classes.flatMap((own, zone) => openOrders(zones[zone]!.layer.name, own).map(orderNote)),
    ],
  }
}

/** Grounds that lie beside each other, as one in every draw. */
const sumOfDraws = (parts: readonly DrawnArea[], planM2: number): DrawnArea => ({
  areaM2: partOfPlan(
    parts.map(({ areaM2 }) => areaM2),
    planM2,
  ),
  stillM2: sumOf(parts.map(({ stillM2 }) => stillM2)),
  draws: parts[0]!.draws.map((_, i) => sumOf(parts.map(({ draws }) => draws[i]!))),
})

/** What a summary keeps of the ground as measured, to the last bit what the answer says. */
function measuredAreas(
  summary: Summary,
  ground: readonly OverlayCell[],
  planM2: number,
  units: DrawnUnits | null,
): number[] {
  const { inside: _inside, ...plain } = summary
  const placesFor = placer(plain)
  const parts = Array.from({ length: firstInside(summary) }, (): number[] => [])
  for (const { classes, areaM2 } of ground) for (const place of placesFor(classes)) parts[place]!.push(areaM2)
  for (const { feature, areaM2 } of units?.rows ?? [])
    parts[firstOfUnits(summary) + placeOfUnit(units!, feature)]!.push(areaM2)
  return [planM2, ...parts.slice(1).map((own) => partOfPlan(own, planM2)), ...(units ? insideM2(units) : [])]
}

/** Among the rows of the summary. */
const firstOfUnits = ({ classCounts }: Summary): number =>
  1 + classCounts.slice(0, -1).reduce((sum, count) => sum + count + 2, 0)

function spreadFigures({ draws, areaM2 }: DrawnArea, aboveM2: number | undefined): Drawn {
  const { mean, median, sd } = spreadOf(draws)
  const above =
    aboveM2 === undefined
      ? {}
      : { aboveProbability: draws.filter((drawnM2) => drawnM2 > aboveM2).length / draws.length }
  return { meanM2: mean, medianM2: median, sdM2: sd, biasM2: mean - areaM2, ...above }
}

/** A row of the draws with a place for every draw. */
function byDraw({ rows, still, numbers, draws }: Simulation, row: number): Sample {
  const drawnM2 = new Float64Array(draws).fill(NaN)
  for (const [i, number] of numbers.entries()) drawnM2[number] = rows[row]![i]!
  return { stillM2: still[row]!, drawnM2 }
}

function methodOf(
  layers: readonly Layer[],
  units: Layer | undefined,
  { draws, degenerate }: Simulation,
  { seed, aboveM2 }: IntervalOptions,
): IntervalMethod {
  const erringBy = (layer: Layer): IntervalMethod['layers'][number] => {
    const sigmaM = sigmaOf(layer) ?? 0
    return { name: layer.name, sigmaM, lambdaM: correlationLengthM(sigmaM), source: errorSourceOf(layer) }
  }
  return {
    draws,
    seed,
    leftOut: degenerate,
    ...(aboveM2 === undefined ? {} : { aboveM2 }),
    layers: layers.map(erringBy),
    ...(units ? { units: erringBy(units) } : {}),
  }
}

/** A class of a layer with its area on the map and in each draw, in square metres. */
type DrawnClass = {
  readonly layer: string
  readonly class: ClassName
  readonly areaM2: number
  readonly drawnM2: Float64Array
}

function drawnClasses(
  zones: readonly MeasuredLayer[],
  nominal: readonly number[],
  { rows }: Simulation,
): DrawnClass[][] {
  let first = 1
  return zones.map(({ layer, names }) => {
    const from = first
    first += names.length + 2
    return names.map((name, i) => ({
      layer: layer.name,
      class: name,
      areaM2: nominal[from + i]!,
      drawnM2: rows[from + i]!,
    }))
  })
}

function correlationsOf(classes: readonly DrawnClass[]): Correlations {
  const varying = classes.filter(({ drawnM2 }) => spreadOf(drawnM2).sd > leastSdM2)
  return {
    of: varying.map(({ layer, class: name }) => ({ layer, class: name })),
    matrix: varying.map((a) => varying.map((b) => (a === b ? 1 : correlationOf(a.drawnM2, b.drawnM2)))),
  }
}

function degenerateNotes({ degenerate, draws }: Simulation): Note[] {
  if (degenerate === 0) return []
  return [
    note(degenerate / draws > degenerateShare ? 'draws-too-coarse' : 'draws-left-out', { count: degenerate, draws }),
  ]
}
