import { describe, expect, test } from 'vitest'
import { readingRecord } from '../../../../core/layers/reading-record.ts'
import { pointShp, polygonShp, shapefile, square, textTable, wgs84Prj } from '../made-files.ts'
import { layerOf } from '../reading.ts'

const ring = square(36.28, 33.47, 0.01)
const hole = [...square(36.283, 33.473, 0.002)].reverse()
const made = { shp: polygonShp([[ring, hole]]), dbf: textTable(['القدم']), prj: wgs84Prj }

const readingsOf = async (parts: Parameters<typeof shapefile>[1]) =>
  (await layerOf(shapefile('a', parts))).notes.filter(({ code }) => code.startsWith('read-'))

describe('a shapefile is read twice, by readers that know nothing of each other', () => {
  test('and where they agree its record says so, with features and area', async () => {
    const [reading, ...others] = await readingsOf(made)
    expect(others).toEqual([])
    expect(reading?.message).toBe('a.shp: read twice by independent readers: 1 feature, 98.97 ha.')
    const layer = await layerOf(shapefile('a', made))
    const record = readingRecord({ ...layer, geometryType: 'polygon' }, 'en')
    expect(record.find(({ about }) => about === 'reading')).toMatchObject({ believed: 'two readers agree' })
    expect(await readingsOf({ shp: pointShp([[36.3, 33.5]]), dbf: textTable(['a']), prj: wgs84Prj })).toMatchObject([
      { code: 'read-twice', values: { count: 1 } },
    ])
  })

  test('and where they do not a note says what differs: a ring that the other drops', async () => {
    const island = [...square(36.4, 33.4, 0.01)].reverse()
    expect(await readingsOf({ ...made, shp: polygonShp([[ring, island]]) })).toMatchObject([
      { code: 'read-twice-shapes' },
    ])
  })
})
