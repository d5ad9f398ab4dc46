import { formatNumber } from '../format/format.ts'

/** Days from the announcement with their sign, +56 after and −13 before it; empty where that day is not known. */
export const signedDays = (days: number | null): string =>
  days === null ? '' : days === 0 ? '0' : `${days < 0 ? '\u2212' : '+'}${formatNumber(Math.abs(days))}`
