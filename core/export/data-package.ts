import { documentDay } from '../model/requested-day.ts'
import type { Layer } from '../model/layer.ts'
import type { Measurement } from '../model/measurement.ts'
import { sourceOf, type Source } from '../model/sources.ts'
import type { Study } from '../model/study.ts'
import type { Text } from '../model/text.ts'
import { version } from '../result/version.ts'
import { csvDialect, type CsvDialect } from './csv-dialect.ts'
import type { Field, FieldType } from './field.ts'

/** A file of the package; `fields` where it is a table. */
export type PackagedFile = {
  readonly path: string
  readonly title: Text
  readonly description?: Text
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly fields?: readonly Field[]
  /** Where it is a CSV; without it that of RFC 4180. */
  readonly dialect?: CsvDialect
  /** Where the table is a sheet of a workbook: its name for programs, and as the workbook has it. */
  readonly sheet?: { readonly name: string; readonly title: string }
}

const profiles = 'https://datapackage.org/profiles/2.0'

const types: Readonly<Record<FieldType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  period: 'string',
}

/**
 * The description of a package of tables after Data Package 2.0 (datapackage.org), what it has no word for beside its own words: fields with titles in both languages, units, missing values, sources with licences, checksums.
 */
export function dataPackage(
  study: Study,
  measurement: Measurement,
  layers: readonly Layer[],
  files: readonly PackagedFile[],
  cite: string,
): unknown {
  return {
    $schema: `${profiles}/datapackage.json`,
    name: `${study.id}-${documentDay(study, measurement.at)}`,
    title: study.title.en,
    title_ar: study.title.ar,
    description: study.summary?.en,
    description_ar: study.summary?.ar,
    version: `${study.revision}`,
    citation: cite,
    sources: sourcesOf(layers, study.sources),
    licenses: licencesOf(layers, study.sources),
    contributors: [{ title: `Basilia Overlay ${version}`, roles: ['wrangler'] }],
    resources: files.map(resourceOf),
  }
}

function resourceOf(file: PackagedFile) {
  const { path, title, description, mediaType, bytes, sha256, fields, dialect = csvDialect, sheet } = file
  const [name, format] = [path.replace(/\.[^.]+$/, '').replace(/[^a-z0-9._-]/g, '-'), path.replace(/^.*\./, '')]
  return {
    name: sheet ? `${name}-${sheet.name}` : `${name}-${format}`,
    ...(fields ? { type: 'table' } : {}),
    path,
    $schema: `${profiles}/dataresource.json`,
    title: title.en,
    title_ar: title.ar,
    description: description?.en,
    description_ar: description?.ar,
    format,
    mediatype: mediaType,
    ...(sheet
      ? { dialect: { $schema: `${profiles}/tabledialect.json`, sheetName: sheet.title } }
      : fields
        ? { encoding: 'utf-8', dialect: { $schema: `${profiles}/tabledialect.json`, ...dialect } }
        : {}),
    bytes,
    hash: `sha256:${sha256}`,
    ...(fields
      ? { schema: { $schema: `${profiles}/tableschema.json`, fields: fields.map(fieldOf), missingValues: [''] } }
      : {}),
  }
}

const fieldOf = ({ name, type, unit, title, description }: Field) => ({
  name,
  type: types[type],
  title: title.en,
  title_ar: title.ar,
  unit,
  description: description?.en,
  description_ar: description?.ar,
  ...(type === 'boolean' ? { trueValues: ['1'], falseValues: ['0'] } : {}),
})

function sourcesOf(layers: readonly Layer[], known: readonly Source[]) {
  const sources = layers.flatMap(({ source: id, sha256, name }) => {
    const source = sourceOf(known, id)
    if (!source) return []
    const { title, url, publisher, date, accessed, side, licence } = source
    return [
      {
        title: title.en,
        title_ar: title.ar,
        path: url,
        publisher: publisher?.en,
        publisher_ar: publisher?.ar,
        date,
        accessed,
        side,
        licence,
        layer: name,
        sha256,
      },
    ]
  })
  return distinct(sources)
}

function licencesOf(layers: readonly Layer[], known: readonly Source[]) {
  const titles = distinct(layers.flatMap(({ source }) => sourceOf(known, source)?.licence ?? []))
  const licences = titles.map((title) => ({ name: title.replace(/[^A-Za-z0-9.]+/g, '-'), title }))
  return licences.length === 0 ? undefined : licences
}

const distinct = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
]
