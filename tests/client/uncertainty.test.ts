import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Uncertainty } from '../../core/uncertainty/uncertainty.ts'
import { formatHectares } from '../../core/format/format.ts'
import { formatInterval } from '../../core/format/interval-text.ts'
import { eventually, openBundled, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openBundled()
}, stageTimeoutMs)
afterAll(() => stage.close(), stageTimeoutMs)

const ask = async (query: string): Promise<Uncertainty> =>
  (await (await fetch(`${stage.address}/api/studies/basilia-city/uncertainty?${query}`)).json()) as Uncertainty

describe('how sure the page is', () => {
  test('estimates while the draws run, then tells intervals, bounds and ground that cannot be attributed', async () => {
    const { page, errors } = await stage.open('')
    await page.route(/\/measurement\?.*draws=1000/, () => {})
    await page.reload()
    await page.waitForSelector('td .with-interval.estimated')
    expect(await textOf(page, '.method')).toContain('Estimate: 95 % interval to the first order')
    const estimated = await ask('only=estimate')
    const isis = ({ figures }: Uncertainty) =>
      figures.find(({ subject }) => subject.kind === 'class' && subject.class === 'ISIS, some sources (2 of 4)')!
    const { areaM2, estimate } = isis(estimated)
    const text = formatInterval(areaM2, { low: estimate!.lowM2, high: estimate!.highM2 }, 'en')
    expect(await page.locator('#tab-panel tbody tr td:nth-child(2)').allInnerTexts()).toContain(text)
    expect(await page.locator('.error-bar').count()).toBeGreaterThan(0)

    await page.getByRole('button', { name: 'How sure is this?' }).click()
    await page.waitForSelector('.line-chart', { timeout: 90_000 })
    const drawn = await ask('draws=1000&seed=1&wait=120')
    const { draws } = isis(drawn)
    const row = page
      .locator('#sure tbody tr')
      .filter({ has: page.getByRole('rowheader', { name: 'ISIS, some sources (2 of 4)' }) })
      .first()
    await expect(row.locator('td').first().innerText()).resolves.toBe(
      formatInterval(areaM2, { low: draws!.lowM2, high: draws!.highM2 }, 'en'),
    )
    expect(await textOf(page, '#sure')).toContain('no 95 % interval')
    const control = drawn.layers.find(({ name }) => name === 'control')!
    expect(await textOf(page, '#sure')).toContain(
      formatHectares(control.unattributedM2!, 'en', 0).replace('\u00a0', ' '),
    )

    await page.getByLabel('Area shown').selectOption({ label: 'Plan' })
    await eventually(() => textOf(page, '.line-chart figcaption')).toBe('Plan, ha')
    const [bands] = await Promise.all([
      page.waitForResponse(/\/unattributed/),
      page.getByRole('checkbox', { name: 'Ground that cannot be attributed' }).first().check(),
    ])
    expect(bands.status()).toBe(200)
    await page.getByText('Correct by what a check found').click()
    await page.locator('.corrections select[name=layer]').selectOption('shelling')
    const matrix =
      'map,Reported shelled,"Reported shelled, al-Qadam in the wide sense"\nReported shelled,45,5\n"Reported shelled, al-Qadam in the wide sense",2,48\n'
    await page
      .locator('.corrections input[type=file]')
      .setInputFiles({ name: 'matrix.csv', mimeType: 'text/csv', buffer: Buffer.from(matrix) })
    await page.waitForSelector('.corrections table')
    expect(await textOf(page, '.corrections [role=status]')).toMatch(/Olofsson.*Overall accuracy 93 %.*drawn at random/)

    const { violations } = await new AxeBuilder({ page }).include('.answer-column').include('.layers-column').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    expect(errors).toEqual([])
  }, 180_000)
})
