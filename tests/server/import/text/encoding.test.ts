import { describe, expect, test } from 'vitest'
import { decoderOf, encodingNamed } from '../../../../server/import/text/code-pages.ts'
import { pointShp, shapefile, textTable, wgs84Prj } from '../made-files.ts'
import { layerOf, refusalOf } from '../reading.ts'

const places = [
  'القدم',
  'العسالي',
  'حي التضامن',
  'مخيم اليرموك',
  'الحجر الأسود',
  'داريا',
  'كفر سوسة',
  'نهر عيشة',
  'بابيلا',
  'المزة بساتين',
]
const french = ['Évacuation de la Côte', 'café fermé', 'Zone agricole', 'bâtiment détruit', 'Ñandú', 'Nord']

/** Text in an encoding that `TextDecoder` or our own tables can read, by searching each character's byte. */
function encoded(texts: readonly string[], encoding: string): Uint8Array[] {
  if (encoding === 'utf-8') return texts.map((text) => new TextEncoder().encode(text))
  const decode = decoderOf(encoding)!
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decode(Uint8Array.of(byte)), byte] as const).toReversed(),
  )
  return texts.map((text) => Uint8Array.from(text, (c) => byteOf.get(c) ?? 0x3f))
}

async function read(
  texts: readonly string[],
  encoding: string,
  parts: { cpg?: string; languageByte?: number; requested?: string } = {},
) {
  const table = textTable(encoded(texts, encoding), parts.languageByte)
  const shp = pointShp(texts.map((_, i) => [36 + i / 100, 33]))
  const files = shapefile('a', {
    shp,
    dbf: table,
    prj: wgs84Prj,
    ...(parts.cpg === undefined ? {} : { cpg: parts.cpg }),
  })
  const layer = await layerOf(files, parts.requested === undefined ? {} : { encoding: parts.requested })
  const about = layer.notes.filter(({ code }) => /^(encoding|cpg)/.test(code)).map(({ code }) => code)
  return { encoding: layer.encoding, texts: layer.features.attributes.map((row) => row['NAME']), about }
}

describe('Arabic that says nothing of its encoding', () => {
  test.each(['utf-8', 'windows-1256', 'iso-8859-6', 'cp720'])('is read in %s', async (encoding) => {
    expect(await read(places, encoding)).toEqual({ encoding, texts: places, about: ['encoding-detected'] })
  })

  test('is read from a single word', async () => {
    for (const word of places) expect((await read([word], 'windows-1256')).texts).toEqual([word])
  })

  test('is read beside Latin words', async () => {
    const mixed = places.map((place, i) => `Zone ${i} ${place}`)
    for (const encoding of ['windows-1256', 'iso-8859-6', 'cp720']) {
      expect((await read(mixed, encoding)).texts).toEqual(mixed)
    }
  })
})

test('French is not taken for Arabic', async () => {
  expect(await read(french, 'windows-1252')).toMatchObject({ texts: french, encoding: 'windows-1252' })
  const noCapitals = french.slice(1, 4)
  expect((await read(noCapitals, 'cp850')).texts).toEqual(noCapitals)
})

test('plain ASCII needs no note', async () => {
  expect(await read(['Qadam', 'Asali'], 'utf-8')).toEqual({ encoding: 'utf-8', texts: ['Qadam', 'Asali'], about: [] })
})

describe('what is stated is believed in order', () => {
  test.each(['88596', 'ISO 88596', 'ISO-8859-6', 'iso8859_6', '28596'])('a .cpg of %s', async (cpg) => {
    expect(await read(places, 'iso-8859-6', { cpg })).toEqual({ encoding: 'iso-8859-6', texts: places, about: [] })
  })
  test.each(['1256', 'ANSI 1256', 'CP1256', 'windows-1256', 'Windows 1256\r\n', '\uFEFF1256'])(
    'a .cpg of %j',
    async (cpg) => {
      expect(await read(places, 'windows-1256', { cpg })).toEqual({
        encoding: 'windows-1256',
        texts: places,
        about: [],
      })
    },
  )
  test('the language byte where there is no .cpg', async () => {
    expect(await read(places, 'windows-1256', { languageByte: 0x7e })).toEqual({
      encoding: 'windows-1256',
      texts: places,
      about: [],
    })
  })
  test('the .cpg before the language byte', async () => {
    expect(await read(places, 'utf-8', { cpg: 'UTF-8', languageByte: 0x7e })).toEqual({
      encoding: 'utf-8',
      texts: places,
      about: [],
    })
  })
  test('the user before both', async () => {
    const { encoding, about } = await read(places, 'windows-1256', { cpg: '1256', requested: 'ISO-8859-6' })
    expect([encoding, about]).toEqual(['iso-8859-6', ['encoding-overridden']])
  })
})

describe('what is stated wrongly gives way', () => {
  test('to detection where the bytes are no UTF-8', async () => {
    expect(await read(places, 'windows-1256', { cpg: 'UTF-8' })).toEqual({
      encoding: 'windows-1256',
      texts: places,
      about: ['encoding-contradicted'],
    })
  })
  test('to UTF-8 where the text is sound UTF-8', async () => {
    expect(await read(places, 'utf-8', { languageByte: 0x7e })).toEqual({
      encoding: 'utf-8',
      texts: places,
      about: ['encoding-contradicted'],
    })
  })
  test('to detection where the .cpg is a page of HTML', async () => {
    expect(await read(places, 'windows-1256', { cpg: '<!DOCTYPE html><html>' })).toEqual({
      encoding: 'windows-1256',
      texts: places,
      about: ['cpg-unreadable', 'encoding-detected'],
    })
  })
})

test('an encoding that nobody knows is refused', async () => {
  const files = shapefile('a', { shp: pointShp([[36, 33]]), dbf: textTable(['a']) })
  expect(await refusalOf(files, { encoding: 'klingon' })).toMatchObject({
    code: 'encoding-unknown',
    values: { encoding: 'klingon' },
  })
})

test('names of encodings are understood as people write them', () => {
  const names = {
    'OEM 720': 'cp720',
    ibm864: 'cp864',
    'DOS 720': 'cp720',
    UTF8: 'utf-8',
    '65001': 'utf-8',
    'ANSI 1252': 'windows-1252',
    'CP 1251': 'windows-1251',
    'ISO-8859-1': 'iso-8859-1',
    latin1: 'iso-8859-1',
  }
  for (const [text, encoding] of Object.entries(names)) expect([text, encodingNamed(text)]).toEqual([text, encoding])
  for (const text of ['', '12', 'SYSTEM!', '<html>', '99999']) expect(encodingNamed(text)).toBeNull()
})
