import { latinDigits } from '../../../core/i18n/latin-digits.ts'

/** How the numbers of a column are written that are not plain. */
export type NumberForm = 'grouped' | 'arabic-digits' | 'ambiguous'

export type NumberColumn = {
  /** `null` where its cells are no numbers, or may be two. */
  readonly read: ((text: string) => number) | null
  readonly form: NumberForm | null
}

/** Digits as people write them: no leading zero that a code would have, no more than a double holds. */
const plain = /^[-+]?(?:0|[1-9]\d{0,14})(?:\.\d+)?(?:[eE][-+]?\d{1,3})?$|^[-+]?\.\d+$/
const withComma = /^[-+]?(?:0|[1-9]\d{0,14}),\d+$|^[-+]?(?:0|[1-9]\d{0,14})$/
/** Thousands apart by commas, by points, or by blanks and apostrophes, with the sign of decimals that goes with them. */
const byComma = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/
const byPoint = /^[-+]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/
const byBlank = /^[-+]?[1-9]\d{0,2}(?:[ \u00A0\u202F\u2009'’]\d{3})+(?:[.,]\d+)?$/
/** Two signs of thousands, or one and one of decimals: no decimal fraction looks so. */
const isSureGrouping = (text: string): boolean => (text.match(/[.,]/g)?.length ?? 0) > 1

const arabicDigits = /[\u0660-\u066C\u06F0-\u06F9]/

/** A number in Arabic digits with the signs that go with them, in those of English. */
export function latinNumber(text: string): string {
  if (!/[\u0660-\u066C\u06F0-\u06F9\u200E\u200F\u061C\u2212]/.test(text)) return text
  return latinDigits(text)
    .replace(/(?<=\d)٬(?=\d{3})/g, '')
    .replaceAll('٫', '.')
    .replaceAll('\u2212', '-')
}

/** How the cells of a column, none of them empty, are read as numbers. */
export function numberColumn(cells: readonly string[], decimalComma: boolean): NumberColumn {
  if (cells.length === 0) return { read: null, form: null }
  const texts = cells.map(latinNumber)
  const form = cells.some((cell) => arabicDigits.test(cell)) ? 'arabic-digits' : null
  const usual = decimalComma ? withComma : plain
  if (texts.every((text) => usual.test(text)))
    return { read: (text) => Number(decimalComma ? latinNumber(text).replace(',', '.') : latinNumber(text)), form }
  for (const [grouped, sign, decimals] of [
    [byComma, /,/g, '.'],
    [byPoint, /\./g, ','],
    [byBlank, /[ \u00A0\u202F\u2009'’]/g, ','],
  ] as const) {
    const ungrouped = decimals === ',' ? withComma : plain
    if (!texts.some((text) => grouped.test(text)) || !texts.every((text) => grouped.test(text) || ungrouped.test(text)))
      continue
    if (grouped !== byBlank && !texts.some(isSureGrouping)) return { read: null, form: 'ambiguous' }
    return { read: (text) => Number(latinNumber(text).replace(sign, '').replace(decimals, '.')), form: 'grouped' }
  }
  return { read: null, form: null }
}
