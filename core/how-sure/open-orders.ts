import type { Measurement } from '../study/measurement.ts'
import type { Figure } from './figures.ts'
import type { OpenOrder } from './uncertainty.ts'

/** Two classes stand in an order where one was the larger in at least this part of the draws. */
export const establishedFrom = 0.95

/** Neighbouring classes of each layer, by area, whose order the draws leave open. */
export function openOrders(
  figures: readonly Figure[], { layers }: Measurement, rows: readonly Float64Array[], isKnown: (figure: Figure) => boolean,
): OpenOrder[] {
  return layers.flatMap(({ name: layer, classes }) => {
    const placed = classes
      .map((own) => ({ ...own, row: figures.findIndex(({ subject }) => subject.kind === 'class' && subject.layer === layer && subject.class === own.class) }))
      .filter(({ areaM2, row }) => areaM2 > 0 && row >= 0 && isKnown(figures[row]!))
      .sort((a, b) => b.areaM2 - a.areaM2)
    return placed.slice(1).flatMap((smaller, i): OpenOrder[] => {
      const larger = placed[i]!
      const [a, b] = [rows[larger.row]!, rows[smaller.row]!]
      const wins = a.reduce((count, areaM2, draw) => count + (areaM2 > b[draw]! ? 1 : 0), 0)
      const probability = wins / a.length
      return probability < establishedFrom ? [{ layer, larger: larger.class, smaller: smaller.class, probability }] : []
    })
  })
}
