import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { answerSentence } from '../../core/answer/answer.ts'
import { translate } from '../../core/i18n/translate.ts'
import { formatShare } from '../../core/format/format.ts'
import { formatInterval } from '../../core/format/interval-text.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import type { Study } from '../../core/model/study.ts'
import { eventually, openBundled, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openBundled()
}, stageTimeoutMs)
afterAll(() => stage.close())

const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${stage.address}${path}`)).json()) as T
const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

describe('the answer', () => {
  test('is the sentence and the figures that the API gives, and nothing else', async () => {
    const { page } = await stage.open('')
    // Intervals would come after the areas; here they never do.
    await page.route(/\/measurement\?.*draws=1000/, () => {})
    await page.reload()
    await page.waitForSelector('.answer')
    const study = await ask<Study>('/api/studies/basilia-city')
    const measurement = await ask<Measurement>('/api/studies/basilia-city/measurement')
    expect(await textOf(page, '.answer')).toBe(plain(answerSentence(study, measurement, 'en')))
    const control = measurement.layers.find(({ role }) => role === 'control')!
    const shown = await page.locator('#tab-panel tbody tr td:nth-child(3)').allInnerTexts()
    const wanted = [...control.classes.map(({ areaM2 }) => areaM2), control.multipleM2, control.uncoveredM2]
    expect(shown).toEqual(wanted.map((areaM2) => formatShare(areaM2 / measurement.plan.areaM2, 'en')))
  })

  test('brings the intervals after the areas, and says how they were made', async () => {
    const { page } = await stage.open('')
    await page.waitForSelector('td .with-interval:not(.estimated)')
    expect(await textOf(page, '.method')).toMatch(/95 % interval, 1,000 draws, seed 1/)
    const { layers } = await ask<Measurement>('/api/studies/basilia-city/measurement?draws=1000&seed=1&wait=60')
    const { classes } = layers.find(({ role }) => role === 'control')!
    const figures = await page.locator('#tab-panel tbody tr td:nth-child(2)').allInnerTexts()
    expect(figures.slice(0, classes.length)).toEqual(classes.map((row) => formatInterval(row.areaM2, row, 'en')))
    expect(await textOf(page, 'td .with-interval')).toMatch(/^[\d.]+ \([\d.]+ to [\d.]+\)$/)
  })

  test('follows the day that is chosen, and the address keeps it', async () => {
    const { page } = await stage.open('')
    const before = await textOf(page, '.answer')
    await page.getByRole('radio', { name: '28 April 2018' }).check()
    await eventually(() => textOf(page, '.answer')).toContain('28 April 2018')
    expect(await textOf(page, '.answer')).not.toBe(before)
    expect(new URL(page.url()).searchParams.get('at')).toBe('2018-04-28')
    await page.goBack()
    await eventually(() => textOf(page, '.answer')).toBe(before)
  })

  test('shows its notes on request, and the sources behind every layer', async () => {
    const { page } = await stage.open('')
    expect(await page.locator('#notes').isVisible()).toBe(false)
    await page.getByRole('button', { name: /\d+ notes?/ }).click()
    expect(await page.locator('#notes li').count()).toBeGreaterThan(0)
    await page.getByText(/^Sources of the layers/).click()
    expect(await page.locator('.records details[open] li').count()).toBeGreaterThan(3)
  })

  test.each(['en', 'ar'] as const)(
    'offers as many draws as fit where the usual ones would take too long (%s)',
    async (lang) => {
      const { page } = await stage.open(`?study=marota-city&lang=${lang}`)
      await page.route(/\/measurement\?.*draws=1000/, (route) =>
        route.fulfill({
          status: 422,
          contentType: 'application/problem+json',
          body: JSON.stringify({ code: 'draws-too-many', detail: '', values: { draws: 1000, fitting: 963 } }),
        }),
      )
      await page.reload()
      const offer = page.getByRole('button', { name: translate(lang, 'page.draws.fewer', { draws: '960' }) })
      const asked = page.waitForRequest(/\/measurement\?.*draws=960/)
      await offer.click()
      await asked
      await eventually(() => page.locator('.problem').count()).toBe(0)
      await page.locator('[data-menu=export] > button').click()
      expect(await page.locator('a[href*="sheet.pdf"]').first().getAttribute('href')).toContain('draws=960')
    },
  )

  test('tells what a plan of nothing lacks', async () => {
    const own = await openStage()
    onTestFinished(() => own.close())
    const { page } = await own.open('')
    await page.locator('[data-menu=studies] > button').click()
    await page.locator('#new-study').fill('A plan of mine')
    await page.getByRole('button', { name: 'Create' }).click()
    await eventually(() => textOf(page, '.answer')).toBe('This study has no plan yet.')
    expect(await textOf(page, '.drop-zone')).toContain('Nothing leaves this computer.')
  })
})
