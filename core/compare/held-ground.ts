import { answerOf } from '../answer/answer.ts'
import { isReported, type Together } from '../overlay/together.ts'
import { coveredParty } from '../measure/class-groups.ts'
import type { Layer } from '../model/layer.ts'
import type { ClassName, GroundArea, Measurement } from '../model/measurement.ts'
import { isNone, saidBySources, spanOf, type Span } from '../answer/span.ts'
import { spanAmong } from '../measure/readings.ts'
import { shareInterval } from '../format/share-interval.ts'
import type { Study } from '../model/study.ts'
import { sumOf, reportedLayer } from '../measure/overlay-cells.ts'
import type { Text } from '../model/text.ts'
import { voicesOf } from '../model/voices.ts'
import { validityOf } from '../model/validity.ts'
import { layerPeriod } from '../timeline/layer-period.ts'
import type { GroundRange, LayerGround, PlanDay } from './comparison-answer.ts'

/** That a party has no ground and no source names any: nobody says that it held nothing, so its ground is not measured as none. */
export const isNotNamed = ({ wideM2, of }: GroundRange): boolean => wideM2 === 0 && of === null

/** More of the plan than this is all of it. */
const whole = 1 - 1e-6

/** That the ground is the plan's own outline, named as a place: that all of it was hit, nobody says. */
export const isOwnOutline = ({ schematic, lowShare }: LayerGround): boolean => schematic && lowShare > whole

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
  const reported = reportedLayer({ layer, names }, ground, 0, planM2, voicesOf(sources))
  const span = spanAmong(
    reported,
    names.flatMap((name, i) => (isMeant(name) ? [i] : [])),
  )
  const groundOf = (together: Together): GroundArea => {
    const areaM2 = sumOf(ground.flatMap((own) => (isReported(together, own.classes[0]!) ? [own.areaM2] : [])))
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
  holds: at === null ? ('shown' as const) : validityOf(layer, at),
  period: layerPeriod(layer),
  schematic: layer.schematic,
})
