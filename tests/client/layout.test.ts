import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually, openBundled, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openBundled()
}, stageTimeoutMs)
afterAll(() => stage.close(), stageTimeoutMs)

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

describe('the page at every width', () => {
  for (const lang of ['en', 'ar']) {
    test(`does not scroll sideways in ${lang}`, async () => {
      const { page } = await stage.open(`?lang=${lang}`)
      await page.waitForSelector('td .with-interval')
      const views = {
        map: '.figures',
        compare: '.compare-table',
        timeline: '.gain-table',
        sheet: '.sheet-picture',
        report: '.report-pages',
      }
      for (const [view, shown] of Object.entries(views)) {
        await page.locator('.views a').nth(Object.keys(views).indexOf(view)).click()
        await page.waitForSelector(shown)
        for (const width of [360, 768, 1023, 1024, 1440]) {
          await page.setViewportSize({ width, height: 800 })
          expect([view, width, await overflow(page)]).toEqual([view, width, 0])
        }
      }
    }, 180_000)
  }

  test.each(['en', 'ar'])('cuts no word of its header (%s)', async (lang) => {
    const { page } = await stage.open(`?lang=${lang}`)
    for (const width of [360, 480, 720, 768, 899, 900, 1023, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const cut = await page
        .locator('.top .button > span:not(.visually-hidden), .top h1, .top .views a')
        .evaluateAll((all) =>
          all.filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth).map((one) => one.textContent),
        )
      expect([width, cut]).toEqual([width, []])
    }
  })

  test('fits the plan anew into a window of another size, until the reader moves the map', async () => {
    const scale = (page: Page) => page.locator('.map-frame .scale-bar').innerText()
    const { page: wide } = await stage.open('', { viewport: { width: 1280, height: 800 } })
    const { page } = await stage.open('', { viewport: { width: 360, height: 740 } })
    const [large, small] = [await scale(wide), await scale(page)]
    expect(large).not.toBe(small)
    await page.setViewportSize({ width: 1280, height: 800 })
    await eventually(() => scale(page)).toBe(large)
    await page.locator('.map').focus()
    await page.keyboard.press('-')
    await eventually(() => new URL(page.url()).searchParams.has('map')).toBe(true)
    const moved = await scale(page)
    await page.setViewportSize({ width: 800, height: 800 })
    expect(await scale(page)).toBe(moved)
  })

  test('below 1024 px has the map on top, the answer under it and the layers in a drawer', async () => {
    const { page } = await stage.open('', { viewport: { width: 360, height: 740 } })
    const [map, answer] = [(await page.locator('.map').boundingBox())!, (await page.locator('.answer').boundingBox())!]
    expect(map.height / 740).toBeCloseTo(0.45, 1)
    expect(answer.y).toBeGreaterThanOrEqual(map.y + map.height)
    expect(await page.locator('.layers-column').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Layers', exact: true }).click()
    expect(await page.getByRole('checkbox', { name: 'Control on 21 April 2018' }).isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Close layers' }).click()
    expect(await page.locator('.layers-column').isVisible()).toBe(false)
  })
})

describe('the keyboard', () => {
  test('reaches everything, in order, with a visible ring', async () => {
    const { page } = await stage.open('')
    await page.waitForSelector('td .with-interval')
    const reached: string[] = []
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab')
      const [name, hasRing] = await page.evaluate((): [string, boolean] => {
        const at = document.activeElement as HTMLElement
        const { outlineStyle, outlineWidth } = getComputedStyle(at)
        return [`${at.closest('[class]')?.className ?? ''} ${at.id}`, outlineStyle !== 'none' && outlineWidth !== '0px']
      })
      expect([name, hasRing]).toEqual([name, true])
      reached.push(name)
      if (name.includes('row-button')) break
    }
    const firstOf = (part: string): number => reached.findIndex((name) => name.includes(part))
    const order = [
      'skip',
      'button plain',
      'views',
      'languages',
      'button primary',
      'check',
      'link',
      'map ',
      'map-buttons',
      'tab-control',
      'row-button',
    ]
    const places = order.map(firstOf)
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('walks the tabs with the arrows, mirrored in Arabic', async () => {
    for (const [lang, next] of [
      ['en', 'ArrowRight'],
      ['ar', 'ArrowLeft'],
    ] as const) {
      const { page } = await stage.open(`?lang=${lang}`)
      await page.locator('#tab-control').focus()
      await page.keyboard.press(next)
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-damage')
      expect(await page.locator('#tab-damage').getAttribute('aria-selected')).toBe('true')
    }
  })

  test('opens and closes menus, and gives the focus back', async () => {
    const { page } = await stage.open('')
    await page.locator('[data-menu=export] > button').focus()
    await page.keyboard.press('Enter')
    const address = () => page.getByRole('link', { name: 'PDF, vector print' }).getAttribute('href')
    expect(await address()).toBe('/api/studies/basilia-city/sheet.pdf?lang=en&wait=300')
    await page.locator('#menu-export #print-draws').selectOption({ index: 0 })
    expect(await address()).toBe('/api/studies/basilia-city/sheet.pdf?lang=en&draws=0&wait=300')
    for (const link of await page.locator('#menu-export a').all()) {
      const answer = await fetch(`${stage.address}${await link.getAttribute('href')}`)
      expect([await link.innerText(), answer.status]).toEqual([await link.innerText(), 200])
      expect(answer.headers.get('content-type')).not.toContain('application/json')
      await answer.body?.cancel()
    }
    await page.keyboard.press('Escape')
    expect(await page.locator('#menu-export').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Export')
  })

  test('chooses another study', async () => {
    const { page } = await stage.open('')
    await page.locator('[data-menu=studies] > button').press('Enter')
    await page.getByRole('link', { name: 'Jobar' }).press('Enter')
    // Rounded to what its interval carries, once that is there.
    await eventually(() => textOf(page, '.answer')).toMatch(/39[01] ha/)
    expect(new URL(page.url()).searchParams.get('study')).toBe('jobar')
  })
})
