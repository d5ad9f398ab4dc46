import type { Source } from '../../core/study/sources.ts'
import { formatDate, formatHectares, formatShare } from '../../core/study/format.ts'
import type { Published } from '../../core/study/study.ts'
import { say, type Language } from '../../core/words/say.ts'

/** The day that a figure speaks of, where its source does not bear the same date. */
export const publishedDay = ({ date }: Published, source: Source, language: Language): string =>
  date === undefined || date === source.date ? '' : ` · ${say(language, 'sheet.as-of', { date: formatDate(date, language) })}`

type Range = { readonly low: number; readonly high: number }

/** Our figure in the unit of the published one: one value, or from what all sources say to what some say. */
export const measuredText = (published: Published, measured: Range, language: Language): string =>
  rangeText(measured, (value) => valueText(published, value, language), language)

/** Ours less the published. */
export const differenceText = (published: Published, difference: Range, language: Language): string =>
  rangeText(difference, (value) => signed(value, absoluteText(published, Math.abs(value), language)), language)

/** The difference as a share of the published figure. */
export const relativeText = (differenceOfPublished: Range, language: Language): string =>
  rangeText(differenceOfPublished, (value) => signed(value, formatShare(Math.abs(value), language)), language)

const valueText = ({ measure }: Published, value: number, language: Language): string =>
  measure === 'share' ? formatShare(value, language) : formatHectares(value, language)

/** The difference of two percentages is told in points, so that nobody takes it for a share of one of them. */
function absoluteText({ measure }: Published, value: number, language: Language): string {
  if (measure !== 'share') return formatHectares(value, language)
  return say(language, 'page.published.points', { value: (value * 100).toFixed(1) })
}

const rangeText = ({ low, high }: Range, text: (value: number) => string, language: Language): string =>
  text(low) === text(high) ? text(low) : say(language, 'interval.ends', { low: text(low), high: text(high) })

/** The sign stays before its number in both directions; the unit stands where the language puts it. */
function signed(value: number, text: string): string {
  const sign = value < 0 ? '−' : '+'
  const own = /^[\d.,]+/.exec(text)?.[0]
  return own === undefined ? `\u2068${sign}${text}\u2069` : `\u2066${sign}${own}\u2069${text.slice(own.length)}`
}
