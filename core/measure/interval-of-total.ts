import type { Interval, Measurement } from '../model/measurement.ts'
import type { CrossCategory } from './cross-table.ts'

const sameM2 = 1

/**
 * The interval of a row's or column's total, where the measurement has drawn one for that very ground: a class or a party
 * that shares no ground with another, what several classes share, or what the layer leaves uncovered. Intervals of cells
 * are never added. `null` where there is none.
 */
export function intervalOfTotal(
  { layers }: Measurement,
  layer: string,
  { kind, names, areaM2 }: CrossCategory,
): Interval | null {
  const measured = layers.find(({ name }) => name === layer)
  if (!measured) return null
  const { classes, groups, multiple, multipleM2, uncovered, uncoveredM2 } = measured
  const [name = null] = names
  const grounds: readonly (Interval & { readonly areaM2: number })[] =
    kind === 'uncovered'
      ? [{ ...uncovered, areaM2: uncoveredM2 }]
      : kind === 'several'
        ? [{ ...multiple, areaM2: multipleM2 }]
        : kind === 'class'
          ? [
              ...classes.filter((own) => own.class === name),
              ...groups.filter(({ party }) => party !== null && party === name).map(({ all }) => all),
            ]
          : []
  return grounds.find((ground) => Math.abs(ground.areaM2 - areaM2) < sameM2) ?? null
}
