import { sumOf } from '../../../core/measure/overlay-cells.ts'
import { inks, type Box, type Paper } from '../../../core/sheet/paper.ts'
import { element, type Svg } from '../../../core/sheet/svg.ts'
import { at, font, mapUuid } from './qgis-items.ts'

/** A layer of the project as the legend shows it; `rows` are its entries, under its name where it has several looks, `longest` the letters of the longest. */
export type LegendLayer = {
  readonly id: string
  readonly name: string
  readonly source: string
  readonly rows: number
  readonly hasHead: boolean
  readonly longest: number
}

const headOf = ({ hasHead }: LegendLayer): number => (hasHead ? 1 : 0)

/** Of an entry of the legend, as QGIS sets it. */
const rowMm = 6.3
const mostColumns = 4
const signMm = 13
const letterMm = 1.7

/** The legends of a layout: one in its column, or where that is too low, one on each of as many pages as they take. */
export function legendsOf(
  layers: readonly LegendLayer[],
  column: Box,
  paper: Pick<Paper, 'widthMm' | 'heightMm' | 'marginMm'>,
  isTurned: boolean,
): { readonly items: readonly Svg[]; readonly pages: number } {
  const usableMm = paper.widthMm - 2 * paper.marginMm
  const rows = sumOf(layers.map((layer) => layer.rows + headOf(layer)))
  const isApart = rows * rowMm > column.height
  const rowsOfPage = Math.floor((paper.heightMm - 2 * paper.marginMm) / rowMm) - 1
  const longest = Math.max(1, ...layers.map((layer) => layer.longest))
  const columns = Math.max(1, Math.min(mostColumns, Math.floor(usableMm / (signMm + longest * letterMm))))
  const parts = isApart
    ? legendPages(layers, columns * rowsOfPage)
    : [layers.map((layer): LegendPart => ({ ...layer, nodes: null }))]
  const items = parts.map((own, i) => {
    const ownRows = sumOf(own.map((layer) => (layer.nodes?.length ?? layer.rows) + headOf(layer)))
    const box: Box = isApart
      ? {
          x: paper.marginMm,
          y: (i + 1) * (paper.heightMm + 10) + paper.marginMm,
          width: usableMm,
          height: rowsOfPage * rowMm,
        }
      : column
    return legendItem(own, box, isApart ? Math.min(columns, Math.ceil(ownRows / rowsOfPage)) : 1, isTurned)
  })
  return { items, pages: isApart ? parts.length : 0 }
}

/** A layer of a legend, or those of its entries that stand on one page. */
type LegendPart = LegendLayer & { readonly nodes: readonly number[] | null }

/** The entries page by page, a head for each layer on each. */
function legendPages(layers: readonly LegendLayer[], most: number): LegendPart[][] {
  const pages: LegendPart[][] = [[]]
  let room = most
  for (const layer of layers) {
    for (let first = 0; first < layer.rows;) {
      if (room < 2) {
        pages.push([])
        room = most
      }
      const count = Math.min(layer.rows - first, room - headOf(layer))
      const nodes = Array.from({ length: count }, (_, i) => first + i)
      pages.at(-1)!.push({ ...layer, nodes: count === layer.rows ? null : nodes })
      first += count
      room -= count + headOf(layer)
    }
  }
  return pages
}

function legendItem(layers: readonly LegendPart[], box: Box, columns: number, isTurned: boolean): Svg {
  const styles = [
    ['title', 11],
    ['group', 9],
    ['subgroup', 8.5],
    ['symbolLabel', 8],
  ] as const
  return element(
    'LayoutItem',
    {
      ...at(box, 65_642),
      map_uuid: mapUuid,
      legendFilterByAtlas: 0,
      resizeToContents: 0,
      columnCount: columns,
      splitLayer: 1,
      equalColumnWidth: 1,
      symbolWidth: 7,
      symbolHeight: 3.6,
      lineSpacing: 1,
      boxSpace: 0,
      columnSpace: 4,
      wrapChar: '',
      symbolAlignment: isTurned ? 2 : 1,
      fontColor: inks.ink,
      title: '',
    },
    element(
      'styles',
      {},
      ...styles.map(([name, sizePt]) =>
        element(
          'style',
          {
            name,
            alignment: isTurned ? 2 : 1,
            marginTop: name === 'subgroup' ? 2.2 : 1.2,
            marginLeft: name === 'symbolLabel' ? 2 : 0,
          },
          element('styleFont', { description: font(sizePt, name === 'subgroup'), style: '' }),
        ),
      ),
    ),
    element(
      'layer-tree-group',
      {},
      ...layers.map(({ id, name, source, nodes }) =>
        element(
          'layer-tree-layer',
          { id, name, source, providerKey: 'ogr', checked: 'Qt::Checked', expanded: 1 },
          ...(nodes ? [nodeOrder(nodes)] : []),
        ),
      ),
    ),
  )
}

/** Which entries of a layer a legend shows, in QGIS's own words. */
const nodeOrder = (nodes: readonly number[]): Svg =>
  element(
    'customproperties',
    {},
    element(
      'Option',
      { type: 'Map' },
      element('Option', { name: 'legend/node-order', type: 'QString', value: nodes.join(',') }),
    ),
  )
