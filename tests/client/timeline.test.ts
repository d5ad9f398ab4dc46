import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatDate, formatHectareValue, formatShare } from '../../core/format/format.ts'
import { formatInterval, formatNoFinerThan } from '../../core/format/interval-text.ts'
import { changedAreaText } from '../../core/timeline/party-change-text.ts'
import { eventually, openBundled, stageTimeoutMs, textOf, type Stage } from './open-page.ts'
import type { Timeline } from '../../core/timeline/timeline-answer.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openBundled()
}, stageTimeoutMs)
afterAll(() => stage.close())

const timelineView = { until: '.gain-table' } as const
const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

async function ask(study: string, query = ''): Promise<Timeline> {
  return (await (await fetch(`${stage.address}/api/studies/${study}/timeline?wait=60&${query}`)).json()) as Timeline
}

/** The row whose day is chosen by its button; rows of later days name the day of the last report as well. */
const dayRow = (page: Page, date: string) =>
  page
    .locator('.date-table tbody tr')
    .filter({ has: page.getByRole('button', { name: formatDate(date, 'en'), exact: true }) })

describe('the timeline', () => {
  test('draws each class as the map and the table of the day do', async () => {
    const { page } = await stage.open('?study=basilia-city&view=timeline', { until: '.chart-legend' })
    const symbolsIn = (rows: string): Promise<Record<string, string>> =>
      page.locator(rows).evaluateAll((all) =>
        Object.fromEntries(
          all.flatMap((row) => {
            const swatch = row.querySelector('.swatch')
            const name = row.textContent.replaceAll(/\s+/g, ' ').trim()
            return swatch ? [[name, getComputedStyle(swatch).backgroundImage]] : []
          }),
        ),
      )
    const shown = await symbolsIn('.chart-legend li')
    const today = await symbolsIn('#tab-panel tbody th')
    const shared = Object.keys(today).filter((name) => name in shown && today[name] !== 'none')
    expect(shared).toEqual(
      expect.arrayContaining(['ISIS', 'ISIS, some sources (3 of 4)', 'ISIS, some sources (2 of 4)']),
    )
    for (const name of shared) expect([name, shown[name]]).toEqual([name, today[name]])
    const classes = Object.entries(shown).filter(([, image]) => image !== 'none')
    expect(new Set(classes.map(([, image]) => image)).size).toBe(classes.length)
  })

  test('has the figures that the API gives for every day, first the areas, then with their intervals', async () => {
    const { page } = await stage.open('?study=jobar&view=timeline', timelineView)
    const { dates } = await ask('jobar', 'draws=1000&seed=1')
    expect(await page.locator('.date-table tbody tr').count()).toBe(dates.length)
    for (const { date, layers, plan } of dates) {
      const control = layers.find(({ role }) => role === 'control')!
      for (const row of control.classes.filter(({ areaM2 }) => areaM2 > 0)) {
        const figure = formatInterval(row.areaM2, row, 'en') ?? formatHectareValue(row.areaM2, 'en')
        const wanted = plain(`${figure} ${formatShare(row.areaM2 / plan.areaM2, 'en')}`)
        await eventually(async () => plain(await dayRow(page, date).innerText())).toContain(wanted)
      }
    }
  })

  test('bars tell how sure each class is, and no two labels of the line meet', async () => {
    const { page } = await stage.open('?view=timeline', timelineView)
    const boxes = await page.locator('.tick-label').evaluateAll((all) =>
      all.map((one) => ({
        lane: one.className.includes('below'),
        left: one.getBoundingClientRect().left,
        right: one.getBoundingClientRect().right,
      })),
    )
    for (const one of boxes) {
      for (const other of boxes)
        if (one !== other && one.lane === other.lane)
          expect(one.right <= other.left || other.right <= one.left).toBe(true)
    }
    await page.goto(`${stage.address}/?study=basilia-city&view=timeline`)
    const { dates } = await ask('basilia-city', 'only=dates&draws=1000&seed=1')
    const day = dates.find(({ date }) => date === '2018-04-21')!
    const [first] = day.layers[0]!.classes
    await eventually(() =>
      page
        .locator('.error-bar')
        .evaluateAll((all) => all.map((one) => Number.parseFloat(one.getAttribute('y2')!).toFixed(1))),
    ).toContain((100 * (1 - first!.shareLow!)).toFixed(1))
  })

  test('draws on each step what the measurement says, adding up to the plan, and pales what is only last known', async () => {
    const { page } = await stage.open('?study=basilia-city&view=timeline', timelineView)
    const steps = await page.locator('.area-chart g').evaluateAll((all) =>
      all.map((group) => ({
        kind: group.getAttribute('class'),
        heights: [...group.querySelectorAll('rect')].map((rect) => Number.parseFloat(rect.getAttribute('height')!)),
      })),
    )
    expect(steps.length).toBeGreaterThanOrEqual(4)
    for (const { kind, heights } of steps) {
      expect(kind).toBe('last-known')
      expect(heights.reduce((sum, height) => sum + height, 0)).toBeCloseTo(100, 1)
    }
    const { dates } = await ask('basilia-city')
    const day = dates.find(({ date }) => date === '2018-04-21')!
    const held = day.combinations.filter(({ classes }) => classes['control']?.join() === 'ISIS')
    const share = held.reduce((sum, one) => sum + one.share, 0)
    expect(steps.some(({ heights }) => heights.some((height) => Math.abs(height - share * 100) < 0.01))).toBe(true)
    expect(await page.locator('.area-chart .event.announcement').count()).toBeGreaterThan(0)
  })

  test('the slider moves sentence, tables, map and address together, by keyboard and by pointer', async () => {
    const { page } = await stage.open('?view=timeline', timelineView)
    const slider = page.getByRole('slider', { name: 'Day shown' })
    expect(await slider.getAttribute('aria-valuetext')).toBe('21 April 2018, 26 days after the announcement')
    await slider.focus()
    await page.keyboard.press('End')
    await eventually(() => slider.getAttribute('aria-valuetext')).toContain('20 October 2025')
    await page.keyboard.press('Home')
    await eventually(() => textOf(page, '.answer')).toContain('18 September 2012')
    expect(new URL(page.url()).searchParams.get('at')).toBe('2012-09-18')
    const tick = (await page.locator('.time-track .tick.announcement').first().boundingBox())!
    await page.mouse.click(tick.x + 1, tick.y + 4)
    await eventually(() => textOf(page, '.answer')).toContain('26 March 2018')
    await eventually(() => textOf(page, '#tab-panel caption')).toContain('26 March 2018')
    expect(await dayRow(page, '2018-03-26').getAttribute('class')).toBe('lit')
    expect(await textOf(page, '.time-track .shown')).toBe('26 March 2018')
  })

  test('plays day after day to the last, leaves no trail of history, and stops on request', async () => {
    const { page } = await stage.open('?study=jobar&view=timeline&at=2021-09-06', timelineView)
    const before = await page.evaluate(() => history.length)
    await page.getByRole('button', { name: 'Play the days' }).click()
    await eventually(() => textOf(page, '.time-track .shown')).not.toBe('6 September 2021')
    await page.getByRole('button', { name: 'Pause' }).click()
    const stopped = await textOf(page, '.time-track .shown')
    await eventually(() => page.getByRole('button', { name: 'Play the days' }).count()).toBe(1)
    expect(await textOf(page, '.time-track .shown')).toBe(stopped)
    await page.getByRole('button', { name: 'Play the days' }).click()
    await eventually(() => textOf(page, '.time-track .shown')).toBe('9 December 2024')
    expect(await page.evaluate(() => history.length)).toBe(before)
    await eventually(() => page.getByRole('button', { name: 'Play the days' }).count()).toBe(1)
  })

  test('the day of the announcement is one press away', async () => {
    const { page } = await stage.open('?view=timeline', timelineView)
    await page.getByRole('button', { name: 'Announcement, 26 March 2018' }).click()
    await eventually(() => textOf(page, '.answer')).toContain('26 March 2018')
    expect(await textOf(page, '.date-table tr.lit')).toContain('on the day of the announcement')
  })

  test('says what changed between two days, per class and from each to each, and the sums are the plan', async () => {
    const { page } = await stage.open('?study=jobar&view=timeline', timelineView)
    await page.getByLabel('from', { exact: true }).selectOption('2014-08-29')
    await page.getByLabel('to', { exact: true }).selectOption('2018-03-31')
    const { dates } = await ask('jobar', 'from=2014-08-29&to=2018-03-31')
    const drawn = (await ask('jobar', 'only=changes&from=2014-08-29&to=2018-03-31&draws=1000&seed=1')).changes.find(
      ({ layer }) => layer === 'control',
    )!
    await eventually(() => textOf(page, '.change-sentence')).toContain(changedAreaText(drawn, 'changedM2', 'en'))
    const figures = async () =>
      (await page.locator('.change .pivot td.number').allInnerTexts()).map((text) =>
        plain(text).replace(/ of it .*$/, ''),
      )
    for (const cell of drawn.matrix.filter(({ areaM2 }) => areaM2 > 0)) {
      await eventually(figures).toContain(plain(formatInterval(cell.areaM2, cell, 'en')!))
    }
    // In numbers the cells are the plan; in print the total is no finer than they are.
    expect(drawn.matrix.reduce((sum, { areaM2 }) => sum + areaM2, 0)).toBeCloseTo(dates[0]!.plan.areaM2, 2)
    expect((await figures()).at(-1)).toBe(formatNoFinerThan(dates[0]!.plan.areaM2, drawn.matrix, 'en'))
  })

  test('ground that other sources name for the same party is no gain of it and no passage', async () => {
    const { page } = await stage.open('?study=basilia-city&view=timeline', timelineView)
    await page.getByLabel('from', { exact: true }).selectOption('2018-03-26')
    await page.getByLabel('to', { exact: true }).selectOption('2018-04-21')
    await eventually(() => textOf(page, '.change-sentence')).toMatch(/in ha: 0\.$/)
    const rows = (await page.locator('.gain-table tbody th').allInnerTexts()).map(plain)
    expect(rows).toEqual(['ISIS, by all sources', 'ISIS, by some'])
    expect(await page.locator('.gain-table .cell-button').count()).toBe(0)
    const changed = page.locator('.change > .table-scroll .pivot td:not(.kept) .cell-button')
    expect(await changed.count()).toBe(0)
  })

  test('draws on the map what changed, what a party gained, and what went from one to another', async () => {
    const { page } = await stage.open('?study=basilia-city&view=timeline', timelineView)
    await page.getByLabel('from', { exact: true }).selectOption('2018-03-16')
    await page.getByLabel('to', { exact: true }).selectOption('2018-04-21')
    await page.waitForSelector('.gain-table .cell-button')
    await page.getByText('From class to class, with who names the ground').click()
    const mask = () => page.evaluate(() => document.querySelector<HTMLCanvasElement>('.veil canvas')!.toDataURL())
    const seen = new Set([await mask()])
    for (const button of [
      page.getByRole('button', { name: 'Show on the map what changed' }),
      page.getByRole('button', { name: /^from ISIS to ISIS:/ }).first(),
      page.getByRole('button', { name: /^from not covered to ISIS, some sources \(3 of 4\):/ }),
    ]) {
      await button.focus()
      await page.keyboard.press('Enter')
      await eventually(() => button.getAttribute('aria-pressed')).toBe('true')
      await eventually(async () => seen.has(await mask())).toBe(false)
      seen.add(await mask())
    }
    await page.getByRole('button', { name: /^ISIS, by some, gained/ }).click()
    await eventually(mask).not.toBe([...seen].at(-1))
  })

  test('stands under the map too, and moves it', async () => {
    const { page } = await stage.open('')
    expect(await page.locator('.time-strip .tick').count()).toBeGreaterThan(5)
    await page.getByRole('slider', { name: 'Day shown' }).press('ArrowRight')
    await eventually(() => textOf(page, '.answer')).toContain('24 April 2018')
  })

  for (const lang of ['en', 'ar']) {
    test(`has no accessibility fault and asks nobody outside in ${lang}`, async () => {
      const { page, errors, outside } = await stage.open(`?view=timeline&lang=${lang}`, timelineView)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])
      expect([errors, outside]).toEqual([[], []])
    })
  }
})
