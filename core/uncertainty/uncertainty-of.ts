import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { done, type Outcome } from '../result/outcome.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { requestedDay } from '../model/requested-day.ts'
import { measurableOf } from '../measure/measurable.ts'
import { measureStudy } from '../measure/measure.ts'
import type { Measurement } from '../model/measurement.ts'
import { hindrances } from '../measure/layer-error.ts'
import { openOrders, type OpenOrder } from '../measure/unresolved-ranking.ts'
import type { Layer } from '../model/layer.ts'
import { isReported } from '../model/outline.ts'
import type { Study } from '../model/study.ts'
import { usualDraws } from '../model/usual-draws.ts'
import { boundsWhere, doubtfulGround, unattributedM2, type DoubtfulGround } from '../montecarlo/bounds.ts'
import { correlationLengthM, linesAlong } from '../montecarlo/displacement.ts'
import { groundSdM2 } from '../montecarlo/first-order.ts'
import { spreadOf, type Spread } from '../montecarlo/quantiles.ts'
import { contributionsOf, stepOf } from './contributions.ts'
import { drawFigures, figureIntervals, type FigureInterval } from './drawn-figures.ts'
import { uncertainLayers, isKnown, type LayerError } from './layer-errors.ts'
import { belongs, figuresOf, type Figure } from './figures.ts'
import { radiusCurves } from './radius-curve.ts'
import { sigmaCurve } from './sigma-curve.ts'
import { thresholdCurves } from './threshold-curve.ts'
import type { Contribution, FigureSubject, FigureUncertainty, LayerUncertainty, Uncertainty } from './uncertainty.ts'
import { defaultBandSigmas, type BandOptions } from './unattributed-ground.ts'

export type UncertaintyOptions = BandOptions & {
  /** Draws of the 95 % intervals; without them there are the estimate, the bounds and the curves of radius and threshold. */
  readonly draws?: number | undefined
  readonly seed?: number | undefined
  /** The estimate alone, which is there in no time: no draws, no bounds, no curves. */
  readonly only?: 'estimate' | undefined
  /** `false` spares the curves over radii, for what prints none. */
  readonly radii?: boolean | undefined
}

const normal95 = 1.96
const leastAreaM2 = 1
const covariance = 'half a common shift, half a field with exp(-d²/(2 lambda²))'
/** Parts of the variance that add up to something this far from one have met. */
const additiveWithin = 0.1

/**
 * How sure the areas of a study are on a day: an interval estimated to the first order, the interval of the draws, bounds,
 * whose error contributes how much, and how the areas depend on radius, accuracy and damage threshold.
 * Refuses what `measureStudy` refuses.
 */
export function uncertaintyOf(
  study: Study,
  features: ReadonlyMap<string, Features>,
  options: UncertaintyOptions = {},
  work: TaskContext = {},
): Outcome<Uncertainty> {
  const { seed = usualDraws.seed, bandSigmas = defaultBandSigmas, only, radii = !only } = options
  const draws = only ? 0 : (options.draws ?? 0)
  const day = requestedDay(study, options.at)
  if (!day.ok) return day
  const at = day.value
  const measured = measureStudy(study, features, { at: options.at }, { ...work, progress: undefined })
  if (!measured.ok) return measured
  if (isReported(measured.value)) return done(nothingUncertain(measured.value, { seed, bandSigmas }))
  const measurable = measurableOf(study, features, at)
  if (!measurable.ok) return measurable
  const { zones } = measurable.value
  const measurement = measured.value
  const planM2 = measurement.plan.areaM2
  const layers = uncertainLayers(measurable.value)
  const figures = figuresOf(zones, measurement.combinations)
  const bands = layers.map(({ uncertain }) => ({ layer: uncertain.layer, bandM: bandSigmas * uncertain.accuracyM }))
  const doubtful = only ? null : doubtfulGround(bands, work)
  const sds = groundSdM2(
    layers.map(({ uncertain }) => uncertain),
    (classes) => figures.flatMap((figure, i) => (belongs(figure, classes.slice(1)) ? [i] : [])),
    work,
  )
  const areas = figures.map(({ subject }) => areaOf(subject, measurement))
  const mostM2 = areas[0]! + normal95 * (sds[0] ?? 0)
  const drawn = draws > 0 ? drawAll(layers, figures, areas, draws, seed, work) : null
  const radius = radii ? radiusCurves(measurable.value, features, at, work) : { curves: [], notes: [] }
  const threshold = thresholdCurves(only ? [] : measurable.value.measured, measurement)
  return done({
    schema: 'basilia-uncertainty/1',
    at,
    planM2,
    figures: figures.map((figure, i): FigureUncertainty => {
      const areaM2 = areas[i]!
      const known = isKnown(figure, layers)
      return {
        subject: figure.subject,
        areaM2,
        share: areaM2 / planM2,
        ...(known && areaM2 > leastAreaM2 ? { estimate: estimateOf(areaM2, sds[i] ?? 0, mostM2) } : {}),
        ...(known && drawn ? { draws: spreadFigures(drawn.spreads[i]!, drawn.intervals[i]!) } : {}),
        ...(known && doubtful ? { bounds: boundsWhere(doubtful, figure.requested) } : {}),
      }
    }),
    layers: layers.map((layer, i) => layerUncertainty(layer, bandSigmas, i === 0 ? null : i - 1, doubtful, planM2)),
    contributions: drawn?.contributions ?? [],
    openOrders: drawn
      ? ordersOf(
          figures.map((figure) => isKnown(figure, layers)),
          figures,
          measurement,
          drawn.rows,
        )
      : [],
    sensitivity: {
      radius: radius.curves,
      sigma: drawn?.sigma ?? [],
      threshold: threshold.curves,
    },
    method: { draws: drawn?.draws ?? 0, seed, bandSigmas, covariance },
    notes: [
      ...hindrances(
        layers.map(({ layer }) => layer),
        measurable.value.plan.features.shapes,
      ),
      ...alongNotes(layers),
      ...(doubtful || only ? [] : [note('bounds-too-fine')]),
      ...radius.notes,
      ...threshold.notes,
      ...additiveNotes(drawn?.contributions ?? [], figures.length),
    ],
  })
}

/** A plan without an outline has no area of ours that could be wrong. */
const nothingUncertain = (
  { at, plan, notes }: Measurement,
  { seed, bandSigmas }: { readonly seed: number; readonly bandSigmas: number },
): Uncertainty => ({
  schema: 'basilia-uncertainty/1',
  at,
  planM2: plan.areaM2,
  figures: [],
  layers: [],
  contributions: [],
  openOrders: [],
  sensitivity: { radius: [], sigma: [], threshold: [] },
  method: { draws: 0, seed, bandSigmas, covariance },
  notes,
})

function drawAll(
  layers: readonly LayerError[],
  figures: readonly Figure[],
  areasM2: readonly number[],
  draws: number,
  seed: number,
  work: TaskContext,
) {
  const options = { draws, seed }
  const whole = drawFigures(layers, figures, ({ uncertain }) => uncertain.accuracyM, options, stepOf(work, 0, 3))
  const spreads = whole.rows.map(spreadOf)
  const intervals = figureIntervals(areasM2, whole)
  const sds = spreads.map(({ sd }) => sd)
  const contributions = contributionsOf(layers, figures, sds, { draws: whole.draws, seed }, stepOf(work, 1, 3))
  const sigma = sigmaCurve(layers, figures, areasM2, whole, options, stepOf(work, 2, 3))
  return { rows: whole.rows, draws: whole.draws, spreads, intervals, contributions, sigma }
}

function ordersOf(
  known: readonly boolean[],
  figures: readonly Figure[],
  measurement: Measurement,
  rows: readonly Float64Array[],
): OpenOrder[] {
  return measurement.layers.flatMap(({ name: layer }) => {
    const classes = figures.flatMap(({ subject }, i) =>
      known[i] && subject.kind === 'class' && subject.layer === layer
        ? [{ class: subject.class, areaM2: areaOf(subject, measurement), drawnM2: rows[i]! }]
        : [],
    )
    return openOrders(layer, classes)
  })
}

function areaOf(subject: FigureSubject, { plan, layers, combinations }: Measurement): number {
  switch (subject.kind) {
    case 'plan':
      return plan.areaM2
    case 'combination':
      return combinations.find(({ classes }) => classes === subject.classes)!.areaM2
    case 'several':
      return layers.find(({ name }) => name === subject.layer)!.multipleM2
    case 'uncovered':
      return layers.find(({ name }) => name === subject.layer)!.uncoveredM2
    case 'class':
      return layers.find(({ name }) => name === subject.layer)!.classes.find((own) => own.class === subject.class)!
        .areaM2
  }
}

/** Nothing is below 0 or above what the plan may be, the first of the figures. */
const estimateOf = (areaM2: number, sdM2: number, mostM2: number) => ({
  sdM2,
  lowM2: Math.max(0, areaM2 - normal95 * sdM2),
  highM2: Math.max(areaM2, Math.min(mostM2, areaM2 + normal95 * sdM2)),
})

const spreadFigures = ({ mean, sd }: Spread, interval: FigureInterval) => ({ meanM2: mean, sdM2: sd, ...interval })

function layerUncertainty(
  { layer, sigmaM, uncertain }: LayerError,
  bandSigmas: number,
  zone: number | null,
  doubtful: readonly DoubtfulGround[] | null,
  planM2: number,
): LayerUncertainty {
  const unattributed = zone === null || sigmaM === null || doubtful === null ? null : unattributedM2(doubtful, zone)
  return {
    name: layer.name,
    layer: layer.id,
    sigmaM,
    lambdaM: sigmaM === null ? null : correlationLengthM(sigmaM),
    source: uncertain.source.replace('\n', ' · ').replace(/^ · /, ''),
    bandM: sigmaM === null ? null : bandSigmas * sigmaM,
    ...(unattributed === null ? {} : { unattributedM2: unattributed, unattributedShare: unattributed / planM2 }),
  }
}

/** The estimate to the first order does not hold where lines lie within each other's error: their areas only change one way. */
function alongNotes(layers: readonly LayerError[]): Note[] {
  return linesAlong(layers.map(({ uncertain }) => uncertain)).flatMap(
    ({ layer, other, lengthM, smallOwn, smallOther }) => {
      const [own, before] = [layers[layer]!.layer, layers[other]!.layer]
      const smallIn = (count: number, { name }: Layer, { name: beside }: Layer): Note[] =>
        count > 0 ? [note('estimate-small-areas', { layer: name, other: beside, count }, { layer: name })] : []
      const along = { layer: own.name, other: before.name, lengthM: Math.round(lengthM) }
      return [
        ...(lengthM > 0 ? [note('estimate-lines-along', along, { layer: own.name })] : []),
        ...smallIn(smallOwn, own, before),
        ...smallIn(smallOther, before, own),
      ]
    },
  )
}

function additiveNotes(contributions: readonly Contribution[], figures: number): Note[] {
  if (contributions.length < 2) return []
  const sums = Array.from({ length: figures }, (_, i) =>
    contributions.reduce((sum, own) => sum + (own.figures[i]!.share ?? NaN), 0),
  )
  const apart = sums.filter((sum) => Math.abs(sum - 1) > additiveWithin)
  if (apart.length === 0) return []
  const percent = (share: number): number => Math.round(share * 100)
  return [
    note('contributions-not-additive', {
      count: apart.length,
      from: percent(Math.min(...apart)),
      to: percent(Math.max(...apart)),
    }),
  ]
}
