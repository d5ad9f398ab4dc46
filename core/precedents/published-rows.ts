import { chosenPolygons } from '../geometry/chosen-polygons.ts'
import type { Features } from '../geometry/shapes.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Work } from '../progress.ts'
import { ownDay } from '../study/asked-day.ts'
import { featureIds } from '../study/feature-ids.ts'
import { isMeasured } from '../study/layer.ts'
import { measureStudy } from '../study/measure.ts'
import type { Measurement } from '../study/measurement.ts'
import { isWithoutOutline } from '../study/outline.ts'
import type { Published, Study } from '../study/study.ts'
import { groundOfClasses, type GroundRange } from './held-ground.ts'

/** A figure that a source prints, set against ours. */
export type PublishedRow = {
  readonly published: Published
  /** Day that ours is of. */
  readonly at: string | null
  /** Ours, from ground that all sources speak of to ground that some do, in the unit of the figure; `null` where none answers to it. */
  readonly measured: { readonly low: number; readonly high: number } | null
  /** A layer was drawn to this figure: ours does not confirm it, and there is no difference to give. */
  readonly drawnTo: boolean
  /** Ours less the published, for both ends. */
  readonly difference: { readonly low: number; readonly high: number } | null
  /** The difference of the published figure, 0.06 for 6 % more; the base is always the published figure. */
  readonly differenceOfPublished: { readonly low: number; readonly high: number } | null
  /** Why there is no figure of ours. */
  readonly without: 'not-an-area' | 'not-linked' | 'ground-missing' | 'no-snapshot' | 'no-outline' | null
}

/**
 * Every published figure of a study against what its layers give. An area of the whole plan is set against the plan;
 * any other figure against what its `measuredAs` names: ground of a party or of classes, inside the plan or inside named
 * features of another layer. Counts and numbers of people have no answer here. `features` holds the plan, the layers
 * named and the measured layers.
 */
export function publishedRows(
  study: Study, features: ReadonlyMap<string, Features>, at: string | null = ownDay(study), work: Work = {},
): Outcome<PublishedRow[]> {
  const rows: PublishedRow[] = []
  for (const published of study.published) {
    const row = rowOf(study, features, published, at, work)
    if (!row.ok) return row
    rows.push(row.value)
  }
  return done(rows)
}

function rowOf(
  study: Study, features: ReadonlyMap<string, Features>, published: Published, asOf: string | null, work: Work,
): Outcome<PublishedRow> {
  const { measure, measuredAs, of, value } = published
  const at = measuredAs?.at ?? (/^\d{4}-\d\d-\d\d$/.test(published.date ?? '') ? published.date! : asOf)
  const drawnTo = study.layers.some((layer) => layer.drawnTo?.includes(published.id))
  const without = (reason: NonNullable<PublishedRow['without']>): Outcome<PublishedRow> =>
    done({ published, at, measured: null, drawnTo, difference: null, differenceOfPublished: null, without: reason })
  if (measure !== 'areaM2' && measure !== 'share') return without('not-an-area')
  if (!measuredAs && (measure === 'share' || of !== undefined)) return without('not-linked')
  const about = measuredAs?.ground ? groundStudy(study, features, measuredAs.ground) : { study, features }
  if (!about) return without('ground-missing')
  if (isWithoutOutline(about.study)) return without('no-outline')
  const asked = { ...about.study, layers: about.study.layers.filter(({ role, name }) => role === 'plan' || (isMeasured({ role }) && name === measuredAs?.layer)) }
  const measurement = measureStudy(asked, about.features, { at: at ?? undefined }, work)
  if (!measurement.ok) return measurement
  const range = rangeOf(about.study, measurement.value, published)
  if (!range) return without('no-snapshot')
  const measured = measure === 'share' ? { low: range.lowShare, high: range.highShare } : { low: range.narrowM2, high: range.wideM2 }
  if (drawnTo) return done({ published, at, measured, drawnTo, difference: null, differenceOfPublished: null, without: null })
  const difference = { low: measured.low - value, high: measured.high - value }
  const differenceOfPublished = value === 0 ? null : { low: difference.low / value, high: difference.high / value }
  return done({ published, at, measured, drawnTo, difference, differenceOfPublished, without: null })
}

/** The study with named features of one of its layers in place of the plan; `null` where they are not there. */
function groundStudy(
  study: Study, features: ReadonlyMap<string, Features>, { layer: name, ids }: { layer: string; ids: readonly string[] },
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
    study: { ...study, plan: { ...study.plan, layer: plan.id }, layers: [plan, ...study.layers.filter(({ role }) => role !== 'plan')] },
    features: new Map([...features, [plan.id, { shapes, attributes: own.attributes }]]),
  }
}

function rangeOf(study: Study, measurement: Measurement, { measuredAs }: Published): GroundRange | null {
  const { areaM2 } = measurement.plan
  if (measuredAs?.layer === undefined) return { narrowM2: areaM2, wideM2: areaM2, lowShare: 1, highShare: 1 }
  const measured = measurement.layers.find(({ name }) => name === measuredAs.layer)
  const layer = study.layers.find(({ id }) => id === measured?.layer)
  if (!layer) return null
  const ofParty = new Set(layer.classes.filter((own) => own.party === measuredAs.party || own.class === measuredAs.party).map((own) => own.class))
  return groundOfClasses(layer, measurement, (name) =>
    measuredAs.party !== undefined ? ofParty.has(name) : (measuredAs.classes?.includes(name) ?? true))
}
