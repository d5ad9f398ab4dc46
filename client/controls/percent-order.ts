import type { Language } from '../../core/i18n/say.ts'

const leftToRightMark = '\u200e'
/** A percentage, its sign or the number it runs from before it, that no mark holds yet. */
const percentage = /(?<![\u200e\d.,\u2013\u2212+±])[\u2212+±]?(?:\d[\d.,]*\u2013)?\d[\d.,]*%/g

/**
 * Keeps the percent sign right of its number in Arabic: after an Arabic letter a browser sets it left, and right where
 * none stands before, as in “70% إلى 100%”. What is drawn anew without change keeps its marks.
 */
export function keepPercentSigns(root: Node, language: Language): void {
  if (language !== 'ar') return
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { data } = node as Text
    if (!data.includes('%')) continue
    const marked = data.replace(percentage, `${leftToRightMark}$&`)
    if (marked !== data) (node as Text).data = marked
  }
}
