import { isRightToLeft, type Language } from '../../core/i18n/translate.ts'

const leftToRightMark = '\u200e'
const rightToLeftMark = '\u200f'
/** A percentage, its sign or the number it runs from before it, that no mark holds yet. */
const held = /(?<![\u200e\d.,\u2013\u2212+])[\u2212+]?(?:\d[\d.,]*\u2013)?\d[\d.,]*%/g
/** A comma of a list whose items on both sides are Latin. */
const betweenLatin = /(?<=\p{Script=Latin}[^\u0620-\u08ff]*)،(?!\u200f)(?=[^\u0620-\u08ff]*\p{Script=Latin})/gu

/**
 * Keeps the percent sign right of its number in Arabic: after an Arabic letter a browser sets it on the other side, and
 * where none stands before not, as in “70% إلى 100%”. Two of them, as in “39% (36% إلى 42%)”, still follow each other
 * from the right. So do the Latin items of a list: an Arabic comma has no direction, and “الطبقات: Roads، Wells” would
 * begin with its last. What is drawn anew without change keeps its marks.
 */
export function keepReadingOrder(root: Node, language: Language): void {
  if (!isRightToLeft(language)) return
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { data } = node as Text
    if (!/[%،]/.test(data)) continue
    const marked = data
      .replace(held, `${leftToRightMark}$&${rightToLeftMark}`)
      .replace(betweenLatin, `$&${rightToLeftMark}`)
    if (marked !== data) (node as Text).data = marked
  }
}
