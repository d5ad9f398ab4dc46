import { createHash } from 'node:crypto'
import { citation } from '../../../core/export/citation.ts'
import { csvDialect, type CsvDialect } from '../../../core/export/csv-dialect.ts'
import type { ExportLayer } from '../../../core/export/export-layer.ts'
import { areaMethod } from '../../../core/export/overlap-layer.ts'
import { studyLayers } from '../../../core/export/study-layers.ts'
import { extentOf } from '../../../core/geometry/extent.ts'
import type { Extent } from '../../../core/geometry/shapes.ts'
import type { Work } from '../../../core/parallel/crew.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import { placeExtent } from '../../../core/model/outline.ts'
import type { Study } from '../../../core/model/study.ts'
import { exportFormats, type ExportFormat, type ExportRequest } from '../../../core/options/export-options.ts'
import { studyText } from '../../store/study-folder.ts'
import { geoPackage } from './geopackage.ts'
import { inputHash } from '../../store/input-hash.ts'
import { layerGeoJson } from './layer-geojson.ts'
import { measurementCsv } from '../tables/measurement-csv.ts'
import type { MeasuredStudy } from '../tables/measured-study.ts'
import { namedMeasurement, tableNames } from '../tables/named.ts'
import { packageZip } from './package-zip.ts'
import { qgisProject } from './qgis-project.ts'
import { shapefileZip } from './shapefile-zip.ts'
import { tablePackage } from '../tables/table-package.ts'
import { aboutTable } from '../tables/about-table.ts'
import { codebookIn, codebookTable } from '../tables/codebook-table.ts'
import { csvTable } from '../tables/measured-tables.ts'
import { studyTables } from '../tables/study-tables.ts'
import { tableCsv } from '../tables/table-csv.ts'
import type { Table } from '../tables/table.ts'
import { workbook } from '../tables/workbook.ts'

/** The bytes of a file, and of a table that stands alone its description. */
export type WrittenExport = { readonly bytes: Uint8Array; readonly described?: Uint8Array }

type NamedRequest = ExportRequest & { readonly name: string }

/** The measurement as one table, and its description. */
export function writeCsv(study: Study, measurement: Measurement, request: NamedRequest): WrittenExport {
  const { language, name } = request
  const dialect = dialectOf(request)
  const named = namedMeasurement(measurement, tableNames(study, language), language)
  const bytes = Buffer.from(measurementCsv(named, language, dialect))
  const cite = citation(study, measurement, inputHash(study, measurement), language)
  const file = { path: name, mediaType: exportFormats.csv.replace(/;.*/, ''), bytes, dialect }
  return { bytes, described: tablePackage(study, measurement, [csvTable(named, language)], file, cite, language) }
}

/** The bytes of one format. */
export async function writeExport(
  measured: MeasuredStudy,
  format: Exclude<ExportFormat, 'csv'>,
  request: NamedRequest,
  work: Work,
): Promise<WrittenExport> {
  const { language, pieces, name } = request
  const dialect = dialectOf(request)
  const { study, ground, measurement } = measured
  const recordSha256 = createHash('sha256').update(studyText(study)).digest('hex')
  const inputSha256 = inputHash(study, measurement)
  const cite = citation(study, measurement, inputSha256, language)
  const drawLayers = (): ExportLayer[] => studyLayers(ground, measurement, pieces, work)
  const tables = studyTables(measured, language)
  const described = [...tables, codebookTable(tables)]
  const inSheets = [
    aboutTable(study, measurement, cite, language),
    ...tables,
    language === 'en' ? codebookTable(tables) : codebookIn(language, tables),
  ]
  const inWorkbook = (): Promise<Buffer> => workbook(inSheets, language)
  const inGeoPackage = (layers: readonly ExportLayer[]): Promise<Uint8Array> =>
    geoPackage(
      layers,
      [...tables, codebookTable([...tables, ...layers])],
      { CITATION: cite, AREA_METHOD: areaMethod },
      language,
    )
  switch (format) {
    case 'xlsx': {
      const bytes = await inWorkbook()
      const file = { path: name, mediaType: exportFormats.xlsx, bytes }
      return { bytes, described: tablePackage(study, measurement, inSheets, file, cite, language) }
    }
    case 'geojson':
      return { bytes: layerGeoJson(drawLayers()[0]!, measurement, cite) }
    case 'gpkg':
      return { bytes: await inGeoPackage(drawLayers()) }
    case 'shp.zip':
      return {
        bytes: await shapefileZip(
          drawLayers(),
          [
            { name: 'cite.txt', bytes: Buffer.from(`${cite}\n`) },
            ...(ground
              ? []
              : tables
                  .filter(({ name }) => name === 'notes' || name === 'claimed')
                  .map((table) => asCsv(table, dialect))),
          ],
          language,
          dialect,
        ),
      }
    case 'package.zip': {
      const layers = drawLayers()
      const bytes = await packageZip({
        ...measured,
        layers,
        tables: described,
        workbook: await inWorkbook(),
        geoPackage: await inGeoPackage(layers),
        project: qgisProject(study.title, layers, 'layers.gpkg', extentOfPlan(measured), language),
        cite,
        hashes: { recordSha256, inputSha256 },
        dialect,
      })
      return { bytes }
    }
  }
}

const delimiters = { comma: ',', semicolon: ';', tab: '\t' } as const

const dialectOf = ({ separator }: ExportRequest): CsvDialect => ({ ...csvDialect, delimiter: delimiters[separator] })

const asCsv = (table: Table, dialect: CsvDialect) => ({
  name: `${table.name}.csv`,
  bytes: Buffer.from(tableCsv(table, { heads: 'names' }, dialect)),
})

/** The rectangle round the plan, or round the place of one without an outline. */
const extentOfPlan = ({ study, ground }: MeasuredStudy): Extent =>
  ground ? extentOf(ground.plan.features.shapes)! : placeExtent(study)!
