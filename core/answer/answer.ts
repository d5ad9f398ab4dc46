import { partyText } from '../model/party-text.ts'
import { translate, translateInEach, type Language, type MessageKey } from '../i18n/translate.ts'
import { formatAreaIn, formatHectares, inUnit, unitFor, type AreaUnit } from '../format/format.ts'
import { formatAreaOf, formatInterval, formatShareInterval, formatShareOf } from '../format/interval-text.ts'
import { coveredParty } from '../measure/class-groups.ts'
import { classLabel } from '../format/class-label.ts'
import type { Layer, Role } from '../model/layer.ts'
import type { ClassArea, ClassName, GroundArea, LayerMeasurement, Measurement } from '../model/measurement.ts'
import { isAtMost, isNone, notStated, saidBySources, sharesText, spanOf, spanText, type Span } from './span.ts'
import { alsoDrawnText } from './also-drawn.ts'
import { otherPartiesText } from './other-parties-text.ts'
import { namesNoSource } from './named-sources.ts'
import { sliverShare } from '../model/sliver-share.ts'
import type { Study } from '../model/study.ts'
import { mainLayer } from './main-layer.ts'
import { holdEndedText } from './hold-ended-text.ts'
import { areaAsGiven } from '../format/area-as-given.ts'
import { equalGroundText } from './equal-ground.ts'
import { isReported } from '../model/outline.ts'
import { publishedBy } from '../format/published-by.ts'
import { textIn, type Text } from '../model/text.ts'
import { dayText, heldWhen, layerWhen } from '../format/when.ts'
import type { SaidBy } from './said-by.ts'

/** What the study's one sentence is about: a party's ground by the readings of its sources. */
export type Answer = PartyGround & {
  readonly planM2: number
  readonly layer: Layer
}

/** `owner` is the party, or class without one, that it is about; missing where it is about all that is shelled or damaged. */
type PartyGround = Span & { readonly party: Text; readonly owner?: ClassName }

const noGround: GroundArea = { areaM2: 0, share: 0 }

/** `null` where no measured layer holds on the day, or none of its sources names anybody. Without a headline it is the largest class of the main layer. */
export function answerOf(study: Study, measurement: Measurement): Answer | null {
  const measured = study.headline
    ? measurement.layers.find(({ name }) => name === study.headline?.layer)
    : mainLayer(study, measurement)
  const layer = study.layers.find(({ id }) => id === measured?.layer)
  if (!measured || !layer) return null
  const about = study.headline ? partyGround(study.headline, measured) : largestGround(measured, layer)
  return about && { planM2: measurement.plan.areaM2, layer, ...about }
}

/** The party asked about, by the readings of its sources. */
function partyGround({ party, label }: NonNullable<Study['headline']>, measured: LayerMeasurement): PartyGround | null {
  const span = spanOf(measured, party)
  return span && { party: label ?? partyText(party), owner: party, ...span }
}

/** Of a damage layer with grades no single one: all that count as affected, each ground once. */
function affectedGround(measured: LayerMeasurement): PartyGround | null {
  const span = spanOf(measured, coveredParty(measured))
  return span && { party: translateInEach('answer.affected'), ...span }
}

/** All that was reported shelled; else the party with the most ground where sources are named, or the largest class. */
function largestGround(measured: LayerMeasurement, layer: Layer): PartyGround | null {
  const { classes, bySources } = measured
  if (coveredParty(measured) !== null) return affectedGround(measured)
  const named = classes.filter(({ confidence }) => confidence !== 'inferred')
  if (named.length === 0 && classes.length > 0) return null
  const largest = named.reduce<ClassArea | null>((a, b) => (a && a.areaM2 >= b.areaM2 ? a : b), null)
  const party = layer.role === 'control' ? (bySources?.[0]?.party ?? largest?.party) : undefined
  const span = layer.role === 'shelling' ? spanOf(measured, null) : party === undefined ? null : spanOf(measured, party)
  if (span)
    return party === undefined
      ? { party: { en: layer.name }, ...span }
      : { party: partyLabel(layer, party), owner: party, ...span }
  const ground = largest ?? noGround
  const { confidence, sources } = largest ?? {}
  const said: SaidBy =
    largest && sources && sources.length > 0
      ? saidBySources({ sources, ...(largest.publishers === undefined ? {} : { publishers: largest.publishers }) })
      : { ...notStated, by: confidence === 'some-sources' ? 'some-sources' : 'not-stated' }
  return {
    party: classLabel(layer, largest?.class ?? null),
    ...(largest ? { owner: largest.party ?? largest.class } : {}),
    narrow: ground,
    wide: ground,
    ...said,
  }
}

/** Of the class that has the party's name, or the name itself. */
const partyLabel = (layer: Layer, party: string): Text =>
  layer.classes.find((own) => own.class === party)?.label ?? partyText(party)

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
  if (isReported(measurement)) return reportedTemplate(study, measurement, language)
  const answer = answerOf(study, measurement)
  const ended = answer && holdEndedText(study, measurement, answer.layer, language)
  if (!ended) return heldTemplate(study, measurement, language)
  return ended.isAll ? ended.text : `${ended.text} ${heldTemplate(study, measurement, language)}`
}

/** The role of the layer asked about if all that is drawn of it is inferred. */
function inferredRole({ headline, layers: known }: Study, measurement: Measurement): Role | null {
  const requested = headline
    ? measurement.layers.find(({ name, layer }) => layer !== null && name === headline.layer)
    : mainLayer({}, measurement)
  const drawn = requested?.classes.filter(({ areaM2 }) => areaM2 > 0) ?? []
  const isInferred = drawn.length > 0 && drawn.every(({ confidence }) => confidence === 'inferred')
  return isInferred ? (known.find(({ id }) => id === requested?.layer)?.role ?? null) : null
}

function heldTemplate(study: Study, measurement: Measurement, language: Language): string {
  const digits = measurement.plan.areaM2 >= 1_000_000 ? 0 : 1
  const plan = formatAreaOf(measurement.plan.areaM2, measurement.plan, language, digits)
  const answer = answerOf(study, measurement)
  if (!answer) {
    const inferred = inferredRole(study, measurement)
    if (inferred !== null)
      return translate(language, inferred === 'control' ? 'answer.nobody-named' : 'answer.ground-not-named', { plan })
    return measurement.at !== null && study.layers.some(({ role }) => role === 'control')
      ? translate(language, 'answer.not-measurable', {
          plan,
          date: dayText(measurement.at, study.plan.announced, language),
        })
      : translate(language, 'answer.plan-only', { plan })
  }
  const { layer, narrow, wide } = answer
  const { at } = measurement
  const about = layer.role === 'control' ? 'control' : layer.role === 'shelling' ? 'shelling' : 'other'
  const isOne = formatHectares(narrow.areaM2, language, digits) === formatHectares(wide.areaM2, language, digits)
  const form = isAtMost(answer.widely, narrow.areaM2, wide.areaM2)
    ? 'at-most'
    : answer.same !== null
      ? 'of-sources'
      : !isOne
        ? 'range'
        : isNone(wide)
          ? 'none'
          : formOfOne(answer, layer)
  const unit = unitFor(wide.areaM2)
  const share = (ground: GroundArea): string => formatShareOf(ground.share, ground, language, digits)
  const area = (ground: GroundArea): string => inUnit(groundText(ground, unit, language, digits), unit, language)
  const isDrawn = narrow.shareLow !== undefined && wide.shareLow !== undefined
  const hasEnded = measurement.layers.some((own) => own.layer === layer.id && own.ended !== undefined)
  const isUnsaid = about === 'control' && form === 'none' && (answer.by === 'nobody' || hasEnded)
  const key: MessageKey = isUnsaid ? 'answer.control.nobody-says' : `answer.${about}.${form}`
  const sentence = translate(language, key, {
    plan,
    area: inUnit(
      formatInterval(wide.areaM2, wide, language, unit) ?? formatAreaIn(unit, wide.areaM2, language, digits),
      unit,
      language,
    ),
    share: shareText(wide, share, language),
    span: spanText(answer, isNone(narrow) ? translate(language, 'answer.nothing') : area(narrow), area(wide), language),
    of: answer.of ?? 0,
    count: answer.same ?? 0,
    by: translate(
      language,
      answer.by === 'one-source' || answer.by === 'one-publisher' ? `by.${answer.by}` : 'by.some-sources',
    ),
    shares: isDrawn
      ? sharesText(shareText(narrow, share, language), shareText(wide, share, language), true, language)
      : sharesText(withoutUnit(share(narrow)), share(wide), false, language),
    party: withoutMarks(textIn(language, answer.party)),
    drawnIn: withoutMarks(drawnIn(study, layer, language)),
    date: layerWhen(layer, at, language),
    when: at === null ? translate(language, 'when.no-day') : heldWhen(layer, at, study.plan.announced, language),
  })
  const silent = about === 'control' && isNone(wide) ? noDataGround(measurement, layer) : null
  const reported = new Set(answer.others.map(({ party }) => party))
  const others = [
    // Whom the study asks about need not be the one with the most.
    study.headline || answer.owner === undefined
      ? ''
      : equalGroundText(measurement, layer, answer.owner, answer, language),
    otherPartiesText(answer, language),
    answer.owner === undefined ? '' : alsoDrawnText(measurement, layer, answer.owner, reported, language),
  ].filter((text) => text !== '')
  return [
    sentence,
    ...(answer.by === 'not-stated' && !isNone(wide) && namesNoSource(layer)
      ? [translate(language, 'answer.no-source')]
      : []),
    ...others.map((text) => sentenceOf(withoutMarks(text), language)),
    ...(silent === null ? [] : [translate(language, 'answer.silent', { area: area(silent) })]),
  ].join(' ')
}

/** Plan ground that the layer names nobody for, where it is more than nothing; what is inferred is named by nobody. */
function noDataGround({ layers, plan }: Measurement, layer: Layer): GroundArea | null {
  const measured = layers.find((own) => own.layer === layer.id)
  if (!measured) return null
  if (measured.ended)
    return measured.unnamed && measured.unnamed.areaM2 > sliverShare * plan.areaM2 ? measured.unnamed : null
  const namedM2 = measured.groups.find(({ party }) => party === null)?.all.areaM2 ?? plan.areaM2 - measured.uncoveredM2
  const areaM2 = plan.areaM2 - namedM2
  if (areaM2 <= sliverShare * plan.areaM2) return null
  const isUncovered = Math.abs(areaM2 - measured.uncoveredM2) < sliverShare * plan.areaM2
  return { areaM2, share: areaM2 / plan.areaM2, ...(isUncovered ? measured.uncovered : {}) }
}

/** Who says so of a figure that is one: sources that features name, else the picture of a map that it was traced on. */
const formOfOne = (
  { by, of }: SaidBy,
  { picture }: Layer,
): 'one' | 'one-source' | 'one-publisher' | 'some-sources' | 'all-sources' | 'drawn' =>
  by === 'one-source' || by === 'one-publisher' || by === 'some-sources'
    ? by
    : by === 'all-and-some' && of !== null
      ? 'all-sources'
      : picture
        ? 'drawn'
        : 'one'

/** What a layer was traced on: its source by name, else the picture's file. */
function drawnIn({ sources }: Study, { source, picture }: Layer, language: Language): string {
  const own = sources.find(({ id }) => id === source)
  return own ? textIn(language, own.title) : (picture?.file ?? '')
}

const sentenceOf = (text: string, language: Language): string =>
  `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}.`

const shareText = (ground: GroundArea, plain: (ground: GroundArea) => string, language: Language): string =>
  formatShareInterval(ground.share, ground, language) ?? plain(ground)

/** Of a plan without an outline: that nothing is measured, and whose figure its area is. */
function reportedTemplate(study: Study, { plan, claimed }: Measurement, language: Language): string {
  const figure = study.published.find(({ id }) => id === plan.areaFrom)
  const values = {
    plan: withoutMarks(textIn(language, study.plan.name)),
    area: areaAsGiven(plan.areaM2, language),
    by: figure ? withoutMarks(publishedBy(study, figure, language)) : '',
  }
  const sentence = translate(language, 'answer.told', values)
  return claimed.length === 0 ? sentence : `${sentence} ${translate(language, 'answer.told.claimed')}`
}

/** Ground without its unit, with its interval around it; ground that is nowhere as plain as no interval. */
export const groundText = (ground: GroundArea, unit: AreaUnit, language: Language, digits: 0 | 1): string =>
  (isNone(ground) ? null : formatInterval(ground.areaM2, ground, language, unit)) ??
  formatAreaIn(unit, ground.areaM2, language, digits)

/** The user's own text must not mark anything as strong. */
const withoutMarks = (text: string): string => text.replaceAll('*', '∗')

const withoutUnit = (text: string): string => text.replace(/\u00a0?%$/, '')
