import type { ExportLayer } from '../../../core/export/export-layer.ts'
import type { Extent } from '../../../core/geometry/shapes.ts'
import { inks } from '../../../core/sheet/paper.ts'
import { element, escaped, type Svg } from '../../../core/sheet/svg.ts'
import { textIn, type Text } from '../../../core/model/text.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { layerLabels } from '../styles/qml-labels.ts'
import { layerRenderer, longestLabel, qgisDocument } from '../styles/qml.ts'
import { qgisLayout, type LayoutSheet } from './qgis-layout.ts'
import type { LegendLayer } from './qgis-legend.ts'
import { screenSystem, wgs84 } from './qgis-systems.ts'

/** As QGIS numbers them. */
const geometryNames = { polygon: 'Polygon', line: 'Line', point: 'Point' } as const

export type QgisProject = {
  readonly title: Text
  readonly layers: readonly ExportLayer[]
  /** Beside the project. */
  readonly geoPackageName: string
  readonly extent: Extent
  /** Whether the study says how its layers lie over each other; then outlines lie where it says, and else over the veil. */
  readonly isOrdered: boolean
  /** What the print layout repeats; `null` where the sheet has no map. */
  readonly sheet: LayoutSheet | null
}

/**
 * A QGIS project (`.qgs`) that shows the layers of a GeoPackage beside it, in UTM, drawn and named as on the sheet: the overlap
 * with the plan's outline on top, then the layers as measured, which are switched off on the screen and stand on the print layout,
 * where ground outside the plan is veiled as on the sheet.
 */
export function qgisProject(
  { title, layers, geoPackageName, extent, isOrdered, sheet }: QgisProject,
  language: Language,
): string {
  const plan = layers.find(({ name }) => name === 'plan')
  const result = [...(plan ? [plan] : []), ...layers.filter(({ name }) => name === 'overlap')]
  const others = layers
    .filter((layer) => !result.includes(layer))
    .toSorted((one, other) => (other.height ?? 0) - (one.height ?? 0))
  const context = others.filter(({ isContext }) => isContext)
  // Units have one look, without classes.
  const units = others.filter((layer) => layer.symbology.field === null && !context.includes(layer))
  const measured = others.filter((layer) => !units.includes(layer) && !context.includes(layer))
  const sourceOf = ({ name }: ExportLayer): string => `./${geoPackageName}|layername=${name}`
  const [west, south, east, north] = extent
  const system = screenSystem([(west + east) / 2, (south + north) / 2])
  const corners = [west, east].flatMap((x) => [south, north].map((y) => system.forward([x, y])))
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const box = { xmin: Math.min(...xs), ymin: Math.min(...ys), xmax: Math.max(...xs), ymax: Math.max(...ys) }
  const veil =
    plan && sheet
      ? {
          id: 'veil_basilia',
          name: translate(language, 'export.qgis.veil'),
          source: sourceOf(plan),
          rows: 1,
          hasHead: false,
          longest: 0,
        }
      : null
  const inTree = (layer: ExportLayer, isShown: boolean): Svg =>
    treeLayer(idOf(layer), textIn(language, layer.title), sourceOf(layer), isShown)
  const veilInTree = veil ? [treeLayer(veil.id, veil.name, veil.source, false)] : []
  const groups = [
    treeGroup(translate(language, 'export.qgis.result'), [
      ...result.map((layer) => inTree(layer, true)),
      ...units.map((layer) => inTree(layer, true)),
    ]),
    treeGroup(translate(language, 'export.qgis.measured'), [
      ...veilInTree,
      ...measured.map((layer) => inTree(layer, false)),
    ]),
    ...(context.length === 0
      ? []
      : [
          treeGroup(
            translate(language, 'role.context'),
            context.map((layer) => inTree(layer, true)),
          ),
        ]),
  ]
  const mapLayers = [
    ...[...result, ...units, ...measured, ...context].map((layer) =>
      mapLayer(
        idOf(layer),
        sourceOf(layer),
        textIn(language, layer.title),
        layer,
        layerRenderer(layer, language) + (layer.labels ? layerLabels(layer.labels, layer.kind, language) : ''),
      ),
    ),
    ...(veil ? [mapLayer(veil.id, veil.source, veil.name, { kind: 'polygon' }, veilRenderer)] : []),
  ]
  const legendOf = (layer: ExportLayer): LegendLayer => ({
    id: idOf(layer),
    name: textIn(language, layer.title),
    source: sourceOf(layer),
    rows: layer.symbology.categories.length,
    hasHead: layer.symbology.field !== null,
    longest: Math.min(
      longestLabel,
      Math.max(0, ...layer.symbology.categories.map(({ label }) => textIn(language, label).length)),
    ),
  })
  const lines = isOrdered ? [] : [...units, ...context]
  const onPaper = [
    ...(plan ? [legendOf(plan)] : []),
    ...lines.map(legendOf),
    ...(veil ? [veil] : []),
    ...others.filter((layer) => !lines.includes(layer)).map(legendOf),
  ]
  const explained = [
    ...measured.toReversed().map(legendOf),
    ...(plan ? [legendOf(plan)] : []),
    ...units.map(legendOf),
    ...context.map(legendOf),
  ]
  const root = element(
    'qgis',
    { projectname: textIn(language, title), version: '3.22.0' },
    element('title', {}, escaped(textIn(language, title))),
    element('projectCrs', {}, system.xml),
    element('layer-tree-group', {}, ...groups),
    element(
      'mapcanvas',
      { name: 'theMapCanvas' },
      element('units', {}, system.units),
      element('extent', {}, ...Object.entries(box).map(([key, value]) => element(key, {}, String(value)))),
      element('destinationsrs', {}, system.xml),
    ),
    element('projectlayers', {}, ...mapLayers),
    element(
      'properties',
      {},
      element('Paths', {}, element('Absolute', { type: 'bool' }, 'false')),
      element('SpatialRefSys', {}, element('ProjectionsEnabled', { type: 'int' }, '1')),
      element('Measure', {}, element('Ellipsoid', { type: 'QString' }, 'EPSG:7030')),
    ),
    ...(sheet ? [element('Layouts', {}, qgisLayout(sheet, onPaper, explained, language))] : []),
  )
  return qgisDocument(root)
}

const treeGroup = (name: string, layers: readonly Svg[]): Svg =>
  element('layer-tree-group', { name, checked: 'Qt::Checked', expanded: 1 }, ...layers)

const treeLayer = (id: string, name: string, source: string, isShown: boolean): Svg =>
  element('layer-tree-layer', {
    id,
    name,
    source,
    providerKey: 'ogr',
    checked: isShown ? 'Qt::Checked' : 'Qt::Unchecked',
    expanded: 1,
  })

const mapLayer = (
  id: string,
  source: string,
  name: string,
  { kind, labels }: Pick<ExportLayer, 'kind' | 'labels'>,
  look: Svg,
): Svg =>
  element(
    'maplayer',
    {
      type: 'vector',
      geometry: geometryNames[kind],
      hasScaleBasedVisibilityFlag: 0,
      labelsEnabled: Number(labels !== undefined),
    },
    element('id', {}, id),
    element('datasource', {}, escaped(source)),
    element('layername', {}, escaped(name)),
    element('srs', {}, wgs84.xml),
    element('provider', { encoding: 'UTF-8' }, 'ogr'),
    look,
  )

/** Everything but the plan, paler. */
const veilRenderer: Svg = element(
  'renderer-v2',
  { type: 'invertedPolygonRenderer', preprocessing: 0, symbollevels: 0, enableorderby: 0 },
  element(
    'renderer-v2',
    { type: 'singleSymbol', symbollevels: 0, enableorderby: 0 },
    element(
      'symbols',
      {},
      element(
        'symbol',
        { type: 'fill', name: '0', alpha: 1, clip_to_extent: 1, force_rhr: 0 },
        element(
          'layer',
          { class: 'SimpleFill', enabled: 1, locked: 0, pass: 0 },
          element(
            'Option',
            { type: 'Map' },
            element('Option', { name: 'color', type: 'QString', value: veilColour(inks.paper) }),
            element('Option', { name: 'style', type: 'QString', value: 'solid' }),
            element('Option', { name: 'outline_style', type: 'QString', value: 'no' }),
          ),
        ),
      ),
    ),
  ),
)

function veilColour(hex: string): string {
  const channels = [1, 3, 5].map((place) => Number.parseInt(hex.slice(place, place + 2), 16))
  return [...channels, 168].join(',')
}

const idOf = ({ name }: ExportLayer): string => `${name.replace(/[^A-Za-z0-9]/g, '_')}_basilia`
