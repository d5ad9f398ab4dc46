import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NamedBytes } from '../../server/import/record/imported.ts'
import { named } from '../server/import/made-files.ts'
import { boxes, planFile } from '../server/made-layers.ts'
import { chooseFiles, loadFile } from './load-file.ts'
import { eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, stageTimeoutMs)
afterAll(() => stage.close())

const csv = (name: string, ...rows: readonly string[]): NamedBytes => named(name, `${rows.join('\n')}\n`)
/** What axe finds in a part of the page that is not fading while it measures. */
async function violations(page: Page, part: string): Promise<string[]> {
  await eventually(() => page.locator('.figures[aria-busy=true]').count()).toBe(0)
  return (await new AxeBuilder({ page }).include(part).analyze()).violations.map(
    ({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`,
  )
}

async function openPlan(title: string): Promise<{ page: Page; id: string }> {
  const answer = await fetch(`${stage.address}/api/studies`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title }),
  })
  const { id } = (await answer.json()) as { id: string }
  const { page } = await stage.open(`?study=${id}`)
  await loadFile(page, 'plan', [planFile])
  await eventually(() => textOf(page, '.answer')).toContain('The plan covers')
  await page.getByRole('button', { name: 'Done' }).click()
  return { page, id }
}

describe('series, damaged sites and events on the page', () => {
  test('files dropped together become one series, its open days asked for in words', async () => {
    const { page } = await openPlan('Series')
    const front = (name: string, east: number) => boxes(name, [[[36.3, 33.48, east, 33.49], {}]])
    await chooseFiles(page, front('front_20180326.geojson', 36.31), front('front_05-04-2018.geojson', 36.305))
    await page.waitForSelector('.series-form')
    expect(await textOf(page, '.series-form')).toMatch(/day and month may be exchanged: .2018-04-05., .2018-05-04/)
    expect(await violations(page, '.layers-column')).toEqual([])
    await page.locator('input[name="day front_05-04-2018"]').fill('2018-04-05')
    await page.locator('#series-name').fill('front')
    await page.locator('#series-role').selectOption('control')
    await page.getByRole('button', { name: 'Load the series' }).click()
    await page.waitForSelector('.settings')
    expect(await textOf(page, '.settings')).toContain('One of 2 snapshots')
    await page.locator('#layer-accuracy').fill('100')
    await page.locator('#layer-accuracy').press('Tab')
    await page.getByRole('button', { name: 'Done' }).click()
    await eventually(() => textOf(page, '#tab-panel')).toContain('50.0 %')
    await page.locator('.layers-column').getByText('26 March 2018').click()
    await eventually(() => textOf(page, '#tab-panel')).toContain('100.0 %')
  })

  test('dated columns become a series; sites are counted once somebody has said how the codes run', async () => {
    const { page } = await openPlan('Sites')
    await loadFile(page, 'damage', [
      csv(
        'sites.csv',
        'lon,lat,2015-01-01,2016-01-01',
        '36.301,33.481,0,3',
        '36.302,33.481,-1,2',
        '36.306,33.481,1,1',
        '36.4,33.4,3,3',
      ),
    ])
    await page.waitForSelector('input[name=destroyed]')
    await page.locator('input[name=destroyed][value=open]').check()
    await page.getByRole('button', { name: 'Load as a series of damage' }).click()
    await page.locator('#tab-damage').click()
    await page.waitForSelector('.list-panel .choice')
    await page.locator('.list-panel .choice', { hasText: '3 means destroyed' }).click()
    await page.waitForSelector('.image-bars')
    await eventually(() => textOf(page, '.list-total')).toBe(
      'In the image of 1 January 2016, 3 sites in the plan are affected; 1 of them is destroyed.',
    )
    expect(await textOf(page, '.image-bars')).toContain('not assessed: 1')
    expect(await textOf(page, '.sentences')).toContain('No share of buildings is given')
    await page.locator('.list-panel summary').first().click()
    expect(await violations(page, '.answer-column')).toEqual([])
  })

  test('a list of events shows its rule, what is left out and why, and what other rules would give', async () => {
    const { page } = await openPlan('Events')
    await loadFile(page, 'shelling', [
      csv(
        'strikes.csv',
        'lon,lat,date',
        '36.303,33.483,2018-04-20',
        ...['20', '21', '22'].map((day) => `36.307,33.487,2018-04-${day}`),
      ),
    ])
    await page.locator('#layer-buffer').fill('100')
    await page.locator('#layer-buffer').press('Tab')
    await page.locator('#layer-events').check()
    await page.locator('#tab-shelling').click()
    await page.waitForSelector('.rule-chart')
    expect(await textOf(page, '.list-total')).toContain('1 of 4 events take part, each with a circle of 100 m')
    expect(await textOf(page, '.event-counts')).toMatch(/left out: the middle of a town, not a site 3/)
    expect(await page.locator('.rule-chart svg').getAttribute('aria-label')).toContain('radius, m')
    await page.locator('#layer-events-cell').fill('200')
    await page.locator('#layer-events-cell').press('Tab')
    await eventually(() => textOf(page, '.list-total')).toContain('cells of 200 m with at least 1 of them')
    await eventually(() => page.locator('.rule-chart').count()).toBe(2)
    expect(await violations(page, 'main')).toEqual([])
    await page.getByRole('button', { name: 'ع' }).click()
    await eventually(() => textOf(page, '.list-total')).toContain('يدخل 1 من أصل 4 أحداث')
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})
