import { both } from '../../../core/export/field.ts'
import { classLabel } from '../../../core/format/class-label.ts'
import { say, type Language } from '../../../core/i18n/say.ts'
import type { Study } from '../../../core/model/study.ts'
import { textIn } from '../../../core/model/text.ts'
import type { Change, ChangeCell } from '../../../core/timeline/change.ts'
import { classesText, ownerText, ownersText, type OwnerNames } from '../../../core/timeline/owner-text.ts'
import { isOneReading } from '../../../core/timeline/party-change-text.ts'
import type { ReadingChange } from '../../../core/timeline/party-change.ts'
import { changedHands } from '../../../core/timeline/party-passages.ts'
import type { Timeline } from '../../../core/timeline/timeline.ts'
import type { Cell } from './csv.ts'
import { measuredField, ownField } from './field-of.ts'
import { tableNames } from './named.ts'
import type { Table } from './table.ts'

/**
 * What became of the ground between each snapshot and the next, from class to class; beside it whose ground it was and is, since
 * classes of one party differ only in who names them.
 */
export function changesTable(study: Study, { changes }: Timeline, language: Language): Table | null {
  if (changes.length === 0) return null
  return {
    name: 'changes',
    title: both('export.table.changes'),
    description: both('export.about.changes'),
    fields: [
      measuredField('layer'),
      ownField('from', 'date'),
      ownField('to', 'date'),
      ownField('fromClass'),
      ownField('toClass'),
      ...(['areaM2', 'areaHa'] as const).map(measuredField),
      measuredField('lowM2'),
      measuredField('highM2'),
      ownField('sliversM2', 'number', 'm2'),
      ownField('fromParty'),
      ownField('toParty'),
      ownField('changedHands'),
    ],
    rows: changes.flatMap(({ layer, from, to, fromLayer, toLayer, matrix, notKnownM2 }) => {
      const [before, after] = [fromLayer, toLayer].map((id) => ownerNames(study, [id], language))
      const hasEnded = notKnownM2 !== undefined
      return matrix.map((cell: ChangeCell): Cell[] => [
        layer,
        from,
        to,
        classesText(cell.fromClasses, before!, language),
        classesText(cell.toClasses, after!, language, hasEnded),
        cell.areaM2,
        cell.areaM2 / 10_000,
        cell.low ?? null,
        cell.high ?? null,
        cell.sliversM2 ?? null,
        ownersText(cell.fromParties, before!, language),
        ownersText(cell.toParties, after!, language, hasEnded),
        say(language, `export.changed-hands.${wordOf(changedHands(cell))}`),
      ])
    }),
  }
}

/** What each party, or class without one, gained and lost between each snapshot and the next, by the ends of its readings. */
export function partyChangesTable(study: Study, { changes }: Timeline, language: Language): Table | null {
  if (changes.length === 0) return null
  return {
    name: 'changes-by-party',
    title: both('export.table.changes-by-party'),
    description: both('change.other-reports'),
    fields: [
      measuredField('layer'),
      ownField('from', 'date'),
      ownField('to', 'date'),
      measuredField('party'),
      ownField('reading'),
      ...(['gainedM2', 'lostM2', 'unchangedM2', 'netM2', 'netLowM2', 'netHighM2', 'notKnownM2'] as const).map((name) =>
        ownField(name, 'number', 'm2'),
      ),
    ],
    rows: changes.flatMap((change) => partyRows(study, change, language)),
  }
}

function partyRows(
  study: Study,
  { layer, from, to, fromLayer, toLayer, parties }: Change,
  language: Language,
): Cell[][] {
  const names = ownerNames(study, [toLayer, fromLayer], language)
  return parties.flatMap((own) => {
    const row = (word: 'all-sources' | 'any-source' | 'one', change: ReadingChange): Cell[] => [
      layer,
      from,
      to,
      ownerText(own, names, language),
      say(language, `export.reading.${word}`),
      change.gainedM2,
      change.lostM2,
      change.unchangedM2,
      change.notKnownM2 === undefined ? change.netM2 : null,
      change.net?.low ?? null,
      change.net?.high ?? null,
      change.notKnownM2 ?? null,
    ]
    return isOneReading(own) ? [row('one', own.all)] : [row('all-sources', own.agreed), row('any-source', own.all)]
  })
}

const wordOf = (hasChanged: boolean | null): 'yes' | 'no' | 'not-known' =>
  hasChanged === null ? 'not-known' : hasChanged ? 'yes' : 'no'

/** Classes by their labels in the first of the layers that has them. */
function ownerNames(study: Study, ids: readonly string[], language: Language): OwnerNames {
  const layers = ids.flatMap((id) => study.layers.filter((own) => own.id === id))
  return {
    party: tableNames(study, language).party,
    class: (name) =>
      textIn(
        language,
        classLabel(
          layers.find(({ classes }) => classes.some((own) => own.class === name)),
          name,
        ),
      ),
  }
}
