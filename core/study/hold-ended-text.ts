import { say, type Language } from '../words/say.ts'
import { formatDate, formatHectares, formatShare } from './format.ts'
import type { HoldEnd } from './hold-ends.ts'
import type { Layer } from './layer.ts'
import type { LayerMeasurement, Measurement } from './measurement.ts'
import type { Study } from './study.ts'
import { textIn, type Text } from './text.ts'
import { dayText } from './when.ts'

/**
 * The sentence on ground of which nobody knows who holds it, because a hold has ended since the layer's day. `isAll`: nothing
 * is left to say of the party that the study asks about. `null` where no hold has ended.
 */
export function holdEndedText(
  study: Study, { at, plan, layers }: Measurement, layer: Layer, language: Language,
): { readonly text: string; readonly isAll: boolean } | null {
  const measured = layers.find((own) => own.layer === layer.id)
  const ended = measured?.ended ?? []
  if (!measured || at === null || ended.length === 0) return null
  const digits = plan.areaM2 >= 1_000_000 ? 0 : 1
  const text = say(language, 'answer.hold-ended', {
    plan: formatHectares(plan.areaM2, language, digits),
    area: formatHectares(measured.uncoveredM2, language, digits),
    share: formatShare(measured.uncoveredM2 / plan.areaM2, language, digits),
    date: dayText(at, study.plan.announced, language),
    ends: ended.map((end) => endText(end, study, layer, language)).join(language === 'ar' ? '؛ ' : '; '),
  })
  const isAsked = ended.some(({ party }) => party === study.headline?.party)
  return { text, isAll: isAsked || measured.classes.length === 0 }
}

/** That a party's hold ended, and when. */
const endText = ({ party, date }: HoldEnd, study: Study, layer: Layer, language: Language): string =>
  say(language, 'answer.hold-ended.party', { party: textIn(language, partyLabel(party, study, layer)), date: formatDate(date, language) })

function partyLabel(party: string, { headline }: Study, layer: Layer): Text {
  const label = headline?.party === party ? headline.label : undefined
  return label ?? layer.classes.find((own) => own.class === party)?.label ?? { en: party }
}

/** The same over several days: both words where holds have ended on some of them. */
export function uncoveredHead(days: readonly Pick<LayerMeasurement, 'ended'>[], language: Language): string {
  if (!days.some(({ ended }) => ended)) return say(language, 'class.uncovered')
  return days.every(({ ended }) => ended) ? say(language, 'class.not-known') : say(language, 'class.uncovered-or-not-known')
}

/** What plan ground in no class of a layer is called: not covered, or where a hold has ended not known. */
export const uncoveredText = ({ ended }: Pick<LayerMeasurement, 'ended'>, language: Language): string =>
  say(language, ended ? 'class.not-known' : 'class.uncovered')
