import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, openStage, stageTimeoutMs, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, stageTimeoutMs)
afterAll(() => stage.close())

/** What the page may send of script before it answers, and the room in it that is left for what is still to come. */
const most = 250 * 1024
const spare = 20 * 1024

const isScript = (address: string): boolean => address.endsWith('.js')
const isLanguage = (address: string, language: string): boolean => address.includes(`/${language}-`)

test.each([
  { language: 'en', other: 'ar' },
  { language: 'ar', other: 'en' },
])('the first answer in $language comes with at most 230 KB of script', async ({ language, other }) => {
  const { page } = await stage.open(`?lang=${language}`)
  const scripts = async () => {
    const all = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map((entry) => ({
        address: entry.name,
        bytes: entry.transferSize,
        startMs: entry.startTime,
      })),
    )
    return all.filter(({ address }) => isScript(address)).toSorted((a, b) => a.startMs - b.startMs)
  }
  const first = await scripts()
  expect(first.some(({ address }) => isLanguage(address, language))).toBe(true)
  expect(first.some(({ address }) => isLanguage(address, other))).toBe(false)
  expect(Math.min(...first.map(({ bytes }) => bytes))).toBeGreaterThan(0)
  expect(first.reduce((total, { bytes }) => total + bytes, 0)).toBeLessThan(most - spare)

  // Browsers ask for gzip alone where the page comes over a network without TLS.
  const gzip = await Promise.all(first.map(({ address }) => wireBytes(address, 'gzip')))
  expect(gzip.reduce((total, bytes) => total + bytes, 0)).toBeLessThan(most)

  // The other language comes once it is asked for.
  await page.locator(`button[data-lang=${other}]`).click()
  await eventually(() => page.evaluate(() => document.documentElement.lang)).toBe(other)
  expect((await scripts()).some(({ address }) => isLanguage(address, other))).toBe(true)
})

/** How many bytes of a script come packed so. */
const wireBytes = (address: string, encoding: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': encoding } }, (answer) => {
      let bytes = 0
      expect(answer.headers['content-encoding']).toBe(encoding)
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => resolve(bytes))
      answer.on('error', reject)
    }).on('error', reject)
  })
