import { say, type Language } from '../words/say.ts'
import { confidences } from './confidence.ts'
import type { Measurement } from './measurement.ts'

/** What the words for confidence mean that the classes of a measurement bear; `null` where none bears any. */
export function confidenceExplained({ layers }: Measurement, language: Language): string | null {
  const classes = layers.flatMap((layer) => layer.classes)
  const borne = confidences.filter((word) => classes.some(({ confidence }) => confidence === word))
  if (borne.length === 0) return null
  const isUnstated = classes.some(({ confidence, areaM2 }) => confidence === undefined && areaM2 > 0)
  const words = [...borne, ...(isUnstated ? (['none'] as const) : [])]
  return words.map((word) => say(language, `confidence.explained.${word}`)).join(' ')
}
