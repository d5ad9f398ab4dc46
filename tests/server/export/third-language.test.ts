import { beforeAll, expect, test, vi } from 'vitest'
import { loadEveryLanguage } from '../../../core/i18n/catalogues.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import type { OpenStudy } from '../../../server/store/open-study.ts'
import { readLayerFeatures } from '../../../server/store/layer-features.ts'
import { isCode, isReference, latinWords } from './latin-words.ts'
import { opened, reportTexts, sheetTexts, tableTexts } from './texts-of-outputs.ts'

// The languages that were loaded before this file are not those that it speaks of.
vi.hoisted(() => vi.resetModules())

/** A language made of the English one: every letter of its messages is ж, so that what is not a message stands out. */
vi.mock('../../../core/i18n/languages.ts', async (original) => {
  const known = await original<typeof import('../../../core/i18n/languages.ts')>()
  const masked = (message: string): string =>
    message
      .split(/(\{\w+, plural,|(?:=\d|\b(?:one|other)) \{|\{\w+\})/)
      .map((piece, i) => (i % 2 === 0 ? piece.replaceAll(/\p{Script=Latin}/gu, 'ж') : piece))
      .join('')
  const english = await known.languages.en.messages()
  const messages = () =>
    Promise.resolve(Object.fromEntries(Object.entries(english).map(([key, message]) => [key, masked(message)])))
  const languages = { ...known.languages, eo: { ...known.languages.en, name: 'Esperanto', locale: 'eo', messages } }
  return { ...known, languages, languageCodes: Object.keys(languages) }
})

const third = 'eo' as Language
beforeAll(loadEveryLanguage)

/** Words of the study's own texts, which are in English where they are in no other language, and of its features. */
async function ownWords({ study, paths }: OpenStudy): Promise<string[]> {
  const features = await readLayerFeatures(study, study.layers, paths)
  if (!features.ok) throw new Error(features.problem.code)
  const values = [...features.value.values()].flatMap((own) => own.attributes)
  return textsWithin([study, values]).flatMap((text) => latinWords(text))
}

const textsWithin = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(textsWithin)
      : []

/** What Intl puts between words in Esperanto, and cities of the small map of Syria. */
const names = ['kaj', 'Homs', 'Deir', 'ez-Zor']

test('a language is its messages and a line', () => {
  expect(translate(third, 'by.same-sources', { count: 1, of: 2 })).toBe('жж 1 жж 2 жжжжжжж')
})

test('in a third language nothing of the English messages is left', { timeout: 300_000 }, async () => {
  const [study, other] = [await opened('basilia-city'), await opened('darayya')]
  const allowed = new Set([...names, ...(await ownWords(study)), ...(await ownWords(other))])
  const found = (texts: readonly string[]): string[] =>
    texts
      .filter((text) => !isReference(text) && !isCode(text.replace(/^"(.*)"$/, '$1')))
      .flatMap((text) => latinWords(text.replaceAll('\u200b', ''), allowed).map((word) => `${word}: ${text}`))
  expect({
    sheet: found(await sheetTexts(study, third)),
    report: found(await reportTexts(study, [other], third)),
    tables: found(await tableTexts(study, [other], third)),
  }).toEqual({ sheet: [], report: [], tables: [] })
})
