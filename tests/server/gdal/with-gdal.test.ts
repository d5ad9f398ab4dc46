import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withGdal } from '../../../server/gdal.ts'

const point = { type: 'Feature', properties: { name: 'دمشق' }, geometry: { type: 'Point', coordinates: [36.1234567890123, 33] } }

async function packaged(): Promise<{ readonly bytes: Buffer; readonly folder: string; readonly names: string[] }> {
  return withGdal(async (gdal, folder) => {
    await writeFile(join(folder, 'x.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [point] }))
    const { datasets } = await gdal.open('/output/x.geojson')
    await gdal.ogr2ogr(datasets[0]!, ['-f', 'GPKG'], 'made')
    await gdal.close(datasets[0]!)
    return { bytes: await readFile(join(folder, 'made.gpkg')), folder, names: await readdir(folder) }
  })
}

test('jobs find an empty folder of their own, give the same bytes and leave nothing behind', async () => {
  const [first, second] = await Promise.all([packaged(), packaged()])
  expect(first.names.sort()).toEqual(['made.gpkg', 'x.geojson'])
  expect(second.names).toHaveLength(2)
  expect(first.bytes.subarray(0, 15).toString()).toBe('SQLite format 3')
  expect(first.bytes.equals(second.bytes)).toBe(true)
  expect(existsSync(first.folder)).toBe(false)
})

test('what GDAL refuses is an error with its words, and the next job runs', async () => {
  await expect(withGdal((gdal) => gdal.open('/output/none.gpkg'))).rejects.toThrow(/^GDAL: ./)
  const wrongOption = withGdal(async (gdal, folder) => {
    await writeFile(join(folder, 'x.geojson'), JSON.stringify(point))
    return gdal.ogr2ogr((await gdal.open('/output/x.geojson')).datasets[0]!, ['-f', 'GPKG', '-a_srs', 'EPSG:nothing'], 'made')
  })
  await expect(wrongOption).rejects.toThrow(/EPSG:nothing/)
  expect((await packaged()).names).toHaveLength(2)
})

test('starting it leaves neither listeners nor a page’s location behind', async () => {
  await packaged()
  expect(process.listeners('unhandledRejection').some((listener) => /throw/.test(String(listener)))).toBe(false)
  expect('location' in globalThis).toBe(false)
})
