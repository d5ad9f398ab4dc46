import { describe, expect, test } from 'vitest'
import { recognisePrj } from '../../../core/crs/recognise.ts'

const deirEzZor =
  'GEOGCS["GCS_Deir_ez_Zor",DATUM["D_Deir_ez_Zor",SPHEROID["Clarke_1880_IGN",6378249.2,293.466021293627]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
const syriaLambert = (name: string, eastingM = 300000) =>
  `PROJCS["${name}",${deirEzZor},PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",${eastingM}],PARAMETER["False_Northing",300000.0],PARAMETER["Central_Meridian",37.35],PARAMETER["Standard_Parallel_1",34.65],PARAMETER["Scale_Factor",0.9996256],PARAMETER["Latitude_Of_Origin",34.65],UNIT["Meter",1.0]]`
const levantStereographic = (method: string) =>
  `PROJCS["Deir_ez_Zor_Levant_Stereographic",${deirEzZor},PROJECTION["${method}"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",39.15],PARAMETER["Scale_Factor",0.9995341],PARAMETER["Latitude_Of_Origin",34.2],UNIT["Meter",1.0]]`
const nad83 =
  'GEOGCS["GCS_North_American_1983",DATUM["D_North_American_1983",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
const wgs84 =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'

const codeOf = (text: string) => {
  const seen = recognisePrj(text)
  return seen.kind === 'known' ? seen.system.code : seen.kind
}

describe('a .prj is recognised', () => {
  test.each([
    ['ESRI Syria Lambert', syriaLambert('Deir_ez_Zor_Syria_Lambert'), 'EPSG:22770'],
    ['Syria Lambert under a name of its own, by its parameters', syriaLambert('Cadastre_1978'), 'EPSG:22770'],
    [
      'GDAL Syria Lambert',
      'PROJCS["Deir ez Zor / Syria Lambert",GEOGCS["Deir ez Zor",DATUM["Deir_ez_Zor",SPHEROID["Clarke 1880 (IGN)",6378249.2,293.466021293627,AUTHORITY["EPSG","7011"]],AUTHORITY["EPSG","6227"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4227"]],PROJECTION["Lambert_Conformal_Conic_1SP"],PARAMETER["latitude_of_origin",34.65],PARAMETER["central_meridian",37.35],PARAMETER["scale_factor",0.9996256],PARAMETER["false_easting",300000],PARAMETER["false_northing",300000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","22770"]]',
      'EPSG:22770',
    ],
    ['ESRI Levant Stereographic', levantStereographic('Double_Stereographic'), 'EPSG:22780'],
    ['Levant Stereographic as plain Stereographic', levantStereographic('Stereographic'), 'EPSG:22780'],
    [
      'Levant Zone',
      `PROJCS["Deir_ez_Zor_Levant_Zone",${deirEzZor},PROJECTION["Lambert_Conic_Near-Conformal"],PARAMETER["Latitude of natural origin",34.65],PARAMETER["Longitude of natural origin",37.35],PARAMETER["Scale factor at natural origin",0.9996256],PARAMETER["False easting",300000.0],PARAMETER["False northing",300000.0],UNIT["Meter",1.0]]`,
      'EPSG:22700',
    ],
    [
      'Web Mercator',
      `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${wgs84},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`,
      'EPSG:3857',
    ],
    [
      'UTM 37N with spaces and line ends',
      `PROJCS["WGS 84 / UTM zone 37N",\n  ${wgs84},\n  PROJECTION["Transverse_Mercator"],\r\n PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",39],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]\n`,
      'EPSG:32637',
    ],
    [
      'California zone 3 in US survey feet',
      `PROJCS["NAD_1983_StatePlane_California_III_FIPS_0403_Feet",${nad83},PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",6561666.666666666],PARAMETER["False_Northing",1640416.666666667],PARAMETER["Central_Meridian",-120.5],PARAMETER["Standard_Parallel_1",37.06666666666667],PARAMETER["Standard_Parallel_2",38.43333333333333],PARAMETER["Latitude_Of_Origin",36.5],UNIT["Foot_US",0.304800609601219241]]`,
      'EPSG:2227',
    ],
    ['WGS 84 with a byte order mark', `\uFEFF${wgs84}`, 'EPSG:4326'],
  ])('%s', (_, text, code) => expect(codeOf(text)).toBe(code))
})

test('a system outside the registry is taken where projection and datum are beyond doubt, in metres whatever its unit', () => {
  const seen = recognisePrj(
    `PROJCS["Somewhere",${nad83},PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",1000.0],PARAMETER["Central_Meridian",-75.0],PARAMETER["Scale_Factor",0.9996],UNIT["Foot",0.3048]]`,
  )
  if (seen.kind !== 'known') throw new Error(seen.kind)
  expect(seen.system).toMatchObject({ code: 'Somewhere', method: 'tmerc', unitM: 0.3048 })
  expect(seen.system.parameters.x0).toBeCloseTo(304.8, 9)
  expect(seen.system.datum.operations[0]?.code).toBe('EPSG:1188')
})

test('a known name over other parameters is a contradiction that names them', () => {
  expect(recognisePrj(syriaLambert('Deir_ez_Zor_Syria_Lambert', 500000))).toMatchObject({
    kind: 'contradiction',
    parameter: 'false easting',
    says: 500000,
    expected: 300000,
  })
  expect(recognisePrj(syriaLambert('Deir_ez_Zor_Syria_Lambert').replaceAll('Deir_ez_Zor"', 'WGS_1984"'))).toMatchObject(
    { kind: 'contradiction', parameter: 'datum' },
  )
  expect(recognisePrj(wgs84.replace('298.257223563', '293.465'))).toMatchObject({
    kind: 'contradiction',
    parameter: 'inverse flattening',
  })
})

test('degrees on a datum that is left open are a question', () => {
  expect(
    recognisePrj(
      'GEOGCS["GCS_Undefined_geographic_SRS",DATUM["D_unknown",SPHEROID["unknown",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
    ).kind,
  ).toBe('open-datum')
})

test.each([
  ['a page of HTML', '<!DOCTYPE html><html><body>404</body></html>'],
  ['nothing', ''],
  ['a word', 'WGS84'],
  ['a local system', 'LOCAL_CS["Site grid",UNIT["Meter",1]]'],
  [
    'a system without a known projection',
    `PROJCS["Unknown",${wgs84},PROJECTION["Unknown Projection"],UNIT["Meter",1]]`,
  ],
  [
    'a system on a datum with regional operations only',
    'PROJCS["Beijing_1954_3_Degree_GK_CM_114E",GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245.0,298.3]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["Central_Meridian",114.0],UNIT["Meter",1.0]]',
  ],
  ['another prime meridian', wgs84.replace('PRIMEM["Greenwich",0.0]', 'PRIMEM["Paris",2.337229]')],
  ['brackets without an end', 'PROJCS['.repeat(5000)],
  ['text that breaks off', wgs84.slice(0, 80)],
])('%s is unknown', (_, text) => expect(recognisePrj(text).kind).toBe('unknown'))
