import { answerOf } from '../answer/answer.ts'
import { isTold, type Together } from '../overlay/together.ts'
import { coveredParty } from '../measure/class-groups.ts'
import type { Layer } from '../model/layer.ts'
import type { ClassName, GroundArea, Measurement } from '../model/measurement.ts'
import { isNone, saidBySources, spanOf, type SaidBy, type Span } from '../answer/span.ts'
import { spanAmong } from '../measure/readings.ts'
import { shareInterval } from '../format/share-interval.ts'
import type { Study } from '../model/study.ts'
import { sumOf, toldOf } from '../measure/tally.ts'
import type { Text } from '../model/text.ts'
import { voicesOf } from '../model/voices.ts'
import { holdingOf, type Holding } from '../model/holding.ts'
import { layerPeriod, type Period } from '../timeline/layer-period.ts'
import type { Ends } from './drawn-quantity.ts'

/**
 * A part of a plan's ground by the narrowest and by the widest reading of its sources: two readings of reports, and no
 * interval. How sure the position of each is stands in its own interval, where there is one.
 */
export type GroundRange = SaidBy & {
  readonly narrowM2: number
  readonly wideM2: number
  /** Their shares of the plan. */
  readonly lowShare: number
  readonly highShare: number
  /** The 95 % intervals of both readings together, from the lower end of the narrow one to the upper end of the wide one. */
  readonly interval?: {
    readonly lowM2: number
    readonly highM2: number
    readonly shareLow: number
    readonly shareHigh: number
  }
  /** Of the share of the narrow reading, and of the wide one. */
  readonly narrow?: Ends
  readonly wide?: Ends
}

/** Ground of one layer on one day. */
export type LayerGround = GroundRange & {
  readonly layer: string
  readonly title: Text
  readonly date: string | null
  readonly holds: Holding
  /** The days that its reports cover; `null` where their beginning is not stated. */
  readonly period: Period | null
  /** Drawn from descriptions: of shelling and damage, places that reports name and not what was hit. */
  readonly schematic: boolean
}

/** That a party has no ground and no source names any: nobody says that it held nothing, so its ground is not measured as none. */
export const isNotNamed = ({ wideM2, of }: GroundRange): boolean => wideM2 === 0 && of === null

/** More of the plan than this is all of it. */
const whole = 1 - 1e-6

/** That the ground is the plan's own outline, named as a place: that all of it was hit, nobody says. */
export const isOwnOutline = ({ schematic, lowShare }: LayerGround): boolean => schematic && lowShare > whole

/** What a study's layers say of its plan on one day; `null` where no layer speaks of it. */
export type PlanDay = {
  readonly date: string | null
  /** Ground of the party that the study's headline is about; `null` too where it has none any more because a hold has ended. */
  readonly held: (LayerGround & { readonly party: Text }) | null
  /** Whether a hold has ended since, so that of some or all of the ground nobody knows who held it. */
  readonly heldEnded: boolean
  /** Ground that a layer of shelling covers. */
  readonly shelled: LayerGround | null
  /** Ground that a layer of damage covers: where damage was assessed or documented, by that layer's classes. */
  readonly damaged: LayerGround | null
}

/** The plan's ground held, shelled and damaged, from a measurement of its study. */
export function planDay(study: Study, measurement: Measurement): PlanDay {
  const { held, heldEnded, shelled, damaged } = readingsOn(study, measurement)
  const ground = (own: Readings): LayerGround => ({
    ...rangeOfSpan(own, measurement.plan.areaM2),
    ...aboutLayer(own.layer, measurement),
  })
  return {
    date: measurement.at,
    held: held && { ...ground(held), party: held.party },
    heldEnded,
    shelled: shelled && ground(shelled),
    damaged: damaged && ground(damaged),
  }
}

/** Ground of a layer by the narrowest and by the widest reading of its sources. */
export type Readings = Span & { readonly layer: Layer }

/** What is compared of a plan on a day, with the intervals and draws of each reading; `null` where no layer speaks of it. */
export function readingsOn(
  study: Study,
  measurement: Measurement,
): {
  readonly held: (Readings & { readonly party: Text }) | null
  /** A hold of the layer ended before the day, and nobody says who held its ground since. */
  readonly heldEnded: boolean
  readonly shelled: Readings | null
  readonly damaged: Readings | null
} {
  const answer = answerOf(study, measurement)
  const ofControl = answer?.layer.role === 'control' ? answer : null
  const heldEnded = measurement.layers.some(({ layer, ended }) => layer === ofControl?.layer.id && ended !== undefined)
  return {
    held: ofControl && !(heldEnded && isNone(ofControl.wide)) ? ofControl : null,
    heldEnded,
    shelled: coveredBy(study, measurement, 'shelling'),
    damaged: coveredBy(study, measurement, 'damage'),
  }
}

/** Ground under any of the given classes of a layer, from the narrowest to the widest reading of their sources. */
export function groundOfClasses(
  { sources }: Pick<Study, 'sources'>,
  layer: Layer,
  measurement: Measurement,
  isMeant: (name: ClassName) => boolean,
): GroundRange {
  const names = measurement.layers.find(({ name }) => name === layer.name)?.classes.map((own) => own.class) ?? []
  const { areaM2: planM2 } = measurement.plan
  const ground = measurement.combinations.map(({ classes, areaM2 }) => ({
    classes: [(classes[layer.name] ?? []).map((name) => names.indexOf(name))],
    areaM2,
  }))
  const told = toldOf({ layer, names }, ground, 0, planM2, voicesOf(sources))
  const span = spanAmong(
    told,
    names.flatMap((name, i) => (isMeant(name) ? [i] : [])),
  )
  const groundOf = (together: Together): GroundArea => {
    const areaM2 = sumOf(ground.flatMap((own) => (isTold(together, own.classes[0]!) ? [own.areaM2] : [])))
    return { areaM2, share: areaM2 / planM2 }
  }
  return rangeOfSpan({ narrow: groundOf(span.agreed), wide: groundOf(span.all), ...saidBySources(span) }, planM2)
}

function coveredBy(study: Study, measurement: Measurement, role: 'shelling' | 'damage'): Readings | null {
  const measured = measurement.layers.find((own) => own.role === role && own.layer !== null)
  const layer = study.layers.find(({ id }) => id === measured?.layer)
  const span = measured && spanOf(measured, coveredParty(measured))
  return layer && span ? { layer, ...span } : null
}

function rangeOfSpan({ narrow, wide, by, of, widely, same, others }: Span, planM2: number): GroundRange {
  const range = {
    narrowM2: narrow.areaM2,
    wideM2: wide.areaM2,
    lowShare: narrow.share,
    highShare: wide.share,
    by,
    of,
    widely,
    same,
    others,
  }
  const [one, other] = [shareInterval(narrow, planM2), shareInterval(wide, planM2)]
  if (!one || !other) return range
  const interval = { lowM2: narrow.low!, highM2: wide.high!, shareLow: one.low, shareHigh: other.high }
  return { ...range, interval, narrow: one, wide: other }
}

const aboutLayer = (layer: Layer, { at }: Measurement) => ({
  layer: layer.name,
  title: layer.title,
  date: layer.date ?? layer.to ?? layer.from ?? null,
  holds: at === null ? ('shown' as const) : holdingOf(layer, at),
  period: layerPeriod(layer),
  schematic: layer.schematic,
})
