import { expect, test } from 'vitest'
import { named, polygonShp, shapefile, square, textTable, wgs84Prj } from './made-files.ts'
import { refusalOf } from './reading.ts'

const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n'
const login = '\uFEFF<!-- proxy -->\n<!DOCTYPE html>\n<html><head><title>Sign\n in</title></head><body>…</body></html>'

test.each(['plan.geojson', 'plan.shp', 'plan.zip', 'plan.csv', 'plan.kml', 'plan.gpkg', 'plan'])(
  'a pointer of Git LFS named %s is called that',
  async (name) => {
    expect(await refusalOf([named(name, Buffer.from(pointer))])).toMatchObject({
      code: 'file-is-pointer',
      values: { file: name, program: 'Git LFS' },
    })
  },
)

test('a pointer in place of one part of a shapefile is called that too', async () => {
  const files = shapefile('a', {
    shp: polygonShp([[square(36.28, 33.47, 0.01)]]),
    dbf: textTable(['a']),
    prj: wgs84Prj,
  })
  const broken = files.map((file) => (file.name.endsWith('.dbf') ? named(file.name, Buffer.from(pointer)) : file))
  expect(await refusalOf(broken)).toMatchObject({ code: 'file-is-pointer', values: { file: 'a.dbf' } })
})

test.each(['plan.geojson', 'plan.zip', 'plan.csv', 'plan.txt', 'plan.kmz', 'plan'])(
  'a web page named %s is called that, by its title',
  async (name) => {
    expect(await refusalOf([named(name, Buffer.from(login))])).toMatchObject({
      code: 'file-is-web-page',
      values: { file: name, title: 'Sign in' },
    })
  },
)

test('a web page without a title goes by its first words, and an empty one by a dash', async () => {
  const page = (text: string) => [named('a.geojson', Buffer.from(text))]
  expect((await refusalOf(page('<html><style>p{}</style><h1>404</h1> Not found</html>'))).values).toMatchObject({
    title: '404 Not found',
  })
  expect((await refusalOf(page('<html></html>'))).values).toMatchObject({ title: '–' })
})
