import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually, openBundled, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openBundled()
}, stageTimeoutMs)
afterAll(() => stage.close())

describe('the page in both languages', () => {
  test('the scale bars of compared maps read from the right in Arabic', async () => {
    const { page } = await stage.open('?view=compare&studies=basilia-city,jobar&lang=ar', {
      until: '.compare-map .scale-bar',
    })
    const labels = page.locator('.compare-map .length')
    await eventually(() => labels.first().innerText()).toMatch(/^\d+ (?:كم|م)$/)
    expect(await labels.evaluateAll((all) => all.map((one) => getComputedStyle(one).direction))).toEqual(['rtl', 'rtl'])
  })

  test('a share and its interval follow each other from the right', async () => {
    const { page } = await stage.open('?lang=ar')
    await eventually(() => textOf(page, '.answer')).toMatch(/\(\D*\d+%/)
    const places = await page.locator('.answer').evaluate((answer) => {
      const walker = document.createTreeWalker(answer, NodeFilter.SHOW_TEXT)
      const leftOf = (node: Node, at: number): number => {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        return range.getBoundingClientRect().left
      }
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent ?? ''
        const ends = /\d+%\P{Nd}*\(\P{Nd}*(?<low>\d+%)\P{Nd}*(?<high>\d+%)/du.exec(text)
        if (ends)
          return [ends.index, ends.indices!.groups!['low']![0], ends.indices!.groups!['high']![0]].map((at) =>
            leftOf(node, at),
          )
      }
      return null
    })
    const [share, low, high] = places!
    expect(high).toBeLessThan(low!)
    expect(low).toBeLessThan(share!)
  })

  test('Arabic mirrors the page and not the map', async () => {
    const { page } = await stage.open('')
    const edgesOf = async (selector: string) => (await page.locator(selector).boundingBox())!
    const [layers, answer] = [await edgesOf('.layers-column'), await edgesOf('.answer-column')]
    expect(layers.x).toBeLessThan(answer.x)
    await page.getByRole('button', { name: 'العربية' }).click()
    await eventually(() => page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ar')
    expect((await edgesOf('.layers-column')).x).toBeGreaterThan((await edgesOf('.answer-column')).x)
    expect(await page.locator('.map-frame').getAttribute('dir')).toBe('ltr')
    const [bar, map] = [await edgesOf('.scale-bar'), await edgesOf('.map')]
    expect(bar.x - map.x).toBeLessThan(40)
    expect(await textOf(page, '.answer')).toMatch(/تنظيم الدولة.* 21 نيسان 2018/)
    expect(await textOf(page, 'body')).not.toMatch(/[٠-٩]/)
    expect(
      (await textOf(page, '.answer-column'))
        .match(/.?[−+]?(?:\d+–)?\d[\d.]*%/g)!
        .filter((percent) => !percent.startsWith('\u200e')),
    ).toEqual([])
    await eventually(() => textOf(page, '.published:not(.claimed) dl')).toMatch(/لا فرق يُعطى: الرسم موضوع وفق رقم منشور/)
    expect(new URL(page.url()).searchParams.get('lang')).toBe('ar')
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('ltr')
  })

  test('long names of classes have the room that intervals leave, and no figure is broken', async () => {
    const { page } = await stage.open('?lang=ar', { viewport: { width: 1280, height: 900 } })
    await page.waitForSelector('td .with-interval')
    const widths = await page
      .locator('.figures tbody tr')
      .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.getBoundingClientRect().width)))
    expect(widths.length).toBeGreaterThan(3)
    for (const [caption, area, share] of widths) expect(caption).toBeGreaterThan(Math.max(area!, share!) * 1.2)
    const lines = await page
      .locator('td .unbroken')
      .evaluateAll((all) => all.map((one) => new Set([...one.getClientRects()].map(({ top }) => top)).size))
    expect(new Set(lines)).toEqual(new Set([1]))
  })

  test('shares of compared plans begin beside their names', async () => {
    const { page } = await stage.open('?view=compare&studies=basilia-city,jobar&lang=ar', { until: '.share-strip' })
    const middle = async (selector: string): Promise<number> => {
      const { x, width } = (await page.locator(selector).first().boundingBox())!
      return x + width / 2
    }
    expect(await middle('.share-name')).toBeGreaterThan(await middle('.share-strip .firm'))
    expect(await middle('.share-strip .firm')).toBeGreaterThan(await middle('.share-strip .all'))
    expect(await middle('.share-axis span:first-child')).toBeGreaterThan(await middle('.share-axis span:last-child'))
  })

  test('has no accessibility fault on a narrow screen', async () => {
    const { page } = await stage.open('?lang=ar', { viewport: { width: 390, height: 844 } })
    await page.waitForSelector('td .with-interval')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])
  })

  for (const lang of ['en', 'ar']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`has no accessibility fault in ${lang}, ${colorScheme}`, async () => {
        const { page } = await stage.open(`?lang=${lang}`, { colorScheme })
        await page.waitForSelector('td .with-interval')
        await page.locator('[data-menu=export] > button').click()
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])
      })
    }
  }

  test('asks nothing of any other machine and gives the browser nothing to complain of', async () => {
    const { page, errors, outside } = await stage.open('?lang=ar')
    await page.locator('#tab-units').click()
    await page.locator('tbody tr').first().hover()
    await page.locator('.views a').nth(1).click()
    await page.waitForSelector('.compare-table')
    expect(outside).toEqual([])
    expect(errors).toEqual([])
  })
})
