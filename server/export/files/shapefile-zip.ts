import type { CsvDialect } from '../../../core/export/csv-dialect.ts'
import type { ExportLayer } from '../../../core/export/export-layer.ts'
import type { FieldType } from '../../../core/export/field.ts'
import { shortNames } from '../../../core/export/unique-names.ts'
import type { Language } from '../../../core/i18n/translate.ts'
import { gdalConvert, type MemoryFile } from './gdal-convert.ts'
import { gdalSource, sourceName, type SourceField, type SourceLayer } from './gdal-source.ts'
import { layerQml } from '../styles/qml.ts'
import { layerSld } from '../styles/sld.ts'
import { codebookTable } from '../tables/codebook-table.ts'
import { tableCsv } from '../tables/table-csv.ts'
import { zipInMemory } from '../archive/zip-writer.ts'

const mostTextBytes = 254
const numberWidth = 24
const mostDecimals = 15
/** As many as a number has that is not to change. */
const mostFigures = 17

/**
 * The layers as shapefiles in one zip, each with its `.prj`, its `.cpg` (UTF-8) and its look as QML and SLD, and a codebook:
 * names have at most ten Latin letters, and longer texts are cut at a letter.
 */
export async function shapefileZip(
  layers: readonly ExportLayer[],
  more: readonly MemoryFile[],
  language: Language,
  dialect: CsvDialect,
): Promise<Buffer> {
  const names = layers.map(({ fields }) => shortNames(fields.map(({ name, short }) => short ?? name)))
  const options = ['-f', 'ESRI Shapefile', '-lco', 'ENCODING=UTF-8', '-lco', 'DBF_DATE_LAST_UPDATE=1980-01-01']
  const made = await gdalConvert(
    gdalSource(layers.map((layer, i) => fromLayer(layer, names[i]!))),
    sourceName,
    'shapefiles/',
    options,
  )
  const styles = layers.map((layer, i) => {
    const field =
      layer.symbology.field === null
        ? null
        : names[i]![layer.fields.findIndex(({ name }) => name === layer.symbology.field)]!
    const own = { ...layer, symbology: { ...layer.symbology, field } }
    return [
      { name: `${layer.name}.qml`, bytes: Buffer.from(layerQml(own, language)) },
      { name: `${layer.name}.sld`, bytes: Buffer.from(layerSld(own, language)) },
    ]
  })
  const codebook = {
    name: 'codebook.csv',
    bytes: Buffer.from(tableCsv(codebookTable(layers, names), { heads: 'names' }, dialect)),
  }
  return zipInMemory([...made, ...styles.flat(), codebook, ...more])
}

function fromLayer({ name, kind, fields, features }: ExportLayer, names: readonly string[]): SourceLayer {
  const columns = fields.map(({ name: own, type }) =>
    features.map(({ properties }) => storable(type, properties?.[own] ?? null)),
  )
  return {
    name,
    kind,
    fields: fields.map(({ type }, i): SourceField => ({ name: names[i]!, type, ...roomOf(type, columns[i]!) })),
    rows: features.map(({ geometry }, feature) => ({ values: columns.map((values) => values[feature]), geometry })),
  }
}

/** A value as the table of a shapefile can hold it. */
const storable = (type: FieldType, value: unknown): unknown =>
  type === 'text' && typeof value === 'string' && Buffer.byteLength(value) > mostTextBytes ? cutAtLetter(value) : value

function cutAtLetter(text: string): string {
  let kept = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > mostTextBytes) break
    kept += segment
  }
  return kept
}

/** The columns of the table are as wide as their values need; numbers keep as many decimals as fit. */
function roomOf(type: FieldType, values: readonly unknown[]): { width?: number; precision?: number } {
  const longest = (lengthOf: (value: unknown) => number): number =>
    values.reduce<number>((most, value) => Math.max(most, value === null ? 0 : lengthOf(value)), 1)
  if (type === 'text' || type === 'date') return { width: longest((value) => Buffer.byteLength(String(value))) }
  if (type === 'integer') return { width: longest((value) => String(value).length) }
  if (type === 'boolean') return {}
  const whole = longest((value) => String(Math.trunc(value as number)).length + 1)
  return { width: numberWidth, precision: Math.max(0, Math.min(mostDecimals, mostFigures + 1 - whole)) }
}
