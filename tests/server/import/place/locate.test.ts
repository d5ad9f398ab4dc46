import { describe, expect, test } from 'vitest'
import { polygonAreasM2 } from '../../../../core/geometry/polygon-areas.ts'
import { distanceM } from '../../../../core/crs/reproject.ts'
import { inspection } from '../../../../server/import/inspection.ts'
import { named, pointShp, polygonShp, shapefile, square, textTable, wgs84Prj, type Ring } from '../made-files.ts'
import { codesOf, layerOf, refusalOf } from '../reading.ts'

const deirEzZor =
  'GEOGCS["GCS_Deir_ez_Zor",DATUM["D_Deir_ez_Zor",SPHEROID["Clarke_1880_IGN",6378249.2,293.466021293627]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
const syriaLambert = `PROJCS["Deir_ez_Zor_Syria_Lambert",${deirEzZor},PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",300000.0],PARAMETER["False_Northing",300000.0],PARAMETER["Central_Meridian",37.35],PARAMETER["Standard_Parallel_1",34.65],PARAMETER["Scale_Factor",0.9996256],PARAMETER["Latitude_Of_Origin",34.65],UNIT["Meter",1.0]]`
const utm37 =
  'PROJCS["WGS_1984_UTM_Zone_37N",' +
  wgs84Prj +
  ',PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",39.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
const openDatum =
  'GEOGCS["GCS_Undefined_geographic_SRS",DATUM["D_unknown",SPHEROID["unknown",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'

const polygon = (ring: Ring, prj: string | null) =>
  shapefile('a', { shp: polygonShp([[ring]]), dbf: textTable(['a']), ...(prj === null ? {} : { prj }) })
const damascusM = square(200_000, 175_000, 3000)
const damascus = square(36.28, 33.47, 0.03)

describe('Syria Lambert', () => {
  test('is brought to WGS 84 by EPSG:15742, which moves Damascus by 126 m', async () => {
    const layer = await layerOf(polygon(damascusM, syriaLambert))
    expect(layer.crs).toMatchObject({ code: 'EPSG:22770', operation: 'EPSG:15742', accuracyM: 5 })
    expect(layer.crs!.shiftM).toBeCloseTo(126.1, 0)
    // PROJ 9.1: pyproj inverse of EPSG:22770 on Deir ez Zor, then EPSG:15742, of 200000, 175000.
    const [lon, lat] = layer.features.shapes.coordinates
    expect(distanceM([lon!, lat!], [36.27472164241, 33.51752470221])).toBeLessThan(0.01)
  })

  test('asked for in words gives the same as its .prj, without a note', async () => {
    const byPrj = await layerOf(polygon(damascusM, syriaLambert))
    const requested = await layerOf(polygon(damascusM, null), { crs: '22770' })
    expect(requested.features).toEqual(byPrj.features)
    expect(codesOf(await layerOf(polygon(damascusM, syriaLambert), { crs: 'EPSG:22770' }))).not.toContain(
      'crs-overridden',
    )
  })

  test('asked for against another .prj is noted', async () => {
    const layer = await layerOf(polygon(damascusM, utm37), { crs: 'EPSG:22770' })
    expect(layer.notes.find(({ code }) => code === 'crs-overridden')?.values['declared']).toBe(
      'EPSG:32637 (WGS 84 / UTM zone 37N)',
    )
  })

  test('keeps the area that its ellipsoid gives', async () => {
    const layer = await layerOf(polygon(damascusM, syriaLambert))
    // 900 ha on the grid. PROJ 9.1: pyproj.Geod on the outline with a point every 10 m.
    expect(polygonAreasM2(layer.features.shapes)[0]! / 9e6).toBeCloseTo(1.000367, 7)
  })
})

describe('without a word on the coordinate system', () => {
  test('the layer waits as it stands, with candidates', async () => {
    const layer = await layerOf(polygon(damascusM, null))
    expect(layer.crs).toBeNull()
    expect(layer.candidates.map(({ code }) => code)).toContain('EPSG:22770')
    expect(layer.features.shapes.coordinates[0]).toBe(200_000)
    expect(inspection([layer]).layers[0]).toMatchObject({ extent: null, areaM2: null, crs: { code: null } })
  })

  test('the study’s ground ranks them', async () => {
    const layer = await layerOf(polygon(damascusM, null), { near: [36.1, 33.4, 36.4, 33.6] })
    expect(layer.candidates[0]?.code).toBe('EPSG:22770')
  })

  test('degrees on an open datum are a question with WGS 84 first', async () => {
    const layer = await layerOf(polygon(damascus, openDatum))
    expect(layer.crs).toBeNull()
    expect(layer.candidates[0]?.code).toBe('EPSG:4326')
    expect(codesOf(layer)).toContain('prj-open-datum')
  })

  test.each([
    ['junk', 'ä\u0000\u0001'],
    ['a local grid', 'LOCAL_CS["Site"]'],
  ])('a .prj of %s is asked about, showing it', async (_, prj) => {
    const problem = await refusalOf(polygon(damascus, prj))
    expect(problem.code).toBe('crs-unknown')
    expect(problem.more).toMatchObject({ text: prj.trim(), candidates: [{ code: 'EPSG:4326' }, {}, {}] })
    expect((await layerOf(polygon(damascus, prj), { crs: 'EPSG:4326' })).crs?.code).toBe('EPSG:4326')
  })

  test('a system that nobody knows cannot be asked for', async () => {
    expect(await refusalOf(polygon(damascus, null), { crs: 'EPSG:99999' })).toMatchObject({
      code: 'crs-code-unknown',
      values: { crs: 'EPSG:99999' },
    })
  })
})

describe('what the coordinates contradict is caught before anything is measured', () => {
  test('metres declared as degrees', async () => {
    const problem = await refusalOf(polygon(damascusM, wgs84Prj))
    expect(problem).toMatchObject({ code: 'crs-metres-as-degrees', values: { value: '[200000, 175000]' } })
    expect((problem.more!['candidates'] as { code: string }[]).length).toBeGreaterThan(0)
  })

  test('degrees declared as metres', async () => {
    for (const prj of [syriaLambert, utm37]) {
      expect((await refusalOf(polygon(damascus, prj))).code).toBe('crs-degrees-as-metres')
    }
  })

  test('latitudes beyond the pole', async () => {
    expect((await refusalOf(polygon(square(33, 120, 1), wgs84Prj))).code).toBe('crs-axes-swapped')
  })

  test('a name over other parameters', async () => {
    const problem = await refusalOf(polygon(damascusM, syriaLambert.replace('300000.0', '500000.0')))
    expect(problem).toMatchObject({
      code: 'crs-contradicted',
      values: { parameter: 'false easting', says: 500000, expected: 300000 },
    })
  })

  test('axes the wrong way round in Syria are suspected aloud, and read as they stand', async () => {
    const layer = await layerOf(polygon(square(33.47, 36.28, 0.03), wgs84Prj))
    expect(layer.features.shapes.coordinates[0]).toBe(33.47)
    expect(codesOf(layer)).toContain('axes-perhaps-swapped')
    expect(codesOf(await layerOf(polygon(damascus, wgs84Prj)))).toEqual([])
    expect(codesOf(await layerOf(polygon(square(13.4, 52.5, 0.1), wgs84Prj)))).toEqual([])
  })

  test('ground outside the system’s area of use', async () => {
    expect(codesOf(await layerOf(polygon(square(900_000, 900_000, 1000), syriaLambert)))).toContain(
      'outside-area-of-use',
    )
  })

  test.each([
    ['Syria Lambert', 'EPSG:22770', 210, 170],
    ['UTM', 'EPSG:32637', 247, 3_706],
    ['the Israeli grid', 'EPSG:2039', 219, 626],
    ['a system that the EPSG data set has', 'EPSG:32237', 247, 3_706],
  ])('kilometres declared as metres of %s', async (_, crs, x, y) => {
    const notesOf = async (side: number, scale: number) => {
      const files = shapefile('a', { shp: polygonShp([[square(x * scale, y * scale, side)]]), dbf: textTable(['a']) })
      return (await layerOf(files, { crs })).notes
    }
    const notes = await notesOf(1, 1)
    const reported = notes.find(({ code }) => code === 'metres-perhaps-kilometres')
    expect(reported?.values).toMatchObject({ value: `[${x}, ${y}]`, crs: expect.stringContaining(crs) as string })
    expect(reported?.message).toContain('multiply them by 1000')
    expect(codesOf({ notes })).not.toContain('outside-area-of-use')
    expect(codesOf({ notes: await notesOf(1_000, 1_000) })).not.toContain('metres-perhaps-kilometres')
  })

  test('single wild points of a shapefile, which are left out', async () => {
    const points = [...Array.from({ length: 20 }, (_, i) => [36 + i / 100, 33] as const), [4e5, 3e6] as const]
    const layer = await layerOf(
      shapefile('a', { shp: pointShp(points), dbf: textTable(points.map(() => 'x')), prj: wgs84Prj }),
    )
    expect(layer.features.attributes).toHaveLength(21)
    expect(layer.features.shapes.polygonFeature).toHaveLength(20)
    expect(layer.notes.find(({ code }) => code === 'positions-left-out')?.feature).toBe(21)
  })
})

test('a file of a format that nobody reads is refused with the formats that are', async () => {
  expect(await refusalOf([named('plan.blend', 'BLENDER-v306')])).toMatchObject({
    code: 'file-format-unknown',
    values: { file: 'plan.blend' },
  })
})
