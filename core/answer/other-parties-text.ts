import { say, type Language } from '../i18n/say.ts'
import { textIn } from '../model/text.ts'
import type { SaidBy } from './span.ts'

/** Whom else sources name on a party's ground, and whether other sources do or the same; empty where nobody is named. */
export function otherPartiesText({ others }: Pick<SaidBy, 'others'>, language: Language): string {
  const texts = others.map(({ label, against, everywhere }) => {
    const where = everywhere ? 'all' : 'part'
    const values = { count: against, party: textIn(language, label) }
    return against === 0 ? say(language, `others.same-${where}`, values) : say(language, `others.${where}`, values)
  })
  return texts.join(language === 'ar' ? '؛ ' : '; ')
}
