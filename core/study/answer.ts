import { say, type Language, type WordKey } from '../words/say.ts'
import { formatAreaIn, formatHectares, formatShare, inUnit, unitFor, type AreaUnit } from './format.ts'
import { formatInterval, formatShareInterval, shareDigits } from './interval-text.ts'
import type { Layer } from './layer.ts'
import type { ClassArea, ClassName, GroundArea, LayerMeasurement, Measurement } from './measurement.ts'
import type { Study } from './study.ts'
import { holdEndedText } from './hold-ended-text.ts'
import { areaAsGiven } from './area-as-given.ts'
import { isTold } from './outline.ts'
import { publishedBy } from './published-by.ts'
import { textIn, type Text } from './text.ts'
import { dayText, heldWhen, layerWhen } from './when.ts'

/** What the study's one sentence is about: ground that all sources speak of, and ground that some do. */
export type Answer = {
  readonly planM2: number
  readonly layer: Layer
  readonly party: Text
  /** Ground that all sources name which speak of the party; where they are not named, without what only some say. */
  readonly agreed: GroundArea
  /** Ground that any source names, or of all of the party's classes. */
  readonly all: GroundArea
  /** Who the figures are by, as far as classes say so. */
  readonly by: 'all-and-some' | 'one-source' | 'some-sources' | 'not-stated'
}

type PartyGround = Pick<Answer, 'party' | 'agreed' | 'all' | 'by'>

/** `null` where no measured layer holds on the day, or none of its sources names anybody. Without a headline it is the largest class of the first layer. */
export function answerOf(study: Study, measurement: Measurement): Answer | null {
  const measured = study.headline
    ? measurement.layers.find(({ name }) => name === study.headline?.layer)
    : measurement.layers.find(({ layer }) => layer !== null)
  const layer = study.layers.find(({ id }) => id === measured?.layer)
  if (!measured || !layer) return null
  const about = study.headline ? partyGround(study.headline, measured) : largestClass(measured, layer)
  return about && { planM2: measurement.plan.areaM2, layer, ...about }
}

const noGround: GroundArea = { areaM2: 0, share: 0 }

/** The party's group of classes, or the class of that name. */
function partyGround(
  { party: name, label }: NonNullable<Study['headline']>, measured: LayerMeasurement,
): PartyGround | null {
  const party = label ?? { en: name }
  const readings = measured.bySources?.filter((own) => own.party === name) ?? []
  const [first, last] = [readings[0], readings.at(-1)]
  if (first && last) return { party, agreed: first, all: last, by: first.of === 1 ? 'one-source' : 'all-and-some' }
  const group = measured.groups.find((own) => own.party === name)
  const own = measured.classes.filter((each) => each.party === name || each.class === name)
  if (own.length > 0 && own.every(({ confidence }) => confidence === 'inferred')) return null
  const stated = own.filter(({ areaM2, confidence }) => areaM2 > 0 && confidence !== 'inferred')
  const isOfAll = stated.every(({ confidence }) => confidence === 'agreed' || confidence === 'some-sources')
  const by = isOfAll ? 'all-and-some' : 'not-stated'
  if (group) return { party, agreed: group.agreed, all: group.all, by }
  const all = own[0] ?? noGround
  return { party, agreed: own[0]?.confidence === 'some-sources' ? noGround : all, all, by }
}

function largestClass({ classes }: LayerMeasurement, layer: Layer): PartyGround | null {
  const named = classes.filter(({ confidence }) => confidence !== 'inferred')
  if (named.length === 0 && classes.length > 0) return null
  const largest = named.reduce<ClassArea | null>((a, b) => (a && a.areaM2 >= b.areaM2 ? a : b), null)
  const ground = largest ?? noGround
  return { party: classLabel(layer, largest?.class ?? null), agreed: ground, all: ground, by: largest?.confidence !== 'some-sources' ? 'not-stated' : largest.sources?.length === 1 ? 'one-source' : 'some-sources' }
}

/** What a class is called: its label, its value, or "no value"; what nobody names is never called so without saying it. */
export function classLabel(layer: Layer | undefined, name: ClassName): Text {
  const known = layer?.classes.find((own) => own.class === name)
  const label = known?.label
  if (label && known.confidence === 'inferred') return inferredLabel(label)
  return label ?? (name === null ? { en: say('en', 'class.empty'), ar: say('ar', 'class.empty') } : { en: name })
}

function inferredLabel({ en, ar }: Text): Text {
  const said = (language: Language, text: string): string => say(language, 'class.inferred', { class: withoutConfidence(text, language) })
  return { en: said('en', en), ...(ar === undefined ? {} : { ar: said('ar', ar) }) }
}

/** The label of a class that was split off as inferred says so already. */
function withoutConfidence(text: string, language: Language): string {
  const suffix = say(language, 'class.of-confidence', { confidence: say(language, 'confidence.inferred') })
  return text.endsWith(suffix) ? text.slice(0, -suffix.length) : text
}

/** A piece of the sentence; what is strong stands out. */
export type Run = { readonly text: string; readonly strong: boolean }

/** The answer in one sentence, in pieces; areas as their intervals support them, without any in whole hectares from 100 ha on. */
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

/** Where a hold has ended, that comes first; then what was last reported of the party asked about, if it may still hold. */
function answerTemplate(study: Study, measurement: Measurement, language: Language): string {
  if (isTold(measurement)) return toldTemplate(study, measurement, language)
  const answer = answerOf(study, measurement)
  const ended = answer && holdEndedText(study, measurement, answer.layer, language)
  if (!ended) return heldTemplate(study, measurement, language)
  return ended.isAll ? ended.text : `${ended.text} ${heldTemplate(study, measurement, language)}`
}

/** Whether all that is drawn of the layer asked about is inferred. */
function isInferred({ headline }: Study, { layers }: Measurement): boolean {
  const classes = layers.find(({ name, layer }) => layer !== null && (headline === undefined || name === headline.layer))?.classes ?? []
  const drawn = classes.filter(({ areaM2 }) => areaM2 > 0)
  return drawn.length > 0 && drawn.every(({ confidence }) => confidence === 'inferred')
}

function heldTemplate(study: Study, measurement: Measurement, language: Language): string {
  const digits = measurement.plan.areaM2 >= 1_000_000 ? 0 : 1
  const plan = formatHectares(measurement.plan.areaM2, language, digits)
  const answer = answerOf(study, measurement)
  if (!answer) {
    if (isInferred(study, measurement)) return say(language, 'answer.nobody-named', { plan })
    return measurement.at !== null && study.layers.some(({ role }) => role === 'control')
      ? say(language, 'answer.not-measurable', { plan, date: dayText(measurement.at, study.plan.announced, language) })
      : say(language, 'answer.plan-only', { plan })
  }
  const { layer, agreed, all } = answer
  const { at } = measurement
  const about = layer.role === 'control' && at !== null ? 'control' : layer.role === 'shelling' ? 'shelling' : 'other'
  const isOne = formatHectares(agreed.areaM2, language, digits) === formatHectares(all.areaM2, language, digits)
  const { by } = answer
  const form = isOne ? (isNone(all) ? 'none' : by === 'one-source' || by === 'some-sources' ? by : 'one') : by === 'not-stated' ? 'range-not-stated' : 'range'
  const unit = unitFor(all.areaM2)
  const share = (ground: GroundArea): string => formatShare(ground.share, language, shareDigits(ground) === 0 ? 0 : digits)
  const key: WordKey = `answer.${about}.${form}`
  return say(language, key, {
    plan,
    area: inUnit(formatInterval(all.areaM2, all, language, unit) ?? formatAreaIn(unit, all.areaM2, language, digits), unit, language),
    share: formatShareInterval(all.share, all, language) ?? share(all),
    low: isNone(agreed) ? say(language, 'answer.nothing') : inUnit(groundText(agreed, unit, language, digits), unit, language),
    high: inUnit(groundText(all, unit, language, digits), unit, language),
    lowShare: withoutUnit(share(agreed)),
    highShare: share(all),
    party: withoutMarks(textIn(language, answer.party)),
    date: layerWhen(layer, at, language),
    when: at === null ? '' : heldWhen(layer, at, study.plan.announced, language),
  })
}

/** Of a plan without an outline: that nothing is measured, and whose figure its area is. */
function toldTemplate(study: Study, { plan, claimed }: Measurement, language: Language): string {
  const figure = study.published.find(({ id }) => id === plan.areaFrom)
  const values = {
    plan: withoutMarks(textIn(language, study.plan.name)),
    area: areaAsGiven(plan.areaM2, language),
    by: figure ? withoutMarks(publishedBy(study, figure, language)) : '',
  }
  const sentence = say(language, 'answer.told', values)
  return claimed.length === 0 ? sentence : `${sentence} ${say(language, 'answer.told.claimed')}`
}

/** Not even in a draw. */
const isNone = ({ areaM2, high = 0 }: GroundArea): boolean => areaM2 === 0 && high === 0

/** Ground without its unit, with its interval around it; ground that is nowhere as plain as no interval. */
export const groundText = (ground: GroundArea, unit: AreaUnit, language: Language, digits: 0 | 1): string =>
  (isNone(ground) ? null : formatInterval(ground.areaM2, ground, language, unit)) ?? formatAreaIn(unit, ground.areaM2, language, digits)

/** The user's own text must not mark anything as strong. */
const withoutMarks = (text: string): string => text.replaceAll('*', '∗')

const withoutUnit = (text: string): string => text.replace(/\u00a0?%$/, '')
