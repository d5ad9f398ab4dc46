import { formatHectares, formatNumber, formatShare } from './format.ts'
import { translate, semicolon, type Language, type MessageValues } from '../i18n/translate.ts'

/** The values of a note with what its `rules` give in words, as `areas`. */
export function withRules(values: MessageValues, language: Language): MessageValues {
  const { rules } = values
  if (typeof rules !== 'string') return values
  const areas = JSON.parse(rules) as RuleNumbers[]
  return { ...values, areas: areas.map((own) => areaText(own, language)).join(semicolon(language)) }
}

/** Length in metres, least count (0 where the rule has none), square metres and share. */
export type RuleNumbers = readonly [lengthM: number, least: number, areaM2: number, share: number]

function areaText([lengthM, least, areaM2, share]: RuleNumbers, language: Language): string {
  const values = {
    length: formatNumber(lengthM),
    area: formatHectares(areaM2, language),
    share: formatShare(share, language),
  }
  return least === 0
    ? translate(language, 'rule.radius', values)
    : translate(language, 'rule.grid', { ...values, least })
}
