import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { intervalsOf } from '../../../client/state/draws.ts'
import { answerSentence } from '../../../core/answer/answer.ts'
import { intervalScope } from '../../../core/answer/interval-sentences.ts'
import type { Measurement } from '../../../core/model/measurement.ts'
import type { Study } from '../../../core/model/study.ts'
import { running, type Client } from '../http/running-server.ts'
import { unzipped } from './office-file.ts'

/** What the eye reads of markup. */
const textOf = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', "'")
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll(/ ([,.)])/g, '$1')

describe('one study asked for on the page, as a sheet, as a report and as tables', () => {
  let client: Client
  beforeAll(async () => {
    client = await running()
  })
  afterAll(() => client.stop())

  test('has one set of draws, one interval for each figure, and says what it covers', async () => {
    const from = '/api/studies/basilia-city'
    const study = (await client.get(from)).json as unknown as Study
    const page = (
      await client.get(
        `${from}/measurement?draws=${intervalsOf({ draws: null }).draws}&seed=${intervalsOf({ draws: null }).seed}&wait=600`,
      )
    ).json as unknown as Measurement
    const sheet = textOf((await client.get(`${from}/sheet.svg?lang=en&wait=600`)).text)
    const office = await unzipped((await client.get(`${from}/report.docx?lang=en&with=none&wait=600`)).bytes)
    const report = textOf(office.get('word/document.xml')!.toString('utf8'))
    const rows = (await client.get(`${from}/export.csv?lang=en&wait=600`)).text.split('\r\n')

    const sentence = textOf(answerSentence(study, page, 'en'))
    const scope = textOf(intervalScope(study.layers, page, 'en'))
    expect(scope).toContain('They do not cover which reports are true.')
    for (const printed of [sheet, report]) {
      expect(printed).toContain(sentence)
      expect(printed).toContain(scope)
      expect(new Set([...printed.matchAll(/(\d[\d,]*) (?:Monte Carlo )?draws/g)].map(([, count]) => count))).toEqual(
        new Set(['1,000']),
      )
    }
    for (const { class: name, low, high } of page.layers[0]!.classes) {
      const cell = name?.includes(',') ? `"${name}"` : name
      const row = rows.find((own) => own.startsWith('class,,,control,') && own.includes(`,${cell},`))
      expect(row).toContain(`,${low},${high},`)
      expect(row).toContain('"95 % interval, 1000 draws, seed 1"')
    }
  })
})
