import { translate, type Language } from '../i18n/translate.ts'
import type { Publication } from '../model/publication.ts'
import { formatDate } from './format.ts'

/** What is printed of a publication, part by part in the order in which maps of agencies carry it; empty where nothing is stated. */
function imprint(publication: Publication | undefined, language: Language): { label: string; value: string }[] {
  const { date, author, institution, contact, mapNumber, glide, doi } = publication ?? {}
  const parts = [
    ['author', author],
    ['institution', institution],
    ['date', date === undefined ? undefined : formatDate(date, language)],
    ['map-number', mapNumber],
    ['glide', glide],
    ['doi', doi],
    ['contact', contact],
  ] as const
  return parts.flatMap(([key, value]) =>
    value === undefined ? [] : [{ label: translate(language, `imprint.${key}`), value }],
  )
}

/** The parts in one line, each after its label. */
export const imprintLine = (publication: Publication | undefined, language: Language): string =>
  imprint(publication, language)
    .map(({ label, value }) => translate(language, 'imprint.part', { label, value }))
    .join(translate(language, 'imprint.between'))
