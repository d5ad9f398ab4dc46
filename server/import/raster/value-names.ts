import { allNamed, childNamed, childrenNamed, type XmlElement } from '../../../core/classify/xml-element.ts'
import type { NamedBytes } from '../record/imported.ts'
import { textOfXml } from '../text/xml-text.ts'
import { xmlTree } from '../text/xml-tree.ts'

/** What a value is called and how it is drawn, as far as anything says so. */
export type ValueNames = {
  readonly names: ReadonlyMap<number, string>
  readonly colours: ReadonlyMap<number, string>
  /** The file that says so. */
  readonly source: string
}

/** The uses of columns in GDAL's attribute tables (GDALRATFieldUsage). */
const use = { name: '2', least: '3', most: '4', value: '5', red: '6', green: '7', blue: '8' }
const mostRows = 70_000

/**
 * Names and colours of a band's values from the `.aux.xml` that GDAL and ArcGIS write beside a raster (attribute table, category names, colour
 * table, in this order), else from the palette of the file itself.
 */
export function valueNames(
  file: string,
  band: number,
  aux: NamedBytes | undefined,
  palette: ArrayLike<number> | undefined,
): ValueNames {
  const own = paletteColours(palette)
  const root = aux ? xmlTree(textOfXml(aux.bytes)) : null
  const element = root && childrenNamed(root, 'PAMRasterBand').find((each) => each.attributes['band'] === `${band + 1}`)
  if (!element || !aux) return { names: new Map(), colours: own, source: file }
  const table = childNamed(element, 'GDALRasterAttributeTable')
  const rows = table ? tableRows(table) : null
  const listed = namesInOrder(element)
  const colours = rows?.colours.size ? rows.colours : own.size > 0 ? own : coloursInOrder(element)
  const names = rows?.names.size ? rows.names : listed
  const isNamed = names.size > 0
  return { names, colours, source: isNamed ? aux.name : file }
}

/** Red, green and blue of all values in turn, 16 bits each. Values that are all black are those that nobody coloured. */
function paletteColours(palette: ArrayLike<number> | undefined): ReadonlyMap<number, string> {
  const count = palette ? palette.length / 3 : 0
  const colours = new Map<number, string>()
  for (let value = 0; value < count; value++) {
    const own = [0, 1, 2].map((part) => palette![part * count + value]! >> 8)
    if (own.some((part) => part > 0)) colours.set(value, hex(own))
  }
  return colours
}

const hex = (parts: readonly number[]): string =>
  `#${parts
    .map((part) =>
      Math.min(255, Math.max(0, Math.round(part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`.toUpperCase()

function namesInOrder(band: XmlElement): ReadonlyMap<number, string> {
  const list = childNamed(band, 'CategoryNames')
  const named = list ? childrenNamed(list, 'Category').map(({ text }, value) => [value, text.trim()] as const) : []
  return new Map(named.filter(([, name]) => name !== ''))
}

function coloursInOrder(band: XmlElement): ReadonlyMap<number, string> {
  const table = childNamed(band, 'ColorTable')
  const entries = table ? childrenNamed(table, 'Entry') : []
  return new Map(
    entries.map(({ attributes }, value) => [value, hex(['c1', 'c2', 'c3'].map((part) => Number(attributes[part])))]),
  )
}

function tableRows(table: XmlElement): Pick<ValueNames, 'names' | 'colours'> | null {
  const fields = childrenNamed(table, 'FieldDefn').map((each) => ({
    name: childNamed(each, 'Name')?.text.trim() ?? '',
    use: childNamed(each, 'Usage')?.text.trim() ?? '',
  }))
  const columnOf = (wanted: string): number => fields.findIndex((field) => field.use === wanted)
  // ArcGIS marks no column as that of names; it is the first of class names then.
  const byName = (pattern: RegExp): number => fields.findIndex(({ name }) => pattern.test(name))
  const [least, most] = [columnOf(use.least), columnOf(use.most)]
  const exact = [columnOf(use.value), byName(/^value$/i)].find((column) => column >= 0) ?? -1
  const value = exact >= 0 ? exact : least
  const called = [columnOf(use.name), byName(/^class_?names?$/i), byName(/^(name|label|class)$/i)].find(
    (each) => each >= 0,
  )
  const rgb = [columnOf(use.red), columnOf(use.green), columnOf(use.blue)]
  const [names, colours] = [new Map<number, string>(), new Map<number, string>()]
  if (value < 0) return null
  for (const row of allNamed(table, 'Row').slice(0, mostRows)) {
    const cells = childrenNamed(row, 'F').map(({ text }) => text.trim())
    const own = Number(cells[value])
    if (exact < 0 && most >= 0 && Number(cells[most]) !== own) continue
    if (cells[value] === undefined || !Number.isFinite(own)) continue
    const name = called === undefined ? undefined : cells[called]
    if (name) names.set(own, name)
    const parts = rgb.map((column) => Number(cells[column]))
    if (rgb.every((column) => column >= 0) && parts.every(Number.isFinite)) colours.set(own, hex(parts))
  }
  return { names, colours }
}
