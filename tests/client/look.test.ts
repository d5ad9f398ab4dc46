import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, stageTimeoutMs)
afterAll(() => stage.close())

const titles = (page: Page): Promise<string[]> => page.locator('.look-list .look-title').allInnerTexts()
const layersOf = async (id: string) =>
  (
    (await (await fetch(`${stage.address}/api/studies/${id}`)).json()) as {
      layers: { name: string; role: string; order?: number; opacity?: number; labels?: boolean }[]
    }
  ).layers

async function copyOf(id: string): Promise<string> {
  const answer = await fetch(`${stage.address}/api/studies/${id}/copy`, { method: 'POST' })
  return ((await answer.json()) as { id: string }).id
}

test.each(['en', 'ar'])(
  'layers are moved, faded and named by keyboard, kept with the study, and undone (%s)',
  async (lang) => {
    const id = await copyOf('basilia-city')
    const { page, errors } = await stage.open(`?study=${id}&lang=${lang}`)
    await page.locator('.look summary').press('Enter')
    await page.waitForSelector('.look-list li')
    const before = await titles(page)
    expect(before.length).toBeGreaterThan(3)
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id: own }) => own)).toEqual([])

    const second = page.locator('.look-list li').nth(1)
    const name = (await second.locator('[data-look^="up "]').getAttribute('data-look'))!.slice('up '.length)
    await second.locator('[data-look^="up "]').press('Enter')
    await eventually(() => titles(page)).toEqual([before[1], before[0], ...before.slice(2)])
    // At the top no button leads further up: the other one has the focus.
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-look') ?? '')).toBe(
      `down ${name}`,
    )
    await eventually(() => textOf(page, '.look [role="status"]')).toMatch(/1/)
    const orders = (await layersOf(id)).filter(({ name: own }) => own === name).map(({ order }) => order)
    expect(new Set(orders)).toEqual(new Set([before.length]))

    const range = page.locator('.look-list li').first().locator('input[type="range"]')
    await range.press('ArrowDown')
    await range.press('ArrowDown')
    await eventually(async () => (await layersOf(id)).find((own) => own.name === name)?.opacity).toBe(0.8)
    await eventually(() => page.locator('.look-list li').first().innerText()).toMatch(/80/)

    const named = page.locator('.look-names input').first()
    expect(await named.isChecked()).toBe(true)
    await named.press('Space')
    await eventually(async () => (await layersOf(id)).filter(({ labels }) => labels === false).length).toBeGreaterThan(
      0,
    )

    // What can be undone is known to the page a little later than to the server.
    await eventually(() => page.locator('[data-step="undo"]').getAttribute('aria-label')).toMatch(/Names|الأسماء/)
    await page.keyboard.press('Control+z')
    await eventually(async () => (await layersOf(id)).filter(({ labels }) => labels === false)).toEqual([])
    expect(errors).toEqual([])
  },
)
