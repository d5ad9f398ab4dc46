import { expect, test } from 'vitest'
import { unzip } from '../../../../server/import/archive/zip.ts'
import { named, pointShp, polygonShp, shapefile, square, textTable, wgs84Prj, zip, zipOf } from '../made-files.ts'
import { codesOf, layerOf, layersOf, refusalOf } from '../reading.ts'

const parts = { shp: polygonShp([[square(36.28, 33.47, 0.01)]]), dbf: textTable(['a']), prj: wgs84Prj }
const archive = (bytes: Uint8Array) => [named('plan.zip', bytes)]

test('a zip with folders, capitals and an Arabic name is read', async () => {
  const files = [
    ...shapefile('خطط/دمشق', parts),
    named('خطط/دمشق.CPG', 'UTF-8'),
    named('خطط/', ''),
    named('__MACOSX/خطط/._دمشق.shp', 'x'),
    named('readme.txt', 'hello'),
  ]
  const layer = await layerOf(archive(zipOf(files)))
  expect(layer).toMatchObject({ name: 'دمشق', crs: { code: 'EPSG:4326' } })
  expect(layer.notes.find(({ code }) => code === 'entries-ignored')?.values).toMatchObject({
    count: 1,
    names: 'readme.txt',
  })
})

test('a zip of two layers gives two, a zip in a zip is opened', async () => {
  const two = zipOf([...shapefile('a', parts), ...shapefile('sub/b', parts)])
  expect((await layersOf(archive(two))).map(({ name }) => name)).toEqual(['a', 'b'])
  expect((await layerOf(archive(zipOf([named('inner.zip', zipOf(shapefile('a', parts)))])))).name).toBe('a')
})

test('a zip too deep in zips is refused in words, or left with a note beside a layer', async () => {
  let nested = zipOf(shapefile('a', parts))
  for (let i = 0; i < 4; i++) nested = zipOf([named(`inner${i}.zip`, nested)])
  expect((await refusalOf(archive(nested))).code).toBe('zip-nested-too-deep')
  expect(codesOf(await layerOf(archive(zipOf([named('deep.zip', nested), ...shapefile('a', parts)]))))).toContain(
    'zip-nested-ignored',
  )
})

test.each([
  ['no zip', Buffer.from('this is no archive at all, whatever its name says'), 'zip-unreadable'],
  ['a cut zip', zipOf(shapefile('a', parts)).subarray(0, 400), 'zip-unreadable'],
  ['a zip without a layer', zipOf([named('a.dbf', parts.dbf)]), 'files-without-layer'],
  ['an empty zip', zipOf([]), 'files-without-layer'],
  ['a name that leads out', zipOf([named('../../evil.shp', parts.shp)]), 'zip-unsafe-name'],
  ['an absolute name', zipOf([named('/tmp/evil.shp', parts.shp)]), 'zip-unsafe-name'],
  ['a name that leads out, in Windows spelling', zipOf([named('..\\evil.shp', parts.shp)]), 'zip-unsafe-name'],
  [
    'twenty thousand files',
    zipOf(Array.from({ length: 20_000 }, (_, i) => named(`d/${i}.txt`, ''))),
    'zip-too-many-files',
  ],
  [
    'a directory that lies about a size',
    zip([{ name: 'a.shp', bytes: new Uint8Array(5_000_000), statedSize: 10 }]),
    'zip-entry-broken',
  ],
  [
    'a directory that promises more than there is',
    zip([{ name: 'a.shp', bytes: parts.shp, statedSize: 5_000_000 }]),
    'zip-entry-broken',
  ],
  [
    'a directory that promises a thousand times the archive',
    zip([{ name: 'a.shp', bytes: parts.shp, statedSize: 400_000_000 }]),
    'zip-too-dense',
  ],
  [
    'a directory that promises a gigabyte',
    zip([{ name: 'a.shp', bytes: parts.shp, statedSize: 1_000_000_000 }]),
    'zip-too-large',
  ],
])('%s is refused', async (_, bytes, code) => expect((await refusalOf(archive(bytes))).code).toBe(code))

test.each([
  [9, 'Deflate64'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [97, 'method 97'],
])('a member that is packed by method %d is refused as %s', async (method, name) => {
  const packed = archive(zip([{ name: 'plan.shp', bytes: parts.shp, method }]))
  expect(await refusalOf(packed)).toMatchObject({
    code: 'zip-method-unread',
    values: { entry: 'plan.shp', method: name },
  })
})

test('layers of one name in several folders go by their paths', async () => {
  const files = zipOf([...shapefile('2018/control', parts), ...shapefile('2019/control', parts)])
  const layers = await layersOf(archive(files))
  expect(layers.map(({ name }) => name)).toEqual(['plan.zip/2018/control', 'plan.zip/2019/control'])
  expect(await layerOf(archive(files), { sublayer: 'plan.zip/2019/control' })).toEqual(layers[1])
})

test('JSON that is no layer does not keep the layers beside it from being read', async () => {
  const layer = await layerOf(archive(zipOf([...shapefile('a', parts), named('metadata.json', '{"title":"x"}')])))
  expect(layer.notes.find(({ code }) => code === 'entries-ignored')?.values['names']).toBe('metadata.json')
  expect((await refusalOf(archive(zipOf([named('metadata.json', '{"title":"x"}')])))).code).toBe('json-not-geojson')
  const two = zipOf([named('a.json', '{}'), named('b.json', '{}')])
  expect((await refusalOf(archive(two))).code).toBe('files-without-layer')
})

test('what nobody reads is not unpacked', async () => {
  const files = [{ name: 'video.mp4', bytes: parts.shp, statedSize: 2_000_000_000 }, ...shapefile('a', parts)]
  expect((await layerOf(archive(zip(files)))).name).toBe('a')
})

test('the limit on the whole counts archives within the archive', async () => {
  const inner = zipOf([named('b.shp', pointShp(Array.from({ length: 500 }, () => [36, 33] as const)))])
  const files = [named('a.shp', parts.shp), named('inner.zip', inner)]
  const limited = await unzip(named('plan.zip', zipOf(files)), () => true, {
    files: 10,
    totalBytes: 10_000,
    depth: 2,
    ratio: 200,
  })
  expect(limited).toMatchObject({ ok: false, problem: { code: 'zip-too-large', values: { entry: 'b.shp' } } })
})
