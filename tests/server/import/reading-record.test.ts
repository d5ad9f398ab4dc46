import { describe, expect, test } from 'vitest'
import { notesAbout, readingRecord, readingSubjects } from '../../../core/layers/reading-record.ts'
import { buildLayer } from '../../../core/layers/build-layer.ts'
import { inspectFiles } from '../../../server/import/inspection.ts'
import type { ImportOptions, NamedBytes } from '../../../server/import/record/imported.ts'
import { readOneLayer } from '../../../server/usecases/read-one-layer.ts'
import { readAs } from '../../../server/usecases/import-layer.ts'
import { named, polygonShp, shapefile, square, textTable, wgs84Prj } from './made-files.ts'

const damascus = Uint8Array.from([0xcf, 0xe3, 0xd4, 0xde, 0x20, 0xc7, 0xe1, 0xde, 0xcf, 0xed, 0xe3, 0xc9])
const shp = polygonShp([[square(36.3, 33.48, 0.01)]])
const plain = 'Damascus'

async function recordOf(files: readonly NamedBytes[], options: ImportOptions = {}) {
  const seen = await inspectFiles(files, options)
  if (!seen.ok) throw new Error(seen.problem.code)
  const { record } = seen.value.layers[0]!
  expect(record.map(({ about }) => about)).toEqual(readingSubjects)
  return Object.fromEntries(record.map(({ about, believed, why }) => [about, `${believed}: ${why.join(' ')}`]))
}

describe('the record of a file', () => {
  test.each([
    ['as asked', { shp, dbf: textTable([damascus]) }, { encoding: 'iso-8859-6' }, /^iso-8859-6: .*as asked/],
    ['by its .cpg', { shp, dbf: textTable([damascus]), cpg: 'CP1256' }, {}, /^windows-1256: Its \.cpg says so\.$/],
    ['by its head', { shp, dbf: textTable([damascus], 0x7e) }, {}, /^windows-1256: The head of its table/],
    ['by its letters', { shp, dbf: textTable([damascus]) }, {}, /^windows-1256: .*read as words/],
    ['against its .cpg', { shp, dbf: textTable([damascus]), cpg: 'UTF-8' }, {}, /^windows-1256: .*declared as utf-8/],
    ['by nobody', { shp, dbf: textTable([plain]) }, {}, /^utf-8: Nobody says so/],
  ] as const)('tells why its text was read so: %s', async (_, parts, options, expected) => {
    expect((await recordOf(shapefile('made', { ...parts, prj: wgs84Prj }), options))['encoding']).toMatch(expected)
  })

  test.each([
    ['the file', wgs84Prj, undefined, /^WGS 84 \(EPSG:4326\): The file says so\.$/],
    ['both', wgs84Prj, 'EPSG:4326', /The file says so\.$/],
    ['the user alone', null, 'EPSG:4326', /It was said when the file was loaded\.$/],
    ['the user against the file', wgs84Prj, 'EPSG:4269', /It was said when the file was loaded\..*the file says/],
    ['nobody', null, undefined, /^not known yet: .*says nothing of its coordinate system/],
  ] as const)('tells who stated its system: %s', async (_, prj, crs, expected) => {
    const file = shapefile('made', { shp, dbf: textTable([plain]), ...(prj === null ? {} : { prj }) })
    expect((await recordOf(file, { crs }))['crs']).toMatch(expected)
  })

  test('tells what its format lays down, the rings and the columns that hold days or positions', async () => {
    const crossing = {
      type: 'Feature',
      properties: { since: '2018-04-21' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [36, 33],
            [36.1, 33.1],
            [36.1, 33],
            [36, 33.1],
            [36, 33],
          ],
        ],
      },
    }
    const json = await recordOf([named('a.geojson', JSON.stringify(crossing))])
    expect(json['crs']).toMatch(/^WGS 84 .*Its format lays it down/)
    expect(json['encoding']).toMatch(/^utf-8: Its format or its first lines/)
    expect(json['rings']).toMatch(/^even-odd inside each polygon.*: .*cross/)
    expect(json['dates']).toMatch(/since/)
    const table = await recordOf([named('t.csv', 'name,lon,lat\nx,36.3,33.4\n')])
    expect(table['positions']).toMatch(/^columns of the table: .*lon and lat were taken/)
    expect(table['rings']).toMatch(/^no polygons/)
  })

  test('counts the cells that are lost', async () => {
    const damaged = Uint8Array.from([...new TextEncoder().encode('دمشق القديمة'), 0xff, 0x20, 0x20])
    const { cells } = await recordOf(shapefile('made', { shp, dbf: textTable([damaged]), cpg: 'UTF-8', prj: wgs84Prj }))
    expect(cells).toMatch(/^1 cell: /)
    const sound = await recordOf(shapefile('made', { shp, dbf: textTable([plain]), prj: wgs84Prj }))
    expect(sound['cells']).toBe('none: No damage was found.')
  })

  test('reads in Arabic, and stays true when the layer is read again for another system', async () => {
    const file = shapefile('made', { shp, dbf: textTable([damascus]), prj: wgs84Prj })
    const read = await readOneLayer(file, {})
    const draft = read.ok ? buildLayer(read.value, {}, '0'.repeat(64)) : read
    if (!draft.ok) throw new Error(draft.problem.code)
    const layer = { ...draft.value, id: 'a', file: 'layers/a.geojson', source: undefined }
    const again = await readOneLayer(file, readAs(layer))
    if (!again.ok) throw new Error(again.problem.code)
    expect(again.value.stated).toEqual(draft.value.stated)
    expect(again.value.notes.map(({ code }) => code)).toContain('encoding-detected')
    const [encoding] = readingRecord(draft.value, 'ar')
    expect(encoding!.why.join(' ')).toMatch(/[\u0600-\u06FF]/)
  })
})

test('a note tells of one subject', () => {
  const all = Object.values(notesAbout).flat()
  expect(new Set(all).size).toBe(all.length)
})
