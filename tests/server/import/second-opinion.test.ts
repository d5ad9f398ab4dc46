import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { parseShp } from 'shpjs'
import { describe, expect, test } from 'vitest'
import { readShp } from '../../../server/import/shapefile/shp-records.ts'

const realdata = '../shared/realdata'
/** Every `.shp` of the real layers, and how many records its index lists. */
const files = (): readonly { readonly name: string; readonly entries: number | null }[] =>
  (readdirSync(realdata, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.shp'))
    .map((name) => {
      const index = `${realdata}/${name.replace(/shp$/, 'shx')}`
      return { name, entries: existsSync(index) ? (statSync(index).size - 100) / 8 : null }
    })

type Nested = readonly (number | Nested)[]
/** Positions of a nested list of coordinates as "x y", closing vertices included. */
const positions = (value: Nested): string[] =>
  typeof value[0] === 'number' ? [[value[0], value[1]].join(' ')] : value.flatMap((inner) => positions(inner as Nested))

describe.skipIf(!existsSync(realdata))('shpjs as a second reader (skipped where ../shared/realdata is missing)', () => {
  test('the same positions in the same records of every shapefile', () => {
    const read = files()
    expect(read.length).toBeGreaterThan(40)
    for (const { name, entries } of read) compare(name, entries)
  })

  function compare(name: string, entries: number | null): void {
    const bytes = readFileSync(`${realdata}/${name}`)
    const ours = readShp(name, bytes, undefined, entries)
    if (!ours.ok) throw new Error(ours.problem.code)
    const theirs = parseShp(bytes) as readonly ({ coordinates: Nested } | null)[]
    expect([name, ours.value.records]).toEqual([name, theirs.length])
    const { shapes } = ours.value
    const seen = theirs.map(() => new Set<string>())
    for (let part = 0; part < shapes.partPolygon.length; part++) {
      const places = seen[shapes.polygonFeature[shapes.partPolygon[part]!]!]!
      for (let i = shapes.partStart[part]!; i < shapes.partStart[part + 1]!; i++)
        places.add(`${shapes.coordinates[2 * i]} ${shapes.coordinates[2 * i + 1]}`)
    }
    for (const [record, geometry] of theirs.entries())
      expect(seen[record]).toEqual(new Set(geometry ? positions(geometry.coordinates) : []))
  }
})
