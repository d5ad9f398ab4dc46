import { translate, translateInEach, type Language } from '../../../core/i18n/translate.ts'
import type { Study } from '../../../core/model/study.ts'
import { classesText, ownerText, ownersText, type OwnerNames } from '../../../core/timeline/owner-text.ts'
import { isOneReading } from '../../../core/timeline/party-change-text.ts'
import { areOfZones } from '../../../core/timeline/zones-change.ts'
import { changedHands } from '../../../core/timeline/party-passages.ts'
import type { Cell } from './csv.ts'
import { measuredField, ownField } from './field-of.ts'
import type { Table } from './table.ts'
import type { TableNames } from './table-names.ts'
import type { Change, ChangeCell, ReadingChange, Timeline } from '../../../core/timeline/timeline-answer.ts'

/**
 * What became of the ground between each snapshot and the next, from class to class; beside it whose ground it was and is, since
 * classes of one party differ only in who names them.
 */
export function changesTable(
  study: Study,
  { changes }: Timeline,
  called: TableNames,
  language: Language,
): Table | null {
  if (changes.length === 0) return null
  const isHeld = !areOfZones(study, changes)
  return {
    name: 'changes',
    title: translateInEach('export.table.changes'),
    ...(isHeld ? { description: translateInEach('export.about.changes') } : {}),
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
      ...(isHeld ? [ownField('fromParty'), ownField('toParty'), ownField('changedHands')] : []),
    ],
    rows: changes.flatMap((change) => {
      const { layer, from, to, matrix, notKnownM2 } = change
      const names = ownerNames(layer, called)
      const hasEnded = notKnownM2 !== undefined
      return matrix.map((cell: ChangeCell): Cell[] => [
        layer,
        from,
        to,
        classesText(cell.fromClasses, names, language),
        classesText(cell.toClasses, names, language, hasEnded),
        cell.areaM2,
        cell.areaM2 / 10_000,
        cell.low ?? null,
        cell.high ?? null,
        cell.sliversM2 ?? null,
        ...(isHeld ? partyCells(change, cell) : []),
      ])

      /** Ground of zones is no party’s. */
      function partyCells(own: Change, cell: ChangeCell): Cell[] {
        if (areOfZones(study, [own])) return [null, null, null]
        return [
          ownersText(cell.fromParties, names, language),
          ownersText(cell.toParties, names, language, hasEnded),
          translate(language, `export.changed-hands.${wordOf(changedHands(cell))}`),
        ]
      }
    }),
  }
}

/** What each party, or class without one, gained and lost between each snapshot and the next, by the ends of its readings. */
export function partyChangesTable(
  study: Study,
  { changes }: Timeline,
  called: TableNames,
  language: Language,
): Table | null {
  if (changes.length === 0) return null
  const isHeld = !areOfZones(study, changes)
  return {
    name: isHeld ? 'changes-by-party' : 'changes-by-class',
    title: translateInEach(isHeld ? 'export.table.changes-by-party' : 'export.table.changes-by-class'),
    description: translateInEach(isHeld ? 'change.other-reports' : 'change.other-drawings'),
    fields: [
      measuredField('layer'),
      ownField('from', 'date'),
      ownField('to', 'date'),
      measuredField(isHeld ? 'party' : 'class'),
      ownField('reading'),
      ...(['gainedM2', 'lostM2', 'unchangedM2', 'netM2', 'netLowM2', 'netHighM2'] as const).map((name) =>
        ownField(name, 'number', 'm2'),
      ),
      ...(isHeld ? [ownField('notKnownM2', 'number', 'm2')] : []),
    ],
    rows: changes.flatMap((change) => partyRows(change, called, language, isHeld)),
  }
}

function partyRows(
  { layer, from, to, parties }: Change,
  called: TableNames,
  language: Language,
  isHeld: boolean,
): Cell[][] {
  const names = ownerNames(layer, called)
  return parties.flatMap((own) => {
    const row = (word: 'all-sources' | 'any-source' | 'one', change: ReadingChange): Cell[] => [
      layer,
      from,
      to,
      ownerText(own, names, language),
      translate(language, `export.reading.${word}`),
      change.gainedM2,
      change.lostM2,
      change.unchangedM2,
      change.notKnownM2 === undefined ? change.netM2 : null,
      change.net?.low ?? null,
      change.net?.high ?? null,
      ...(isHeld ? [change.notKnownM2 ?? null] : []),
    ]
    return isOneReading(own) ? [row('one', own.all)] : [row('all-sources', own.agreed), row('any-source', own.all)]
  })
}

const wordOf = (hasChanged: boolean | null): 'yes' | 'no' | 'not-known' =>
  hasChanged === null ? 'not-known' : hasChanged ? 'yes' : 'no'

/** Parties and the classes of the layer of a change, as all tables call them. */
const ownerNames = (layer: string, names: TableNames): OwnerNames => ({
  party: names.party,
  class: (name) => names.class(layer, name ?? ''),
})
