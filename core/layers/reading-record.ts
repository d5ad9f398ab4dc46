import { formatLayerDate } from '../format/format.ts'
import { namesAsWritten, type Names } from '../format/names.ts'
import { noteText, type ToldNote } from '../format/note-text.ts'
import { say, type Language } from '../i18n/say.ts'
import type { CrsRecord, Layer } from '../model/layer.ts'
import type { NoteCode } from '../result/note.ts'

export const readingSubjects = ['encoding', 'crs', 'positions', 'dates', 'rings', 'cells'] as const
export type ReadingSubject = (typeof readingSubjects)[number]

/** One thing that was believed of a file, and why: who states it, what was found, what was decided. */
export type ReadingRow = {
  readonly about: ReadingSubject
  readonly believed: string
  readonly why: readonly string[]
}

/** What is known of a layer's file; before its system is known, and before anything is said of the layer. */
export type FileRead = Pick<
  Layer,
  'geometryType' | 'encoding' | 'stated' | 'positions' | 'date' | 'from' | 'to' | 'dateFields' | 'dateOrder'
> & {
  readonly evenOdd?: Layer['evenOdd']
  readonly crs: Pick<CrsRecord, 'code' | 'name' | 'operation'> | null
  /** Columns that hold days, where the layer does not say yet which of them count. */
  readonly dateColumns?: readonly string[]
  readonly notes: readonly ToldNote[]
}

/** The notes that tell of each subject. */
export const notesAbout: Readonly<Record<ReadingSubject, readonly NoteCode[]>> = {
  encoding: [
    'encoding-overridden',
    'cpg-unreadable',
    'encoding-contradicted',
    'encoding-detected',
    'encoding-doubtful',
    'json-encoding',
    'names-decoded',
    'dxf-escapes',
  ],
  crs: [
    'crs-not-stated',
    'prj-open-datum',
    'prj-degrees-hold-metres',
    'systems-mixed',
    'crs-overridden',
    'crs-from-text',
    'crs-from-epsg',
    'operation-accuracy-unknown',
    'outside-area-of-use',
    'axes-perhaps-swapped',
    'features-axes-swapped',
    'features-in-degrees',
    'rows-of-other-system',
    'longitudes-turned',
    'points-added',
  ],
  positions: [
    'table-wgs84',
    'table-positions',
    'table-columns-guessed',
    'table-geometry',
    'table-latitude-first',
    'table-longitude-first',
    'table-mgrs',
    'positions-zero',
    'rows-without-position',
    'positions-left-out',
    'null-shapes',
    'edges-over-antimeridian',
    'cut-at-antimeridian',
    'ring-round-earth',
  ],
  dates: [
    'date-from-name',
    'date-from-column',
    'layer-end-open',
    'feature-date-unreadable',
    'feature-dates-open',
    'feature-dates-reversed',
    'feature-dates-day-or-month',
    'feature-dates-other-calendar',
    'dates-read-day-month',
    'dates-read-two-digit-year',
    'dates-read-hijri',
    'dates-read-serial',
    'dates-read-epoch',
    'dates-read-partial',
    'event-no-date',
    'event-date-unusable',
    'event-date-uncertain',
  ],
  rings: [
    'rings-short',
    'rings-open',
    'rings-crossing',
    'rings-misplaced',
    'lines-repeated',
    'members-overlap',
    'outlines-of-two',
    'features-repeated',
    'heights-dropped',
    'heights-no-numbers',
    'surfaces-as-ground',
    'patches-as-ground',
    'curves-straightened',
    'closed-lines-as-areas',
    'shp-index-differs',
    'shp-index-heeded',
    'shp-length-wrong',
    'shp-trailing-bytes',
    'records-odd-type',
    'collections-opened',
    'kinds-split',
  ],
  cells: [
    'text-damaged',
    'text-cut',
    'cells-unreadable',
    'memos-not-read',
    'numbers-not-finite',
    'numbers-ambiguous',
    'numbers-grouped',
    'numbers-arabic-digits',
    'decimal-commas',
    'nested-values-dropped',
    'rows-too-long',
    'rows-deleted',
    'shp-without-table',
    'shp-rows-differ',
  ],
}

/** Notes that say by themselves why an encoding was taken. */
const encodingSaid: readonly string[] = [
  'encoding-overridden',
  'encoding-contradicted',
  'encoding-detected',
  'encoding-doubtful',
  'json-encoding',
] satisfies readonly NoteCode[]

/** Notes whose `count` is of cells that are shown damaged or count as empty. */
const lostCells: readonly string[] = [
  'text-damaged',
  'text-cut',
  'cells-unreadable',
  'numbers-not-finite',
] satisfies readonly NoteCode[]

/** Whether a note stands in the record already. */
export const isRecorded = ({ code }: ToldNote): boolean =>
  readingSubjects.some((about) => notesAbout[about].some((own) => own === code))

/**
 * What was believed of a layer's file and why, one row for each subject: its encoding, system, positions, days, rings and cells
 * lost. What was not recorded when the file was read is said to be so.
 */
export function readingRecord(read: FileRead, language: Language, names: Names = namesAsWritten): ReadingRow[] {
  return readingSubjects.map((about) => {
    const notes = read.notes.filter(({ code }) => notesAbout[about].some((own) => own === code))
    const { believed, why } = beliefs[about](read, notes, language)
    const said = notes.map((own) => noteText(own, names, language))
    return { about, believed, why: [...new Set([...why, ...said])] }
  })
}

type Belief = { readonly believed: string; readonly why: readonly string[] }
type Believing = (read: FileRead, notes: readonly ToldNote[], language: Language) => Belief

const encoding: Believing = ({ encoding: taken, stated }, notes, language) => {
  if (taken === null) return { believed: say(language, 'record.encoding.none'), why: [] }
  if (notes.some(({ code }) => encodingSaid.includes(code))) return { believed: taken, why: [] }
  return { believed: taken, why: [say(language, `record.encoding.${stated?.encoding ?? 'unrecorded'}`)] }
}

const crs: Believing = ({ crs: system, stated }, _notes, language) => {
  if (system === null) return { believed: say(language, 'record.crs.none'), why: [] }
  const { code, name, operation } = system
  return {
    believed: name === code ? name : `${name} (${code})`,
    why: [
      say(language, `record.crs.${stated?.crs ?? 'unrecorded'}`),
      ...(operation === null ? [] : [say(language, 'record.crs.operation', { operation })]),
    ],
  }
}

const positions: Believing = ({ positions: columns }, notes, language) => {
  if (columns)
    return {
      believed: say(language, 'record.positions.columns', { x: columns.x, y: columns.y }),
      why: [say(language, 'record.positions.asked')],
    }
  const isTable = notes.some(({ code }) => code.startsWith('table-'))
  return isTable
    ? { believed: say(language, 'record.positions.table'), why: [] }
    : { believed: say(language, 'record.positions.geometry'), why: [say(language, 'record.positions.drawn')] }
}

const dates: Believing = (read, notes, language) => {
  const { dateFields, dateOrder, dateColumns = [] } = read
  const fields = [dateFields?.from, dateFields?.to].flatMap((field) => field ?? [])
  const list = (all: readonly string[]): string => all.join(say(language, 'page.list.comma'))
  return {
    believed: [
      formatLayerDate(read, language),
      ...(fields.length === 0 ? [] : [say(language, 'record.dates.fields', { fields: list(fields) })]),
    ].join(language === 'ar' ? '؛ ' : '; '),
    why: [
      ...(dateColumns.length === 0 ? [] : [say(language, 'record.dates.columns', { fields: list(dateColumns) })]),
      ...(dateOrder === undefined ? [] : [say(language, `record.dates.${dateOrder}`)]),
      ...(notes.length > 0 || fields.length > 0
        ? []
        : [
            say(
              language,
              (read.date ?? read.from ?? read.to) === undefined ? 'record.dates.nobody' : 'record.dates.said',
            ),
          ]),
    ],
  }
}

const rings: Believing = ({ geometryType, evenOdd = 'polygon', crs: system }, notes, language) => {
  if (geometryType !== 'polygon') return { believed: say(language, 'record.rings.none'), why: [] }
  return {
    believed: say(language, `record.rings.${evenOdd}`),
    why: notes.length > 0 ? [] : [say(language, system === null ? 'record.rings.not-looked' : 'record.rings.sound')],
  }
}

const cells: Believing = (_read, notes, language) => {
  const count = notes
    .filter(({ code }) => lostCells.includes(code))
    .reduce((sum, { values }) => sum + Number(values?.['count'] ?? 0), 0)
  return {
    believed: count === 0 ? say(language, 'record.cells.none') : say(language, 'record.cells.lost', { count }),
    why: notes.length === 0 ? [say(language, 'record.cells.whole')] : [],
  }
}

const beliefs: Readonly<Record<ReadingSubject, Believing>> = { encoding, crs, positions, dates, rings, cells }
