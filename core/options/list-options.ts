import { usualClusterRule } from '../damage/damage-clusters.ts'
import { measuringOptions } from './measuring-options.ts'
import { insteadOf, option, wholeNumber } from './option.ts'

const { at } = measuringOptions

/** What is asked of lists of damaged sites: up to which day, and what counts as a cluster. */
export const damageOptions = {
  at: insteadOf(at, {
    schema: at.schema,
    describe: 'images up to this day, YYYY-MM-DD or “announcement”; else the study’s own',
  }),
  cellM: option(
    wholeNumber(10, 10_000).default(usualClusterRule.cellM),
    'clusters are cells of this width in metres with at least so many affected sites, see least',
    { flag: 'cluster', value: 'METRES' },
  ),
  least: option(
    wholeNumber(1, 100_000).default(usualClusterRule.least),
    'how many affected sites make a cell one of a cluster',
    { value: 'N' },
  ),
} as const

/** Up to which day events are listed. */
export const eventDayOption = {
  at: insteadOf(at, {
    schema: at.schema,
    describe: 'events up to this day, YYYY-MM-DD or “announcement”; else the study’s own',
  }),
} as const
