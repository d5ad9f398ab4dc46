import { assert, constantFrom, property, stringMatching } from 'fast-check'
import { expect, test } from 'vitest'
import { decoderOf } from '../../../../server/import/text/code-pages.ts'
import { twiceEncoded } from '../../../../server/import/text/twice-encoded.ts'
import { named } from '../made-files.ts'
import { codesOf, layerOf } from '../reading.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
/** UTF-8 as a program reads it that takes it for a code page; places that this leaves open stay controls. */
const misread = (text: string, encoding: string): string => new TextDecoder(encoding).decode(bytes(text))
const notesOn = (...values: string[]) =>
  twiceEncoded(
    'a.dbf',
    values.map((name) => ({ name })),
  )

const meant = ['حلب', 'مخيم اليرموك', 'داريا الغربية', 'şişli', 'Évacuation', 'Ярмук', 'ירושלים']

test.each(['windows-1252', 'windows-1256'])('UTF-8 that was read as %s is told of, with what was meant', (encoding) => {
  for (const text of ['حلب', 'مخيم اليرموك', 'داريا الغربية', 'Ярмук']) {
    expect(notesOn('plain', misread(text, encoding))).toMatchObject([
      { code: 'text-twice-encoded', values: { encoding, count: 1, fields: 'name', meant: text } },
    ])
  }
})

test('what is written right is left alone, in any language', () => {
  expect(
    notesOn(...meant, 'Ñandú', 'Ça va', 'São Paulo', '12° 30′', 'ب، ت، ث، ج؟', 'گؤشت، ژیان، چای', 'café «bar»'),
  ).toEqual([])
})

test('a letter that the width of a field cut is no reason not to tell', () => {
  const text = misread('مخيم اليرموك', 'windows-1252')
  expect(notesOn(text.slice(0, -1))[0]?.values).toMatchObject({ count: 1, meant: 'مخيم اليرمو' })
})

test('any text of Arabic letters is left alone as it is and told of as it was misread', () => {
  const words = stringMatching(/^[\u0621-\u063a\u0641-\u064a]{4,12}( [\u0621-\u063a\u0641-\u064a]{2,8})?$/)
  assert(
    property(words, constantFrom('windows-1252', 'windows-1256'), (text, encoding) => {
      expect(notesOn(text)).toEqual([])
      expect(notesOn(misread(text, encoding))[0]?.values).toMatchObject({ meant: text })
    }),
    { seed: 16, numRuns: 300 },
  )
})

test('a layer keeps its text as it is, with the note', async () => {
  const name = misread('حلب', 'windows-1252')
  const feature = { type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [36.3, 33.5] } }
  const layer = await layerOf([named('a.geojson', JSON.stringify(feature))])
  expect(codesOf(layer)).toContain('text-twice-encoded')
  expect(layer.features.attributes[0]).toEqual({ name })
  expect(decoderOf('windows-1252')!(Uint8Array.of(0xd8))).toBe('Ø')
})
