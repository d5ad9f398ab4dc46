import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layoutOf } from '../../core/sheet/example-study.ts'
import { firstSheet } from './first-sheet.ts'
import { exporting, unpacked } from './made-exports.ts'
import { expectWellFormed } from './well-formed.ts'

/** What the tests look into. */
type Resource = {
  path: string
  bytes: number
  hash: string
  schema?: {
    fields: { name: string; type: string; title: string; title_ar: string; unit?: string }[]
    missingValues: string[]
  }
}
type Relations = Record<string, Record<string, string>>

describe('the data package', () => {
  let made: Awaited<ReturnType<typeof exporting>>
  let archive: Buffer
  let files: Map<string, Buffer>
  beforeAll(async () => {
    made = await exporting({ draws: 30, seed: 2 })
    archive = await made.bytes('package.zip')
    files = await unpacked(archive)
  }, 60_000)
  afterAll(() => rm(made.folder, { recursive: true }))

  const json = (name: string) => JSON.parse(files.get(name)!.toString())

  test('describes every file with its length and checksum', () => {
    const resources = json('datapackage.json').resources as Resource[]
    expect(['datapackage.json', ...resources.map(({ path }) => path)].sort()).toEqual([...files.keys()].sort())
    for (const { path, bytes, hash } of resources) {
      expect(bytes).toBe(files.get(path)!.length)
      expect(hash).toBe(`sha256:${createHash('sha256').update(files.get(path)!).digest('hex')}`)
    }
  })

  test('every table has the columns that its description names, and values of their types', () => {
    const tables = (json('datapackage.json').resources as Resource[]).filter(({ schema }) => schema)
    expect(tables.map(({ path }) => path)).toContain('tables/units.csv')
    for (const { path, schema } of tables) {
      const [head, ...rows] = csvRows(files.get(path)!.toString())
      expect(head).toEqual(schema!.fields.map(({ name }) => name))
      for (const { title, title_ar } of schema!.fields) expect([title, title_ar]).not.toContain('')
      for (const row of rows) {
        expect(row).toHaveLength(head!.length)
        for (const [i, { type }] of schema!.fields.entries())
          expect([path, type, row[i]]).toEqual([path, type, expect.stringMatching(forms[type]!)])
      }
    }
  })

  test('the sources come with what was said of them, and the package tells how to cite it', () => {
    const described = json('datapackage.json')
    expect(described.sources[0]).toMatchObject({ title: 'made for a test', layer: 'plan', sha256: '0'.repeat(64) })
    expect(described.citation).toBe(files.get('cite.txt')!.toString().trim())
    expect(described.citation).toMatch(/hostile.*revision 1.*21 April 2018.*SHA-256 [0-9a-f]{64}.*30 draws, seed 2/)
  })

  test('the QGIS project shows the layers of the GeoPackage beside it, in groups, plan, overlap and units switched on', () => {
    const project = files.get('layers.qgs')!.toString()
    expectWellFormed(project)
    const sources = [...project.matchAll(/<datasource>([^<]*)<\/datasource>/g)].map(([, source]) => source)
    expect(sources).toEqual(
      ['plan', 'overlap', 'units', 'shelling', 'damage', 'control', 'plan'].map(
        (name) => `./layers.gpkg|layername=${name}`,
      ),
    )
    const tree = /<projectCrs>.*?<mapcanvas/s.exec(project)![0]
    expect([...tree.matchAll(/<layer-tree-layer [^>]*checked="Qt::(\w+)"/g)].map(([, state]) => state)).toEqual([
      ...Array(3).fill('Checked'),
      ...Array(4).fill('Unchecked'),
    ])
    expect([...tree.matchAll(/<layer-tree-group name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'Result',
      'Layers as measured',
    ])
    expect(project).toContain('<authid>EPSG:32637</authid>')
    expect(project).toContain('<ProjectionsEnabled type="int">1</ProjectionsEnabled>')
  })

  test('the print layout of the project shows the ground of the sheet at its scale on its paper', async () => {
    const project = files.get('layers.qgs')!.toString()
    const svg = firstSheet({
      study: made.study,
      features: made.features,
      measurement: made.measurement,
      language: 'en',
      layout: layoutOf({}),
    })
    const [, frame, centre, scale] = /data-frame="([^"]*)" data-centre="([^"]*)" data-scale="([^"]*)"/.exec(svg)!
    const [x, y, width, height] = frame!.split(' ').map(Number)
    const [lon, lat] = centre!.split(' ')
    const map = /<LayoutItem type="65639".*?<\/LayoutItem>/s.exec(project)![0]
    expect(map).toContain(`position="${x},${y},mm"`)
    expect(map).toContain(`size="${width},${height},mm"`)
    expect(map).toContain(`+lat_0=${lat} +lon_0=${lon} `)
    const [, west, east] = /xmin="([^"]*)".*xmax="([^"]*)"/.exec(map)!
    expect(((Number(east) - Number(west)) * 1000) / width!).toBeCloseTo(Number(scale), 6)
  })

  test('the record of the run names every file read and written, and every relation leads somewhere', () => {
    const run = json('provenance.json')
    const known = new Set([run.entity, run.activity, run.agent].flatMap((members) => Object.keys(members)))
    for (const kind of ['used', 'wasGeneratedBy', 'wasDerivedFrom', 'wasAssociatedWith']) {
      for (const relation of Object.values(run[kind] as Relations))
        for (const end of Object.values(relation)) expect(known).toContain(end)
    }
    expect(run.activity['basilia:activity/measure']).toMatchObject({
      'basilia:at': '2018-04-21',
      'basilia:draws': 30,
      'basilia:seed': 2,
    })
    expect(run.entity[`basilia:file/${'0'.repeat(64)}`]['basilia:sha256']).toBe('0'.repeat(64))
    for (const name of ['tables/measurement.csv', 'overlap.geojson', 'layers.gpkg', 'tables.xlsx']) {
      const sha256 = createHash('sha256').update(files.get(name)!).digest('hex')
      expect(run.entity[`basilia:output/${name}`]['basilia:sha256']).toBe(sha256)
    }
    // Times would make every run another one.
    expect(files.get('provenance.json')!.toString()).not.toMatch(/startTime|endTime|\d\d:\d\d:\d\d/)
  })

  test('two runs give the same bytes, in both languages', async () => {
    expect((await made.bytes('package.zip')).equals(archive)).toBe(true)
    const arabic = await made.bytes('package.zip', { language: 'ar' })
    expect(arabic.equals(await made.bytes('package.zip', { language: 'ar' }))).toBe(true)
    expect((await unpacked(arabic)).get('cite.txt')!.toString()).toContain('21 نيسان 2018')
  })
})

const forms: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^(-?\d+)?$/,
  number: /^(-?\d+(\.\d+)?(e[-+]?\d+)?)?$/,
  boolean: /^[01]?$/,
  date: /^(\d{4}-\d\d-\d\d)?$/,
}

/** Rows of a CSV with its byte order mark, quotes taken off. */
function csvRows(text: string): string[][] {
  expect(text.startsWith('\ufeff')).toBe(true)
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}
