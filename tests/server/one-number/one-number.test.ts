import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerSentence } from '../../../core/answer/answer.ts'
import { claimedText, markedFigure } from '../../../core/format/claimed-text.ts'
import type { ClaimedFigure } from '../../../core/model/claimed-figure.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import { translate, type Language } from '../../../core/i18n/translate.ts'
import { claimedCounts } from '../../../core/sheet/claimed-rows.ts'
import { plainText, printedFigure, printedQuantities } from '../../printed-quantities.ts'
import { running, type Client } from '../http/running-server.ts'
import { textBy } from '../pdf-readers.ts'
import { unzipped } from '../report/office-file.ts'
import { numbersIn, rowsOfCsv, rowsOfSheet, rowsOfWord, standTogether, textOfMarkup } from './read-outputs.ts'

let client: Client
beforeAll(async () => {
  client = await running()
})
afterAll(() => client.stop())

/** The same few draws for every output: what is compared is how they are printed. */
const drawn = 'draws=100&seed=1&wait=600'
const columns = { en: ['row', 'areaM2', 'areaHa', 'shareOfPlan', 'lowM2', 'highM2', 'shareLow', 'shareHigh'] } as const

/** One study's measurement as the API gives it, and everything that is made of it in one language. */
async function outputsOf(id: string, language: Language) {
  const from = `/api/studies/${id}`
  const get = async (what: string): Promise<Buffer> => {
    const answer = await client.get(`${from}/${what}${what.includes('?') ? '&' : '?'}lang=${language}&${drawn}`)
    expect(answer.status, what).toBe(200)
    return answer.bytes
  }
  const study = (await client.get(from)).json as Study
  const measurement = (await client.get(`${from}/measurement?${drawn}`)).json as Measurement
  const word = await unzipped(await get('report.docx?with=none'))
  const csv = rowsOfCsv((await get('export.csv')).toString('utf8'))
  const english = language === 'en' ? csv : rowsOfCsv((await client.get(`${from}/export.csv?lang=en&${drawn}`)).text)
  const sheetPdf = await get('sheet.pdf')
  const reportPdf = await get('report.pdf?with=none')
  const workbook = await unzipped(await get('export.xlsx'))
  return {
    study,
    measurement,
    /** Where each column is: the columns stand in one order in both languages. */
    place: Object.fromEntries(columns.en.map((name) => [name, english[0]!.indexOf(name)])) as Record<
      (typeof columns.en)[number],
      number
    >,
    csv,
    xlsx: rowsOfSheet(workbook, translate(language, 'export.table.measurement')),
    svg: textOfMarkup((await get('sheet.svg')).toString('utf8')),
    word: rowsOfWord(word.get('word/document.xml')!.toString('utf8')),
    wordText: textOfMarkup(word.get('word/document.xml')!.toString('utf8')),
    sheetPdf: plainText(await textBy('pdfium', sheetPdf)),
    reportPdf: plainText(await textBy('pdfium', reportPdf)),
  }
}

const cases = (['basilia-city', 'jobar'] as const).flatMap((id) =>
  (['en', 'ar'] as const).map((language) => [id, language] as const),
)

describe.each(cases)('%s in %s', (id, language) => {
  let outputs: Awaited<ReturnType<typeof outputsOf>>
  let quantities: ReturnType<typeof printedQuantities>
  beforeAll(async () => {
    outputs = await outputsOf(id, language)
    quantities = printedQuantities(outputs.study, outputs.measurement, language)
  }, 600_000)

  test.each(['csv', 'xlsx'] as const)(
    '%s has every figure of the measurement, which rounds to what is printed',
    (format) => {
      const { place } = outputs
      const kinds = (['class', 'reading', 'multiple', 'uncovered'] as const).map((kind) =>
        translate(language, `sheet.row.${kind}`),
      )
      const rows = outputs[format].filter((row) => kinds.includes(row[place.row]!) && (row[place.areaM2] ?? '') !== '')
      const cell = (row: readonly string[], name: keyof typeof place): number => Number(row[place[name]])
      const found = rows.map((row) => {
        const interval = {
          low: cell(row, 'lowM2'),
          high: cell(row, 'highM2'),
          shareLow: cell(row, 'shareLow'),
          shareHigh: cell(row, 'shareHigh'),
        }
        expect(cell(row, 'areaHa')).toBe(cell(row, 'areaM2') / 10_000)
        return {
          row: row[place.row],
          ...printedFigure(cell(row, 'areaM2'), cell(row, 'shareOfPlan'), interval, language),
        }
      })
      expect(found).toEqual(
        quantities.map(({ kind, label: _label, areaM2: _areaM2, ...printed }) => ({
          row: translate(language, `sheet.row.${kind}`),
          ...printed,
        })),
      )
      expect(found.length).toBeGreaterThan(4)
    },
  )

  test('the answer, with its day, is one sentence everywhere', () => {
    const sentence = plainText(answerSentence(outputs.study, outputs.measurement, language))
    expect(unspaced(outputs.svg)).toContain(unspaced(sentence))
    expect(unspaced(outputs.wordText)).toContain(unspaced(sentence))
    for (const text of [outputs.sheetPdf, outputs.reportPdf]) {
      if (language === 'en') expect(unspaced(text)).toContain(unspaced(sentence))
      else expect(standTogether(text, numbersIn(sentence)), sentence).toBe(true)
    }
  })

  test('the sheet prints each figure, its interval and its share', () => {
    for (const { kind, label, areaM2, value, low, high, share } of quantities) {
      if (areaM2 === 0 || kind === 'reading') continue
      const beside = `${label} ${value} ${plainText(translate(language, 'sheet.interval-short', { low, high }))} ${share}`
      const under = `${label} ${value} ${share} ${plainText(translate(language, 'sheet.interval', { low, high }))}`
      const without = `${label} ${value} ${share}`
      const wanted = low === high ? [without] : [beside, under]
      expect(
        wanted.some((row) => outputs.svg.includes(row)),
        `${wanted.join(' | ')}\n${outputs.svg}`,
      ).toBe(true)
      const shareNumbers = numbersIn(share)
      const orders =
        low === high
          ? [[value, ...shareNumbers]]
          : [
              [value, low, high, ...shareNumbers],
              [value, ...shareNumbers, '95', low, high],
            ]
      expect(
        orders.some((numbers) => standTogether(outputs.sheetPdf, numbers.flatMap(numbersIn))),
        label,
      ).toBe(true)
    }
  })

  test('the report prints each figure with its interval and its share, in Word and as PDF', () => {
    for (const { kind, label, areaM2, area, shareAround } of quantities) {
      if (areaM2 === 0 || kind === 'reading') continue
      const rows = outputs.word.filter((row) => row[0] === label && row.length === 4)
      expect(
        rows.map((row) => row.slice(1, 3)),
        label,
      ).toContainEqual([area, shareAround])
      const row = `${label} ${area} ${shareAround}`
      if (language === 'en') expect(unspaced(outputs.reportPdf)).toContain(unspaced(row))
      expect(standTogether(outputs.reportPdf, numbersIn(`${area} ${shareAround}`)), row).toBe(true)
    }
    const printed = new Set(quantities.map(({ label, area, shareAround }) => `${label} ${area} ${shareAround}`))
    const labels = new Set(quantities.map(({ label }) => label))
    for (const [label, ...cells] of outputs.word) {
      if (labels.has(label!) && cells.length === 3 && cells[1]!.includes('%'))
        expect(printed, label).toContain(`${label} ${cells[0]} ${cells[1]}`)
    }
  })
})

/** The report shortens what a table's cell has no room for. */
const shownLetters = 60

/** Line breaks part words in some of the readers. */
const unspaced = (text: string): string => text.replaceAll(/[\s\u00ad\ufffe-]+/g, '')

describe.each(['en', 'ar'] as const)('what is claimed of Darayya in %s', (language) => {
  test('is one figure, one day and one source everywhere', async () => {
    const { measurement, csv, svg, word, reportPdf, sheetPdf } = await outputsOf('darayya', language)
    const place = (name: 'measure' | 'claimed' | 'claimedLow' | 'claimedHigh'): number =>
      csv[0]!.indexOf(language === 'en' ? name : translate(language, `sheet.column.${name}`))
    const rows = csv.filter((row) => row[0] === translate(language, 'sheet.row.claimed'))
    expect(rows.length).toBe(measurement.claimed.length)
    expect(measurement.claimed.length).toBeGreaterThan(10)
    for (const [i, figure] of measurement.claimed.entries()) {
      const row = rows[i]!
      const given = (['claimed', 'claimedLow', 'claimedHigh'] as const).map((name) =>
        row[place(name)] === '' ? undefined : Number(row[place(name)]),
      )
      expect(given).toEqual([figure.value, figure.low, figure.high])
      const texts = Object.fromEntries(
        Object.entries(claimedText(figure, language)).map(([key, text]) => [key, plainText(text)]),
      ) as ReturnType<typeof claimedText>
      const marked = plainText(markedFigure(figure, language))
      const reported = word.find(
        ([what, howMuch]) =>
          unspaced(what ?? '').slice(0, shownLetters) === unspaced(texts.what).slice(0, shownLetters) &&
          howMuch === marked,
      )
      expect(reported, texts.what).toBeDefined()
      expect(reported!.slice(3, 5)).toEqual([texts.day, texts.who])
      for (const number of numbersIn(texts.howMuch)) expect(numbersIn(reportPdf)).toContain(number)
    }
    // The sheet has the first of them, and says how many the report has beside.
    const onPaper = new Set(numbersIn(sheetPdf))
    const isOnSheet = (figure: ClaimedFigure): boolean =>
      numbersIn(plainText(claimedText(figure, language).howMuch)).every((number) => onPaper.has(number))
    const shown = claimedCounts(measurement.claimed).find((count) =>
      measurement.claimed.slice(0, count).every(isOnSheet),
    )
    expect(shown).toBeGreaterThan(5)
    if (shown! < measurement.claimed.length) expect([...onPaper]).toContain(String(measurement.claimed.length - shown!))
    const first = plainText(claimedText(measurement.claimed[0]!, language).howMuch)
    expect(svg).toContain(first)
  })
})
