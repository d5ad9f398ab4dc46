import { say, type Language } from '../i18n/say.ts'
import { answerOf } from './answer.ts'
import { confidences, type Confidence } from '../model/confidence.ts'
import type { Interval, LayerMeasurement, Measurement } from '../model/measurement.ts'
import type { Study } from '../model/study.ts'

/**
 * What the words mean that say of the ground of a measurement how many sources say so; `null` where none is used. A sheet tells
 * readings in its `sentence` alone, page and report those of all layers.
 */
export function confidenceExplained(
  study: Study,
  measurement: Measurement,
  told: 'sentence' | 'layers',
  language: Language,
): string | null {
  const { layers } = measurement
  const classes = layers.flatMap((layer) => layer.classes).filter(hasGround)
  const answer = told === 'sentence' ? answerOf(study, measurement)?.layer.id : undefined
  const read = layers.filter(({ layer }) => told === 'layers' || (layer !== null && layer === answer))
  const used = new Set<Confidence>([
    ...classes.flatMap(({ confidence }) => (confidence === undefined || confidence === 'agreed' ? [] : confidence)),
    ...read.flatMap(wordsOfReadings),
  ])
  const isUnstated = classes.some(({ confidence, areaM2 }) => confidence === undefined && areaM2 > 0)
  if (used.size === 0) return null
  const isJoined = [...classes, ...layers.flatMap(({ groups }) => groups)].some(
    ({ publishers }) => publishers !== undefined,
  )
  const words = [
    ...confidences.filter((word) => used.has(word)),
    ...(isJoined ? (['publishers'] as const) : []),
    ...(isUnstated ? (['none'] as const) : []),
  ]
  return words.map((word) => say(language, `confidence.explained.${word}`)).join(' ')
}

const hasGround = ({ areaM2, high = 0 }: Interval & { readonly areaM2: number }): boolean => areaM2 > 0 || high > 0

/** The words that tell readings: of all sources, and of some where these say more. */
function wordsOfReadings({ bySources = [] }: LayerMeasurement): Confidence[] {
  const [first, last] = [bySources[0], bySources.at(-1)]
  if (!first || !last || first.of < 2 || !hasGround(last)) return []
  return first.areaM2 === last.areaM2 ? ['agreed'] : ['agreed', 'some-sources']
}
