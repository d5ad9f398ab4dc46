import { usualDraws } from '../../core/model/usual-draws.ts'
import type { Intervals } from '../api/measurements.ts'
import type { PageState } from './page-state.ts'

/** How every interval of the page is drawn, so that its numbers agree with each other, and with sheet, report and exports. */
export const intervalsOf = ({ draws }: Pick<PageState, 'draws'>): Intervals =>
  draws === null ? usualDraws : { ...usualDraws, draws }

/** Fewer draws give no interval worth printing. */
const fewestOffered = 100

/** Draws that would fit where too many were asked for, as a round number; `null` where an interval of them would say little. */
export function offeredDraws(fitting: unknown): number | null {
  if (typeof fitting !== 'number' || fitting < fewestOffered) return null
  const step = 10 ** Math.floor(Math.log10(fitting) - 1)
  return Math.floor(fitting / step) * step
}
