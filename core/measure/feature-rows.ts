import type { Combination } from '../overlay/overlay.ts'
import type { MeasuredLayer } from './measured-layer.ts'
import type { FeatureMeasurement, Interval, RowArea } from '../model/measurement.ts'
import { mergeCells, nameClasses, partOfPlan, type OverlayCell } from './overlay-cells.ts'

/** The ground of the plan inside one feature, or outside all of them (`feature` is `null`), by the places of the classes. */
export type RowGround = {
  readonly feature: number | null
  readonly areaM2: number
  /** Only classes that occur. */
  readonly classes: readonly { readonly layer: number; readonly class: number; readonly areaM2: number }[]
  readonly ground: readonly OverlayCell[]
}

/** The intervals of a row, in the order of its classes and of its ground. */
export type RowIntervals = {
  readonly whole: Interval
  readonly classes: readonly Interval[]
  readonly ground: readonly Interval[]
}

/**
 * The ground inside each of `count` features of the overlay's layer `place`, and where `remainder` is set outside all of
 * them; the measured layers are the overlay's second and following.
 */
export function rowGrounds(
  combinations: readonly Combination[],
  place: number,
  measured: readonly MeasuredLayer[],
  count: number,
  remainder: boolean,
  planM2: number,
): RowGround[] {
  const ofRow: Combination[][] = Array.from({ length: count }, () => [])
  const outside: Combination[] = []
  for (const combination of combinations) {
    const rows = combination.classes[place]!
    for (const row of rows) ofRow[row]!.push(combination)
    if (rows.length === 0) outside.push(combination)
  }
  const row = (feature: number | null, own: readonly Combination[]): RowGround => {
    const ground = mergeCells(own, 1, measured.length, planM2)
    return {
      feature,
      areaM2: partOfPlan(
        ground.map(({ areaM2 }) => areaM2),
        planM2,
      ),
      classes: classesIn(measured, ground, planM2),
      ground,
    }
  }
  return [...ofRow.map((own, feature) => row(feature, own)), ...(remainder ? [row(null, outside)] : [])]
}

const classesIn = (
  measured: readonly MeasuredLayer[],
  ground: readonly OverlayCell[],
  planM2: number,
): RowGround['classes'] =>
  measured.flatMap(({ names }, layer) =>
    names.flatMap((_, own) => {
      const parts = ground.filter(({ classes }) => classes[layer]!.includes(own)).map(({ areaM2 }) => areaM2)
      return parts.length === 0 ? [] : [{ layer, class: own, areaM2: partOfPlan(parts, planM2) }]
    }),
  )

/** The rows with the names of their features and classes; the class without a name stands under the empty text. */
export function namedRows(
  measured: readonly MeasuredLayer[],
  rows: readonly RowGround[],
  ids: readonly string[],
  planM2: number,
  intervals: readonly RowIntervals[] | undefined,
): FeatureMeasurement[] {
  return rows.map(({ feature, areaM2, classes, ground }, i): FeatureMeasurement => {
    const drawn = intervals?.[i]
    const byLayer = <Value>(
      valueOf: (own: RowGround['classes'][number], place: number) => Value,
    ): Record<string, Record<string, Value>> =>
      Object.fromEntries(
        measured.map(({ layer, names }, place) => [
          layer.name,
          Object.fromEntries(
            classes.flatMap((own, k) => (own.layer === place ? [[names[own.class] ?? '', valueOf(own, k)]] : [])),
          ),
        ]),
      )
    return {
      id: feature === null ? null : ids[feature]!,
      areaM2,
      share: areaM2 / planM2,
      ...drawn?.whole,
      layers: byLayer((own) => own.areaM2),
      ...(drawn
        ? { intervals: byLayer((own, k): RowArea => ({ share: own.areaM2 / planM2, ...drawn.classes[k] })) }
        : {}),
      combinations: ground.map((own, k) => ({
        classes: nameClasses(measured, own.classes),
        areaM2: own.areaM2,
        share: own.areaM2 / planM2,
        ...drawn?.ground[k],
      })),
    }
  })
}
