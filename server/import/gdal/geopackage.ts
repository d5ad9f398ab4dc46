import type { Attributes } from '../../../core/geometry/shapes.ts'
import type { Outcome } from '../../../core/result/outcome.ts'
import { loneFile, readThroughGdal } from './gdal-layers.ts'
import type { RawLayer } from '../record/raw-layer.ts'
import type { SourceFile } from '../archive/source-file.ts'
import { withStyles } from '../record/style-offers.ts'

/** Where QGIS keeps the styles of the layers of a GeoPackage. */
const styleTable = 'layer_styles'

/** Reads all layers of a GeoPackage, each with the classes that the styles kept for it give. */
export const readGeoPackage = (source: SourceFile): Promise<Outcome<readonly RawLayer[]>> =>
  readThroughGdal(source, {
    request: { ...loneFile('GPKG', 'data.gpkg', source), table: styleTable },
    isOneLayer: false,
    finish: (layer, rows) => withStyles(layer, stylesOf(layer, rows)),
  })

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
