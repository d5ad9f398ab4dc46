import { chosenPolygons } from '../geometry/chosen-polygons.ts'
import type { Features } from '../geometry/shapes.ts'
import { done, type Outcome } from '../result/outcome.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { quietly } from '../result/progress.ts'
import { ownDay } from '../model/requested-day.ts'
import { featureIds } from '../measure/feature-ids.ts'
import { hindrances } from '../measure/layer-error.ts'
import { measurableOf } from '../measure/measurable.ts'
import { isMeasured, type Layer } from '../model/layer.ts'
import { measureStudy, type MeasureOptions } from '../measure/measure.ts'
import type { ClassName, Measurement } from '../model/measurement.ts'
import { isWithoutOutline } from '../model/outline.ts'
import { publishedDate } from '../format/published-by.ts'
import type { Published, Study } from '../model/study.ts'
import { firstDayOf, isDay, lastDayOf } from '../time/days.ts'
import { validityOf, lastReported } from '../model/validity.ts'
import { groundOfClasses } from './held-ground.ts'
import { verdictOn } from './published-verdict.ts'
import type { SaidBy } from '../answer/said-by.ts'
import type { GroundRange, PublishedRow } from './comparison-answer.ts'

/**
 * Every published figure of a study against what its layers give. An area of the whole plan is set against the plan;
 * any other figure against what its `measuredAs` names: ground of a party or of classes, inside the plan or inside named
 * features of another layer. Counts and numbers of people have no answer here. `features` holds the plan, the layers
 * named and the measured layers. What is measured of one ground on one day is measured once.
 */
export function publishedRows(
  study: Study,
  features: ReadonlyMap<string, Features>,
  at: string | null = ownDay(study),
  drawing: Drawing = {},
  work: TaskContext = {},
): Outcome<PublishedRow[]> {
  const rows: PublishedRow[] = []
  const before = new Map<string, Outcome<Measurement>>()
  const measure: Measure = (key, own, ground, on) => {
    const known = before.get(key)
    if (known) return known
    const drawn = isDrawable(study, features, on) ? drawing : {}
    const outcome = measureStudy(own, ground, { at: on ?? undefined, ...drawn, unitIntervals: false }, quietly(work))
    before.set(key, outcome)
    return outcome
  }
  for (const published of study.published) {
    const row = rowOf(study, features, published, at, measure)
    if (!row.ok) return row
    rows.push(row.value)
  }
  return done(rows)
}

/** Whether the study as a whole has intervals on a day: a figure that stands without one elsewhere is given none here. */
function isDrawable(study: Study, features: ReadonlyMap<string, Features>, at: string | null): boolean {
  const withoutUnits = { ...study, layers: study.layers.filter((own) => own.role === 'plan' || isMeasured(own)) }
  const measurable = isWithoutOutline(study) ? null : measurableOf(withoutUnits, features, at)
  if (!measurable?.ok) return true
  const { plan, zones } = measurable.value
  return hindrances([plan.layer, ...zones.map(({ layer }) => layer)], plan.features.shapes).length === 0
}

/** Draws of the 95 % intervals; none where they are 0 or missing. */
export type Drawing = Pick<MeasureOptions, 'draws' | 'seed'>

type Measure = (
  key: string,
  study: Study,
  features: ReadonlyMap<string, Features>,
  at: string | null,
) => Outcome<Measurement>

function rowOf(
  study: Study,
  features: ReadonlyMap<string, Features>,
  published: Published,
  requested: string | null,
  measure: Measure,
): Outcome<PublishedRow> {
  const { measuredAs, of, value } = published
  const isShare = published.measure === 'share'
  const date = publishedDate(study, published) ?? null
  const drawnTo = study.layers.some((layer) => layer.drawnTo?.includes(published.id))
  const at =
    measuredAs?.layer === undefined ? requested : (measuredAs.at ?? (date !== null && isDay(date) ? date : requested))
  const nothing = {
    published,
    date,
    at,
    measured: null,
    interval: null,
    verdict: null,
    drawnTo,
    difference: null,
    differenceOfPublished: null,
    without: null,
  }
  const without = (reason: NonNullable<PublishedRow['without']>): Outcome<PublishedRow> =>
    done({ ...nothing, without: reason })
  if (published.measure !== 'areaM2' && !isShare) return without('not-an-area')
  if (!measuredAs && (isShare || of !== undefined)) return without('not-linked')
  const about = measuredAs?.ground ? groundStudy(study, features, measuredAs.ground) : { study, features }
  if (!about) return without('ground-missing')
  if (isWithoutOutline(about.study)) return without('no-outline')
  const own = {
    ...about.study,
    layers: about.study.layers.filter(
      ({ role, name }) => role === 'plan' || (isMeasured({ role }) && name === measuredAs?.layer),
    ),
  }
  const measurement = measure(JSON.stringify([measuredAs?.ground, measuredAs?.layer, at]), own, about.features, at)
  if (!measurement.ok) return measurement
  const layer = own.layers.find(({ id }) => measurement.value.layers.some((measured) => measured.layer === id))
  const range = rangeOf(study, layer, measurement.value, published)
  if (!range) return without('no-snapshot')
  const measured = isShare
    ? { low: range.lowShare, high: range.highShare }
    : { low: range.narrowM2, high: range.wideM2 }
  const interval = range.interval
    ? isShare
      ? { low: range.interval.shareLow, high: range.interval.shareHigh }
      : { low: range.interval.lowM2, high: range.interval.highM2 }
    : null
  const spoken = layer ? localizeDay(layer, at) : at
  const ours = { ...nothing, at: spoken, measured, interval }
  const isDrawn = own.layers.some(
    ({ role, id, drawnTo: figures = [] }) => figures.length > 0 && (role === 'plan' || id === layer?.id),
  )
  if (isDrawn) return done({ ...ours, verdict: 'drawn' })
  if (layer && !isOneTime(spoken, published.date)) return done({ ...ours, verdict: 'other-day' })
  const difference = { low: measured.low - value, high: measured.high - value }
  const differenceOfPublished = value === 0 ? null : { low: difference.low / value, high: difference.high / value }
  return done({ ...ours, verdict: verdictOn(value, interval), difference, differenceOfPublished })
}

/** The day that a layer speaks of when it is shown for `at`; `null` where it names none. */
function localizeDay(layer: Layer, at: string | null): string | null {
  if (at === null) return layer.date ?? layer.to ?? layer.from ?? null
  return validityOf(layer, at) === 'undated' ? null : (lastReported(layer, at) ?? at)
}

/** Whether a day lies in the day, month or year that a figure speaks of. */
const isOneTime = (day: string | null, date: string | undefined): boolean =>
  day !== null &&
  date !== undefined &&
  /^\d{4}(?:-\d\d){0,2}$/.test(date) &&
  firstDayOf(date) <= day &&
  day <= lastDayOf(date)

/** The study with named features of one of its layers in place of the plan; `null` where they are not there. */
function groundStudy(
  study: Study,
  features: ReadonlyMap<string, Features>,
  { layer: name, ids }: { layer: string; ids: readonly string[] },
): { study: Study; features: ReadonlyMap<string, Features> } | null {
  const layer = study.layers.find((own) => own.name === name || own.id === name)
  const own = layer && features.get(layer.id)
  if (!layer || !own || own.shapes.kind !== 'polygon') return null
  const known = featureIds(layer, own).ids
  if (!ids.every((id) => known.includes(id))) return null
  const { polygonFeature } = own.shapes
  const shapes = chosenPolygons(own.shapes, (polygon) => ids.includes(known[polygonFeature[polygon]!]!))
  const plan = { ...layer, id: 'ground', role: 'plan' as const }
  return {
    study: {
      ...study,
      plan: { ...study.plan, layer: plan.id },
      layers: [plan, ...study.layers.filter(({ role }) => role !== 'plan')],
    },
    features: new Map([...features, [plan.id, { shapes, attributes: own.attributes }]]),
  }
}

function rangeOf(
  study: Pick<Study, 'sources'>,
  layer: Layer | undefined,
  measurement: Measurement,
  { measuredAs }: Published,
): Omit<GroundRange, keyof SaidBy> | null {
  const { plan } = measurement
  if (measuredAs?.layer === undefined) {
    const { areaM2, low, high } = plan
    const interval =
      low === undefined || high === undefined
        ? {}
        : { interval: { lowM2: low, highM2: high, shareLow: 1, shareHigh: 1 } }
    return { narrowM2: areaM2, wideM2: areaM2, lowShare: 1, highShare: 1, ...interval }
  }
  if (!layer) return null
  const ofParty = new Set(
    layer.classes
      .filter((own) => own.party === measuredAs.party || own.class === measuredAs.party)
      .map((own) => own.class),
  )
  const isMeant = (name: ClassName): boolean =>
    measuredAs.party !== undefined ? ofParty.has(name) : (measuredAs.classes?.includes(name) ?? true)
  const range = groundOfClasses(study, layer, measurement, isMeant)
  const drawn = drawnEnds(layer, measurement, isMeant, measuredAs.party)
  return drawn ? { ...range, interval: drawn } : range
}

/** The ends of the intervals of a party's ground, or of that of a single class; more classes together are not drawn as one. */
function drawnEnds(
  layer: Layer,
  { layers }: Measurement,
  isMeant: (name: ClassName) => boolean,
  party: string | undefined,
): GroundRange['interval'] {
  const measured = layers.find((own) => own.layer === layer.id)
  const classes = measured?.classes.filter((own) => isMeant(own.class)) ?? []
  const group = measured?.groups.find((own) => own.party === (party ?? null))
  const isAll = classes.length === measured?.classes.length
  const [narrow, wide] =
    group && (party !== undefined || isAll)
      ? [group.agreed, group.all]
      : classes.length === 1
        ? [classes[0]!, classes[0]!]
        : []
  if (
    narrow?.low === undefined ||
    wide?.high === undefined ||
    narrow.shareLow === undefined ||
    wide.shareHigh === undefined
  )
    return undefined
  return { lowM2: narrow.low, highM2: wide.high, shareLow: narrow.shareLow, shareHigh: wide.shareHigh }
}
