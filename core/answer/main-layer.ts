import type { LayerMeasurement, Measurement } from '../model/measurement.ts'
import type { Study } from '../model/study.ts'

/**
 * The layer that answer and report turn on, of those that speak of the day: the headline's, else the first of control, else
 * the first that is more than another classification of the ground, else the first.
 */
export function mainLayer(
  { headline }: Pick<Study, 'headline'>,
  { layers }: Pick<Measurement, 'layers'>,
): LayerMeasurement | undefined {
  const speaking = layers.filter(({ layer }) => layer !== null)
  return (
    speaking.find(({ name }) => name === headline?.layer) ??
    speaking.find(({ role }) => role === 'control') ??
    speaking.find(({ role }) => role !== 'zones') ??
    speaking[0]
  )
}
