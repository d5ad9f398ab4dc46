import type { ExportLayer } from '../../../core/export/export-layer.ts'
import type { Extent } from '../../../core/geometry/shapes.ts'
import { element, escaped, type Svg } from '../../../core/sheet/svg.ts'
import { textIn, type Text } from '../../../core/model/text.ts'
import type { Language } from '../../../core/i18n/say.ts'
import { layerRenderer, qgisDocument } from '../styles/qml.ts'

/** As QGIS numbers them. */
const geometryNames = { polygon: 'Polygon', line: 'Line', point: 'Point' } as const

const wgs84: Svg = element(
  'spatialrefsys',
  {},
  element('proj4', {}, '+proj=longlat +datum=WGS84 +no_defs'),
  element('srsid', {}, '3452'),
  element('srid', {}, '4326'),
  element('authid', {}, 'EPSG:4326'),
  element('description', {}, 'WGS 84'),
  element('geographicflag', {}, 'true'),
)

/**
 * A QGIS project (`.qgs`) that shows the layers of a GeoPackage beside it, drawn as on the sheet: the plan's outline on
 * top, the overlap under it, then the layers as measured, which are switched off.
 */
export function qgisProject(
  title: Text,
  layers: readonly ExportLayer[],
  geoPackageName: string,
  extent: Extent,
  language: Language,
): string {
  const shown = [...layers.filter(({ name }) => name === 'plan'), ...layers.filter(({ name }) => name !== 'plan')]
  const sourceOf = ({ name }: ExportLayer): string => `./${geoPackageName}|layername=${name}`
  const [west, south, east, north] = extent
  const box = Object.entries({ xmin: west, ymin: south, xmax: east, ymax: north }).map(([key, value]) =>
    element(key, {}, String(value)),
  )
  const tree = shown.map((layer) =>
    element('layer-tree-layer', {
      id: idOf(layer),
      name: textIn(language, layer.title),
      source: sourceOf(layer),
      providerKey: 'ogr',
      checked: layer.name === 'plan' || layer.name === 'overlap' ? 'Qt::Checked' : 'Qt::Unchecked',
      expanded: 1,
    }),
  )
  const mapLayers = shown.map((layer) =>
    element(
      'maplayer',
      { type: 'vector', geometry: geometryNames[layer.kind], hasScaleBasedVisibilityFlag: 0 },
      element('id', {}, idOf(layer)),
      element('datasource', {}, escaped(sourceOf(layer))),
      element('layername', {}, escaped(textIn(language, layer.title))),
      element('srs', {}, wgs84),
      element('provider', { encoding: 'UTF-8' }, 'ogr'),
      layerRenderer(layer, language),
    ),
  )
  const root = element(
    'qgis',
    { projectname: textIn(language, title), version: '3.22.0' },
    element('title', {}, escaped(textIn(language, title))),
    element('projectCrs', {}, wgs84),
    element('layer-tree-group', {}, ...tree),
    element(
      'mapcanvas',
      { name: 'theMapCanvas' },
      element('units', {}, 'degrees'),
      element('extent', {}, ...box),
      element('destinationsrs', {}, wgs84),
    ),
    element('projectlayers', {}, ...mapLayers),
    element('properties', {}, element('Paths', {}, element('Absolute', { type: 'bool' }, 'false'))),
  )
  return qgisDocument(root)
}

const idOf = ({ name }: ExportLayer): string => `${name.replace(/[^A-Za-z0-9]/g, '_')}_basilia`
