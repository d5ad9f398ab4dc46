import { expect, test } from 'vitest'
import { recognisePrj } from '../../../core/crs/recognise.ts'
import { projTexts } from './proj-texts.ts'

const textOf = (code: string) => projTexts.find(([of]) => of === code)![1]
const codeOf = (text: string) => {
  const seen = recognisePrj(text)
  return seen.kind === 'known' ? seen.system.code : seen.kind
}

test.each(projTexts)('%s is recognised in WKT2 by its name and its parameters', (code, text) => {
  expect(codeOf(text)).toBe(code)
  if (text.startsWith('PROJCRS') && code !== 'EPSG:3857') {
    expect(codeOf(text.replace(/^PROJCRS\["[^"]*"/, 'PROJCRS["Survey of 1978"'))).toBe(code)
  }
})

test.each(projTexts.filter(([, text]) => text.includes('"False easting",')))(
  '%s with another false easting is a contradiction',
  (_, text) => {
    const other = text.replace(
      /"False easting",([-\d.]+)/,
      (_, easting: string) => `"False easting",${Number(easting) + 1}`,
    )
    expect(recognisePrj(other)).toMatchObject({ kind: 'contradiction', parameter: 'false easting' })
  },
)

test('a text with a step to WGS 84 and one with heights are read for their horizontal system', () => {
  const lambert = textOf('EPSG:22770')
  const bound = `BOUNDCRS[SOURCECRS[${lambert}],TARGETCRS[${textOf('EPSG:4326')}],ABRIDGEDTRANSFORMATION["x",METHOD["y"]]]`
  expect(codeOf(bound)).toBe('EPSG:22770')
  const heights = 'VERTCRS["EGM96 height",VDATUM["EGM96"],CS[vertical,1],AXIS["up",up,LENGTHUNIT["metre",1]]]'
  expect(codeOf(`COMPOUNDCRS["with heights",${lambert},${heights}]`)).toBe('EPSG:22770')
})

test('feet, kilometres and grads of a text are taken for what they are', () => {
  const inFeet = textOf('EPSG:32637')
    .replace('37N"', '37N in feet"')
    .replaceAll(/(AXIS\[.*?)LENGTHUNIT\["metre",1\]/g, '$1LENGTHUNIT["foot",0.3048]')
    .replace('"False easting",500000,LENGTHUNIT["metre",1]', '"False easting",500,LENGTHUNIT["kilometre",1000]')
    .replace('39,ANGLEUNIT["degree",0.0174532925199433]', '43.33333333333333,ANGLEUNIT["grad",0.015707963267948967]')
  const seen = recognisePrj(inFeet)
  if (seen.kind !== 'known') throw new Error(seen.kind)
  expect(seen.system).toMatchObject({ unitM: 0.3048, method: 'tmerc', code: 'WGS 84 / UTM zone 37N in feet' })
  expect(seen.system.parameters.x0).toBeCloseTo(500_000, 6)
  expect(seen.system.parameters.lon0).toBeCloseTo(39, 9)
})

test('degrees on an undefined datum are a question', () => {
  const undefinedText =
    'GEOGCRS["Undefined geographic SRS",DATUM["unknown",ELLIPSOID["unknown",6378137,298.257223563,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],CS[ellipsoidal,2],AXIS["latitude",north,ANGLEUNIT["degree",0.0174532925199433]],AXIS["longitude",east,ANGLEUNIT["degree",0.0174532925199433]]]'
  expect(codeOf(undefinedText)).toBe('open-datum')
})

test.each([
  ['axes that run west', textOf('EPSG:32637').replace('"(E)",east', '"(W)",west')],
  ['axes of two units', textOf('EPSG:32637').replace(/LENGTHUNIT\["metre",1\]\]\]$/, 'LENGTHUNIT["foot",0.3048]]]')],
  [
    'a geocentric system',
    'GEODCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]],CS[Cartesian,3],AXIS["x",geocentricX],AXIS["y",geocentricY]]',
  ],
  [
    'an engineering system',
    'ENGCRS["Site",EDATUM["Site"],CS[Cartesian,2],AXIS["x",east],AXIS["y",north],LENGTHUNIT["metre",1]]',
  ],
  ['a rotated pole', `GEOGCRS["rotated",BASE${textOf('EPSG:4326')},DERIVINGCONVERSION["pole",METHOD["x"]]]`],
  [
    'a projection that we do not have',
    textOf('EPSG:32637')
      .replace(/^PROJCRS\["[^"]*"/, 'PROJCRS["a"')
      .replace('METHOD["Transverse Mercator"', 'METHOD["Transverse Mercator (South Orientated)"'),
  ],
])('%s is unknown', (_, text) => expect(codeOf(text)).toBe('unknown'))
