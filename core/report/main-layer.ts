import type { LayerMeasurement, Measurement } from '../model/measurement.ts'
import type { Study } from '../model/study.ts'

/** The layer that the report turns on: the headline's, else the first of control, else the first that speaks of the day. */
export function mainLayer({ headline }: Study, { layers }: Measurement): LayerMeasurement | undefined {
  const speaking = layers.filter(({ layer }) => layer !== null)
  return (
    speaking.find(({ name }) => name === headline?.layer) ??
    speaking.find(({ role }) => role === 'control') ??
    speaking[0]
  )
}
