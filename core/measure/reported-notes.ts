import { areaAsGivenValue } from '../format/area-as-given.ts'
import { formatNumber } from '../format/format.ts'
import type { Interval } from '../model/measurement.ts'
import type { Study } from '../model/study.ts'
import { note, type Note } from '../result/note.ts'

type Plan = Pick<Interval, 'high'> & { readonly areaM2: number }

/** Notes on figures, published or claimed, that cannot be of the plan or of anything. */
export const reportedNotes = (study: Pick<Study, 'published' | 'claimed'>, plan: Plan): Note[] => [
  ...publishedNotes(study),
  ...claimedNotes(study, plan),
]

/** A share is of 0 to 1, and nothing is less than nothing. */
const publishedNotes = ({ published }: Pick<Study, 'published'>): Note[] =>
  published
    .filter(({ measure, value }) => value < 0 || (measure === 'share' && value > 1))
    .map(({ id, value }) => note('published-impossible', { published: id, value }))

/** Figures as given are round: only what is larger than the plan by more than this part of it is told. */
const roundingShare = 0.01

/** Of those that claim more ground of the plan than it has, or than the upper end of its interval. */
const claimedNotes = ({ claimed }: Pick<Study, 'claimed'>, { areaM2, high = areaM2 }: Plan): Note[] =>
  claimed
    .filter(({ of, measure, value, low }) => {
      const leastM2 = value ?? low ?? 0
      return of === 'plan' && measure === 'areaM2' && leastM2 > Math.max(high, areaM2 * (1 + roundingShare))
    })
    .map(({ id, value, low = 0 }) =>
      note('claimed-above-plan', {
        claimed: id,
        claimedHa: areaAsGivenValue(value ?? low),
        planHa: formatNumber(areaM2 / 10_000, 1),
      }),
    )
