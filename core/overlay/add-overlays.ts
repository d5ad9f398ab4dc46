import type { Combination, Overlay } from './overlay.ts'

/**
 * The overlay of ground from those of its parts, in their order: compensated sums (Neumaier 1974), so that the same parts give
 * the same bits whoever measured them.
 */
export function addOverlays(parts: Iterable<Overlay>): Overlay {
  const sums = new Map<string, { readonly classes: Combination['classes']; sum: number; rest: number }>()
  const plan = { sum: 0, rest: 0 }
  for (const { combinations, planM2 } of parts) {
    add(plan, planM2)
    for (const { classes, areaM2 } of combinations) {
      const key = JSON.stringify(classes)
      let own = sums.get(key)
      if (!own) sums.set(key, (own = { classes, sum: 0, rest: 0 }))
      add(own, areaM2)
    }
  }
  return {
    combinations: [...sums.values()].map(({ classes, sum, rest }) => ({ classes, areaM2: sum + rest })),
    planM2: plan.sum + plan.rest,
  }
}

function add(to: { sum: number; rest: number }, value: number): void {
  const total = to.sum + value
  const grown = total - to.sum
  to.rest += to.sum - (total - grown) + (value - grown)
  to.sum = total
}

/** Coordinates are rounded to a billionth of a metre, which is nothing of a hectare and much of a sliver. */
const leastM2 = 10_000

/**
 * How far two overlays of one question are from each other: the largest difference of a combination, as a part of its area, or of
 * a hectare (of the plan, where that is smaller) where it is smaller.
 */
export function overlayDifference(one: Overlay, other: Overlay): number {
  const least = Math.min(leastM2, one.planM2)
  const apart = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b) / Math.max(least, a, b))
  const areas = new Map(one.combinations.map(({ classes, areaM2 }) => [JSON.stringify(classes), areaM2]))
  let worst = 0
  for (const { classes, areaM2 } of other.combinations) {
    const key = JSON.stringify(classes)
    worst = Math.max(worst, apart(areas.get(key) ?? 0, areaM2))
    areas.delete(key)
  }
  for (const left of areas.values()) worst = Math.max(worst, apart(left, 0))
  return worst
}
