import { translate, semicolon, type Language } from '../i18n/translate.ts'
import { textIn } from '../model/text.ts'
import type { SaidBy } from './said-by.ts'

/** Whom else sources name on a party's ground, and whether other sources do or the same; empty where nobody is named. */
export function otherPartiesText({ others }: Pick<SaidBy, 'others'>, language: Language): string {
  const texts = others.map(({ label, against, everywhere }) => {
    const where = everywhere ? 'all' : 'part'
    const values = { count: against, party: textIn(language, label) }
    return against === 0
      ? translate(language, `others.same-${where}`, values)
      : translate(language, `others.${where}`, values)
  })
  return texts.join(semicolon(language))
}
