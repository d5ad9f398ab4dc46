import { expect, test } from 'vitest'
import { distanceM } from '../../../core/crs/reproject.ts'
import { systemByCode, systems } from '../../../core/crs/systems.ts'
import { operationAt, toOwnDatum, toWgs84 } from '../../../core/crs/to-wgs84.ts'
import { projReference } from './proj-reference.ts'

test.each([...new Set(projReference.map(([code]) => code))])(
  '%s lies within a hundredth of a millimetre of PROJ',
  (code) => {
    const system = systemByCode(code)!
    for (const [, x, y, lon, lat] of projReference.filter(([of]) => of === code)) {
      const place = toWgs84(system, operationAt(system, lon, lat))(x, y)!
      expect(distanceM(place, [lon, lat])).toBeLessThan(1e-5)
    }
  },
)

test('every system of the registry that is no UTM zone of WGS 84 is compared with PROJ', () => {
  const compared = new Set(projReference.map(([code]) => code))
  const missing = systems
    .map(({ code }) => code)
    .filter((code) => !compared.has(code) && !/^EPSG:32[67]\d\d$/.test(code))
  // These two are taken as they are.
  expect(missing).toEqual(['EPSG:4326', 'OGC:CRS84'])
})

test('the worked example of the guidance note for Lambert near-conformal comes out', () => {
  const place = toOwnDatum(systemByCode('EPSG:22700')!)(15707.96, 623165.96)!
  expect(place[0]).toBeCloseTo(34 + 8 / 60 + 11.291 / 3600, 7)
  expect(place[1]).toBeCloseTo(37 + 31 / 60 + 17.625 / 3600, 7)
})

test('a system goes by its code in every spelling', () => {
  const spellings = [
    'EPSG:22770',
    'epsg:22770',
    '22770',
    'EPSG 22770',
    'urn:ogc:def:crs:EPSG::22770',
    'http://www.opengis.net/def/crs/EPSG/0/22770',
  ]
  for (const code of spellings) expect(systemByCode(code)?.name).toBe('Deir ez Zor / Syria Lambert')
  for (const code of ['CRS84', 'OGC:CRS84', 'urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:OGC::CRS84']) {
    expect(systemByCode(code)?.code).toBe('OGC:CRS84')
  }
  expect(systemByCode('EPSG:900913')?.code).toBe('EPSG:3857')
  for (const code of ['', 'EPSG:1', 'EPSG:', 'Syria', '../etc', '__proto__', 'constructor']) {
    expect(systemByCode(code)).toBeNull()
  }
})

test('no two systems share a code or a spelling', () => {
  expect(new Set(systems.map(({ code }) => code)).size).toBe(systems.length)
  const spellings = systems
    .filter(({ code }) => code !== 'OGC:CRS84')
    .flatMap(({ spellings }) => [...new Set(spellings)])
  expect(new Set(spellings).size).toBe(spellings.length)
})
