import { isRightToLeft, type Language } from '../../core/i18n/translate.ts'

const leftToRightMark = '\u200e'
const rightToLeftMark = '\u200f'
/** A percentage, its sign or the number it runs from before it, or half an interval, that no mark holds yet. */
const held = /(?<![\u200e\d.,\u2013\u2212+±])(?:[\u2212+±]?(?:\d[\d.,]*\u2013)?\d[\d.,]*%|±\d[\d.,]*)/g

/**
 * Keeps the percent sign right of its number in Arabic, and ± left of it: after an Arabic letter a browser sets them on the
 * other side, and where none stands before not, as in “70% إلى 100%”. Two of them, as in “39% (±3%)”, still follow each
 * other from the right. What is drawn anew without change keeps its marks.
 */
export function keepSigns(root: Node, language: Language): void {
  if (!isRightToLeft(language)) return
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { data } = node as Text
    if (!/[%±]/.test(data)) continue
    const marked = data.replace(held, `${leftToRightMark}$&${rightToLeftMark}`)
    if (marked !== data) (node as Text).data = marked
  }
}
