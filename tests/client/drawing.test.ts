import { AxeBuilder } from '@axe-core/playwright'
import type { FeatureCollection, Polygon } from 'geojson'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { translate, type Language } from '../../core/i18n/translate.ts'
import { eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, stageTimeoutMs)
afterAll(() => stage.close())

const languages: readonly Language[] = ['en', 'ar']

async function newStudy(title: string): Promise<string> {
  const answer = await fetch(`${stage.address}/api/studies`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title }),
  })
  return ((await answer.json()) as { id: string }).id
}

const featuresOf = async (study: string, layer: string): Promise<FeatureCollection<Polygon>> => {
  const path = `${stage.address}/api/studies/${study}/layers/${layer}`
  return (await fetch(path, { headers: { accept: 'application/geo+json' } })).json() as Promise<
    FeatureCollection<Polygon>
  >
}

const regions = (page: Page) => page.locator('input[name=draw-region]')
const corners = (page: Page) => page.locator('.draw > .corner-list li')
const isSaved = (page: Page, language: Language) =>
  eventually(() => textOf(page, '.draw .settings-head [role=status]')).toBe(translate(language, 'draw.saved'))

/** Goes on with Tab until the focus is there, as somebody without a pointer does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 200; step++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${selector}`)
}

async function startByKeys(page: Page, role: number, name: string, first: string): Promise<void> {
  await tabTo(page, '#draw-new')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#draw-name')
  await tabTo(page, '#draw-name')
  await page.keyboard.type(name)
  await tabTo(page, 'input[name=role]')
  await page.keyboard.press('Space')
  for (let step = 0; step < role; step++) await page.keyboard.press('ArrowDown')
  await tabTo(page, '#draw-first-class')
  await page.keyboard.type(first)
  await tabTo(page, '#draw-accuracy')
  await page.keyboard.type('20')
  await page.keyboard.press('Enter')
  await page.waitForSelector('#draw-place')
}

async function typeCorners(page: Page, places: readonly string[]): Promise<void> {
  await tabTo(page, '#draw-place')
  let set = 0
  for (const place of places) {
    await page.keyboard.type(place)
    await page.keyboard.press('Enter')
    await eventually(() => corners(page).count()).toBeGreaterThan(set)
    set = await corners(page).count()
  }
  await page.keyboard.press('Enter')
  await eventually(() => regions(page).count()).toBe(1)
}

test.each(languages)(
  'a plan and a zone are drawn from the keyboard alone without any file, and answered in %s',
  async (language) => {
    const study = await newStudy(`by keys ${language}`)
    const { page, errors } = await stage.open(`?study=${study}&lang=${language}`, { until: '#draw-new' })
    await startByKeys(page, 0, 'plan', '')
    await typeCorners(page, ['33.48, 36.3', '33.48, 36.31', '33.49, 36.31', '33.49, 36.3'])
    await isSaved(page, language)
    await tabTo(page, '#draw-done')
    await page.keyboard.press('Enter')

    await startByKeys(page, 1, 'control', 'ISIS')
    await typeCorners(
      page,
      language === 'ar'
        ? ['٣٣٫٤٨، ٣٦٫٣', '٣٣٫٤٨، ٣٦٫٣٠٥', '٣٣٫٤٩، ٣٦٫٣٠٥', '٣٣٫٤٩، ٣٦٫٣']
        : ['33.48, 36.3', '33.48, 36.305', '33.49, 36.305', '33.49, 36.3'],
    )
    await isSaved(page, language)
    await eventually(() => textOf(page, '.answer')).toMatch(
      /103[^]*5[12][^]*50[^]*ISIS|103[^]*ISIS[^]*5[12][^]*50|ISIS[^]*5[12]/,
    )
    expect((await featuresOf(study, 'control')).features.map(({ geometry }) => geometry.coordinates)).toEqual([
      [
        [
          [36.3, 33.48],
          [36.305, 33.48],
          [36.305, 33.49],
          [36.3, 33.49],
          [36.3, 33.48],
        ],
      ],
    ])
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(errors).toEqual([])
  },
)

describe('what is drawn is corrected', () => {
  /** A page that draws in a layer of two zones beside each other. */
  async function opened(title: string): Promise<{ readonly study: string; readonly page: Page }> {
    const study = await newStudy(title)
    const form = new FormData()
    form.append(
      'options',
      JSON.stringify({ drawn: true, role: 'zones', name: 'zones', classes: [{ values: ['a'] }, { values: ['b'] }] }),
    )
    await fetch(`${stage.address}/api/studies/${study}/layers?wait=60`, { method: 'POST', body: form })
    const zone = (west: number, east: number, name: string) => ({
      type: 'Feature',
      properties: { class: name },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, 33.48],
            [east, 33.48],
            [east, 33.49],
            [west, 33.49],
            [west, 33.48],
          ],
        ],
      },
    })
    await fetch(`${stage.address}/api/studies/${study}/layers/zones/features?wait=60`, {
      method: 'PUT',
      headers: { 'content-type': 'application/geo+json', 'if-match': '*' },
      body: JSON.stringify({
        type: 'FeatureCollection',
        features: [zone(36.3, 36.305, 'a'), zone(36.305, 36.31, 'b')],
      }),
    })
    const { page } = await stage.open(`?study=${study}`, { until: '[data-draw=zones]' })
    await page.locator('[data-draw=zones]').click()
    await eventually(() => regions(page).count()).toBe(2)
    return { study, page }
  }

  test('split by a typed line, merged, given another class and deleted', async () => {
    const { study, page } = await opened('corrected')
    const tool = (name: string) => page.locator(`input[name=draw-tool][value=${name}]`).check()
    await tool('split')
    await regions(page).first().check()
    for (const [i, place] of ['33.485, 36.29', '33.485, 36.305'].entries()) {
      await page.locator('#draw-place').fill(place)
      await page.keyboard.press('Enter')
      await eventually(() => corners(page).count()).toBe(i + 1)
    }
    await page.keyboard.press('Enter')
    await eventually(() => regions(page).count()).toBe(3)
    await isSaved(page, 'en')
    // The neighbour has the corner at which the line meets its own.
    expect((await featuresOf(study, 'zones')).features[2]!.geometry.coordinates[0]).toContainEqual([36.305, 33.485])

    await tool('merge')
    await regions(page).first().check()
    await page.locator('#merge-with').selectOption('1')
    await page.getByRole('button', { name: 'Merge', exact: true }).click()
    await eventually(() => regions(page).count()).toBe(2)
    await eventually(async () => (await featuresOf(study, 'zones')).features.length).toBe(2)

    await tool('region')
    await regions(page).first().check()
    await page.locator('#region-class').fill('c')
    await page.keyboard.press('Tab')
    await eventually(async () =>
      (await featuresOf(study, 'zones')).features.map(({ properties }) => properties!['class'] as string),
    ).toEqual(['c', 'b'])
    await page.getByRole('button', { name: 'Delete region 1' }).click()
    await eventually(() => regions(page).count()).toBe(1)
    await eventually(async () => (await featuresOf(study, 'zones')).features.length).toBe(1)
  })

  test('a typed corner moves in both neighbours, and what cannot be is refused and stays', async () => {
    const { study, page } = await opened('corners')
    await page.locator('input[name=draw-tool][value=corners]').check()
    await regions(page).first().check()
    const shared = page.locator('.chosen-region .corner-list input').nth(1)
    expect(await shared.inputValue()).toBe('33.48, 36.305')
    await shared.fill('33.481, 36.3061')
    await shared.press('Tab')
    await eventually(async () =>
      (await featuresOf(study, 'zones')).features.map(({ geometry }) =>
        geometry.coordinates[0]!.some(([lon, lat]) => lon === 36.3061 && lat === 33.481),
      ),
    ).toEqual([true, true])
    await page.locator('input[name=draw-tool][value=hole]').check()
    for (const [i, place] of ['33.1, 36.1', '33.1, 36.2', '33.2, 36.2'].entries()) {
      await page.locator('#draw-place').fill(place)
      await page.keyboard.press('Enter')
      await eventually(() => corners(page).count()).toBe(i + 1)
    }
    await page.locator('#draw-close').click()
    await eventually(() => page.locator('.draw .problem').innerText()).toContain('outside of the region')
    expect(await corners(page).count()).toBe(3)
    await page.keyboard.press('Escape')
    await eventually(() => corners(page).count()).toBe(0)
  })
})
