import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FeatureCollection, Geometry } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { polygonAreasM2 } from '../../../core/geometry/polygon-areas.ts'
import { featuresFromGeoJson } from '../../../core/geometry/geojson.ts'
import type { ExportFormat } from '../../../core/options/export-options.ts'
import { hostile } from '../../core/export/made-study.ts'
import { allFields, exporting, hasGdal, layerNames, readByGdal, unpacked } from './made-exports.ts'
import { expectWellFormed } from './well-formed.ts'

const areaM2 = (collection: FeatureCollection<Geometry | null>): number =>
  polygonAreasM2(featuresFromGeoJson(collection, 'polygon', 'feature').shapes).reduce((sum, each) => sum + each, 0)

describe('files of geometry', () => {
  let made: Awaited<ReturnType<typeof exporting>>
  beforeAll(async () => {
    made = await exporting()
  })
  afterAll(() => rm(made.folder, { recursive: true }))

  const path = async (format: ExportFormat, language: 'en' | 'ar' = 'en'): Promise<string> => {
    const file = join(made.folder, `made-${language}.${format}`)
    await writeFile(file, await made.bytes(format, { language, fields: allFields }))
    return format === 'shp.zip' ? `/vsizip/${file}` : file
  }

  test.each(['geojson', 'gpkg', 'shp.zip'] as const)('%s has the same bytes twice', async (format) => {
    for (const language of ['en', 'ar'] as const) {
      expect((await made.bytes(format, { language })).equals(await made.bytes(format, { language }))).toBe(true)
    }
  })

  test('GeoJSON is RFC 7946, its polygons add up to the plan, and it tells how its areas were made', async () => {
    const text = (await made.bytes('geojson')).toString()
    expect(text).not.toMatch(/\d\.\d{16}/)
    const collection = JSON.parse(text)
    expect('crs' in collection).toBe(false)
    expect(Math.abs(areaM2(collection) / made.measurement.plan.areaM2 - 1)).toBeLessThan(1e-9)
    expect(collection.basilia).toMatchObject({
      plan: { areaM2: made.measurement.plan.areaM2 },
      area_method: expect.stringContaining('WGS 84'),
    })
    expect(collection.features[0].properties.area_method).toContain('WGS 84')
  })

  test.skipIf(!hasGdal)('GDAL reads every layer of the GeoPackage with its names, texts and areas whole', async () => {
    const file = await path('gpkg', 'ar')
    const names = layerNames(file)
    expect(names.slice(0, 6)).toEqual(['overlap', 'plan', 'control', 'shelling', 'damage', 'units'])
    const overlap = readByGdal(file, 'overlap')
    expect(overlap.features.map(({ properties }) => properties!['areaM2'])).toEqual(
      made.measurement.combinations.map((each) => each.areaM2),
    )
    expect(Math.abs(areaM2(overlap) / made.measurement.plan.areaM2 - 1)).toBeLessThan(1e-9)
    const control = readByGdal(file, 'control').features.map(({ properties }) => properties!)
    expect(control.map(({ measured_class }) => measured_class)).toEqual([hostile.formula, hostile.markup, null])
    expect(control.map((values) => values['اسم المنطقة الطويل جدا'])).toEqual([
      'حي القدم',
      'م'.repeat(200),
      hostile.sql,
    ])
    expect(control.map((values) => values['geom'])).toEqual([1.5, null, -1e9])
    expect(control.map((values) => [values['fid'], values['Fid_2']])).toEqual([
      ['x', 3],
      [null, null],
      ['', -7],
    ])
    // A day is a text as it was, not a date in another form.
    expect(readByGdal(file, 'shelling').features[0]!.properties).toMatchObject({ day: '2018-04-21', isSure: 1 })
    expect(readByGdal(file, 'damage').features[0]).toMatchObject({
      properties: { grade: 'مدمر' },
      geometry: { type: 'Point', coordinates: [36.283, 33.473] },
    })
    expect(readByGdal(file, 'table_measurement').features.length).toBeGreaterThan(10)
  })

  test.skipIf(!hasGdal)(
    'the GeoPackage brings a look in both languages for each layer, well formed whatever the texts',
    async () => {
      const file = await path('gpkg')
      const styles = readByGdal(file, 'layer_styles').features.map(({ properties }) => properties!)
      const layers = layerNames(file).filter((name) => name !== 'layer_styles' && !name.startsWith('table_'))
      for (const name of layers) {
        const own = styles.filter((style) => style['f_table_name'] === name)
        expect(own.map(({ styleName, useAsDefault }) => [styleName, useAsDefault])).toEqual([
          ['English', true],
          ['العربية', false],
        ])
        expect(own[0]).toMatchObject({ f_table_schema: '', f_geometry_column: 'geom_2' })
        for (const { styleQML, styleSLD } of own)
          for (const symbology of [styleQML, styleSLD]) expectWellFormed(String(symbology))
      }
      const control = String(styles.find((style) => style['f_table_name'] === 'control')!['styleQML'])
      expect(control).toContain('attr="measured_class"')
      expect(control).toContain('value="NULL"')
      expect(control).not.toContain('<script')
      const shelling = styles.find((style) => style['f_table_name'] === 'shelling')!
      expect(shelling['styleQML']).toContain('LinePatternFill')
      expect(shelling['styleSLD']).toMatch(/<se:PolygonSymbolizer><se:Fill>.*fill-opacity">0\.\d+</)
    },
  )

  test('shapefiles bring short Latin names, a codebook, UTF-8 and WGS 84', async () => {
    const files = await unpacked(await made.bytes('shp.zip', { fields: allFields }))
    for (const name of ['overlap', 'plan', 'control', 'shelling', 'damage', 'units']) {
      expect(files.get(`${name}.cpg`)!.toString().trim()).toBe('UTF-8')
      expect(files.get(`${name}.prj`)!.toString()).toContain('WGS_1984')
      for (const ending of ['shp', 'shx', 'dbf', 'qml', 'sld']) expect(files.has(`${name}.${ending}`)).toBe(true)
    }
    const fields = dbfFields(files.get('control.dbf')!)
    expect(fields).toContain('meas_class')
    for (const field of fields) expect(field).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,9}$/)
    const codebook = files.get('codebook.csv')!.toString()
    for (const field of fields) expect(codebook).toContain(`,${field},`)
    expect(codebook).toContain('control,اسم المنطقة الطويل جدا,asm_almntq,')
    expect(codebook).toContain('مساحة')
  })

  test.skipIf(!hasGdal)(
    'GDAL reads the shapefiles; a long text is cut at a letter and numbers stay whole',
    async () => {
      const file = await path('shp.zip')
      expect(layerNames(file).sort()).toEqual(['control', 'damage', 'overlap', 'plan', 'shelling', 'units'])
      const overlap = readByGdal(file, 'overlap')
      expect(Math.abs(areaM2(overlap) / made.measurement.plan.areaM2 - 1)).toBeLessThan(1e-9)
      for (const [i, { properties }] of overlap.features.entries()) {
        expect(Math.abs(properties!['areaM2'] / made.measurement.combinations[i]!.areaM2 - 1)).toBeLessThan(1e-15)
      }
      const control = readByGdal(file, 'control').features.map(({ properties }) => properties!)
      expect(control.map(({ asm_almntq }) => asm_almntq)).toEqual(['حي القدم', 'م'.repeat(127), hostile.sql])
      expect(control.map(({ geom }) => geom)).toEqual([1.5, null, -1e9])
      expect(readByGdal(file, 'units').features.map(({ properties }) => properties!['meas_id'])).toEqual([
        'القدم',
        '=1+1',
      ])
    },
  )

  test.skipIf(!hasGdal)('by feature, every file has the attributes of all contributors', async () => {
    const file = join(made.folder, 'pieces.gpkg')
    await writeFile(file, await made.bytes('gpkg', { pieces: 'feature', fields: allFields }))
    const { features } = readByGdal(file, 'overlap')
    expect(
      features.some(
        ({ properties }) => properties!['areaM2.features'] === '1; 2' && properties!['shelling.isSure'] === '1',
      ),
    ).toBe(true)
    expect(Math.abs(areaM2(readByGdal(file, 'overlap')) / made.measurement.plan.areaM2 - 1)).toBeLessThan(1e-9)
  })
})

/** The names of the columns, as bytes 0 to 10 of each descriptor have them. */
function dbfFields(bytes: Buffer): string[] {
  const names: string[] = []
  for (let at = 32; bytes[at] !== 0x0d; at += 32)
    names.push(bytes.toString('latin1', at, at + 11).replace(/\0.*$/s, ''))
  return names
}
