import { formatHectares, formatNumber, formatShare } from './format.ts'
import { say, type Language, type WordValues } from '../i18n/say.ts'

/** The values of a note with what its `rules` give in words, as `areas`. */
export function withRules(values: WordValues, language: Language): WordValues {
  const { rules } = values
  if (typeof rules !== 'string') return values
  const areas = JSON.parse(rules) as RuleNumbers[]
  return { ...values, areas: areas.map((own) => areaText(own, language)).join(language === 'ar' ? '؛ ' : '; ') }
}

/** Length in metres, least count (0 where the rule has none), square metres and share. */
export type RuleNumbers = readonly [lengthM: number, least: number, areaM2: number, share: number]

function areaText([lengthM, least, areaM2, share]: RuleNumbers, language: Language): string {
  const values = {
    length: formatNumber(lengthM),
    area: formatHectares(areaM2, language),
    share: formatShare(share, language),
  }
  return least === 0 ? say(language, 'rule.radius', values) : say(language, 'rule.grid', { ...values, least })
}
