import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { styleClasses } from '../../../core/classify/style-classes.ts'
import { suggestedClassificationSchema } from '../../../core/model/layer-schema.ts'
import type { ImportedLayer } from '../../../server/import/record/imported.ts'
import { inspection } from '../../../server/import/inspection.ts'
import { readPath } from '../../../server/import/read-path.ts'
import { xmlTree } from '../../../server/import/text/xml-tree.ts'
import { boxes } from '../made-layers.ts'
import { madeDrawing, squareLine, type DrawingPart } from './made-drawing.ts'
import { named, zipOf } from './made-files.ts'
import { codesOf, layerOf, layersOf } from './reading.ts'

const fixture = (name: string) => named(name, readFileSync(`tests/fixtures/import/${name}`))
const sides = ['SAA', 'Regime', 'داعش', 'FSA', 'Iran'].map(
  (side, i) => [[36.3 + i / 100, 33, 36.31 + i / 100, 33.01], { side }] as const,
)
const control = boxes('control.geojson', sides)

/** The offers of a layer as `id: field`, each with its classes in one line. */
const reported = ({ offers }: Pick<ImportedLayer, 'offers'>) =>
  Object.fromEntries(
    offers.map((offer) => {
      suggestedClassificationSchema.parse(offer)
      const classes = offer.classes.map(({ class: name, values, color, pattern }) =>
        `${name} = ${values.join('|')} ${color ?? ''} ${pattern ?? ''}`.trim(),
      )
      return [`${offer.id}: ${offer.field}`, classes]
    }),
  )

const qgisClasses = [
  'Government = SAA|Regime #C92610 solid',
  'تنظيم الدولة = داعش #282727 dots',
  'Opposition = FSA #5ED575 diagonal',
  'Nobody’s = Nobody #5F5B55 none',
]

test('a QGIS style beside a file is offered with its lists, labels, colours and patterns, and is not applied', async () => {
  for (const files of [
    [control, fixture('control.qml')],
    [named('all.zip', zipOf([control, fixture('control.qml')]))],
  ]) {
    const layer = await layerOf(files)
    expect(reported(layer)).toEqual({ 'control.qml: side': qgisClasses })
    expect(codesOf(layer)).toContain('style-others-left-out')
    expect(layer.features.attributes[0]).toEqual({ side: 'SAA' })
  }
})

test('an SLD gives its rules; what QGIS writes for all others, and for a list, is left out and told', async () => {
  const layer = await layerOf([control, fixture('control.sld')])
  expect(reported(layer)).toEqual({ 'control.sld: side': qgisClasses.slice(1) })
  expect(layer.notes.find(({ code }) => code === 'style-others-left-out')?.values['labels']).toBe(
    'Government, all others',
  )
})

test('a GeoPackage offers the styles that QGIS keeps in it, numbers as its field has them', async () => {
  const layer = await layerOf([fixture('styled.gpkg.zip')])
  expect(reported(layer)).toEqual({
    'who held it: side': qgisClasses,
    'damage: grade': ['Destroyed = 3 #BD0026 solid', 'Severe = 2 #FD8D3C solid', 'Moderate = 1 #FED976 solid'],
  })
  expect(codesOf(layer)).not.toContain('tables-ignored')
})

test('a geodatabase that says what its codes mean offers that, in the usual looks', async () => {
  expect(reported(await layerOf([fixture('coded.gdb.zip')]))).toEqual({
    'codes of grade: grade': [
      'Destroyed = 1 #BD0026 cross',
      'Severe Damage = 2 #FD8D3C diagonal',
      'Moderate Damage = 3 #FED976 dots',
      'Not analyzed = 6 #C9D1D1 stripes',
    ],
  })
})

test('of several files a style belongs to the one of its name; one that fits none says why', async () => {
  const layers = await layersOf([
    control,
    named('damage.geojson', boxes('', [[[36, 33, 37, 34], { grade: 1 }]]).bytes),
    fixture('control.qml'),
  ])
  expect(layers.map(({ name, offers }) => [name, offers.length])).toEqual([
    ['control', 1],
    ['damage', 0],
  ])
  const alien = await layerOf([boxes('a.geojson', [[[36, 33, 37, 34], { STATUS: 'x' }]]), fixture('control.qml')])
  expect(alien.notes.find(({ code }) => code === 'style-field-absent')?.values).toMatchObject({
    field: 'side',
    style: 'control.qml',
  })
  const single = named('a.qml', '<qgis><renderer-v2 type="singleSymbol"/></qgis>')
  const graduated = named('c.qml', '<qgis><renderer-v2 type="graduatedSymbol"/></qgis>')
  const broken = named('b.qml', '<qgis><renderer-v2')
  const plain = await layerOf([control, single, graduated, broken])
  expect(plain.offers).toEqual([])
  expect(
    plain.notes.filter(({ code }) => code === 'style-without-classes').map(({ values }) => values['reason']),
  ).toEqual(['graduatedSymbol', 'XML'])
})

test('styles in the forms of QGIS 2 and 3.40 say the same', () => {
  const qml = (symbol: string, category: string) =>
    `<!DOCTYPE qgis PUBLIC 'x' 'SYSTEM'><qgis><renderer-v2 attr="&quot;my field&quot;" type="categorizedSymbol"><categories>${category}<category type="NULL" value="NULL" symbol="0" label="unknown"/></categories><symbols><symbol type="fill" name="0">${symbol}</symbol></symbols></renderer-v2></qgis>`
  const two = qml(
    '<layer class="SimpleFill"><prop k="color" v="201,38,16,255"/><prop k="style" v="b_diagonal"/></layer>',
    '<category symbol="0" value="A" label=""/>',
  )
  const three = qml(
    '<layer class="SimpleFill" enabled="0"/><layer class="SimpleFill" enabled="1"><Option type="Map"><Option name="color" value="201,38,16,255,rgb:0.788,0.149,0.063,1"/><Option name="style" value="b_diagonal"/></Option></layer>',
    '<category symbol="0" value="A" label="A" uuid="{1}" type="string"/>',
  )
  for (const text of [two, three]) {
    expect(styleClasses(xmlTree(text))).toEqual({
      kind: 'classes',
      field: 'my field',
      others: [],
      classes: [
        { class: 'A', values: ['A'], label: { en: 'A' }, color: '#C92610', pattern: 'diagonal' },
        { class: null, values: [''], label: { en: 'unknown' }, color: '#C92610', pattern: 'diagonal' },
      ],
    })
  }
})

test('rules of QGIS that each ask for values of one field are classes; any other is the reason why there are none', () => {
  const rule = (filter: string, label: string) =>
    `<rule filter="${filter.replaceAll('"', '&quot;')}" label="${label}" symbol="0"/>`
  const qml = (...rules: string[]) =>
    styleClasses(
      xmlTree(
        `<qgis><renderer-v2 type="RuleRenderer"><rules key="{1}">${rules.join('')}</rules><symbols><symbol type="line" name="0"><layer class="SimpleLine"><prop k="line_color" v="1,2,3,255"/></layer></symbol></symbols></renderer-v2></qgis>`,
      ),
    )
  const known = [
    rule(`"side" = 'SAA'`, 'Government'),
    rule(`"side" IN ('a', 'b''s')`, 'AB'),
    rule(`(side = 'x') OR "side" = 'ص'`, 'XY'),
    rule('"side" = -1', 'three'),
    rule('"side" is null', 'nothing'),
    rule('ELSE', 'rest'),
  ]
  expect(qml(...known)).toEqual({
    kind: 'classes',
    field: 'side',
    others: ['rest'],
    classes: [
      ['Government', 'SAA'],
      ['AB', 'a', "b's"],
      ['XY', 'x', 'ص'],
      ['three', '-1'],
      [null, ''],
    ].map(([name, ...values]) => ({ class: name, values, label: { en: name ?? 'nothing' }, color: '#010203' })),
  })
  for (const filter of [
    `"side" = 'a' AND "day" > 3`,
    `"side" LIKE 'a%'`,
    `"side" = other`,
    `upper("side") = 'A'`,
    `"side" = 'a' OR`,
    `"a" = 1 OR "b" = 2`,
    '',
    `"side" = 'a' # 'b'`,
  ]) {
    expect(qml(rule(filter, 'x')).kind, filter).toBe('none')
  }
})

const ring = (west: number) => `${west},33 ${west + 0.01},33 ${west + 0.01},33.01 ${west},33`
const area = (west: number, inner: string) =>
  `<Placemark>${inner}<Polygon><outerBoundaryIs><LinearRing><coordinates>${ring(west)}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`

test('a KML offers its folders, styles and colours, inline ones and those behind a StyleMap too', async () => {
  const text = `<kml><Document><Style id="gov"><PolyStyle><color>7f1026c9</color></PolyStyle></Style>
    <Style id="dark"><LineStyle><color>ff272728</color></LineStyle><PolyStyle><fill>0</fill></PolyStyle></Style>
    <StyleMap id="isis"><Pair><key>normal</key><styleUrl>#dark</styleUrl></Pair></StyleMap>
    <Folder><name>الحكومة</name>${area(36.3, '<styleUrl>#gov</styleUrl>')}${area(36.32, '<styleUrl>#gov</styleUrl>')}</Folder>
    <Folder><name>ISIS</name>${area(36.34, '<styleUrl>#isis</styleUrl>')}</Folder>
    <Folder><name>mixed</name>${area(36.36, '<styleUrl>#gov</styleUrl>')}${area(36.38, '<Style><PolyStyle><color>ff75d55e</color></PolyStyle></Style>')}</Folder>
  </Document></kml>`
  expect(reported(await layerOf([named('control.kml', text)]))).toEqual({
    'folders: folder': ['ISIS = ISIS #282727 none', 'mixed = mixed', 'الحكومة = الحكومة #C92610'],
    'styles: style': ['gov = gov #C92610', 'isis = isis #282727 none'],
    'colours: colour': ['#282727 = #282727 #282727 none', '#5ed575 = #5ed575 #5ED575', '#c92610 = #c92610 #C92610'],
  })
})

test('a DXF offers its layers and its colours, of the index and true ones', async () => {
  const trueColour: DrawingPart = squareLine('ZONE B', 40, 1).flatMap((pair) =>
    pair[0] === 62 ? [[420, 0x5ed575] as const] : [pair],
  )
  const drawing = madeDrawing([
    ...squareLine('مناطق', 100, 1),
    ...squareLine('ROADS', 50, 1, 0, 3),
    ...squareLine('ROADS', 60, 1),
    ...trueColour,
  ])
  expect(reported(await layerOf([named('plan.dxf', drawing)], { crs: 'EPSG:32637' }))).toEqual({
    'drawing-layers: Layer': ['ROADS = ROADS', 'ZONE B = ZONE B #5ED575', 'مناطق = مناطق #FF0000'],
    'colours: Colour': [
      '#0000ff = #0000ff #0000FF',
      '#00ff00 = #00ff00 #00FF00',
      '#5ed575 = #5ed575 #5ED575',
      '#ff0000 = #ff0000 #FF0000',
    ],
  })
})

test('what no study could hold is not offered, and told of', async () => {
  const text = `<kml><Document><Folder><name>${'long '.repeat(200)}</name>${area(36.3, '')}</Folder></Document></kml>`
  const layer = await layerOf([named('a.kml', text)])
  expect([layer.offers, codesOf(layer)]).toEqual([[], ['offer-left-out']])
})

test('a file that says nothing outside its values offers nothing', async () => {
  expect((await layerOf([control])).offers).toEqual([])
})

const realdata = '../shared/realdata'

test.skipIf(!existsSync(realdata))(
  'inspection gives both readings of UNOSAT’s codes with their totals (skipped where ../shared/realdata is missing)',
  async () => {
    const lastOf = async (path: string, name: string) => {
      const read = await readPath(`${realdata}/${path}`, { crs: 'EPSG:4326' })
      if (!read.ok) throw new Error(read.problem.code)
      const fields = inspection(read.value).layers[0]!.fields
      expect(fields.find((field) => /lat|lon|id$/i.test(field.name))?.damageReadings).toBeUndefined()
      return fields.find((field) => field.name === name)!.damageReadings!
    }
    const aleppo = await lastOf('unosat-aleppo-2016/aleppo_damage.gpkg', '2016-09-18')
    expect(aleppo.readings.map(({ affected }) => affected)).toEqual([35_722, 35_722])
    expect(aleppo.readings.map(({ classes }) => classes[0])).toEqual([
      { class: 'Destroyed', count: 4_773 },
      { class: 'Destroyed', count: 16_269 },
    ])
    const raqqa = await lastOf('unosat-raqqa-2017/raqqa_damage.geojson', '2017-10-21')
    expect([raqqa.readings[0].affected, raqqa.empty]).toEqual([12_781, 262])
  },
)
