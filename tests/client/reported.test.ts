import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, stageTimeoutMs, type Stage } from './open-page.ts'

const given = JSON.parse(readFileSync('tests/fixtures/issues/plan-without-outline.json', 'utf8')) as Record<
  string,
  unknown
>
/** A figure of ours that is none. */
const zero = /(?<![\d.,])0(?:\.0+)?\s*(?:ha|%|km²|هكتار)/

let stage: Stage
let id: string
beforeAll(async () => {
  stage = await openStage()
  const made = (await (
    await fetch(`${stage.address}/api/studies`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Told' }),
    })
  ).json()) as { id: string; revision: number }
  id = made.id
  const { status } = await fetch(`${stage.address}/api/studies/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify({ ...given, id, revision: made.revision }),
  })
  expect(status).toBe(200)
}, stageTimeoutMs)
afterAll(() => stage.close())

test.each(['en', 'ar'])(
  'a plan without an outline says that nothing is measured, and tells what sources claim (%s)',
  async (lang) => {
    const { page, errors } = await stage.open(`?study=${id}&lang=${lang}`, { until: '.claimed dl' })
    const rows = page.locator('.claimed dl > div')
    expect(await rows.count()).toBe(4)
    expect(await page.locator('.plan-bar, [role=tablist]').count()).toBe(0)
    expect(await page.locator('body').innerText()).not.toMatch(zero)
    expect(errors).toEqual([])
  },
)

test.each([
  ['timeline', '.timeline-panel'],
  ['compare', '.compare-table'],
  ['sheet', 'svg'],
])('view %s comes', async (view, until) => {
  const { page, errors } = await stage.open(`?study=${id}&view=${view}`, { until })
  expect(await page.locator('.problem').count()).toBe(0)
  expect(errors).toEqual([])
})
