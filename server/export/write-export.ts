import { createHash } from 'node:crypto'
import { citation } from '../../core/export/citation.ts'
import type { ExportLayer } from '../../core/export/export-layer.ts'
import { areaMethod } from '../../core/export/overlap-layer.ts'
import { studyLayers } from '../../core/export/study-layers.ts'
import { extentOf } from '../../core/geometry/extent.ts'
import type { Work } from '../../core/progress.ts'
import type { ExportFormat, ExportRequest } from '../engine/export-formats.ts'
import { studyText } from '../store/study-folder.ts'
import { geoPackage } from './geopackage.ts'
import { inputHash } from './input-hash.ts'
import { layerGeoJson } from './layer-geojson.ts'
import type { MeasuredStudy } from './measured-study.ts'
import { packageZip } from './package-zip.ts'
import { qgisProject } from './qgis-project.ts'
import { shapefileZip } from './shapefile-zip.ts'
import { aboutTable } from './tables/about-table.ts'
import { codebookTable } from './tables/codebook-table.ts'
import { studyTables } from './tables/study-tables.ts'
import { workbook } from './workbook.ts'

/** The bytes of one format. */
export async function writeExport(
  measured: MeasuredStudy, format: Exclude<ExportFormat, 'csv'>, { language, pieces }: ExportRequest, work: Work,
): Promise<Uint8Array> {
  const { study, ground, measurement } = measured
  const recordSha256 = createHash('sha256').update(studyText(study)).digest('hex')
  const inputSha256 = inputHash(study, measurement)
  const cite = citation(study, measurement, inputSha256, language)
  const drawLayers = (): ExportLayer[] => studyLayers(ground, measurement, pieces, work)
  const tables = studyTables(measured, language)
  const described = [...tables, codebookTable(tables)]
  const inWorkbook = (): Promise<Buffer> => workbook([aboutTable(study, measurement, cite, language), ...described], language)
  const inGeoPackage = (layers: readonly ExportLayer[]): Promise<Uint8Array> =>
    geoPackage(layers, [...tables, codebookTable([...tables, ...layers])], { CITATION: cite, AREA_METHOD: areaMethod }, language)
  switch (format) {
    case 'xlsx':
      return inWorkbook()
    case 'geojson':
      return layerGeoJson(drawLayers()[0]!, measurement, cite)
    case 'gpkg':
      return inGeoPackage(drawLayers())
    case 'shp.zip':
      return shapefileZip(drawLayers(), [{ name: 'cite.txt', bytes: Buffer.from(`${cite}\n`) }], language)
    case 'package.zip': {
      const layers = drawLayers()
      return packageZip({
        ...measured,
        layers,
        tables: described,
        workbook: await inWorkbook(),
        geoPackage: await inGeoPackage(layers),
        project: qgisProject(study.title, layers, 'layers.gpkg', extentOf(ground.plan.features.shapes)!, language),
        cite,
        hashes: { recordSha256, inputSha256 },
      })
    }
  }
}
