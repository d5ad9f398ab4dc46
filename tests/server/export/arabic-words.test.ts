import { expect, test } from 'vitest'
import { ar } from '../../../core/i18n/ar/index.ts'
import { bundledIds } from '../../data/bundled-study.ts'
import type { OpenStudy } from '../../../server/store/open-study.ts'
import { opened, reportTexts, sheetTexts, tableTexts } from './texts-of-outputs.ts'
import { isCode, isReference, latinWords } from './latin-words.ts'

/** Members of a study's or a layout's record, options of the command line, endings of files, words of a filter, tables of a GeoPackage: what a reader has to write so. */
const written = new Set(
  'layers sources date from to value low high class party plan areaFrom multiples pages studies show YYYY-MM-DD port host workspace positions import-limit task-limit token Authorization Bearer lon lat dbf shx shp cpg xlsx IN IS NULL AND OR NOT DATE check gpkg_contents BaseMaps'.split(
    ' ',
  ),
)

/** Words that the study's own Arabic texts write in Latin letters: sites of publishers, institutes. */
function ownWords({ study }: OpenStudy): string[] {
  const texts = [...JSON.stringify(study).matchAll(/"ar":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text!)
  return texts.filter((text) => !/^[a-z_]+$/.test(text)).flatMap((text) => latinWords(text))
}

const besides = async (id: string): Promise<OpenStudy[]> => [await opened(id === 'jobar' ? 'darayya' : 'jobar')]

const found = (texts: readonly string[], allowed: ReadonlySet<string>): string[] =>
  texts
    .filter((text) => !isReference(text))
    .flatMap((text) => latinWords(text, allowed).map((word) => `${word}: ${text}`))

test('the Arabic catalogue has no word in Latin letters but names', () => {
  const messages = Object.entries(ar).map(([key, text]) => `${key} ⟶ ${text}`)
  const bare = (text: string): string =>
    text.replace(/^.*? ⟶ /, '').replaceAll(/\{\w+, plural,|\b(?:zero|one|two|few|many|other) \{|\{\w+\}/g, ' ')
  expect(messages.flatMap((text) => latinWords(bare(text), written).map((word) => `${word}: ${text}`))).toEqual([])
})

test('a foreign word in an Arabic text is found', () => {
  expect(latinWords('من غير مغطى إلى ISIS, some sources (3 من 4)')).toEqual(['ISIS', 'some', 'sources'])
  expect(latinWords('عنب بلدي، https://enabbaladi.net/216616، EPSG:4326 على WGS 84 (20 م)')).toEqual([])
})

test.each(bundledIds)(
  'the Arabic sheet, report, workbook and CSV of %s have no word in Latin letters but names and codes',
  async (id) => {
    const [study, others] = [await opened(id), await besides(id)]
    const allowed = new Set([study, ...others].flatMap(ownWords))
    const report = await reportTexts(study, others, 'ar')
    // Marks such as [1] [2] are parted by a comma of their script, or they run from the left and lose their brackets.
    expect(report.filter((text) => /\d\] \[\d/.test(text))).toEqual([])
    expect({
      sheet: found(
        (await sheetTexts(study, 'ar')).filter((text) => !/^[A-Z]{3}_\w+/.test(text)),
        allowed,
      ),
      report: found(report, new Set([...allowed, study.study.id, others[0]!.study.id])),
      tables: found(
        (await tableTexts(study, others, 'ar')).filter((cell) => !isCode(cell.replace(/^"(.*)"$/, '$1'))),
        allowed,
      ),
    }).toEqual({ sheet: [], report: [], tables: [] })
  },
)
