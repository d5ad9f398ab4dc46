import { translate, type Language } from '../i18n/translate.ts'
import type { ClassName } from '../model/measurement.ts'
import type { Owner } from './timeline-answer.ts'

/** What parties and classes are called where changes are told. */
export type OwnerNames = {
  readonly party: (name: string) => string
  readonly class: (name: ClassName) => string
}

/** A party, a class that has none, or all classes of a layer together. */
export function ownerText({ party, class: own, isAll }: Owner, names: OwnerNames, language: Language): string {
  if (isAll) return translate(language, 'change.all-classes')
  return party === null ? names.class(own) : names.party(party)
}

/** Of whom ground is told; `hasEnded`: ground of nobody may be that of a hold that has ended. */
export const ownersText = (owners: readonly Owner[], names: OwnerNames, language: Language, hasEnded = false): string =>
  owners.length === 0
    ? translate(language, hasEnded ? 'class.uncovered-or-not-known' : 'class.uncovered')
    : owners.map((owner) => ownerText(owner, names, language)).join(' + ')

/** The classes over ground on a day; `hasEnded` as above. */
export const classesText = (
  names: readonly ClassName[],
  called: OwnerNames,
  language: Language,
  hasEnded = false,
): string =>
  ownersText(
    names.map((name) => ({ party: null, class: name })),
    called,
    language,
    hasEnded,
  )
