import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../server/config/project-root.ts'
import { unzip, usualZipLimits } from '../../server/import/archive/zip.ts'
import type { NamedBytes } from '../../server/import/record/imported.ts'

/** A sound file with polygons in longitude and latitude, of which mutations are made. */
export type Seed = {
  readonly files: readonly NamedBytes[]
  /** The file or folder that GDAL opens. */
  readonly open: string
}

const fixture = (name: string): Uint8Array => readFileSync(join(projectRoot, 'tests', 'fixtures', name))
const lone = (open: string, bytes: Uint8Array | string): Seed => ({
  files: [{ name: open, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes }],
  open,
})

/** What an archive holds, under the name `a`. */
async function inside(archive: string, ending: string): Promise<Seed> {
  const found = await unzip({ name: archive, bytes: fixture(archive) }, () => true, usualZipLimits)
  if (!found.ok) throw new Error(found.problem.code)
  const files = found.value.files.filter(({ bytes }) => bytes.length > 0)
  if (ending === 'gdb') {
    const tables = files.filter(({ name }) => /\.gdb(?:table|tablx|indexes)$/.test(name))
    return { files: tables, open: tables[0]!.name.replace(/\/[^/]*$/, '') }
  }
  const named = files.map(({ name, bytes }) => ({ name: `a.${/[^.]*$/.exec(name)![0]}`, bytes }))
  return { files: named, open: `a.${ending}` }
}

const square = (x: number, y: number, side: number): readonly (readonly [number, number])[] => [
  [x, y],
  [x, y + side],
  [x + side, y + side],
  [x + side, y],
  [x, y],
]
const rings = [square(36.28, 33.47, 0.01), [...square(36.283, 33.473, 0.002)].reverse()]
const asWkt = `POLYGON (${rings.map((ring) => `(${ring.map((point) => point.join(' ')).join(', ')})`).join(', ')})`

const esri = {
  geometryType: 'esriGeometryPolygon',
  spatialReference: { wkid: 4326 },
  fields: [{ name: 'c', type: 'esriFieldTypeString' }],
  features: [{ attributes: { c: 'القدم' }, geometry: { rings } }],
}
const topology = {
  type: 'Topology',
  objects: { a: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0], [1]] }] } },
  arcs: rings,
}

/** By format, the files that mutations are made of. */
export const seedsOf: Readonly<Record<string, () => Promise<readonly Seed[]>>> = {
  shapefile: async () => [
    await inside('import/degrees.shp.zip', 'shp'),
    await inside('issues/text-one-bad-byte.zip', 'shp'),
    await inside('issues/field-name-cut.zip', 'shp'),
    await inside('issues/currency-and-moments.zip', 'shp'),
  ],
  'zipped shapefile': async () => [
    lone('a.zip', fixture('import/degrees.shp.zip')),
    lone('a.zip', fixture('issues/text-cut-at-width.zip')),
  ],
  geojson: async () => [
    lone('a.geojson', fixture('import/neighbourhoods.geojson')),
    lone('a.geojson', fixture('import/degrees.geojson')),
    lone('a.geojson', fixture('issues/shell-twice.geojson')),
    lone('a.geojson', fixture('issues/member-twice.geojson')),
  ],
  'esri json': async () => [lone('a.json', JSON.stringify(esri))],
  topojson: async () => [lone('a.json', JSON.stringify(topology))],
  csv: async () => [
    lone('a.csv', `id,WKT,n\r\n1,"${asWkt}",1.5\r\n2,"MULTIPOLYGON (${asWkt.slice(8)})",7\r\n`),
    lone('a.csv', fixture('issues/table-curves-wkb.csv')),
  ],
  kml: async () => [lone('a.kml', fixture('import/neighbourhoods.kml'))],
  gml: async () => [
    lone('a.gml', fixture('import/neighbourhoods.gml')),
    lone('a.gml', fixture('import/degrees.gml')),
    {
      files: [
        { name: 'a.gml', bytes: fixture('import/degrees.gml') },
        { name: 'a.xsd', bytes: fixture('import/degrees.xsd') },
      ],
      open: 'a.gml',
    },
  ],
  geopackage: async () => [
    await inside('import/degrees.gpkg.zip', 'gpkg'),
    await inside('import/basilia.gpkg.zip', 'gpkg'),
    await inside('issues/heights-nan.gpkg.zip', 'gpkg'),
  ],
  'geopackage with its log': async () => [await inside('issues/open-in-qgis.gpkg.zip', 'gpkg')],
  spatialite: async () => [await inside('issues/spatial-columns.sqlite.zip', 'sqlite')],
  geoparquet: async () => [
    lone('a.parquet', fixture('import/neighbourhoods.parquet')),
    lone('a.parquet', fixture('import/neighbourhoods-lists.parquet')),
    lone('a.parquet', fixture('import/neighbourhoods-own-type.parquet')),
  ],
  flatgeobuf: async () => [
    lone('a.fgb', fixture('import/degrees.fgb')),
    lone('a.fgb', fixture('import/neighbourhoods.fgb')),
  ],
  'mapinfo tab': async () => [await inside('issues/mapinfo.tab.zip', 'tab')],
  'mapinfo mif': async () => [await inside('issues/mapinfo.mif.zip', 'mif')],
  'file geodatabase': async () => [
    await inside('import/degrees.gdb.zip', 'gdb'),
    await inside('import/basilia.gdb.zip', 'gdb'),
  ],
}
