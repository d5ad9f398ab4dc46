import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerSentence } from '../../core/answer/answer.ts'
import { markedFigure } from '../../core/format/claimed-text.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import type { Study } from '../../core/model/study.ts'
import { plainText, printedQuantities } from '../printed-quantities.ts'
import { eventually, openBundled, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openBundled()
}, stageTimeoutMs)
afterAll(() => stage.close())

const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${stage.address}${path}`)).json()) as T

const cases = (['basilia-city', 'jobar'] as const).flatMap((id) =>
  (['en', 'ar'] as const).map((language) => [id, language] as const),
)

test.each(cases)('the page prints the figures of %s as every output does (%s)', async (id, language) => {
  const study = await ask<Study>(`/api/studies/${id}`)
  const measurement = await ask<Measurement>(`/api/studies/${id}/measurement?draws=1000&seed=1&wait=100`)
  const { page } = await stage.open(`?study=${id}&lang=${language}`)
  await page.waitForSelector('td .with-interval:not(.estimated)', { timeout: 60_000 })
  await eventually(async () => plainText(await textOf(page, '.answer'))).toBe(
    plainText(answerSentence(study, measurement, language)),
  )
  for (const role of ['control', 'shelling', 'damage'] as const) {
    const ofRole = { ...measurement, layers: measurement.layers.filter((own) => own.role === role) }
    const wanted = printedQuantities(study, ofRole, language)
      .filter(({ kind }) => kind !== 'reading')
      .map(({ label, area, shareAround }) => [label, area, shareAround])
    if (wanted.length === 0) continue
    await page.locator(`#tab-${role}`).click()
    const rows = page.locator('#tab-panel table tbody tr:has(.row-button)')
    const shown = await rows.evaluateAll((own) =>
      own.map((row) => [
        row.querySelector('.row-caption')?.textContent ?? '',
        ...[...row.querySelectorAll('td')].map((cell) => cell.textContent),
      ]),
    )
    expect(shown.map((row) => row.map(plainText))).toEqual(wanted)
  }
})

test.each(['en', 'ar'] as const)(
  'the page prints what is claimed of Darayya as every output does (%s)',
  async (language) => {
    const { claimed } = await ask<Measurement>('/api/studies/darayya/measurement')
    const { page } = await stage.open(`?study=darayya&lang=${language}`, { until: '.claimed dl' })
    const shown = await page.locator('.claimed dl dd').allInnerTexts()
    const wanted = claimed.map((figure) => markedFigure(figure, language))
    expect(shown.map(plainText)).toEqual(wanted.map(plainText))
  },
)
