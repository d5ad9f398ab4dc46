import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { polygonAreasM2 } from '../../../core/geometry/polygon-areas.ts'
import { extentOf } from '../../../core/geometry/extent.ts'
import type { ImportedLayer } from '../../../server/import/record/imported.ts'
import { named, zipOf } from './made-files.ts'
import { codesOf, layerOf, layersOf, refusalOf } from './reading.ts'

const fixture = (name: string) => named(name, readFileSync(`tests/fixtures/import/${name}`))
const source = await layerOf([named('n.geojson', readFileSync('tests/fixtures/import/neighbourhoods.geojson'))])
const areaM2 = ({ features }: ImportedLayer) => polygonAreasM2(features.shapes).reduce((sum, area) => sum + area, 0)
const namesOf = ({ features }: ImportedLayer) => new Set(features.attributes.map((row) => row['name_ar']))

const sameGround = (layer: ImportedLayer) => {
  expect(areaM2(layer) / areaM2(source)).toBeCloseTo(1, 5)
  extentOf(layer.features.shapes)!.forEach((degrees, i) =>
    expect(degrees).toBeCloseTo(extentOf(source.features.shapes)![i]!, 7),
  )
}

test.each([
  ['neighbourhoods.fgb', [], 'EPSG:32637'],
  ['neighbourhoods.gml', [], 'EPSG:4326'],
  ['neighbourhoods.gml', ['neighbourhoods.xsd'], 'EPSG:4326'],
  ['basilia.gdb.zip', [], 'EPSG:22770'],
])('%s with %j holds the ground and the Arabic of its source', async (name, beside, code) => {
  const files = [fixture(name), ...beside.map(fixture)]
  const layer = (await layersOf(files, { sublayer: 'neighbourhoods' }))[0]!
  expect(layer).toMatchObject({ name: 'neighbourhoods', crs: { code }, encoding: 'utf-8' })
  expect(namesOf(layer)).toEqual(namesOf(source))
  expect(layer.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['pcode', 'name_en', 'name_ar']))
  expect(layer.fields.map(({ name }) => name)).not.toContain('lowerCorner')
  sameGround(layer)
})

test('a GeoPackage gives all its layers: systems, types, curves, tables and what has no place', async () => {
  const layers = await layersOf([fixture('basilia.gpkg.zip')])
  expect(layers.map(({ name, crs }) => [name, crs?.code])).toEqual([
    ['neighbourhoods', 'EPSG:22770'],
    ['places', 'EPSG:4326'],
    ['circle', 'EPSG:32637'],
    ['vague', undefined],
  ])
  const [neighbourhoods, , circle, open] = layers as [ImportedLayer, ImportedLayer, ImportedLayer, ImportedLayer]
  sameGround(neighbourhoods)
  expect(namesOf(neighbourhoods)).toEqual(new Set([...namesOf(source), 'لا مكان']))
  expect(codesOf(neighbourhoods)).toEqual(expect.arrayContaining(['tables-ignored', 'null-shapes', 'points-added']))
  expect(circle.features.attributes).toEqual([{ day: '2018-04-21', number: '9007199254740993', seen: true }])
  expect(circle.fields.map(({ type }) => type)).toEqual(['date', 'number', 'boolean'])
  expect(codesOf(circle)).toContain('curves-straightened')
  const scale = 0.9996 * (1 + (252_000 / 6_378_000) ** 2 / 2)
  expect(areaM2(circle) * scale ** 2).toBeCloseTo(Math.PI * 1e6, -3)
  expect(open.crs).toBeNull()
  expect(open.candidates[0]?.code).toBe('EPSG:4326')
  expect(codesOf(open)).toEqual(expect.arrayContaining(['prj-open-datum', 'heights-dropped']))
})

test('polygons of one feature stay apart where a schema speaks of one polygon, as those that GDAL writes do', async () => {
  const member = (x: number) =>
    `<gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>33 ${x} 33 ${x + 1} 34 ${x + 1} 34 ${x} 33 ${x}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></gml:surfaceMember>`
  const gml = `<ogr:FeatureCollection xmlns:ogr="http://ogr.maptools.org/" xmlns:gml="http://www.opengis.net/gml/3.2"><ogr:featureMember><ogr:x gml:id="x.0">
    <ogr:geometryProperty><gml:MultiSurface srsName="urn:ogc:def:crs:EPSG::4326" gml:id="g">${member(36)}${member(36.5)}</gml:MultiSurface></ogr:geometryProperty></ogr:x></ogr:featureMember></ogr:FeatureCollection>`
  const xsd = `<xs:schema targetNamespace="http://ogr.maptools.org/" xmlns:ogr="http://ogr.maptools.org/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:gml="http://www.opengis.net/gml/3.2">
    <xs:element name="x" type="ogr:x_Type" substitutionGroup="gml:AbstractFeature"/><xs:complexType name="x_Type"><xs:complexContent><xs:extension base="gml:AbstractFeatureType"><xs:sequence>
    <xs:element name="geometryProperty" type="gml:SurfacePropertyType" nillable="true" minOccurs="0" maxOccurs="1"/> <!-- restricted to Polygon -->
    </xs:sequence></xs:extension></xs:complexContent></xs:complexType></xs:schema>`
  const layer = await layerOf([named('x.gml', gml), named('x.xsd', xsd)])
  expect(Array.from(layer.features.shapes.polygonFeature)).toEqual([0, 0])
  expect(codesOf(layer)).not.toContain('rings-misplaced')
})

test('one layer of several is chosen by its name, and a name that is none is told the others', async () => {
  expect((await layerOf([fixture('basilia.gpkg.zip')], { sublayer: 'places' })).features.attributes).toHaveLength(6)
  const refusal = await refusalOf([fixture('basilia.gpkg.zip')], { sublayer: 'sources' })
  expect(refusal).toMatchObject({
    code: 'sublayer-unknown',
    values: { layers: 'neighbourhoods, places, circle, vague' },
  })
})

test('files go by their content where their names say nothing', async () => {
  for (const name of ['neighbourhoods.fgb', 'neighbourhoods.gml']) {
    expect((await layerOf([{ ...fixture(name), name: 'file' }])).features.attributes).toHaveLength(13)
  }
})

test('formats lie together in one zip', async () => {
  const files = ['neighbourhoods.fgb', 'neighbourhoods.gml', 'neighbourhoods.xsd', 'basilia.gpkg.zip'].map(fixture)
  const layers = await layersOf([named('all.zip', zipOf(files))])
  const names = [
    'all.zip/neighbourhoods',
    'all.zip/neighbourhoods.gml/neighbourhoods',
    'all.zip/basilia.gpkg.zip/basilia.gpkg/neighbourhoods',
    'places',
    'circle',
    'vague',
  ]
  expect(layers.map(({ name }) => name)).toEqual(names)
  for (const name of names) {
    expect((await layerOf([named('all.zip', zipOf(files))], { sublayer: name })).name).toBe(name)
  }
})

test.each(['a.gpkg', 'a.fgb', 'a.gml'])(
  '%s that is none is refused, with GDAL’s word for it where it has one',
  async (name) => {
    for (const content of ['not at all', '\0\0\0\0']) {
      expect((await refusalOf([named(name, content)])).code).toMatch(/^gdal-(failed|silent)$/)
    }
    expect((await refusalOf([named(name, '<html><body>404</body></html>')])).code).toBe('file-is-web-page')
  },
)

test.each(['neighbourhoods.fgb', 'neighbourhoods.gml'])('%s that breaks off is refused', async (name) => {
  const { bytes } = fixture(name)
  const refusal = await refusalOf([named(name, bytes.subarray(0, bytes.length - 900))])
  expect(['gdal-failed', 'features-missing']).toContain(refusal.code)
})

test('GML in windows-1256 is read in it', async () => {
  const text = readFileSync('tests/fixtures/import/neighbourhoods.gml', 'utf8').replace(
    /encoding="[^"]*"/,
    'encoding="windows-1256"',
  )
  const arabic = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1256').decode(Uint8Array.of(byte)), byte]),
  )
  const bytes = Uint8Array.from(text, (letter) => arabic.get(letter) ?? 0x3f)
  expect(namesOf(await layerOf([named('n.gml', bytes)]))).toEqual(namesOf(source))
})

test('flat and high polygons of a GML whose box tells of three dimensions are each read by their own', async () => {
  const bytes = readFileSync('tests/fixtures/issues/box-of-three-dimensions.gml')
  const layer = await layerOf([named('a.gml', bytes)])
  const areas = polygonAreasM2(layer.features.shapes)
  // The second has a corner more, which adds a triangle of a twentieth of the square.
  expect([...areas].map((area) => area / areas[0]!)).toEqual([1, expect.closeTo(1.05, 4), expect.closeTo(1, 6)])
  expect(codesOf(layer)).toEqual(['heights-dropped'])
})
