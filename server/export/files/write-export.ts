import { createHash } from 'node:crypto'
import { citation } from '../../../core/export/citation.ts'
import { csvDialect, type CsvDialect } from '../../../core/export/csv-dialect.ts'
import type { ExportLayer } from '../../../core/export/export-layer.ts'
import { areaMethod } from '../../../core/export/overlap-layer.ts'
import { studyLayers } from '../../../core/export/study-layers.ts'
import { shownLists, shownMeasurement, shownStudy } from '../../../core/export/withheld.ts'
import { extentOf } from '../../../core/geometry/extent.ts'
import type { Extent } from '../../../core/geometry/shapes.ts'
import type { TaskContext } from '../../../core/parallel/worker-pool.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import { placeExtent } from '../../../core/model/outline.ts'
import { layersAt } from '../../../core/model/snapshot.ts'
import type { Study } from '../../../core/model/study.ts'
import { isOrdered } from '../../../core/symbology/drawing-order.ts'
import { exportFormats, type ExportFormat, type ExportRequest } from '../../../core/options/export-options.ts'
import { studyText } from '../../store/study-folder.ts'
import { geoPackage } from './geopackage.ts'
import { inputHash } from '../../store/input-hash.ts'
import { layerGeoJson } from './layer-geojson.ts'
import { measurementCsv } from '../tables/measurement-csv.ts'
import type { MeasuredStudy } from '../tables/measured-study.ts'
import { namedMeasurement } from '../tables/named.ts'
import { tableNames } from '../tables/table-names.ts'
import { packageZip } from './package-zip.ts'
import { layoutSheet } from './layout-sheet.ts'
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
import { workbookTables } from '../tables/workbook-tables.ts'

/** The bytes of a file, and of a table that stands alone its description. */
export type WrittenExport = { readonly bytes: Uint8Array; readonly described?: Uint8Array }

type NamedRequest = ExportRequest & { readonly name: string }

/** The measurement as one table, and its description; `units` are the names of units by id. */
export function writeCsv(
  study: Study,
  whole: Measurement,
  units: ReadonlyMap<string, string>,
  request: NamedRequest,
): WrittenExport {
  const { language, name } = request
  const names = tableNames(study, language, { at: whole.at, units })
  const measurement = shownMeasurement(study, whole)
  const dialect = dialectOf(request)
  const named = namedMeasurement(measurement, names, language)
  const bytes = Buffer.from(measurementCsv(named, language, dialect, names))
  const cite = citation(study, measurement, inputHash(study, whole), language)
  const file = { path: name, mediaType: exportFormats.csv.replace(/;.*/, ''), bytes, dialect }
  return {
    bytes,
    described: tablePackage(study, measurement, [csvTable(measurement, names, language)], file, cite, language),
  }
}

/** The bytes of one format; what is sensitive is left out here, whatever the format. */
export async function writeExport(
  all: MeasuredStudy,
  format: Exclude<ExportFormat, 'csv'>,
  request: NamedRequest,
  work: TaskContext,
): Promise<WrittenExport> {
  const { language, pieces, name } = request
  const dialect = dialectOf(request)
  const { study: stored, ground, measurement: whole } = all
  const recordSha256 = createHash('sha256').update(studyText(stored)).digest('hex')
  const inputSha256 = inputHash(stored, whole)
  const cite = citation(stored, whole, inputSha256, language)
  const study = shownStudy(stored)
  const measurement = shownMeasurement(stored, whole)
  const measured = { ...all, study, measurement, lists: shownLists(stored, all.lists) }
  const drawLayers = (): ExportLayer[] =>
    studyLayers(ground, measurement, pieces, { chosen: request.fields, context: all.context }, work)
  const tables = studyTables(measured, language)
  const described = [...tables, codebookTable(tables)]
  const inSheets = workbookTables(
    aboutTable(study, measurement, cite, language),
    tables,
    language === 'en' ? codebookTable(tables) : codebookIn(language, tables),
    language,
  )
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
        project: qgisProject(
          {
            title: study.title,
            layers,
            geoPackageName: 'layers.gpkg',
            extent: extentOfPlan(measured),
            isOrdered: isOrdered(layersAt(study, measurement.at)),
            sheet: layoutSheet(measured, language),
          },
          language,
        ),
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
