import { randomFrom } from '../random.ts'
import type { MapKind } from './made-map.ts'

/** The made maps of the table, by their number: every combination that published maps come in is among fifty. */
export function mapKind(number: number): MapKind {
  const chance = randomFrom(104_729 * (number + 1))
  const between = (low: number, high: number): number => low + Math.floor((high - low + 1) * chance())
  return {
    width: between(900, 1_300),
    height: between(700, 1_000),
    classes: between(3, 6),
    labels: between(8, 24),
    roads: between(0, 4),
    borderPx: [0, 0, 1.5, 2.5, 4][number % 5]!,
    hasLegend: number % 3 !== 0,
    quality: number % 6 === 0 ? null : between(40, 95),
    opacity: number % 4 === 3 ? 0.5 + 0.25 * chance() : 1,
    hasHatch: number % 5 === 2,
  }
}
