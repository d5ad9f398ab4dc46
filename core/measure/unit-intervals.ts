import type { Shapes } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import type { OverlayLayer } from '../overlay/overlay.ts'
import { drawnInterval, isAllOf, mayBeAllOf, type DrawnArea } from '../montecarlo/drawn-interval.ts'
import type { Summary } from '../montecarlo/summary.ts'
import type { RowGround, RowIntervals } from './feature-rows.ts'
import { hindrances } from './layer-error.ts'
import type { Layer } from '../model/layer.ts'
import type { Interval } from '../model/measurement.ts'

/** Units that are drawn with the plan and its zones, and what of each is measured. */
export type DrawnUnits = {
  readonly layer: Layer
  readonly overlay: OverlayLayer
  readonly ids: readonly string[]
  readonly rows: readonly RowGround[]
}

/** More areas than this, or vertices, take too long to be drawn with the plan. */
const most = { areas: 5_000, vertices: 30_000 } as const

/** The units as they are drawn; `null` and a note where they state no accuracy that can be drawn, or are too many. */
export function drawnUnits(
  units: DrawnUnits,
  plan: Shapes,
): { readonly units: DrawnUnits | null; readonly notes: readonly Note[] } {
  const { layer, overlay, rows } = units
  const about = { layer: layer.name }
  if (hindrances([layer], plan).length > 0)
    return { units: null, notes: [note('units-without-accuracy', { layer: layer.name }, about)] }
  const areas = rows.reduce((sum, { classes, ground }) => sum + 1 + classes.length + ground.length, 0)
  const isTooMany = areas > most.areas || overlay.shapes.coordinates.length / 2 > most.vertices
  return isTooMany
    ? { units: null, notes: [note('units-too-many', { layer: layer.name, count: rows.length - 1 }, about)] }
    : { units, notes: [] }
}

/** Where the area of a unit, or of the ground outside all, stands among what is kept of the units' layer. */
export const placeOfUnit = ({ overlay: { classCount } }: DrawnUnits, feature: number | null): number =>
  feature ?? classCount + 1

/** What of the units a summary keeps: of each row its classes, then its ground. */
export const insideOf = ({ rows }: DrawnUnits): NonNullable<Summary['inside']> =>
  rows.flatMap(({ feature, classes, ground }) => [
    ...classes.map(({ layer, class: own }) => ({ unit: feature, layer, class: own })),
    ...ground.map((own) => ({ unit: feature, classes: own.classes })),
  ])

/** The row's own areas in the order of `insideOf`. */
export const insideM2 = ({ rows }: DrawnUnits): number[] =>
  rows.flatMap(({ classes, ground }) => [...classes, ...ground].map(({ areaM2 }) => areaM2))

/**
 * The intervals of the rows, by the rule of all areas of the plan: one ground has one interval, be it the unit's or that
 * of what fills it. An area that may be all of the unit may be what the unit may be, and none is more. `wholes` are the
 * areas of the rows as drawn, `inside` those of `insideOf`.
 */
export function rowIntervals(
  { rows }: DrawnUnits,
  plan: DrawnArea,
  wholes: readonly DrawnArea[],
  inside: readonly DrawnArea[],
): RowIntervals[] {
  let next = 0
  return rows.map(({ classes, ground }, i) => {
    const unit = wholes[i]!
    const whole = drawnInterval(unit, plan)
    const within = (): Interval => {
      const area = inside[next++]!
      if (isAllOf(area, unit)) return whole
      const { low, high, shareLow, shareHigh } = drawnInterval(area, plan)
      const most = mayBeAllOf(area, unit) ? whole.high : Math.min(high, whole.high)
      return { low, high: Math.max(area.areaM2, most), shareLow, shareHigh }
    }
    return { whole, classes: classes.map(within), ground: ground.map(within) }
  })
}
