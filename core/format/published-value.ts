import { translate, type Language, type MessageKey } from '../i18n/translate.ts'
import { areaAsGiven, isWhole } from './area-as-given.ts'
import { formatNumber, formatShare } from './format.ts'
import type { Published } from '../model/study.ts'

/** What a study's text puts in quotes before a figure of its source, by what it comes to. */
const qualifiers: Readonly<Record<string, MessageKey>> = {
  about: 'published.about',
  approximately: 'published.about',
  'up to': 'published.up-to',
  'as many as': 'published.up-to',
  'less than': 'published.less-than',
  'more than': 'published.more-than',
  over: 'published.more-than',
}
const qualified = new RegExp(`“(${Object.keys(qualifiers).join('|')})\\b`, 'i')
const range = /\((\d+(?:\.\d+)?) to (\d+(?:\.\d+)?) %\)/

/** A figure as its source gives it: no digit more, “about” or “up to” where the study says so, a range of percentages from end to end. */
export function publishedValueText(published: Published, language: Language): string {
  const text = published.of?.en ?? ''
  const ends = published.measure === 'share' ? range.exec(text) : null
  if (ends)
    return translate(language, 'interval.ends', {
      low: shareAsGiven(Number(ends[1]) / 100, language),
      high: shareAsGiven(Number(ends[2]) / 100, language),
    })
  const key = qualifiers[qualified.exec(text)?.[1]?.toLowerCase() ?? '']
  const value = valueText(published, language)
  return key ? translate(language, key, { value }) : value
}

/** A share that a source gives, without a decimal that it does not give. */
export const shareAsGiven = (share: number, language: Language): string =>
  formatShare(share, language, isWhole(share * 100) ? 0 : 1)

function valueText({ measure, value }: Published, language: Language): string {
  if (measure === 'areaM2') return areaAsGiven(value, language)
  if (measure === 'share') return shareAsGiven(value, language)
  return measure === 'people'
    ? translate(language, 'page.published.people', { value: formatNumber(value) })
    : formatNumber(value)
}
