import { say, type Language, type WordKey } from '../words/say.ts'
import { formatDate, formatHectares, formatLayerDate, formatShare } from './format.ts'
import type { Layer } from './layer.ts'
import type { ClassName, Measurement } from './measurement.ts'
import type { Study } from './study.ts'
import { sumOf } from './tally.ts'
import { textIn, type Text } from './text.ts'

/** What the study's one sentence is about, with its bounds: ground assessed, and ground assessed or claimed. */
export type Answer = {
  readonly planM2: number
  readonly layer: Layer
  readonly party: Text
  /** Ground of the party's classes without those that are only claimed. */
  readonly lowM2: number
  /** Ground of all of the party's classes. */
  readonly highM2: number
}

/** `null` where no measured layer holds on the day. Without a headline it is the largest class of the first layer. */
export function answerOf(study: Study, measurement: Measurement): Answer | null {
  const measured = study.headline
    ? measurement.layers.find(({ name }) => name === study.headline?.layer)
    : measurement.layers.find(({ layer }) => layer !== null)
  const layer = study.layers.find(({ id }) => id === measured?.layer)
  if (!measured || !layer) return null
  const { party, firm, all } = study.headline
    ? partyClasses(study.headline, layer)
    : largestClass(measured.classes, layer)
  const groundM2 = (classes: ReadonlySet<ClassName>): number =>
    sumOf(
      measurement.combinations
        .filter((combination) => combination.classes[layer.name]?.some((name) => classes.has(name)))
        .map(({ areaM2 }) => areaM2),
    )
  return { planM2: measurement.plan.areaM2, layer, party, lowM2: groundM2(firm), highM2: groundM2(all) }
}

type PartyClasses = { party: Text; firm: ReadonlySet<ClassName>; all: ReadonlySet<ClassName> }

function partyClasses({ party, label }: NonNullable<Study['headline']>, layer: Layer): PartyClasses {
  const own = layer.classes.filter((known) => known.party === party || known.class === party)
  return {
    party: label ?? { en: party },
    firm: new Set(own.filter(({ confidence }) => confidence !== 'claimed').map((known) => known.class)),
    all: new Set(own.map((known) => known.class)),
  }
}

function largestClass(classes: readonly { class: ClassName; areaM2: number }[], layer: Layer): PartyClasses {
  const largest = classes.reduce<(typeof classes)[number] | null>((a, b) => (a && a.areaM2 >= b.areaM2 ? a : b), null)
  const name = largest?.class ?? null
  return { party: classLabel(layer, name), firm: new Set([name]), all: new Set([name]) }
}

/** What a class is called: its label, its value, or "no value". */
export function classLabel(layer: Layer | undefined, name: ClassName): Text {
  const label = layer?.classes.find((known) => known.class === name)?.label
  return label ?? (name === null ? { en: say('en', 'class.empty'), ar: say('ar', 'class.empty') } : { en: name })
}

/** A piece of the sentence; what is strong stands out. */
export type Run = { readonly text: string; readonly strong: boolean }

/** The answer in one sentence, in pieces; areas in whole hectares from 100 ha on. */
export function answerRuns(study: Study, measurement: Measurement, language: Language): Run[] {
  return answerTemplate(study, measurement, language)
    .split('*')
    .map((text, i) => ({ text, strong: i % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

/** The answer in one sentence. */
export const answerSentence = (study: Study, measurement: Measurement, language: Language): string =>
  answerRuns(study, measurement, language)
    .map(({ text }) => text)
    .join('')

function answerTemplate(study: Study, measurement: Measurement, language: Language): string {
  const digits = measurement.plan.areaM2 >= 1_000_000 ? 0 : 1
  const plan = formatHectares(measurement.plan.areaM2, language, digits)
  const answer = answerOf(study, measurement)
  if (!answer) {
    return measurement.at !== null && study.layers.some(({ role }) => role === 'control')
      ? say(language, 'answer.not-measurable', { plan, date: dayText(measurement.at, study.plan.announced, language) })
      : say(language, 'answer.plan-only', { plan })
  }
  const { layer, lowM2, highM2, planM2 } = answer
  const onDay = layer.role === 'control' && measurement.at !== null
  const about = onDay ? 'control' : layer.role === 'shelling' ? 'shelling' : 'other'
  const form = highM2 === 0 ? 'none' : sameWhenPrinted(answer, language, digits) ? 'one' : 'range'
  const key: WordKey = `answer.${about}.${form}`
  return say(language, key, {
    plan,
    area: formatHectares(highM2, language, digits),
    share: formatShare(highM2 / planM2, language, digits),
    low: withoutUnit(formatHectares(lowM2, language, digits)),
    high: formatHectares(highM2, language, digits),
    lowShare: withoutUnit(formatShare(lowM2 / planM2, language, digits)),
    highShare: formatShare(highM2 / planM2, language, digits),
    party: withoutMarks(textIn(language, answer.party)),
    date: onDay ? dayText(measurement.at, study.plan.announced, language) : formatLayerDate(layer, language),
  })
}

/** The day of the announcement is named as such. */
const dayText = (day: string, announced: string | undefined, language: Language): string =>
  day === announced ? say(language, 'date.announced', { date: formatDate(day, language) }) : formatDate(day, language)

const sameWhenPrinted = ({ lowM2, highM2 }: Answer, language: Language, digits: 0 | 1): boolean =>
  formatHectares(lowM2, language, digits) === formatHectares(highM2, language, digits)

/** The user's own text must not mark anything as strong. */
const withoutMarks = (text: string): string => text.replaceAll('*', '∗')

const withoutUnit = (text: string): string => text.replace(/\u00a0[^\u00a0]*$/, '')
