import type { Language } from '../../../core/i18n/languages.ts'
import { describeProblem } from '../../../core/result/problem.ts'
import type { Outcome } from '../../../core/result/outcome.ts'
import { measureStudy } from '../../../core/measure/measure.ts'
import { layoutOf } from '../../core/sheet/example-study.ts'
import { readLayerFeatures } from '../../../server/store/layer-features.ts'
import { makeExport } from '../../../server/usecases/make-export.ts'
import { writeReport } from '../../../server/usecases/make-report.ts'
import { openStudy, type OpenStudy } from '../../../server/store/open-study.ts'
import { keepAnswers } from '../../../server/workers/keep-answers.ts'
import { allWords } from '../../core/report/report-input.ts'
import { unzipped } from '../report/office-file.ts'
import { sheetsOf } from './first-sheet.ts'
import { usualExport } from './made-exports.ts'

const measuring = { draws: 100, seed: 1 }
/** What is drawn of a study is the same in every output, and drawn once. */
const work = { memo: keepAnswers() }

function had<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(describeProblem('en', outcome.problem))
  return outcome.value
}

export const opened = async (id: string): Promise<OpenStudy> => had(await openStudy(id))

/** All that stands on the sheets of a bundled study, a text a line. */
export async function sheetTexts({ study, paths }: OpenStudy, language: Language): Promise<string[]> {
  const features = had(await readLayerFeatures(study, study.layers, paths))
  const measurement = had(measureStudy(study, features, measuring, work))
  const sheets = sheetsOf({
    study,
    features,
    measurement,
    language,
    layout: layoutOf({ page: { paper: 'a3', orientation: 'landscape' } }),
  })
  return sheets.flatMap((svg) => textsIn(svg, /<(text|title|desc)\b[^>]*>(.*?)<\/\1>/gs))
}

/** The words of its report beside other studies, a text a line. */
export async function reportTexts(
  { study, paths }: OpenStudy,
  others: readonly OpenStudy[],
  language: Language,
): Promise<string[]> {
  const report = had(await writeReport({ study, paths, others, report: { language, measuring } }, work))
  return allWords(report).split('\n')
}

/** The cells of its workbook beside other studies, and of its CSV, by the name of the sheet. */
export async function tableTexts(
  { study, paths }: OpenStudy,
  others: readonly OpenStudy[],
  language: Language,
): Promise<string[]> {
  const features = had(await readLayerFeatures(study, study.layers, paths))
  const measurement = had(measureStudy(study, features, measuring, work))
  const make = async (format: 'csv' | 'xlsx') =>
    had(await makeExport({ study, paths, others, measurement, request: { ...usualExport, format, language } }, work))
      .bytes
  const files = await unzipped(Buffer.from(await make('xlsx')))
  const sheetNames = [
    ...files
      .get('xl/workbook.xml')!
      .toString('utf8')
      .matchAll(/<sheet name="([^"]*)"/g),
  ].map(([, name]) => name!)
  const cells = textsIn(files.get('xl/sharedStrings.xml')!.toString('utf8'), /<(t)\b[^>]*>(.*?)<\/\1>/gs)
  const csv = Buffer.from(await make('csv')).toString('utf8')
  return [...sheetNames, ...cells, ...csv.split(/[\r\n]+|,(?=(?:[^"]*"[^"]*")*[^"]*$)/)]
}

const textsIn = (xml: string, element: RegExp): string[] =>
  [...xml.matchAll(element)].map(([, , text]) =>
    text!
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  )
