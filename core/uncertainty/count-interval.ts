import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'

/** So many of so many, such as 45 of 50 sites checked that were damaged indeed. */
export type Rate = { readonly hits: number; readonly of: number }

/** What a check on the ground, or on better images, found out about a list of detected sites. */
export type DetectionRates = {
  /** Of the listed sites that were checked, those that are what the list says. */
  readonly confirmed?: Rate | undefined
  /** Of the sites known from elsewhere, those that the list has. */
  readonly found?: Rate | undefined
}

type CountEstimate = {
  readonly count: number
  /** The count corrected for what the list has wrongly and what it lacks. */
  readonly estimate: number
  /** Ends of the 95 % interval. */
  readonly low: number
  readonly high: number
}

const z = 1.959964

/** The 95 % interval of a share by Wilson's score (1927), which holds for small numbers and shares near 0 and 1. */
export function wilsonInterval({ hits, of }: Rate): { readonly low: number; readonly high: number } {
  const share = hits / of
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))
  return { low: hits === 0 ? 0 : Math.max(0, middle - half), high: hits === of ? 1 : Math.min(1, middle + half) }
}

/**
 * How many sites there are where a list has `count`: times the share of the listed that are confirmed, over the share of
 * the known that the list found. The interval joins three binomial errors on the logarithmic scale (MOVER, Zou and Donner
 * 2008): of both checks, which must be random samples, by Wilson's score; and of the list itself, which found each site
 * with that share and might have found more or fewer, by the score interval of the number of trials. Refuses rates of
 * nothing, of more than all, and a list that found none of the known.
 */
export function correctedCount(count: number, { confirmed, found }: DetectionRates): Outcome<CountEstimate> {
  for (const [name, rate] of Object.entries({ confirmed, found })) {
    if (rate && !(rate.of >= 1 && rate.hits <= rate.of && (name === 'confirmed' || rate.hits >= 1))) {
      return refused(problem('detection-rate', { name, hits: rate.hits, of: rate.of }))
    }
  }
  const [p, r] = [shareOf(confirmed), shareOf(found)]
  const estimate = (count * p.share) / r.share
  if (estimate === 0) return done({ count, estimate, low: 0, high: sitesBehind(count * p.high, r.low).high })
  const log = Math.log
  const sites = sitesBehind(count * p.share, r.share)
  const below = Math.hypot(log(p.share / p.low), log(r.high / r.share), log(estimate / sites.low))
  const above = Math.hypot(log(p.high / p.share), log(r.share / r.low), log(sites.high / estimate))
  return done({ count, estimate, low: estimate * Math.exp(-below), high: estimate * Math.exp(above) })
}

/** The 95 % score interval of how many sites there are where each is found with probability `share` and `found` were. */
function sitesBehind(found: number, share: number): { readonly low: number; readonly high: number } {
  const half = (z ** 2 * (1 - share)) / 2
  const reach = Math.sqrt(half ** 2 + 2 * half * found)
  return { low: (found + half - reach) / share, high: (found + half + reach) / share }
}

const shareOf = (rate: Rate | undefined) =>
  rate === undefined ? { share: 1, low: 1, high: 1 } : { share: rate.hits / rate.of, ...wilsonInterval(rate) }
