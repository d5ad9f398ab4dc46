import { formatLayerDate } from '../format/format.ts'
import { namesAsWritten, type Names } from '../format/names.ts'
import { noteText, type ReportedNote } from '../format/note-text.ts'
import { comma, translate, semicolon, type Language } from '../i18n/translate.ts'
import type { CrsRecord, Layer } from '../model/layer.ts'
import type { NoteCode } from '../result/note.ts'

export const readingSubjects = ['encoding', 'crs', 'positions', 'dates', 'rings', 'cells', 'reading'] as const
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
  readonly notes: readonly ReportedNote[]
}

/** The columns that hold days. */
export const dateColumnsOf = (fields: readonly { readonly name: string; readonly type: string }[]): readonly string[] =>
  fields.flatMap(({ name, type }) => (type === 'date' ? [name] : []))

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
    'metres-perhaps-kilometres',
    'metres-by-zero-of-grid',
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
    'rings-together',
    'rings-crossing',
    'rings-misplaced',
    'lines-repeated',
    'members-overlap',
    'polygons-without-ground',
    'features-overlap',
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
    'geometries-side-by-side',
    'geometries-passed-over',
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
  reading: [
    'read-twice',
    'read-twice-area',
    'read-once',
    'read-once-large',
    'read-twice-features',
    'read-twice-shapes',
    'read-twice-fields',
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
export const isRecorded = ({ code }: ReportedNote): boolean =>
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
type Believing = (read: FileRead, notes: readonly ReportedNote[], language: Language) => Belief

const encoding: Believing = ({ encoding: taken, stated }, notes, language) => {
  if (taken === null) return { believed: translate(language, 'record.encoding.none'), why: [] }
  if (notes.some(({ code }) => encodingSaid.includes(code))) return { believed: taken, why: [] }
  return { believed: taken, why: [translate(language, `record.encoding.${stated?.encoding ?? 'unrecorded'}`)] }
}

const crs: Believing = ({ crs: system, stated }, _notes, language) => {
  if (system === null) return { believed: translate(language, 'record.crs.none'), why: [] }
  const { code, name, operation } = system
  return {
    believed: name === code ? name : `${name} (${code})`,
    why: [
      translate(language, `record.crs.${stated?.crs ?? 'unrecorded'}`),
      ...(operation === null ? [] : [translate(language, 'record.crs.operation', { operation })]),
    ],
  }
}

const positions: Believing = ({ positions: columns }, notes, language) => {
  if (columns)
    return {
      believed: translate(language, 'record.positions.columns', { x: columns.x, y: columns.y }),
      why: [translate(language, 'record.positions.asked')],
    }
  const isTable = notes.some(({ code }) => code.startsWith('table-'))
  return isTable
    ? { believed: translate(language, 'record.positions.table'), why: [] }
    : {
        believed: translate(language, 'record.positions.geometry'),
        why: [translate(language, 'record.positions.drawn')],
      }
}

const dates: Believing = (read, notes, language) => {
  const { dateFields, dateOrder, dateColumns = [] } = read
  const fields = [dateFields?.from, dateFields?.to].flatMap((field) => field ?? [])
  const list = (all: readonly string[]): string => all.join(comma(language))
  return {
    believed: [
      formatLayerDate(read, language),
      ...(fields.length === 0 ? [] : [translate(language, 'record.dates.fields', { fields: list(fields) })]),
    ].join(semicolon(language)),
    why: [
      ...(dateColumns.length === 0 ? [] : [translate(language, 'record.dates.columns', { fields: list(dateColumns) })]),
      ...(dateOrder === undefined ? [] : [translate(language, `record.dates.${dateOrder}`)]),
      ...(notes.length > 0 || fields.length > 0
        ? []
        : [
            translate(
              language,
              (read.date ?? read.from ?? read.to) === undefined ? 'record.dates.nobody' : 'record.dates.said',
            ),
          ]),
    ],
  }
}

const rings: Believing = ({ geometryType, evenOdd = 'polygon', crs: system }, notes, language) => {
  if (geometryType !== 'polygon') return { believed: translate(language, 'record.rings.none'), why: [] }
  return {
    believed: translate(language, `record.rings.${evenOdd}`),
    why:
      notes.length > 0 ? [] : [translate(language, system === null ? 'record.rings.not-looked' : 'record.rings.sound')],
  }
}

const cells: Believing = (_read, notes, language) => {
  const count = notes
    .filter(({ code }) => lostCells.includes(code))
    .reduce((sum, { values }) => sum + Number(values?.['count'] ?? 0), 0)
  return {
    believed:
      count === 0 ? translate(language, 'record.cells.none') : translate(language, 'record.cells.lost', { count }),
    why: notes.length === 0 ? [translate(language, 'record.cells.whole')] : [],
  }
}

const reading: Believing = (_read, notes, language) => {
  const code = notes[0]?.code ?? 'read-once'
  const way = /^read-twice(?:-area)?$/.test(code) ? 'agreed' : code.startsWith('read-once') ? 'once' : 'differ'
  return {
    believed: translate(language, `record.reading.${way}`),
    why: notes.length === 0 ? [translate(language, 'record.reading.only-shapefiles')] : [],
  }
}

const beliefs: Readonly<Record<ReadingSubject, Believing>> = { encoding, crs, positions, dates, rings, cells, reading }
