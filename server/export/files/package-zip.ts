import { translateInEach } from '../../../core/i18n/translate.ts'
import { createHash } from 'node:crypto'
import type { CsvDialect } from '../../../core/export/csv-dialect.ts'
import { dataPackage, type PackagedFile } from '../../../core/export/data-package.ts'
import type { ExportLayer } from '../../../core/export/export-layer.ts'
import { provenance, type RunHashes } from '../../../core/export/provenance.ts'
import { exportFormats } from '../../../core/options/export-options.ts'
import { layerGeoJson } from './layer-geojson.ts'
import type { MeasuredStudy } from '../tables/measured-study.ts'
import { tableCsv } from '../tables/table-csv.ts'
import type { Table } from '../tables/table.ts'
import { zipInMemory } from '../archive/zip-writer.ts'

export type PackageParts = MeasuredStudy & {
  readonly layers: readonly ExportLayer[]
  readonly tables: readonly Table[]
  readonly workbook: Uint8Array
  readonly geoPackage: Uint8Array
  /** For QGIS, of the layers in `layers.gpkg`. */
  readonly project: string
  readonly cite: string
  readonly hashes: RunHashes
  readonly dialect: CsvDialect
}

type Member = Pick<PackagedFile, 'path' | 'title' | 'description' | 'mediaType' | 'fields' | 'dialect'> & {
  readonly content: Uint8Array
}

/**
 * Everything that goes into a publication's data deposit, as a Frictionless data package: every table as CSV and all of
 * them as a workbook, the overlap as GeoJSON, all layers as GeoPackage, the record of the run, and how to cite it.
 */
export function packageZip(parts: PackageParts): Promise<Buffer> {
  const { study, ground, measurement, layers, tables, cite, dialect } = parts
  const csv = tables.map((table): Member => ({
    ...about(table),
    path: `tables/${table.name}.csv`,
    mediaType: 'text/csv',
    fields: table.fields,
    dialect,
    content: Buffer.from(tableCsv(table, { heads: 'names' }, dialect)),
  }))
  const overlap = layers[0]!
  const members: Member[] = [
    ...csv,
    {
      path: 'tables.xlsx',
      title: translateInEach('export.member.workbook'),
      mediaType: exportFormats.xlsx,
      content: parts.workbook,
    },
    {
      ...about(overlap),
      path: 'overlap.geojson',
      mediaType: exportFormats.geojson,
      content: layerGeoJson(overlap, measurement, cite),
    },
    {
      path: 'layers.gpkg',
      title: translateInEach('export.member.layers'),
      mediaType: exportFormats.gpkg,
      content: parts.geoPackage,
    },
    {
      path: 'layers.qgs',
      title: translateInEach('export.member.project'),
      mediaType: 'application/x-qgis-project',
      content: Buffer.from(parts.project),
    },
    {
      path: 'cite.txt',
      title: translateInEach('export.member.cite'),
      mediaType: 'text/plain',
      content: Buffer.from(`${cite}\n`),
    },
  ]
  const files = members.map(fileOf)
  const made = files.map(({ path, sha256, mediaType }) => ({ name: path, sha256, type: mediaType }))
  const run = provenance(study, ground, measurement, parts.hashes, made)
  const record: Member = {
    path: 'provenance.json',
    title: translateInEach('export.member.provenance'),
    mediaType: 'application/json',
    content: json(run),
  }
  const used = ground
    ? [ground.plan.layer, ...ground.measured.map(({ layer }) => layer), ...(ground.units ? [ground.units.layer] : [])]
    : []
  const described = dataPackage(study, measurement, used, [...files, fileOf(record)], cite)
  return zipInMemory([
    { name: 'datapackage.json', bytes: json(described) },
    ...[...members, record].map(({ path, content }) => ({ name: path, bytes: content })),
  ])
}

const about = ({ title, description }: Pick<Member, 'title' | 'description'>) => ({
  title,
  ...(description ? { description } : {}),
})

function fileOf({ content, ...member }: Member): PackagedFile {
  return { ...member, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
