import type { Interval, LayerMeasurement, Measurement } from '../../../core/model/measurement.ts'
import type { Cell } from './csv.ts'
import { measuredField } from './field-of.ts'

/** The columns of an area: what it is, its share of the plan, its interval, and its draws. */
export const figures = (
  ['areaM2', 'areaHa', 'share', 'lowM2', 'highM2', 'shareLow', 'shareHigh', 'meanM2', 'sdM2'] as const
).map(measuredField)

/** Of these all but what only draws of the whole plan have. */
export const endsOfInterval = 7

/** The cells of these columns. */
export const figureCells = (areaM2: number, share: number, interval: Interval = {}): Cell[] => [
  areaM2,
  areaM2 / 10_000,
  share,
  interval.low ?? null,
  interval.high ?? null,
  interval.shareLow ?? null,
  interval.shareHigh ?? null,
  interval.drawn?.meanM2 ?? null,
  interval.drawn?.sdM2 ?? null,
]

/** Layers measured as ground: those whose classes stand in the combinations. */
export const zonesOf = ({ layers, combinations }: Measurement): LayerMeasurement[] =>
  layers.filter(({ name }) => combinations.some(({ classes }) => Object.hasOwn(classes, name)))
