import type { Language } from '../../core/i18n/languages.ts'
import { guessLayer, guessPlan, type Guess, type LayerGuesses } from '../../core/layers/guess-layer.ts'
import type { FoundLayer } from '../../core/layers/inspection.ts'
import { isMeasured, type Role } from '../../core/model/layer.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import { partyText, usualParties } from '../../core/model/party-text.ts'
import type { Study } from '../../core/model/study.ts'
import type { Text } from '../../core/model/text.ts'
import type { PageProblem } from '../api/page-problem.ts'
import { dateInName } from '../../core/time/date-in-name.ts'
import type { Preview } from './previews.ts'
import { emptySource, givenSource, type SourceTexts } from './source-texts.ts'

/** What is said of a file; a member that the reader has not touched is a guess, or empty. */
export type RowValues = {
  readonly name: string
  readonly role: Role | ''
  readonly date: string
  readonly classField: string
  /** Who held the ground, where the layer is one class of control; a guess is a usual name in English. */
  readonly holder: string
  readonly accuracyM: string
  readonly bufferM: string
  readonly source: SourceTexts
  readonly remark: string
}

/** A file, or the parts of one, that is to become a layer. */
export type LoadRow = {
  readonly key: number
  readonly names: string
  readonly files: readonly File[]
  readonly phase: 'reading' | 'ready' | 'loading' | 'loaded'
  /** How much of it has been sent or read. */
  readonly fraction: number
  /** Its bytes on the server, while they wait there. */
  readonly uploadId: string | null
  readonly layers: readonly FoundLayer[]
  /** Its shapes as a first look shows them. */
  readonly preview: Preview | null
  /** The name of the layer meant, among those of the file. */
  readonly sublayer: string
  readonly guesses: LayerGuesses | null
  /** The only outline among the files, and none of them is named like a plan. */
  readonly isOnlyOutline: boolean
  /** What its name and those of other dated files have in common, which makes them one series; else empty. */
  readonly series: string
  /** What the reader has said; the rest stays as guessed. */
  readonly said: Partial<RowValues>
  readonly problem: PageProblem | null
}

/** Files that were dropped together and are asked about in one form. */
export type LoadForm = {
  readonly rows: readonly LoadRow[]
  /** Whether they join the study in hand or begin one; `null` leaves it to what is guessed. */
  readonly into: 'new' | 'this' | null
  /** The title of the new study; `null` is the guessed one. */
  readonly title: string | null
  readonly isLoading: boolean
  readonly problem: PageProblem | null
}

/** A row of files that are still to be read; `sublayer` names the one of their layers that is meant, where that is known. */
export const newRow = (key: number, files: readonly File[], names: string, sublayer = ''): LoadRow => ({
  key,
  names,
  files,
  phase: 'reading',
  fraction: 0,
  uploadId: null,
  layers: [],
  preview: null,
  sublayer,
  guesses: null,
  isOnlyOutline: false,
  series: '',
  said: {},
  problem: null,
})

export const layerOf = ({ layers, sublayer }: LoadRow): FoundLayer | undefined =>
  layers.find(({ name }) => name === sublayer)

/**
 * The rows with what was found in their files; of several layers none is meant until somebody says which. The bytes that wait
 * become one layer: further rows of the same files send them again.
 */
export function withFound(
  rows: readonly LoadRow[],
  files: readonly File[],
  { uploadId, layers }: { readonly uploadId: string; readonly layers: readonly FoundLayer[] },
): readonly LoadRow[] {
  const only = layers.length === 1 ? layers[0]!.name : ''
  const first = rows.find((row) => row.files === files)
  return withGuesses(
    rows.map((row) =>
      row.files === files
        ? {
            ...row,
            uploadId: row === first ? uploadId : null,
            layers,
            sublayer: row.sublayer || only,
            phase: 'ready',
          }
        : row,
    ),
  )
}

/** The rows with a guess for each; what one is guessed to be may depend on the others. */
export function withGuesses(rows: readonly LoadRow[]): readonly LoadRow[] {
  const known = rows.flatMap((row) => {
    const layer = layerOf(row)
    return layer ? [{ key: row.key, layer, guesses: guessLayer(row.names, layer) }] : []
  })
  const plan = guessPlan(
    known.map(({ layer }) => layer),
    known.map(({ guesses }) => guesses),
  )
  return rows.map((row) => {
    const place = known.findIndex(({ key }) => key === row.key)
    const isOnlyOutline = plan !== null && plan === place
    return { ...row, guesses: known[place]?.guesses ?? null, isOnlyOutline, series: seriesOf(row, rows) }
  })
}

/** The name of a file without its day and its ending: snapshots of one series have it in common. */
export const seriesStem = (name: string): string =>
  name
    .replace(/\.[^.]+$/, '')
    .replace(/\d{1,4}[-._ ]?\d{1,2}[-._ ]?\d{1,4}/, '')
    .replace(/[\s._-]+$/, '')

function seriesOf(row: LoadRow, rows: readonly LoadRow[]): string {
  const stem = seriesStem(row.names)
  const alike = rows.filter(({ names }) => dateInName(names).kind === 'day' && seriesStem(names) === stem)
  return alike.length > 1 && alike.includes(row) ? stem : ''
}

export const guessedRole = ({ guesses, isOnlyOutline }: LoadRow): Guess<Role> | null =>
  guesses?.role ?? (isOnlyOutline ? { value: 'plan', by: 'outline', of: '' } : null)

/** What stands in the form for a row: what was said, else what is guessed. */
export function valuesOf(row: LoadRow): RowValues {
  const { said, guesses, sublayer } = row
  const role = said.role ?? guessedRole(row)?.value ?? ''
  const date = guesses?.date.kind === 'day' && isDated(role) ? guesses.date.date : ''
  return {
    name: row.series === '' ? sublayer : row.series,
    date,
    classField: role !== '' && isMeasured({ role }) ? (guesses?.classField?.value ?? '') : '',
    holder: guesses?.holder?.value ?? '',
    accuracyM: '',
    bufferM: '',
    source: emptySource,
    remark: '',
    ...said,
    role,
  }
}

/** Whether a layer of the role speaks of a day. */
export const isDated = (role: Role | ''): boolean => role !== '' && isMeasured({ role })

export const asksForHolder = ({ role, classField }: RowValues): boolean => role === 'control' && classField === ''

/** The options that a row comes to. */
export function optionsOf(row: LoadRow, language: Language): LayerOptions {
  const values = valuesOf(row)
  const { name, role, date, classField, holder, accuracyM, bufferM, source, remark } = values
  const given = givenSource(source, language)
  const isMeasuredRole = isDated(role)
  return {
    ...(role === '' ? {} : { role }),
    ...(name.trim() === '' || name === row.sublayer ? {} : { name: name.trim() }),
    ...(row.layers.length > 1 ? { sublayer: row.sublayer } : {}),
    ...(asksForHolder(values) && holder.trim() !== '' ? { title: holderText(holder.trim()) } : {}),
    ...(isMeasuredRole && date !== '' ? { date } : {}),
    ...(isMeasuredRole && classField !== '' ? { classField } : {}),
    ...(role !== 'context' && accuracyM !== '' ? { accuracyM: Number(accuracyM) } : {}),
    ...(isMeasuredRole && bufferM !== '' ? { bufferM: Number(bufferM) } : {}),
    ...(given ? { source: given } : {}),
    ...(remark.trim() === ''
      ? {}
      : { remark: { en: remark.trim(), ...(language === 'ar' ? { ar: remark.trim() } : {}) } }),
  }
}

/** A party by its usual names in every language, whichever of them was typed. */
function holderText(typed: string): Text {
  const usual = Object.entries(usualParties).find(([, { ar }]) => ar === typed)
  return partyText(usual?.[0] ?? typed)
}

/** Where the files go: a plan begins a study where the one in hand has its own already. */
export function intoOf({ into, rows }: LoadForm, study: Study | null): 'new' | 'this' {
  if (study === null) return 'new'
  return into ?? (study.plan.layer !== null && rows.some((row) => valuesOf(row).role === 'plan') ? 'new' : 'this')
}

/** The title of a new study: what was typed, else the name of the plan's file without its ending. */
export function titleOf({ title, rows }: LoadForm): string {
  if (title !== null) return title
  const plan = rows.find((row) => valuesOf(row).role === 'plan') ?? rows[0]
  return (plan?.names ?? '').replace(/\.[^.\s]+$/, '').replaceAll('_', ' ')
}

/** Rows that are not part of the study yet. */
export const openRows = ({ rows }: LoadForm): readonly LoadRow[] => rows.filter(({ phase }) => phase !== 'loaded')
