import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { featureAreasM2 } from '../../../../core/geometry-check/feature-areas.ts'
import { polygonAreasM2 } from '../../../../core/geometry/polygon-areas.ts'
import { in1256 } from '../made-drawing.ts'
import { named, square, zipOf } from '../made-files.ts'
import { codesOf, layerOf, layersOf, refusalOf } from '../reading.ts'

const ring = (x: number, y: number, side: number) =>
  square(x, y, side)
    .map((p) => `${p.join(',')},0`)
    .join(' ')
const boundary = (name: string, coordinates: string) =>
  `<${name}BoundaryIs><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></${name}BoundaryIs>`
const area = (...rings: string[]) =>
  `<Polygon>${rings.map((each, i) => boundary(i === 0 ? 'outer' : 'inner', each)).join('')}</Polygon>`
const placemark = (name: string, inner: string) => `<Placemark><name>${name}</name>${inner}</Placemark>`
const kml = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>خريطة</name>${inner}</Document></kml>`
const read = (inner: string) => layerOf([named('map.kml', kml(inner))])

const styles = `
  <Style id="regime"><LineStyle><color>ff000000</color></LineStyle><PolyStyle><color>7f1026c9</color></PolyStyle></Style>
  <Style id="hollow"><LineStyle><color>ff75d55e</color></LineStyle><PolyStyle><color>ffffffff</color><fill>0</fill></PolyStyle></Style>
  <StyleMap id="isis"><Pair><key>normal</key><styleUrl>#isis-normal</styleUrl></Pair><Pair><key>highlight</key><styleUrl>#regime</styleUrl></Pair></StyleMap>
  <Style id="isis-normal"><PolyStyle><color>ff272728</color></PolyStyle></Style>`

test('folders, styles and colours are fields, whichever way a style is given', async () => {
  const inside = area(ring(36.28, 33.47, 0.01))
  const layer = await read(`
    <Folder><name>2018</name><Folder><name>السيطرة</name>
      ${placemark('a', `<styleUrl>#regime</styleUrl>${inside}`)}
      ${placemark('b', `<styleUrl>#isis</styleUrl>${inside}`)}
    </Folder>${placemark('c', `<styleUrl>#hollow</styleUrl>${inside}`)}</Folder>
    ${placemark('d', `<Style><PolyStyle><color>ff0000FF</color></PolyStyle></Style>${inside}`)}${styles}`)
  expect(layer.crs?.code).toBe('EPSG:4326')
  expect(layer.features.attributes).toEqual([
    { name: 'a', folder: '2018 / السيطرة', style: 'regime', colour: '#c92610' },
    { name: 'b', folder: '2018 / السيطرة', style: 'isis', colour: '#282727' },
    { name: 'c', folder: '2018', style: 'hollow', colour: '#5ed575' },
    { name: 'd', folder: null, style: null, colour: '#ff0000' },
  ])
  expect(layer.fields.find(({ name }) => name === 'colour')?.values).toHaveLength(4)
})

test('a hole is a hole, a multi-geometry is one feature, and kinds are layers', async () => {
  const whole = (await read(placemark('a', area(ring(36.28, 33.47, 0.01))))).features
  const holed = (await read(placemark('a', area(ring(36.28, 33.47, 0.01), ring(36.283, 33.473, 0.005))))).features
  expect(polygonAreasM2(holed.shapes)[0]! / polygonAreasM2(whole.shapes)[0]!).toBeCloseTo(0.75, 4)
  const point = '<Point><coordinates> 36.28,33.47,700 </coordinates></Point>'
  const layers = await layersOf([
    named(
      'map.kml',
      kml(
        placemark(
          'a',
          `<MultiGeometry>${area(ring(36.28, 33.47, 0.01))}${area(ring(36.3, 33.47, 0.01))}</MultiGeometry>`,
        ) +
          placemark(
            'b',
            `<MultiGeometry>${point}<LineString><coordinates>36,33 36.1,33.1</coordinates></LineString></MultiGeometry>`,
          ) +
          placemark(
            'c',
            '<gx:Track><when>2018-04-21</when><gx:coord>36.1 33.2 0</gx:coord><gx:coord>36.2 33.2 0</gx:coord></gx:Track>',
          ) +
          placemark('d', ''),
      ),
    ),
  ])
  expect(layers.map(({ name, features }) => [name, features.attributes.length])).toEqual([
    ['map (polygons)', 2],
    ['map (lines)', 2],
    ['map (points)', 1],
  ])
  expect(codesOf(layers[0]!)).toEqual(
    expect.arrayContaining(['null-shapes', 'heights-dropped', 'kinds-split', 'collections-opened']),
  )
})

test('data of placemarks are fields with the types that their values have', async () => {
  const data = (name: string, value: string) => `<Data name="${name}"><value>${value}</value></Data>`
  const inside = area(ring(36.28, 33.47, 0.01))
  const layer = await read(
    placemark(
      'a',
      `<TimeSpan><begin>2018-03-26</begin></TimeSpan><ExtendedData>${data('count', '12')}${data('code', '007')}${data('name', 'x')}</ExtendedData>${inside}`,
    ) +
      placemark(
        'ب &amp; ج',
        `<ExtendedData><SchemaData><SimpleData name="count">7.5</SimpleData><SimpleData name="day">2018-04-21</SimpleData></SchemaData></ExtendedData>${inside}`,
      ),
  )
  expect(layer.features.attributes).toEqual([
    { name: 'a', begin: '2018-03-26', count: 12, code: '007', day: null, 'name (data)': 'x' },
    { name: 'ب & ج', begin: null, count: 7.5, code: null, day: '2018-04-21', 'name (data)': null },
  ])
  expect(layer.fields.map(({ name, type }) => `${name}: ${type}`)).toEqual(
    expect.arrayContaining(['count: number', 'code: text', 'day: date', 'begin: date']),
  )
})

test('a KMZ is named by itself, a KML without prefix or in windows-1256 is read, links and pictures are told of', async () => {
  const document = kml(`<GroundOverlay/><NetworkLink/>${placemark('القدم', area(ring(36.28, 33.47, 0.01)))}`)
  const kmz = await layerOf([named('control.kmz', zipOf([named('doc.kml', document), named('files/icon.png', 'x')]))])
  expect(kmz.name).toBe('control')
  expect(kmz.notes.find(({ code }) => code === 'elements-passed-over')?.values['names']).toBe(
    'GroundOverlay (1), NetworkLink (1)',
  )
  const arabic = document.replace('UTF-8', 'windows-1256').replace('القدم', '<![CDATA[القدم]]>')
  expect((await layerOf([named('map', in1256(arabic))])).features.attributes[0]!['name']).toBe('القدم')
  expect(
    (await layerOf([named('all.zip', zipOf([named('control.kmz', zipOf([named('doc.kml', document)]))]))])).name,
  ).toBe('control')
})

test('latitudes that cannot be keep their feature off the map and are told of', async () => {
  const layer = await read(
    placemark('a', area(ring(36.28, 133.47, 0.01))) +
      placemark('b', area(ring(36.28, 33.47, 0.01))) +
      placemark('c', area(ring(36.29, 33.47, 0.01))),
  )
  expect(codesOf(layer)).toContain('positions-left-out')
  expect(layer.features.attributes).toHaveLength(3)
})

test.each([
  ['breaks off', kml('<Folder>').replace('</Document></kml>', ''), 'xml-broken'],
  ['closes what it did not open', kml('</Folder>'), 'xml-broken'],
  ['is HTML', '<html><body>404</body></html>', 'file-is-web-page'],
  ['is nothing like it', 'PK???', 'xml-broken'],
  ['is nested without end', '<kml>'.repeat(100_000), 'xml-broken'],
  [
    'has a word for a number',
    kml(placemark('a', '<Point><coordinates>36.2,north</coordinates></Point>')),
    'position-invalid',
  ],
  ['has NaN', kml(placemark('a', '<Point><coordinates>NaN,33</coordinates></Point>')), 'position-invalid'],
  ['has 1e400', kml(placemark('a', '<Point><coordinates>1e400,33</coordinates></Point>')), 'position-invalid'],
])('a document that %s is refused', async (_, text, code) =>
  expect((await refusalOf([named('a.kml', text)])).code).toBe(code),
)

test('definitions that would blow up are passed over', async () => {
  const bomb = `<!DOCTYPE lolz [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "&a;&a;&a;&a;">]>`
  const layer = await layerOf([
    named('a.kml', kml(placemark('&b;', area(ring(36.28, 33.47, 0.01)))).replace('?>', `?>${bomb}`)),
  ])
  expect(layer.features.attributes[0]!['name']).toBe('&b;')
})

test('what GDAL writes is read as GDAL reads it', async () => {
  const layer = await layerOf([named('n.kml', readFileSync('tests/fixtures/import/neighbourhoods.kml'))])
  expect(layer.features.attributes).toHaveLength(13)
  expect(layer.features.attributes[0]).toMatchObject({ pcode: 'N0090', name_en: 'Al Lawan', name_ar: 'اللوان' })
})

test('two rings in one boundary are both holes, with a note', async () => {
  const bytes = readFileSync('tests/fixtures/issues/rings-in-one-boundary.kml')
  const layer = await layerOf([named('a.kml', bytes)])
  expect(featureAreasM2(layer.features.shapes, 1).areasM2[0]).toBeCloseTo(845_359, -1)
  expect(codesOf(layer)).toEqual(['rings-together'])
})
