import { languageCodes, languages } from '../../../core/i18n/languages.ts'
import type { ExportLayer } from '../../../core/export/export-layer.ts'
import { uniqueNames } from '../../../core/export/unique-names.ts'
import { textIn } from '../../../core/model/text.ts'
import type { Language } from '../../../core/i18n/translate.ts'
import { gdalConvert } from './gdal-convert.ts'
import { gdalSource, sourceName, type SourceLayer } from './gdal-source.ts'
import { layerQml } from '../styles/qml.ts'
import { layerSld } from '../styles/sld.ts'
import type { Table } from '../tables/table.ts'

/**
 * A GeoPackage of the layers and tables; `layer_styles` holds the look of each layer in both languages, as QML and SLD, so that QGIS
 * shows colours and patterns when it opens the file, with the legend in `language`.
 */
export async function geoPackage(
  layers: readonly ExportLayer[],
  tables: readonly Table[],
  about: Readonly<Record<string, string>>,
  language: Language,
): Promise<Uint8Array> {
  const taken = [...layers, ...tables].flatMap(({ fields }) => fields.map(({ name }) => name))
  const [fid, geometryColumn] = uniqueNames(['fid', 'geom'], taken) as [string, string]
  const sources = [...layers.map(fromLayer), ...tables.map(fromTable), layerStyles(layers, geometryColumn, language)]
  const remarks = Object.entries(about).flatMap(([key, value]) => ['-mo', `${key}=${value}`])
  const options = ['-f', 'GPKG', '-lco', `FID=${fid}`, '-lco', `GEOMETRY_NAME=${geometryColumn}`, ...remarks]
  const [made] = await gdalConvert(gdalSource(sources), sourceName, 'made.gpkg', options)
  return made!.bytes
}

const fromLayer = ({ name, kind, fields, features }: ExportLayer): SourceLayer => ({
  name,
  kind,
  fields,
  rows: features.map(({ properties, geometry }) => ({
    values: fields.map((field) => properties?.[field.name] ?? null),
    geometry,
  })),
})

const fromTable = ({ name, fields, rows }: Table): SourceLayer => ({
  name: `table_${name}`,
  kind: null,
  fields,
  rows: rows.map((values) => ({ values, geometry: null })),
})

/** The table as QGIS makes it; the empty schema is what it looks for. */
function layerStyles(layers: readonly ExportLayer[], geometryColumn: string, language: Language): SourceLayer {
  const text = (name: string) => ({ name, type: 'text' }) as const
  return {
    name: 'layer_styles',
    kind: null,
    fields: [
      ...[
        'f_table_catalog',
        'f_table_schema',
        'f_table_name',
        'f_geometry_column',
        'styleName',
        'styleQML',
        'styleSLD',
      ].map(text),
      { name: 'useAsDefault', type: 'boolean' },
      ...['description', 'owner', 'ui', 'update_time'].map(text),
    ],
    rows: layers.flatMap((layer) =>
      languageCodes.map((own) => {
        const style = [
          languages[own].name,
          layerQml(layer, own),
          layerSld(layer, own),
          own === language,
          textIn(own, layer.title),
        ]
        return {
          values: ['', '', layer.name, geometryColumn, ...style, '', '', '1980-01-01T00:00:00.000Z'],
          geometry: null,
        }
      }),
    ),
  }
}
