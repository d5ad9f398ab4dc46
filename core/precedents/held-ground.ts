import { answerOf } from '../study/answer.ts'
import type { Layer } from '../study/layer.ts'
import type { ClassName, GroupArea, Measurement } from '../study/measurement.ts'
import type { Study } from '../study/study.ts'
import { sumOf } from '../study/tally.ts'
import type { Text } from '../study/text.ts'
import { holdingOf, type Holding } from '../timeline/holding.ts'

/** A part of a plan's ground: from what is assessed alone to what is assessed or claimed. */
export type GroundRange = {
  readonly lowM2: number
  readonly highM2: number
  readonly lowShare: number
  readonly highShare: number
  /**
   * From the lower end of the 95 % interval of what is assessed to the upper end of that of what is assessed or claimed;
   * where draws were asked for and accuracies are known.
   */
  readonly interval?: { readonly lowM2: number; readonly highM2: number }
}

/** Ground of one layer on one day. */
export type LayerGround = GroundRange & {
  readonly layer: string
  readonly title: Text
  readonly date: string | null
  readonly holds: Holding
}

/** What a study's layers say of its plan on one day; `null` where no layer speaks of it. */
export type PlanDay = {
  readonly date: string | null
  /** Ground of the party that the study's headline is about; `null` too where a hold has ended since the layer's day. */
  readonly held: (LayerGround & { readonly party: Text }) | null
  /** Whether a hold has ended since, so that nobody knows who held the ground. */
  readonly heldEnded: boolean
  /** Ground that a layer of shelling covers. */
  readonly shelled: LayerGround | null
  /** Ground that a layer of damage covers: where damage was assessed or documented, by that layer's classes. */
  readonly damaged: LayerGround | null
}

/** The plan's ground held, shelled and damaged, from a measurement of its study. */
export function planDay(study: Study, measurement: Measurement): PlanDay {
  const answer = answerOf(study, measurement)
  const ofControl = answer?.layer.role === 'control' ? answer : null
  const heldEnded = measurement.layers.some(({ layer, ended }) => layer === ofControl?.layer.id && ended !== undefined)
  const held = heldEnded ? null : ofControl
  return {
    date: measurement.at,
    held: held && { ...rangeOfGroup(held), ...aboutLayer(held.layer, measurement), party: held.party },
    heldEnded,
    shelled: coveredBy(study, measurement, 'shelling'),
    damaged: coveredBy(study, measurement, 'damage'),
  }
}

/** Ground under any of the given classes of a layer, those that are only claimed apart. */
export function groundOfClasses(layer: Layer, measurement: Measurement, isMeant: (name: ClassName) => boolean): GroundRange {
  const claimed = new Set(layer.classes.filter(({ confidence }) => confidence === 'claimed').map((own) => own.class))
  const areaWhere = (counts: (name: ClassName) => boolean): number =>
    sumOf(measurement.combinations.filter(({ classes }) => classes[layer.name]?.some(counts)).map(({ areaM2 }) => areaM2))
  return rangeOf(areaWhere((name) => isMeant(name) && !claimed.has(name)), areaWhere(isMeant), measurement.plan.areaM2)
}

function coveredBy(study: Study, measurement: Measurement, role: 'shelling' | 'damage'): LayerGround | null {
  const measured = measurement.layers.find((own) => own.role === role && own.layer !== null)
  const layer = study.layers.find(({ id }) => id === measured?.layer)
  const group = measured?.groups.find(({ party }) => party === null)
  return layer && group ? { ...rangeOfGroup(group), ...aboutLayer(layer, measurement) } : null
}

const rangeOfGroup = ({ assessed, all }: Pick<GroupArea, 'assessed' | 'all'>): GroundRange => ({
  lowM2: assessed.areaM2,
  highM2: all.areaM2,
  lowShare: assessed.share,
  highShare: all.share,
  ...(assessed.low === undefined || all.high === undefined ? {} : { interval: { lowM2: assessed.low, highM2: all.high } }),
})

const rangeOf = (lowM2: number, highM2: number, planM2: number): GroundRange =>
  ({ lowM2, highM2, lowShare: lowM2 / planM2, highShare: highM2 / planM2 })

const aboutLayer = (layer: Layer, { at }: Measurement) => ({
  layer: layer.name,
  title: layer.title,
  date: layer.date ?? layer.to ?? layer.from ?? null,
  holds: at === null ? ('shown' as const) : holdingOf(layer, at),
})
