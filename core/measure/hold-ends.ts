import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { lastDayOf } from '../time/days.ts'
import type { Classification } from '../classify/classes.ts'
import { holdEndsOf, type HoldEnd } from '../model/hold-end.ts'
import { isMeasured, type Layer } from '../model/layer.ts'
import type { ClassName } from '../model/measurement.ts'
import type { Study } from '../model/study.ts'
import { featurePeriods } from './feature-periods.ts'

/** Features of a layer in their classes, without the ground of parties whose hold has ended. */
export type StillHeld = Pick<Classification, 'names' | 'classOfFeature'> & {
  readonly ended: readonly HoldEnd[]
  /** Of each feature its place in `ended`; -1 where its party's hold has not ended. */
  readonly endOfFeature: Int32Array
}

/**
 * Takes the classes of parties whose hold ended before `at` (YYYY-MM-DD) out of a layer of control. What the layer, or a
 * feature with days of its own, states only after the end stays: the party may have come back. Other roles are left alone.
 */
export function stillHeld(
  layer: Layer,
  { attributes }: Features,
  { names, classOfFeature }: Pick<Classification, 'names' | 'classOfFeature'>,
  at: string | null,
  ends: readonly HoldEnd[],
): StillHeld {
  const past = at === null || layer.role !== 'control' ? [] : ends.filter(({ date }) => lastDayOf(date) < at)
  if (past.length === 0)
    return { names, classOfFeature, ended: [], endOfFeature: new Int32Array(classOfFeature.length).fill(-1) }
  const ofLayer = layer.date ?? layer.from
  const { from } = layer.dateFields ?? {}
  const periods = from === undefined ? null : featurePeriods(layer, attributes)?.periods
  const statedOn = (feature: number): string | undefined => periods?.[feature]?.from ?? ofLayer
  const endsOfClass = names.map((name) => past.filter(({ party }) => isOfParty(layer, name, party)))
  const endOf = (place: number, stated: string | undefined): HoldEnd | undefined =>
    endsOfClass[place]?.find(({ date }) => stated === undefined || stated <= lastDayOf(date))
  const endOfFeature = new Int32Array(classOfFeature.length).fill(-1)
  const left = classOfFeature.map((place, feature) => {
    const end = endOf(place, statedOn(feature))
    if (end) endOfFeature[feature] = past.indexOf(end)
    return end ? -1 : place
  })
  const remaining = new Set(left)
  const kept = names.flatMap((_, place) => {
    const isEnded = endOf(place, from === undefined ? ofLayer : undefined) !== undefined
    return isEnded && !remaining.has(place) ? [] : [place]
  })
  const placeOf = new Map(kept.map((place, i) => [place, i]))
  const ended = past.filter((_, place) => endOfFeature.includes(place))
  return {
    names: kept.map((place) => names[place]!),
    classOfFeature: left.map((place) => placeOf.get(place) ?? -1),
    ended,
    endOfFeature: endOfFeature.map((place) => (place < 0 ? -1 : ended.indexOf(past[place]!))),
  }
}

/** A class is of its party, and one without a party of that of its name. */
export function isOfParty({ classes }: Pick<Layer, 'classes'>, name: ClassName, party: string): boolean {
  return (classes.find((own) => own.class === name)?.party ?? name) === party
}

/** What a reader must know of ends: whose hold ended in which layer, and ends of parties that no layer of control knows. */
export function holdEndNotes(
  study: Study,
  measured: readonly {
    readonly layer: Layer
    readonly names: readonly ClassName[]
    readonly ended: readonly HoldEnd[]
  }[],
): Note[] {
  const control = study.layers.filter(({ role }) => role === 'control')
  const isKnown = ({ party }: HoldEnd): boolean =>
    control.some((layer) => layer.classes.some((own) => isOfParty(layer, own.class, party))) ||
    measured.some(
      ({ layer, names, ended }) =>
        names.some((name) => isOfParty(layer, name, party)) || ended.some((end) => end.party === party),
    )
  const unknown = new Set(
    control.some(isMeasured)
      ? holdEndsOf(study)
          .filter((end) => !isKnown(end))
          .map(({ party }) => party)
      : [],
  )
  return [
    ...measured.flatMap(({ layer: { name }, ended }) =>
      ended.map(({ party, date }) => note('hold-ended', { layer: name, party, date }, { layer: name })),
    ),
    ...[...unknown].map((party) => note('ends-party-unknown', { party })),
  ]
}
