import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { overlay, type Overlay } from '../overlay/overlay.ts'
import { asOneClass } from '../overlay/union.ts'
import { problem } from '../result/problem.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { stepOf } from '../result/progress.ts'
import { daysBetween } from '../time/days.ts'
import { validityOf, lastReported } from '../model/validity.ts'
import { version } from '../result/version.ts'
import { requestedDay, dayFrom } from '../model/requested-day.ts'
import { claimedFigures } from './claimed-figures.ts'
import { reportedNotes } from './reported-notes.ts'
import { extentMismatchNotes } from './extent-mismatch.ts'
import { endedGround } from './ended-ground.ts'
import { featureIds } from './feature-ids.ts'
import { namedRows, rowGrounds } from './feature-rows.ts'
import { holdEndNotes } from './hold-ends.ts'
import { sensitivityNotes } from './event-layer.ts'
import { drawIntervals } from './intervals.ts'
import { isMeasured, isUndrawn } from '../model/layer.ts'
import { measurableOf } from './measurable.ts'
import { overlayLayerByFeature, type MeasuredLayer } from './measured-layer.ts'
import { overlayLayersOf } from './overlay-question.ts'
import type { LayerMeasurement, Measurement } from '../model/measurement.ts'
import { isWithoutOutline } from '../model/outline.ts'
import { countPoints } from './points.ts'
import { layersAt, type Series } from '../model/snapshot.ts'
import type { Study } from '../model/study.ts'
import { reportedMeasurement } from './reported-measurement.ts'
import { usualDraws } from '../model/usual-draws.ts'
import { reportedTogether } from './class-groups.ts'
import { mergeCells, nameCombinations, sumOf, summarizeLayer, reportedLayer } from './overlay-cells.ts'
import { voicesOf } from '../model/voices.ts'
import { drawnUnits } from './unit-intervals.ts'
import { measurementNotes } from './measurement-notes.ts'
import { withheldNotes } from './withheld-notes.ts'

export type MeasureOptions = {
  /** The day to measure, YYYY-MM-DD, or `announcement` for that of the plan; the study's `asOf` where it is missing. */
  readonly at?: string | undefined
  /** A row for each feature of the plan as well. */
  readonly byFeature?: boolean | undefined
  /** Draws for the 95 % intervals; none where it is 0 or missing. */
  readonly draws?: number | undefined
  readonly seed?: number | undefined
  /** With draws: the probability that an area is larger than so many square metres. */
  readonly aboveM2?: number | undefined
  /** With draws: the correlations between the areas of classes. */
  readonly correlations?: boolean | undefined
  /** With draws: the areas in each of them, for what compares measurements. */
  readonly samples?: boolean | undefined
  /** With draws: `false` spares those of the units, for what shows none of their intervals. */
  readonly unitIntervals?: boolean | undefined
}

/**
 * Measures the ground of every class and combination inside the study's plan, and inside each of its units.
 * `features` holds the features of the study's layers by layer id, in WGS 84.
 * A plan without an outline is not measured: its answer has its published area and what sources claim.
 * Refuses what `askedDay` and `measurableOf` refuse, and a plan without area. `overlaid` is the answer to `overlayQuestion`,
 * where somebody else has found it.
 */
export function measureStudy(
  study: Study,
  features: ReadonlyMap<string, Features>,
  options: MeasureOptions = {},
  work: TaskContext = {},
  overlaid?: Overlay,
): Outcome<Measurement> {
  const day = requestedDay(study, options.at)
  if (!day.ok) return day
  const at = day.value
  if (isWithoutOutline(study)) return reportedMeasurement(study, at, dayFrom(study, options.at))
  const { draws = 0, seed = usualDraws.seed, aboveM2, correlations, samples } = options
  const measurable = measurableOf(study, features, at)
  if (!measurable.ok) return measurable
  const { plan, series, zones, points, units, measured } = measurable.value
  const { shapes } = plan.features
  const planAsOne = asOneClass(shapes)
  const { combinations, planM2 } =
    overlaid ??
    overlay(overlayLayersOf(measurable.value, options.byFeature === true), draws > 0 ? stepOf(work, 0, 0.1) : work)
  if (!(planM2 > 0)) return refused(problem('plan-without-area', { layer: plan.layer.name }))

  const ground = mergeCells(combinations, 1, zones.length, planM2)
  const reported = zones.map((layer, place) => reportedLayer(layer, ground, place, planM2, voicesOf(study.sources)))
  const unitIds = units ? featureIds(units.layer, units.features) : null
  const unitRows = unitIds ? rowGrounds(combinations, zones.length + 1, zones, unitIds.ids.length, true, planM2) : null
  const drawnOf =
    draws > 0 && units && unitRows && options.unitIntervals !== false
      ? drawnUnits(
          { layer: units.layer, overlay: overlayLayerByFeature(units.features), ids: unitIds!.ids, rows: unitRows },
          shapes,
        )
      : null
  const drawn =
    draws > 0
      ? drawIntervals(
          { layer: plan.layer, overlay: planAsOne, units: drawnOf?.units },
          zones,
          ground,
          planM2,
          { draws, seed, aboveM2, correlations, samples, reported: reported.map(reportedTogether) },
          stepOf(work, 0.1, 1),
        )
      : null
  const intervals = drawn?.intervals ?? undefined
  const planIds = featureIds(plan.layer, plan.features)
  const rows = options.byFeature
    ? namedRows(
        zones,
        rowGrounds(combinations, 0, zones, planIds.ids.length, false, planM2),
        planIds.ids,
        planM2,
        undefined,
      )
    : null
  const overlaps = {
    plan: options.byFeature ? severalM2(combinations, 0) : 0,
    units: unitIds ? severalM2(combinations, zones.length + 1) : 0,
  }
  return done({
    schema: 'basilia-measurement/1',
    at,
    atFrom: dayFrom(study, options.at),
    plan: { name: study.plan.name.en, features: plan.features.attributes.length, areaM2: planM2, ...intervals?.plan },
    layers: layersOf(series, zones, (layer, place) =>
      summarizeLayer(
        layer,
        ground,
        place,
        reported[place]!,
        intervals?.zones[place],
        requestedParty(study, layer.layer.name),
        endedGround(
          study,
          { layer: plan.layer, overlay: planAsOne },
          layer,
          { draws: intervals ? draws : 0, seed },
          work,
        ),
      ),
    ),
    combinations: nameCombinations(zones, ground, planM2, intervals?.ground),
    claimed: claimedFigures(study),
    ...(rows ? { features: rows } : {}),
    ...(unitRows ? { units: namedRows(zones, unitRows, unitIds!.ids, planM2, intervals?.units) } : {}),
    ...(points.length > 0 ? { points: points.flatMap((layer) => countPoints(shapes, planM2, layer)) } : {}),
    reconciliation: { residualM2: sumOf(ground.map(({ areaM2 }) => areaM2)) - planM2 },
    method: {
      ellipsoid: 'WGS 84',
      edges: 'straight in longitude/latitude',
      engine: `basilia ${version}`,
      ...(intervals ? { interval: intervals.method } : {}),
    },
    ...(intervals?.correlations ? { correlations: intervals.correlations } : {}),
    notes: [
      ...(at === null
        ? []
        : [...afterDateNotes(series, at), ...otherDayNotes(measured, at), ...holdEndNotes(study, measured)]),
      ...undrawnNotes(series),
      ...planIds.notes,
      ...(unitIds?.notes ?? []),
      ...measured.flatMap((layer) => layer.notes),
      ...(drawn?.notes ?? []),
      ...(intervals ? (drawnOf?.notes ?? []) : []),
      ...sensitivityNotes(shapes, measured, work),
      ...extentMismatchNotes(plan, units ? [...measured, units] : measured),
      ...measurementNotes(plan.layer, measured, overlaps),
      ...withheldNotes(layersAt(study, at)),
      ...reportedNotes(study, { areaM2: planM2, ...intervals?.plan }),
    ],
  })
}

const requestedParty = ({ headline }: Study, layer: string): string | undefined =>
  headline?.layer === layer ? headline.party : undefined

/** A row for every measured series, in the study's order; one without a snapshot on the date stands empty. */
function layersOf(
  series: readonly Series[],
  zones: readonly MeasuredLayer[],
  summary: (layer: MeasuredLayer, place: number) => LayerMeasurement,
): LayerMeasurement[] {
  return series.flatMap(({ name, snapshots, holding }): LayerMeasurement[] => {
    const role = snapshots[0]!.role
    if (!isMeasured(snapshots[0]!)) return []
    if (!holding)
      return [{ name, layer: null, role, date: null, classes: [], groups: [], multipleM2: 0, uncoveredM2: 0 }]
    const place = zones.findIndex(({ layer }) => layer.id === holding.id)
    return place < 0 ? [] : [summary(zones[place]!, place)]
  })
}

function afterDateNotes(series: readonly Series[], at: string): Note[] {
  return series
    .filter(({ snapshots, holding }) => holding === null && isMeasured(snapshots[0]!) && !snapshots.every(isUndrawn))
    .map(({ name }) => note('layer-after-date', { layer: name, date: at }, { layer: name }))
}

/** Which layers were started and hold nothing yet. */
const undrawnNotes = (series: readonly Series[]): Note[] =>
  series.flatMap(({ name, snapshots }) =>
    snapshots
      .filter((layer) => isMeasured(layer) && isUndrawn(layer))
      .map(() => note('layer-undrawn', { layer: name }, { layer: name })),
  )

/** Which layers do not speak of the day: nobody says that what was last reported still held, and nothing is interpolated. */
function otherDayNotes(measured: readonly MeasuredLayer[], at: string): Note[] {
  return measured.flatMap(({ layer }) => {
    const about = { layer: layer.name }
    const date = lastReported(layer, at)
    if (date !== null)
      return [note('layer-last-known', { layer: layer.name, date, at, days: daysBetween(date, at) }, about)]
    return validityOf(layer, at) === 'undated' ? [note('layer-undated-holds', { layer: layer.name }, about)] : []
  })
}

/** Ground that two or more features of the overlay's layer `place` claim. */
const severalM2 = (
  combinations: readonly { classes: readonly (readonly number[])[]; areaM2: number }[],
  place: number,
): number => sumOf(combinations.filter(({ classes }) => classes[place]!.length > 1).map(({ areaM2 }) => areaM2))
