import { expect, test } from 'vitest'
import { readPoints } from '../../../core/picture/read-points.ts'

const codeOf = (text: string): string | null => {
  const read = readPoints('p.points', text)
  return read.ok ? null : read.problem.code
}

test('CSV is read by the names of its columns, whatever their order and separator', () => {
  const expected = { points: [{ x: 1.5, y: 2, lon: 36.3, lat: 33.5 }], notes: [] }
  expect(readPoints('a.csv', '\uFEFFx,y,lon,lat\r\n1.5,2,36.3,33.5\r\n')).toEqual({ ok: true, value: expected })
  expect(readPoints('a.csv', 'name;lat;lon;y;x\n"mosque";33.5;36.3;2;1.5')).toEqual({ ok: true, value: expected })
})

const mercator =
  'PROJCRS["WGS 84 / Pseudo-Mercator",BASEGEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4326]],CONVERSION["Popular Visualisation Pseudo-Mercator",METHOD["Popular Visualisation Pseudo Mercator",ID["EPSG",1024]],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8801]],PARAMETER["Longitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8802]],PARAMETER["False easting",0,LENGTHUNIT["metre",1],ID["EPSG",8806]],PARAMETER["False northing",0,LENGTHUNIT["metre",1],ID["EPSG",8807]]],CS[Cartesian,2],AXIS["easting (X)",east,ORDER[1],LENGTHUNIT["metre",1]],AXIS["northing (Y)",north,ORDER[2],LENGTHUNIT["metre",1]],ID["EPSG",3857]]'

test('a .points file of QGIS counts downwards in negative numbers, and its first line names the system', () => {
  const text = `#CRS: ${mercator}
mapX,mapY,sourceX,sourceY,enable,dX,dY,residual
4040940.6,3961829.5,100.25,-200.5,1,0,0,0
4041000,3962000,10,-20,0,0,0,0
`
  const read = readPoints('map.points', text)
  if (!read.ok) throw new Error(read.problem.code)
  const [point, ...others] = read.value.points
  expect(others).toEqual([])
  expect(point).toMatchObject({ x: 100.25, y: 200.5 })
  expect(point!.lon).toBeCloseTo((4040940.6 / 6378137) * (180 / Math.PI), 9)
  expect(point!.lat).toBeCloseTo((Math.atan(Math.sinh(3961829.5 / 6378137)) * 180) / Math.PI, 9)
  expect(read.value.notes.map(({ code }) => code)).toEqual(['points-switched-off'])
})

test('a Syrian datum is shifted, not taken for WGS 84', () => {
  const of = (crs: string) => readPoints('a.points', `#CRS: ${crs}\nmapX,mapY,sourceX,sourceY,enable\n36.3,33.5,1,-1,1`)
  const [wgs84, deir] = [of('EPSG:4326'), of('EPSG:4227')]
  if (!wgs84.ok || !deir.ok) throw new Error('unread')
  const shiftM = (deir.value.points[0]!.lat - wgs84.value.points[0]!.lat) * 110_920
  expect(Math.abs(shiftM)).toBeGreaterThan(10)
})

test.each([
  ['points-without-columns', 'a,b\n1,2'],
  ['points-without-columns', ''],
  ['points-value-unreadable', 'x,y,lon,lat\n1,2,,33'],
  ['points-value-unreadable', 'x,y,lon,lat\n1,2,36°18,33'],
  ['point-not-on-earth', 'x,y,lon,lat\n1,2,4040940,3961829'],
  ['points-without-system', 'mapX,mapY,sourceX,sourceY,enable\n36,33,1,-1,1'],
  ['points-system-unknown', '#CRS: LOCAL_CS["mine"]\nmapX,mapY,sourceX,sourceY,enable\n36,33,1,-1,1'],
  ['points-invalid', 'x,y,lon,lat\n1e9,2,36,33'],
])('%s', (code, text) => {
  expect(codeOf(text)).toBe(code)
})
