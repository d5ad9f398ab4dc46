import type { Extent } from '../geometry/shapes.ts'
import { allDatums, datums, spelling, type Datum } from './datums.ts'
import { noParameters, type CoordinateSystem, type Method, type ProjectionParameters } from './system.ts'

const usSurveyFootM = 1200 / 3937

function projected(
  code: number,
  name: string,
  esriName: string,
  datum: Datum,
  method: Method,
  parameters: Partial<ProjectionParameters>,
  area: Extent,
  unitM = 1,
): CoordinateSystem {
  return {
    code: `EPSG:${code}`,
    name,
    spellings: [spelling(name), spelling(esriName)],
    datum,
    method,
    parameters: { ...noParameters, ...parameters },
    unitM,
    area,
  }
}

function utm(
  code: number,
  zone: number,
  datum: Datum,
  label: string,
  esri: string,
  area: Extent,
  y0 = 0,
): CoordinateSystem {
  const zoneName = `${zone}${y0 === 0 ? 'N' : 'S'}`
  const parameters = { lon0: zone * 6 - 183, k0: 0.9996, x0: 500_000, y0 }
  return projected(
    code,
    `${label} / UTM zone ${zoneName}`,
    `${esri}_UTM_Zone_${zoneName}`,
    datum,
    'tmerc',
    parameters,
    area,
  )
}

function utmWgs84(zone: number, south: boolean): CoordinateSystem {
  const west = zone * 6 - 186
  const area: Extent = south ? [west, -80, west + 6, 0] : [west, 0, west + 6, 84]
  return utm((south ? 32700 : 32600) + zone, zone, datums.wgs84, 'WGS 84', 'WGS_1984', area, south ? 10_000_000 : 0)
}

const threeDegreeBelt = (code: number, lon0: number, datum: Datum, label: string, esri: string, area: Extent) =>
  projected(code, `${label} / TM${lon0}`, `${esri}_TM${lon0}`, datum, 'tmerc', { lon0, x0: 500_000 }, area)

const turkishBelts: readonly (readonly [lon0: number, area: Extent])[] = [
  [27, [25.62, 36.5, 28.5, 42.11]],
  [30, [28.5, 36.06, 31.5, 41.46]],
  [33, [31.5, 35.97, 34.5, 42.07]],
  [36, [34.5, 35.81, 37.5, 42.15]],
  [39, [37.5, 36.66, 40.5, 41.19]],
  [42, [40.5, 37.02, 43.5, 41.6]],
  [45, [43.5, 36.97, 44.83, 41.02]],
]

const geographic = (datum: Datum): CoordinateSystem => {
  const name = datum === datums.wgs84 ? 'WGS 84' : datum.name
  return {
    code: datum.geographicCode,
    name,
    spellings: [...datum.spellings, ...datum.spellings.map((s) => `gcs${s}`)],
    datum,
    method: 'longlat',
    parameters: noParameters,
    unitM: 1,
    area: datum.area,
  }
}

const syria: Extent = [35.04, 32.31, 42.38, 37.3]
const palestineOrigin = { lat0: 31.7340969444444, lon0: 35.2120805555556, x0: 170251.555 }
const iraqZones: readonly Extent[] = [
  [38.79, 31.14, 42, 36.75],
  [42, 29.06, 48, 37.39],
  [48, 29.6, 48.75, 31],
]

/** WGS 84 longitude and latitude: what everything is brought to. */
export const wgs84 = geographic(datums.wgs84)

/**
 * The systems that we know by themselves. Parameters and areas of use are those of the EPSG data set; the second name
 * is ESRI's. A system outside this list is taken from its `.prj` where projection and datum are beyond doubt.
 */
export const systems: readonly CoordinateSystem[] = [
  wgs84,
  { ...wgs84, code: 'OGC:CRS84', name: 'WGS 84 (CRS84)', spellings: ['crs84', 'wgs84crs84'] },
  ...allDatums.filter((datum) => datum !== datums.wgs84).map(geographic),
  projected(
    3857,
    'WGS 84 / Pseudo-Mercator',
    'WGS_1984_Web_Mercator_Auxiliary_Sphere',
    datums.wgs84,
    'webmerc',
    {},
    [-180, -85.06, 180, 85.06],
  ),
  projected(3395, 'WGS 84 / World Mercator', 'WGS_1984_World_Mercator', datums.wgs84, 'merc', {}, [-180, -80, 180, 84]),
  ...Array.from({ length: 60 }, (_, i) => utmWgs84(i + 1, false)),
  ...Array.from({ length: 60 }, (_, i) => utmWgs84(i + 1, true)),
  projected(
    22770,
    'Deir ez Zor / Syria Lambert',
    'Deir_ez_Zor_Syria_Lambert',
    datums.deirEzZor,
    'lcc',
    { lat0: 34.65, lat1: 34.65, lat2: 34.65, lon0: 37.35, k0: 0.9996256, x0: 300_000, y0: 300_000 },
    syria,
  ),
  projected(
    22780,
    'Deir ez Zor / Levant Stereographic',
    'Deir_ez_Zor_Levant_Stereographic',
    datums.deirEzZor,
    'sterea',
    { lat0: 34.2, lon0: 39.15, k0: 0.9995341 },
    syria,
  ),
  projected(
    22700,
    'Deir ez Zor / Levant Zone',
    'Deir_ez_Zor_Levant_Zone',
    datums.deirEzZor,
    'lcca',
    { lat0: 34.65, lon0: 37.35, k0: 0.9996256, x0: 300_000, y0: 300_000 },
    syria,
  ),
  projected(
    28191,
    'Palestine 1923 / Palestine Grid',
    'Palestine_1923_Palestine_Grid',
    datums.palestine1923,
    'cass',
    { ...palestineOrigin, y0: 126867.909 },
    [34.17, 29.18, 39.31, 33.38],
  ),
  projected(
    28192,
    'Palestine 1923 / Palestine Belt',
    'Palestine_1923_Palestine_Belt',
    datums.palestine1923,
    'tmerc',
    { ...palestineOrigin, y0: 1126867.909 },
    [34.17, 29.18, 39.31, 33.38],
  ),
  projected(
    28193,
    'Palestine 1923 / Israeli CS Grid',
    'Palestine_1923_Israel_CS_Grid',
    datums.palestine1923,
    'cass',
    { ...palestineOrigin, y0: 1126867.909 },
    [34.17, 29.45, 35.69, 33.28],
  ),
  projected(
    2039,
    'Israel 1993 / Israeli TM Grid',
    'Israel_TM_Grid',
    datums.israel1993,
    'tmerc',
    { lat0: 31.7343936111111, lon0: 35.2045169444444, k0: 1.0000067, x0: 219529.584, y0: 626907.39 },
    [34.17, 29.45, 35.69, 33.28],
  ),
  projected(
    3066,
    'ED50 / Jordan TM',
    'ED_1950_Jordan_TM',
    datums.ed50,
    'tmerc',
    { lon0: 37, k0: 0.9998, x0: 500_000, y0: -3_000_000 },
    [34.88, 29.18, 39.31, 33.38],
  ),
  ...turkishBelts.map(([lon0, area], i) => threeDegreeBelt(5253 + i, lon0, datums.turef, 'TUREF', 'TUREF', area)),
  ...turkishBelts.map(([lon0, area], i) => threeDegreeBelt(2319 + i, lon0, datums.ed50, 'ED50', 'ED_1950', area)),
  utm(23035, 35, datums.ed50, 'ED50', 'ED_1950', [24, 25.71, 30.01, 84.73]),
  utm(23036, 36, datums.ed50, 'ED50', 'ED_1950', [30, 29.19, 36, 84.7]),
  utm(23037, 37, datums.ed50, 'ED50', 'ED_1950', [36, 29.18, 42, 79.07]),
  utm(23038, 38, datums.ed50, 'ED50', 'ED_1950', [42, 36.97, 44.83, 41.6]),
  ...iraqZones.map((area, i) => utm(3890 + i, 37 + i, datums.igrs, 'IGRS', 'IGRS', area)),
  ...iraqZones.map((area, i) =>
    utm(3391 + i, 37 + i, datums.karbala1979, 'Karbala 1979', 'Karbala_1979_Polservice', area),
  ),
  ...iraqZones.map((area, i) => utm(7005 + i, 37 + i, datums.nahrwan1934, 'Nahrwan 1934', 'Nahrwan_1934', area)),
  projected(
    3893,
    'ED50 / Iraq National Grid',
    'ED_1950_Iraq_National_Grid',
    datums.ed50,
    'tmerc',
    { lat0: 29.0262683333333, lon0: 46.5, k0: 0.9994, x0: 800_000 },
    [38.79, 29.06, 48.61, 37.39],
  ),
  projected(
    3394,
    'Nahrwan 1934 / Iraq zone',
    'Nahrwan_1934_Iraq_Zone',
    datums.nahrwan1934,
    'lcc',
    { lat0: 32.5, lat1: 32.5, lat2: 32.5, lon0: 45, k0: 0.9987864078, x0: 1_500_000, y0: 1_166_200 },
    [38.79, 29.06, 51.06, 37.39],
  ),
  utm(20436, 36, datums.ainElAbd, 'Ain el Abd', 'Ain_el_Abd', [34.51, 26.82, 36, 29.38]),
  utm(20437, 37, datums.ainElAbd, 'Ain el Abd', 'Ain_el_Abd', [36, 16.59, 42, 32.16]),
  utm(20438, 38, datums.ainElAbd, 'Ain el Abd', 'Ain_el_Abd', [42, 16.37, 48.01, 31.15]),
  projected(
    22991,
    'Egypt 1907 / Blue Belt',
    'Egypt_Blue_Belt',
    datums.egypt1907,
    'tmerc',
    { lat0: 30, lon0: 35, x0: 300_000, y0: 1_100_000 },
    [33, 21.97, 36.95, 31.36],
  ),
  projected(
    22992,
    'Egypt 1907 / Red Belt',
    'Egypt_Red_Belt',
    datums.egypt1907,
    'tmerc',
    { lat0: 30, lon0: 31, x0: 615_000, y0: 810_000 },
    [29, 21.99, 34.27, 33.82],
  ),
  projected(
    22993,
    'Egypt 1907 / Purple Belt',
    'Egypt_Purple_Belt',
    datums.egypt1907,
    'tmerc',
    { lat0: 30, lon0: 27, x0: 700_000, y0: 200_000 },
    [24.7, 28.18, 29, 31.68],
  ),
  projected(
    2227,
    'NAD83 / California zone 3 (ftUS)',
    'NAD_1983_StatePlane_California_III_FIPS_0403_Feet',
    datums.nad83,
    'lcc',
    {
      lat0: 36.5,
      lon0: -120.5,
      lat1: 38.4333333333333,
      lat2: 37.0666666666667,
      x0: 2000000.0001016,
      y0: 500000.0001016,
    },
    [-123.02, 36.73, -117.83, 38.71],
    usSurveyFootM,
  ),
]

const byCode = new Map(systems.map((system) => [system.code, system]))
const otherCodes: Readonly<Record<string, string>> = {
  'EPSG:900913': 'EPSG:3857',
  'ESRI:102100': 'EPSG:3857',
  'ESRI:102113': 'EPSG:3857',
  'EPSG:102100': 'EPSG:3857',
  'EPSG:3785': 'EPSG:3857',
  CRS84: 'OGC:CRS84',
  'OGC:84': 'OGC:CRS84',
  WGS84: 'EPSG:4326',
}

/**
 * A code as people and files write it ("EPSG:22770", "22770", "epsg 22770", "urn:ogc:def:crs:EPSG::22770",
 * "http://www.opengis.net/def/crs/OGC/1.3/CRS84"), written the one way: "EPSG:22770"; `null` where it is none.
 */
export function codeNamed(code: string): string | null {
  const text = code.trim()
  const uri = /(?:crs[:/])(EPSG|OGC|ESRI)[:/][^:/]*[:/](\w+)$/i.exec(text)
  const plain = /^(?:(EPSG|ESRI|OGC)[\s:]*)?(\w+)$/i.exec(text)
  const [, authority, value] = uri ?? plain ?? []
  if (value === undefined) return null
  const by = authority ?? (/^\d+$/.test(value) ? 'EPSG' : '')
  return `${by}:${value}`.replace(/^:/, '').toUpperCase()
}

/** The system of a code, however it is written; `null` where we do not know it by ourselves. */
export function systemByCode(code: string): CoordinateSystem | null {
  const named = codeNamed(code)
  return named === null ? null : (byCode.get(otherCodes[named] ?? named) ?? null)
}
