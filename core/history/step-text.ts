import { formatDate, formatLayerDate, formatNumber, formatShare } from '../format/format.ts'
import { joinedWords } from '../format/joined-words.ts'
import { isMessageKey, translate, type Language, type MessageValues } from '../i18n/translate.ts'
import type { Step } from './entry.ts'

/** A step as a reader sees it: “Accuracy of Control: 50 m instead of 100 m”. A code of a newer version is given as it is. */
export function stepText({ code, values }: Step, language: Language): string {
  if (code === 'undo' || code === 'redo') {
    const { step, ...own } = values
    return translate(language, `step.${code}`, { step: stepText({ code: String(step), values: own }, language) })
  }
  const key = `step.${code}`
  return isMessageKey(key) ? translate(language, key, inLanguage(code, values, language)) : code
}

/** Values formatted last: titles in the language where they have it, metres, days, words of roles and parts. */
function inLanguage(code: string, values: Step['values'], language: Language): MessageValues {
  const shown: Record<string, string | number> = { ...values }
  for (const name of ['title', 'from', 'to']) {
    const text = values[`${name}_${language}`] ?? values[`${name}_en`]
    if (text !== undefined) shown[name] = text
  }
  for (const name of ['from', 'to'] as const) {
    const value = values[name]
    if (value !== undefined) shown[name] = shownValue(code, value, language)
  }
  if (typeof values['parts'] === 'string')
    shown['parts'] = joinedWords(
      values['parts'].split(',').map((part) => wordOr(`step.part.${part}`, part, language)),
      language,
    )
  return shown
}

function shownValue(code: string, value: string | number, language: Language): string {
  if (value === '')
    return translate(language, code === 'layer-days' || code === 'study-day' ? 'step.no-day' : 'step.none')
  if (code === 'layer-accuracy' || code === 'layer-buffer') {
    const metres = formatNumber(Number(value), Number.isInteger(value) ? 0 : 2)
    return translate(language, 'page.accuracy.value', { metres })
  }
  if (code === 'layer-opacity') return formatShare(Number(value), language, 0)
  if (code === 'layer-role') return wordOr(`role.${value}`, String(value), language)
  if (code === 'study-day') return formatDate(String(value), language)
  if (code !== 'layer-days') return String(value)
  const [from, to] = String(value).split('/')
  if (to === undefined) return formatDate(from!, language)
  return formatLayerDate({ ...(from === '…' ? {} : { from }), ...(to === '…' ? {} : { to }) }, language)
}

const wordOr = (key: string, word: string, language: Language): string =>
  isMessageKey(key) ? translate(language, key) : word
