import type { Language } from '../i18n/translate.ts'
import { translate } from '../i18n/translate.ts'
import { ownerText, type OwnerNames } from '../timeline/owner-text.ts'
import { isOneReading } from '../timeline/party-change-text.ts'
import type { Change, PartyChange, ReadingChange } from '../timeline/timeline-answer.ts'

/** What a row is of: a party by one end of its readings; what any source names is one with its ground on the map. */
export type GainRow = {
  readonly name: string
  readonly change: ReadingChange
  readonly drawn: Pick<PartyChange, 'fromClasses' | 'toClasses'> | null
}

/**
 * What each party gained and lost between two days, as page and report draw it: one row where both ends of its readings are
 * alike, else one for what all sources name and one for what any does; none where neither day has ground.
 */
export const gainRows = (
  { parties }: Pick<Change, 'parties'>,
  named: OwnerNames,
  language: Language,
): readonly GainRow[] => parties.flatMap((own) => rowsOf(own, named, language))

function rowsOf(own: PartyChange, named: OwnerNames, language: Language): GainRow[] {
  const { agreed, all, fromClasses, toClasses } = own
  const name = ownerText(own, named, language)
  const ofAll = { change: all, drawn: { fromClasses, toClasses } }
  const rows = isOneReading(own)
    ? [{ name, ...ofAll }]
    : [
        { name: translate(language, 'change.of-all-sources', { name }), change: agreed, drawn: null },
        { name: translate(language, 'change.of-any-source', { name }), ...ofAll },
      ]
  return rows.filter(
    ({ change: { gainedM2, lostM2, unchangedM2, notKnownM2 = 0 } }) => gainedM2 + lostM2 + unchangedM2 + notKnownM2 > 0,
  )
}
