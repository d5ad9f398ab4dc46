import { note, type Note } from '../result/note.ts'
import type { ClassName } from '../model/measurement.ts'

/** Two classes of a layer of which the draws cannot say which has more ground. */
export type OpenOrder = {
  readonly layer: string
  readonly larger: ClassName
  readonly smaller: ClassName
  /** In how many of the draws the first was larger, 0 to 1. */
  readonly probability: number
}

/** An order is established where it held in at least this part of the draws. */
const establishedFrom = 0.95

/** A class with its area as measured and in each draw, in square metres. */
export type DrawnClass = { readonly class: ClassName; readonly areaM2: number; readonly drawnM2: Float64Array }

/** Neighbouring classes of a layer, by area, whose order the draws leave open; classes without ground are in no order. */
export function openOrders(layer: string, classes: readonly DrawnClass[]): OpenOrder[] {
  const placed = classes.filter(({ areaM2 }) => areaM2 > 0).sort((a, b) => b.areaM2 - a.areaM2)
  return placed.slice(1).flatMap((smaller, i): OpenOrder[] => {
    const larger = placed[i]!
    const wins = larger.drawnM2.reduce((count, areaM2, draw) => count + (areaM2 > smaller.drawnM2[draw]! ? 1 : 0), 0)
    const probability = wins / larger.drawnM2.length
    return probability < establishedFrom ? [{ layer, larger: larger.class, smaller: smaller.class, probability }] : []
  })
}

export const orderNote = ({ layer, larger, smaller }: OpenOrder): Note =>
  note('order-not-established', { layer, larger: larger ?? '∅', smaller: smaller ?? '∅' }, { layer })
