import type { Attributes } from '../../../core/geometry/shapes.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { fineArcs, readThroughGdal } from './gdal-layers.ts'
import type { NamedBytes } from '../record/imported.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import type { SourceFile } from '../archive/source-file.ts'
import { withStyles } from '../record/style-suggestions.ts'
import { usesLog, withLog } from './write-ahead-log.ts'

/** Where QGIS keeps the styles of the layers of a GeoPackage. */
const styleTable = 'layer_styles'

/** Reads all layers of a GeoPackage, each with the classes that the styles kept for it give. */
export async function readGeoPackage(source: SourceFile): Promise<Outcome<readonly RawLayer[]>> {
  const read = await readDatabase(source, 'GPKG', 'data.gpkg')
  // A layer may be there that nothing lists.
  return !read.ok && read.problem.code === 'dataset-without-layer'
    ? refused(problem('contents-without-layer', { file: source.file.name }))
    : read
}

/** Reads the layers of a SpatiaLite database, or of a SQLite database with geometry columns as GDAL writes them. */
export const readSpatialite = (source: SourceFile): Promise<Outcome<readonly RawLayer[]>> =>
  readDatabase(source, 'SQLite', 'data.sqlite')

function readDatabase(source: SourceFile, driver: string, open: string): Promise<Outcome<readonly RawLayer[]>> {
  const { bytes, notes } = committed(source)
  return readThroughGdal(source, {
    request: { driver, open, files: [{ name: open, bytes }], config: fineArcs, table: styleTable },
    isOneLayer: false,
    finish: (layer, rows) => {
      const styled = withStyles(layer, stylesOf(layer, rows))
      return { ...styled, notes: [...notes, ...styled.notes] }
    },
  })
}

/** The database with what was last written to it, which may still lie in a file beside it. */
function committed({ file, beside }: SourceFile): { readonly bytes: Uint8Array; readonly notes: readonly Note[] } {
  const ending = /\.([^./\\]+)$/.exec(file.name)?.[1] ?? ''
  const log = beside(`${ending}-wal`)
  const journal = beside(`${ending}-journal`)
  const unfinished =
    journal && journal.bytes.some((byte) => byte !== 0)
      ? [note('database-journal', { file: file.name, journal: lastOf(journal) })]
      : []
  if (!log) {
    const missing = usesLog(file.bytes)
      ? [note('database-log-missing', { file: file.name, ending: `${ending}-wal` })]
      : []
    return { bytes: file.bytes, notes: [...missing, ...unfinished] }
  }
  const found = withLog(file.bytes, log.bytes)
  if (found === null)
    return {
      bytes: file.bytes,
      notes: [note('database-log-foreign', { file: file.name, log: lastOf(log) }), ...unfinished],
    }
  const read =
    found.pages > 0 ? [note('database-log-read', { file: file.name, log: lastOf(log), count: found.pages })] : []
  return { bytes: found.bytes, notes: [...read, ...unfinished] }
}

const lastOf = ({ name }: NamedBytes): string => name.split('/').at(-1)!

/** The form of QGIS before that of OGC, which says less; nothing where a row holds neither. */
function stylesOf({ file, name }: RawLayer, rows: readonly Attributes[]) {
  const textOf = (row: Attributes, column: string): string => String(row[column] ?? '').trim()
  return rows
    .filter((row) => row['f_table_name'] === name)
    .map((row) => ({
      title: textOf(row, 'styleName') || styleTable,
      text: textOf(row, 'styleQML') || textOf(row, 'styleSLD'),
    }))
    .filter(({ text }) => text !== '')
    .map(({ title, text }) => ({ id: title, kind: 'style-table' as const, source: `${file}: ${title}`, text }))
}
