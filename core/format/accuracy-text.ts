import type { QuotedAccuracy } from '../model/accuracy.ts'
import { translate, type Language } from '../i18n/translate.ts'
import { formatNumber } from './format.ts'

/** An accuracy as its document says it: "CE90 of 5 m", "digitised from a map at 1:25 000". */
export function accuracyText(quoted: QuotedAccuracy, language: Language): string {
  if (quoted.kind === 'map-scale') {
    return translate(language, 'accuracy.quoted.map-scale', { denominator: formatNumber(quoted.denominator) })
  }
  const metres = formatNumber(quoted.metres, Number.isInteger(quoted.metres) ? 0 : 1)
  if (quoted.kind === 'rmse' && quoted.points !== undefined) {
    return translate(language, 'accuracy.quoted.rmse-points', { metres, points: quoted.points })
  }
  return translate(language, `accuracy.quoted.${quoted.kind}`, { metres })
}
