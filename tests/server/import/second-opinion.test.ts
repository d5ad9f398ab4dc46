import { existsSync, readFileSync } from 'node:fs'
import { parseShp } from 'shpjs'
import { describe, expect, test } from 'vitest'
import { readShp } from '../../../server/import/shp-records.ts'

const realdata = '../shared/realdata'
const files = [
  'ocha-syr-neighbourhoods-2018/city_neighbourhoods', 'ocha-syr-admin-2018/syr_admin3', 'derived-arabic-encodings/dam_lambert22770',
  'gaza-damage/GazaStrip_MunicipalBoundaries', 'codab-syr-points/syr_adminpoints', 'nasty-shapefile-js/LGA_2013_AUST',
  'nasty-mapshaper/shapefile_shplib_polygon', 'nasty-mapshaper/shapefile_shplib_csah', 'nasty-mapshaper/shapefile_two_states', 'nasty-mbostock/null', 'nasty-mbostock/polygons',
]

type Nested = readonly (number | Nested)[]
/** Positions of a nested list of coordinates as "x y", closing vertices included. */
const positions = (value: Nested): string[] =>
  typeof value[0] === 'number' ? [[value[0], value[1]].join(' ')] : value.flatMap((inner) => positions(inner as Nested))

describe.skipIf(!existsSync(realdata))('shpjs as a second reader (skipped where ../shared/realdata is missing)', () => {
  test.each(files)('%s: the same positions in the same records', (name) => {
    const bytes = readFileSync(`${realdata}/${name}.shp`)
    const ours = readShp(name, bytes, null)
    if (!ours.ok) throw new Error(ours.problem.code)
    const theirs = parseShp(bytes) as readonly ({ coordinates: Nested } | null)[]
    expect(ours.value.records).toBe(theirs.length)
    const { shapes } = ours.value
    const seen = theirs.map(() => new Set<string>())
    for (let part = 0; part < shapes.partPolygon.length; part++) {
      const places = seen[shapes.polygonFeature[shapes.partPolygon[part]!]!]!
      for (let i = shapes.partStart[part]!; i < shapes.partStart[part + 1]!; i++) places.add(
        `${shapes.coordinates[2 * i]} ${shapes.coordinates[2 * i + 1]}`,
      )
    }
    for (const [record, geometry] of theirs.entries()) expect(seen[record]).toEqual(
      new Set(geometry ? positions(geometry.coordinates) : []),
    )
  })
})
