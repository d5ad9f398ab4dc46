import { translate, semicolon, type Language } from '../i18n/translate.ts'
import { formatAreaOf, formatShareOf } from '../format/interval-text.ts'
import type { HoldEnd } from '../model/hold-end.ts'
import type { Layer } from '../model/layer.ts'
import type { EndedHold, Interval, LayerMeasurement, Measurement } from '../model/measurement.ts'
import type { Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'
import { dayText, onDate } from '../format/when.ts'

/**
 * The sentence on ground of which nobody knows who holds it, because a hold has ended since the layer's day. `isAll`: nothing
 * is left to say of the party that the study asks about. `null` where no hold has ended.
 */
export function holdEndedText(
  study: Study,
  { at, plan, layers }: Measurement,
  layer: Layer,
  language: Language,
): { readonly text: string; readonly isAll: boolean } | null {
  const measured = layers.find((own) => own.layer === layer.id)
  const ended = measured?.ended ?? []
  if (!measured || at === null || ended.length === 0) return null
  const digits = plan.areaM2 >= 1_000_000 ? 0 : 1
  const areaM2 = notKnownM2(measured)
  const [only, ...others] = ended
  // The interval of one ended hold is that of all; several may overlap.
  const interval = only && others.length === 0 && 'areaM2' in only ? only : {}
  const text = translate(language, 'answer.hold-ended', {
    plan: formatAreaOf(plan.areaM2, plan, language, digits),
    area: formatAreaOf(areaM2, interval, language, digits),
    share: formatShareOf(areaM2 / plan.areaM2, interval, language, digits),
    date: dayText(at, study.plan.announced, language),
    ends: ended.map((end) => endText(end, language)).join(semicolon(language)),
  })
  const isRequested = ended.some(({ party }) => party === study.headline?.party)
  return { text, isAll: isRequested || measured.classes.length === 0 }
}

/** Ground of ended holds that no class covers, counted once. */
const notKnownM2 = ({ uncoveredM2, unnamed }: Pick<LayerMeasurement, 'uncoveredM2' | 'unnamed'>): number =>
  uncoveredM2 - (unnamed?.areaM2 ?? 0)

/** That a party's hold ended, when and by what. */
const endText = ({ label, date, title }: Pick<EndedHold, 'label' | 'date' | 'title'>, language: Language): string =>
  translate(language, 'answer.hold-ended.party', {
    party: textIn(language, label),
    when: onDate(date, language),
    event: textIn(language, title),
  })

/** Plan ground in no class of a layer; `end` is whose hold has ended, `null` where no source names the ground. */
export type UncoveredRow = {
  readonly text: string
  readonly areaM2: number
  readonly interval: Interval
  readonly end: HoldEnd | null
}

/**
 * Plan ground in no class of a layer by why it is in none, each its own row: not known since a hold ended, or not covered. Where
 * ended holds were not split from the rest, as in a unit, one row says both.
 */
export function uncoveredRows(
  { ended, unnamed, uncoveredM2, uncovered }: LayerMeasurement,
  language: Language,
): UncoveredRow[] {
  if (!ended)
    return [{ text: translate(language, 'class.uncovered'), areaM2: uncoveredM2, interval: uncovered ?? {}, end: null }]
  const split = ended.flatMap((end): UncoveredRow[] =>
    'areaM2' in end ? [{ text: endedText(end, language), areaM2: end.areaM2, interval: end, end }] : [],
  )
  if (!unnamed || split.length < ended.length)
    return [
      {
        text: translate(language, 'class.uncovered-or-not-known'),
        areaM2: uncoveredM2,
        interval: uncovered ?? {},
        end: null,
      },
    ]
  return [
    ...split,
    { text: translate(language, 'class.uncovered'), areaM2: unnamed.areaM2, interval: unnamed, end: null },
  ]
}

/** "not known (hold of the government ended on 8 December 2024: …)". */
const endedText = ({ label, date, title }: Pick<EndedHold, 'label' | 'date' | 'title'>, language: Language): string =>
  translate(language, 'class.hold-ended', {
    party: textIn(language, label),
    when: onDate(date, language),
    event: textIn(language, title),
  })

/** That holds have ended, for a day on which a layer is shown; `null` where none has. */
export function endsText({ ended }: Pick<LayerMeasurement, 'ended'>, language: Language): string | null {
  return ended ? ended.map((end) => endedText(end, language)).join(semicolon(language)) : null
}

/** A row or column over several days: ground of one ended hold, or ground that no source names. */
export type UncoveredPart = {
  readonly key: string
  readonly text: string
  readonly of: (measured: LayerMeasurement) => UncoveredRow | null
}

/** Plan ground in no class over several days or studies: a part for each hold that ended, then one for the rest. */
export function uncoveredParts(days: readonly LayerMeasurement[], language: Language): UncoveredPart[] {
  const ends = new Map(days.flatMap(({ ended = [] }) => ended.map((end) => [`${end.party} ${end.date}`, end] as const)))
  return [
    ...[...ends].map(([key, { label, party, date }]): UncoveredPart => ({
      key,
      text: translate(language, 'class.hold-ended-head', {
        party: textIn(language, label),
        when: onDate(date, language),
      }),
      of: (measured) =>
        uncoveredRows(measured, language).find(({ end }) => end?.party === party && end.date === date) ?? null,
    })),
    {
      key: '',
      text: translate(language, 'class.uncovered'),
      of: (measured) => uncoveredRows(measured, language).find(({ end }) => end === null) ?? null,
    },
  ]
}
