import { comma, translate, semicolon, type Language } from '../i18n/translate.ts'
import { answerOf } from './answer.ts'
import { namesNoSource } from './named-sources.ts'
import { loneVoice } from '../format/class-label.ts'
import { formatDate } from '../format/format.ts'
import { saidBy } from '../format/said-by.ts'
import { confidences, type Confidence } from '../model/confidence.ts'
import type { Layer } from '../model/layer.ts'
import type { ClassArea, Interval, LayerMeasurement, Measurement } from '../model/measurement.ts'
import { sourceOf } from '../model/sources.ts'
import type { Study } from '../model/study.ts'
import { textIn } from '../model/text.ts'

/**
 * What the words mean that say of the ground of a measurement how many sources say so, which of the sources that all name it do so
 * only in a wider sense, and which layers name none; `null` where there is nothing to say. A sheet tells
 * readings in its `sentence` alone, page and report those of all layers.
 */
export function confidenceExplained(
  study: Study,
  measurement: Measurement,
  reported: 'sentence' | 'layers',
  language: Language,
): string | null {
  const { layers } = measurement
  const layerOf = ({ layer }: LayerMeasurement): Layer | undefined => study.layers.find(({ id }) => id === layer)
  const shown = layers.map((measured) => ({
    measured,
    layer: layerOf(measured),
    classes: measured.classes.filter(hasGround),
  }))
  const classes = shown.flatMap((own) => own.classes)
  const answer = reported === 'sentence' ? answerOf(study, measurement)?.layer.id : undefined
  const read = layers.filter(({ layer }) => reported === 'layers' || (layer !== null && layer === answer))
  const used = new Set<Confidence>([
    ...shown.flatMap(({ layer, classes: own }) => own.flatMap((each) => wordOf(layer, each))),
    ...read.flatMap(wordsOfReadings),
  ])
  const isUnstated = classes.some(({ confidence, areaM2 }) => confidence === undefined && areaM2 > 0)
  const isJoined = [...classes, ...layers.flatMap(({ groups }) => groups)].some(
    ({ publishers }) => publishers !== undefined,
  )
  const sentences = [
    ...confidences
      .filter((word) => used.has(word))
      .flatMap((word) => [
        translate(language, `confidence.explained.${word}`),
        ...(word === 'agreed' ? read.flatMap((own) => widelyNamed(study, own, layerOf(own), language)) : []),
      ]),
    ...(isJoined ? [translate(language, 'confidence.explained.publishers')] : []),
    ...(used.size > 0 && isUnstated ? [translate(language, 'confidence.explained.none')] : []),
    ...sourceless(
      shown.flatMap(({ layer, classes: own }) => (layer && own.length > 0 ? [layer] : [])),
      language,
    ),
  ]
  return sentences.length === 0 ? null : sentences.join(' ')
}

const hasGround = ({ areaM2, high = 0 }: Interval & { readonly areaM2: number }): boolean => areaM2 > 0 || high > 0

/** The word that a class stands for, where its label does not say already that one source alone names it. */
function wordOf(layer: Layer | undefined, { class: name, confidence }: ClassArea): Confidence[] {
  if (confidence === undefined || confidence === 'agreed') return []
  const known = layer?.classes.find((own) => own.class === name)
  const voice = known ? loneVoice(known) : null
  return voice === 'one-source' || voice === 'one-publisher' ? [] : [confidence]
}

/** The words that tell readings: of all sources, and of some where these say more. */
function wordsOfReadings({ bySources = [] }: LayerMeasurement): Confidence[] {
  const [first, last] = [bySources[0], bySources.at(-1)]
  if (!first || !last || first.of < 2 || !hasGround(last)) return []
  return first.areaM2 === last.areaM2 ? ['agreed'] : ['agreed', 'some-sources']
}

/** Which of the sources that all name the ground of a layer name it only in a wider sense; none where all name the ground itself. */
export function widelyNamed(
  { sources }: Pick<Study, 'sources'>,
  { bySources = [] }: LayerMeasurement,
  layer: Layer | undefined,
  language: Language,
): string[] {
  const ids = bySources[0]?.widelyBy ?? []
  if (!layer || ids.length === 0 || !hasGround(bySources[0]!)) return []
  const named = ids.flatMap((id) => sourceOf(sources, id) ?? [])
  const list = named.map((own) =>
    [saidBy(own, language), ...(own.date === undefined ? [] : [formatDate(own.date, language)])].join(comma(language)),
  )
  return [
    translate(language, 'confidence.explained.widely-by', {
      layer: layer.role === 'control' ? translate(language, 'role.control') : textIn(language, layer.title),
      sources: list.join(semicolon(language)),
      count: list.length,
    }),
  ]
}

/** The layers that name no source at all. */
function sourceless(layers: readonly Layer[], language: Language): string[] {
  const titles = layers.filter(namesNoSource).map(({ title }) => textIn(language, title))
  return titles.length === 0
    ? []
    : [translate(language, 'confidence.explained.no-source', { layers: titles.join(comma(language)) })]
}
