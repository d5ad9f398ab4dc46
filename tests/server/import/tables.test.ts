import { expect, test } from 'vitest'
import writeXlsx, { type SheetData } from 'write-excel-file/node'
import { in1256 } from './made-drawing.ts'
import { named, pointShp, shapefile, textTable, wgs84Prj, zipOf } from './made-files.ts'
import { codesOf, layerOf, layersOf, refusalOf } from './reading.ts'

const csv = (text: string | Uint8Array, name = 'events.csv') => [named(name, text)]
const placesOf = async (text: string) => [...(await layerOf(csv(text))).features.shapes.coordinates]

test('a table with quotations, line ends within them, and empty cells is points with typed fields', async () => {
  const layer = await layerOf(
    csv(
      'name,latitude,longitude,killed,day,code\r\n"Al-Qadam, ""south""",33.4739,36.3006,12,2018-04-21,007\r\n"a\nb",33.5,36.4,,,008\r\nc,,NA,3,,\r\n\r\n',
    ),
  )
  expect(layer).toMatchObject({ name: 'events', crs: { code: 'EPSG:4326' }, encoding: 'utf-8' })
  expect([...layer.features.shapes.coordinates]).toEqual([36.3006, 33.4739, 36.4, 33.5])
  expect(layer.features.attributes).toEqual([
    { name: 'Al-Qadam, "south"', latitude: 33.4739, longitude: 36.3006, killed: 12, day: '2018-04-21', code: '007' },
    { name: 'a\nb', latitude: 33.5, longitude: 36.4, killed: null, day: null, code: '008' },
    { name: 'c', latitude: null, longitude: null, killed: 3, day: null, code: null },
  ])
  expect(layer.fields.map(({ type }) => type)).toEqual(['text', 'number', 'number', 'number', 'date', 'text'])
  expect(layer.notes.find(({ code }) => code === 'rows-without-position')?.values).toMatchObject({
    count: 1,
    places: '3',
  })
  expect(layer.notes.find(({ code }) => code === 'table-wgs84')?.values).toMatchObject({
    x: 'longitude',
    y: 'latitude',
  })
})

test.each([
  ['semicolons and decimal commas', 'nom;latitude;longitude;part\nA;33,4739;36,3006;59,18\nB;33,5;36,4;0\n'],
  ['tabs', 'nom\tlat\tlon\tpart\nA\t33.4739\t36.3006\t59.18\nB\t33.5\t36.4\t0\n'],
  ['bars', 'nom|Lat.|Long.|part\nA|33.4739|36.3006|59.18\nB|33.5|36.4|0\n'],
  ['commas, with decimal commas in quotations', 'nom,lat,lng,part\nA,"33,4739","36,3006","59,18"\nB,"33,5","36,4",0\n'],
  ['an HXL row', 'Nom,Where,There,part\n#adm1+name,#geo+lat,#geo+lon,#value\nA,33.4739,36.3006,59.18\nB,33.5,36.4,0\n'],
])('%s are understood', async (_, text) => {
  const layer = await layerOf(csv(text))
  expect([...layer.features.shapes.coordinates]).toEqual([36.3006, 33.4739, 36.4, 33.5])
  expect(layer.features.attributes.map(({ part }) => part)).toEqual([59.18, 0])
})

test.each([
  ['y_coord,x_coord'],
  ['خط العرض,خط الطول'],
  ['دائرة العَرض,خط الطُّول'],
  ['_geolocation_latitude,_geolocation_longitude'],
  ['locationLat,locationLong'],
  ['Latitude (N),Longitude (E)'],
  ['nord,est'],
  ['lat,long description,lon'],
])('%s are the columns of positions', async (head) => {
  const cells = head.split(',').length === 3 ? '33.5,text,36.3' : '33.5,36.3'
  expect(await placesOf(`${head}\n${cells}\n`)).toEqual([36.3, 33.5])
})

test.each([
  ['33.4739° N', '36.3006° E'],
  ['33°28\'26.04"N', '36°18\'2.16"E'],
  ["N 33°28.434'", "E 36°18.036'"],
  ['33:28:26.04', '36:18:02.16'],
])('%s and %s are coordinates', async (lat, lon) => {
  const [x, y] = await placesOf(`lat;lon\n"${lat.replaceAll('"', '""')}";"${lon.replaceAll('"', '""')}"\n`)
  expect(x).toBeCloseTo(36.3006, 9)
  expect(y).toBeCloseTo(33.4739, 9)
})

test('latitude and longitude the wrong way round are refused or told of', async () => {
  const swapped = 'lat,lon\n36.3006,33.4739\n36.31,33.48\n'
  expect(codesOf(await layerOf(csv(swapped)))).toContain('axes-perhaps-swapped')
  expect((await refusalOf(csv('lat,lon\n121.3,31.2\n121.4,31.3\n'))).code).toBe('crs-axes-swapped')
})

test('positions in metres are a question with candidates, whatever their columns are called', async () => {
  for (const head of ['x,y', 'longitude,latitude', 'Easting,Northing']) {
    const layer = await layerOf(csv(`${head}\n247000,3705000\n248000,3706000\n`))
    expect(layer.crs).toBeNull()
    expect(layer.candidates[0]?.code).toBe('EPSG:32637')
    expect((await layerOf(csv(`${head}\n247000,3705000\n`), { crs: 'EPSG:32637' })).crs?.code).toBe('EPSG:32637')
  }
  expect((await layerOf(csv('x,y\n36.3,33.5\n'))).candidates[0]?.code).toBe('EPSG:4326')
})

test.each([
  ['latitude first', 'a,b,c\nx,33.47391,36.30061\ny,33.50001,36.40001\n', [36.30061, 33.47391], 'c / b', 'b / c'],
  ['longitude first', 'a,b,c\nx,36.30061,33.47391\ny,36.40001,33.50001\n', [36.30061, 33.47391], 'b / c', 'c / b'],
  [
    'without local ground',
    'p;q;r\n1,12;48,20001;16,37001\n2,5;48,30001;16,47001\n',
    [16.37001, 48.20001],
    'r / q',
    'q / r',
  ],
  ['no latitude beyond 90', 'u,v\n121.47001,31.23001\n121.48001,31.24001\n', [121.47001, 31.23001], 'u / v', '–'],
])(
  'columns that no name tells are guessed from their values in the open: %s',
  async (_, text, place, columns, others) => {
    const layer = await layerOf(csv(text))
    expect(Array.from(layer.features.shapes.coordinates.slice(0, 2))).toEqual(place)
    expect(layer.notes.find(({ code }) => code === 'table-columns-guessed')?.values).toMatchObject({ columns, others })
  },
)

test('metres are guessed too, and ask for their system; shares, counts and days are no positions', async () => {
  const layer = await layerOf(csv('id,n,e\n1,3705000.5,247000.25\n2,3706000.5,248000.75\n'))
  expect([layer.crs, layer.candidates[0]?.code]).toEqual([null, 'EPSG:32637'])
  expect(codesOf(layer)).toContain('table-columns-guessed')
  for (const text of ['day,asad,kurds\n1,59.18,23.31\n', 'a,b\n20180421,20180422\n', 'a,b\n12,17\n']) {
    expect((await refusalOf(csv(text))).code).toBe('table-without-position')
  }
})

test('the columns of positions can be said, against what the values and the names look like', async () => {
  const text = 'name,lat,lon,n,e\nA,33.5,36.3,3705000.5,247000.25\n'
  const said = await layerOf(csv(text), { positions: { x: 'e', y: 'n' }, crs: 'EPSG:32637' })
  expect(said.features.shapes.coordinates[1]).toBeCloseTo(33.457, 2)
  const swapped = await layerOf(csv('a,b\n33.47391,36.30061\n'), { positions: { x: 'a', y: 'b' } })
  expect([...swapped.features.shapes.coordinates]).toEqual([33.47391, 36.30061])
  expect(codesOf(swapped)).not.toContain('table-columns-guessed')
  expect(await refusalOf(csv(text), { positions: { x: 'east', y: 'n' } })).toMatchObject({
    code: 'field-absent',
    values: { field: 'east' },
  })
  const drawn = [named('a.geojson', '{"type":"Point","coordinates":[36,33]}')]
  expect((await refusalOf(drawn, { positions: { x: 'e', y: 'n' } })).code).toBe('positions-not-table')
})

test('rows at 0, 0 have no position, and rows that are too long are told of', async () => {
  const layer = await layerOf(csv('lat,lon\n0,0\n33.5,36.3\n33.6,36.4,extra\n'))
  expect(layer.features.attributes).toHaveLength(3)
  expect([...layer.features.shapes.coordinates]).toEqual([36.3, 33.5, 36.4, 33.6])
  expect(codesOf(layer)).toEqual(expect.arrayContaining(['positions-zero', 'rows-too-long']))
})

test('dates in milliseconds stay the numbers they are', async () => {
  const layer = await layerOf(csv('date;lat;lon\n1445814000000;33,5;36,3\n'))
  expect(layer.features.attributes[0]).toMatchObject({ date: 1445814000000 })
})

test.each([
  ['windows-1256 that nothing declares', in1256('المكان,lat,lon\nالقدم والعسالي,33.5,36.3\n'), 'windows-1256'],
  ['UTF-8 with its mark', new TextEncoder().encode('\uFEFFالمكان,lat,lon\nالقدم,33.5,36.3\n'), 'utf-8'],
  ['UTF-16, as Excel saves text', Buffer.from('\uFEFFالمكان\tlat\tlon\nالقدم\t33.5\t36.3\n', 'utf16le'), 'utf-16le'],
])('Arabic in %s is read', async (_, bytes, encoding) => {
  const layer = await layerOf(csv(bytes))
  expect(layer.encoding).toBe(encoding)
  expect(Object.entries(layer.features.attributes[0]!)[0]![0]).toBe('المكان')
  expect(String(layer.features.attributes[0]!['المكان'])).toMatch(/^القدم/)
})

test.each([
  ['without positions', 'day,Aleppo,Damascus\n2011-01-05,0,1\n', 'table-without-position'],
  ['whose columns are empty', 'lat,lon\n,\nNA,NA\n', 'table-without-position'],
  ['whose quotation never ends', 'lat,lon\n"33.5,36.3\n', 'table-quote-open'],
  ['of NaN', 'lat,lon\nNaN,NaN\n1e400,1e400\n', 'table-without-position'],
])('a table %s is refused', async (_, text, code) => expect((await refusalOf(csv(text))).code).toBe(code))

test('a table that is no layer does not keep the layers beside it from being read', async () => {
  const parts = { shp: pointShp([[36.3, 33.5]]), dbf: textTable(['a']), prj: wgs84Prj }
  const layer = await layerOf([named('all.zip', zipOf([...shapefile('a', parts), named('readme.csv', 'a,b\n1,2\n')]))])
  expect(codesOf(layer)).toContain('entries-ignored')
})

function workbook(...sheets: readonly { readonly data: SheetData; readonly sheet: string }[]): Promise<Uint8Array> {
  return writeXlsx(sheets.map((each) => ({ ...each }))).toBuffer()
}
const row = (...values: readonly (string | number | boolean | Date | null)[]) =>
  values.map((value) =>
    value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : value === null ? null : { value },
  )

test('sheets of a workbook that hold points are layers; the others are told of', async () => {
  const events = [
    row('المكان', 'Date', 'خط العرض', 'خط الطول', 'count', 'code', 'seen'),
    row('#adm+name', '#date', '#geo+lat', '#geo+lon', '#n', '#c', '#s'),
    row('القدم', new Date('2018-04-21T00:00:00Z'), 33.4739, 36.3006, 12, '007', true),
    row('NA', null, null, null, 3, null, null),
  ]
  const bytes = await workbook({ data: events, sheet: 'أحداث' }, { data: [row('a'), row('b')], sheet: 'notes' })
  const layer = await layerOf([named('events.xlsx', bytes)])
  expect(layer).toMatchObject({ name: 'أحداث', crs: { code: 'EPSG:4326' } })
  expect(layer.features.attributes).toMatchObject([
    { المكان: 'القدم', Date: '2018-04-21', 'خط العرض': 33.4739, count: 12, code: '007' },
    { المكان: null, count: 3 },
  ])
  expect(codesOf(layer)).toEqual(expect.arrayContaining(['tables-ignored', 'table-hxl', 'rows-without-position']))
  expect((await refusalOf([named('events.xlsx', bytes)], { sublayer: 'x' })).code).toBe('sublayer-unknown')
  expect((await layersOf([named('all.zip', zipOf([named('events.xlsx', bytes)]))]))[0]?.name).toBe('أحداث')
})

test.each([
  ['no workbook', 'not at all', 'zip-unreadable'],
  ['a zip of something else', zipOf([named('a.txt', 'x')]), 'workbook-broken'],
  [
    'a workbook whose sheet breaks off',
    zipOf([named('xl/workbook.xml', '<workbook><sheets><sheet')]),
    'workbook-broken',
  ],
])('%s is refused', async (_, bytes, code) => expect((await refusalOf([named('a.xlsx', bytes)])).code).toBe(code))

test('a workbook without positions is refused by its columns', async () => {
  const bytes = await workbook({ data: [row('a', 'b'), row(1, 2)], sheet: 'one' })
  expect((await refusalOf([named('a.xlsx', bytes)])).code).toBe('table-without-position')
})

test('the texts of a workbook follow the encoding that is asked for, and keep their letters around damage', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const rows = [['المكان', 'lon', 'lat'].map(cell), [cell('القدم'), '<c><v>36.3</v></c>', '<c><v>33.47</v></c>']]
  const sheet = `<?xml version="1.0" encoding="UTF-8"?><worksheet>${rows.map((cells) => `<row>${cells.join('')}</row>`).join('')}</worksheet>`
  const made = (bytes: Uint8Array | string) =>
    zipOf([
      named('xl/workbook.xml', '<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>'),
      named('xl/_rels/workbook.xml.rels', '<r><Relationship Id="r1" Target="worksheets/sheet1.xml"/></r>'),
      named('xl/worksheets/sheet1.xml', bytes),
    ])
  const requested = await layerOf([named('a.xlsx', made(sheet))], { encoding: 'windows-1252' })
  expect(requested.encoding).toBe('windows-1252')
  expect(codesOf(requested)).toContain('encoding-overridden')
  expect(Object.keys(requested.features.attributes[0]!)[0]).toMatch(/^Ø§Ù/)
  const bytes = Buffer.from(sheet)
  bytes[bytes.lastIndexOf('م')] = 0xff
  const damaged = await layerOf([named('a.xlsx', made(bytes))])
  expect(damaged.encoding).toBe('utf-8')
  expect(damaged.features.attributes[0]).toMatchObject({ المكان: expect.stringMatching(/^القد\uFFFD/) })
  expect(codesOf(damaged)).toContain('text-damaged')
})
