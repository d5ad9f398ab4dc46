import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { translate } from '../../core/i18n/translate.ts'
import { precedentTable } from '../../core/compare/precedent-table.ts'
import { skippedLines } from '../../core/compare/skipped-study.ts'
import { eventually, openBundled, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'
import type { Comparison } from '../../core/compare/comparison-answer.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openBundled()
}, stageTimeoutMs)
afterAll(() => stage.close())

const three = 'studies=basilia-city,jobar,marota-city'
// Their intervals are drawn in a moment.
const two = 'studies=jobar,marota-city'
const compareView = { until: '.compare-table' } as const

describe('studies side by side', () => {
  test('have the measures that the API gives, one column each', async () => {
    const { page } = await stage.open(`?view=compare&${two}`, compareView)
    const ask = async (query: string) =>
      precedentTable(
        (await (await fetch(`${stage.address}/api/compare?${two}&wait=600${query}`)).json()) as Comparison,
        'en',
      ).rows
    const shown = () =>
      page
        .locator('.compare-table tbody')
        .first()
        .locator('tr')
        .evaluateAll((rows) =>
          rows.map((row) =>
            [...row.children].map((cell) => [...cell.querySelectorAll('div')].map((line) => line.textContent.trim())),
          ),
        )
    const lines = (rows: Awaited<ReturnType<typeof ask>>) => rows.map(({ cells }) => [[], ...cells])
    const areas = lines(await ask('&draws=0'))
    const sure = lines(await ask('&draws=1000&seed=1'))
    expect(sure).not.toEqual(areas)
    await eventually(shown).toEqual(sure)
    expect(await page.locator('.share-strip .interval').count()).toBeGreaterThan(0)
    const labels = await page
      .locator('.share-panel')
      .evaluateAll((all) => all.map((one) => [one.getAttribute('role'), one.getAttribute('aria-label')]))
    expect(labels.find(([, label]) => label!.startsWith('Reported shelled'))).toEqual([
      'img',
      expect.stringContaining('Marota City: nothing is said about shelling'),
    ])
    const heads = await page.locator('.compare-table thead th').allInnerTexts()
    expect(heads).toEqual(['measure', 'Jobar', 'Marota City'])
  }, 120_000)

  test('say "not measurable" and why, where a study has no layer', async () => {
    const { page } = await stage.open(`?view=compare&${three}`, compareView)
    const cells = await page.locator('.unmeasured').allInnerTexts()
    expect(cells.length).toBeGreaterThan(0)
    for (const text of cells) expect(text).toMatch(/^not measurable\s+\S/)
  })

  test('are told apart in the sentences of the API, the first open, and in days from each announcement', async () => {
    const { page } = await stage.open(`?view=compare&${three}`, compareView)
    const { findings, studies } = (await (
      await fetch(`${stage.address}/api/compare?${three}&wait=600`)
    ).json()) as Comparison
    await page.locator('.findings details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
    const shown = await page.locator('.finding-list li > span:last-child').allInnerTexts()
    expect(shown.toSorted()).toEqual(findings.map(({ text }) => text.en).toSorted())
    expect(await textOf(page, '.findings')).toContain('different')
    const days = studies.flatMap(({ events }) => events.filter((event) => event.days !== null))
    expect(await page.locator('.compare-table .plain-list li', { hasText: 'announcement)' }).count()).toBe(days.length)
  })

  test('set every published figure against ours, with the difference or the reason for none', async () => {
    const { page } = await stage.open(`?view=compare&${three}`, compareView)
    const { studies } = (await (await fetch(`${stage.address}/api/compare?${three}&wait=600`)).json()) as Comparison
    const rows = studies.flatMap(({ against }) => against.filter(({ without }) => without !== 'not-an-area'))
    expect(await page.locator('.published-table tbody tr:not(.group)').count()).toBe(rows.length)
    expect(await textOf(page, '.published-table tbody tr:nth-child(2)')).toMatch(/900 ha drawn to this figure$/)
    expect(await textOf(page, '.published-table tbody tr:nth-child(4)')).toMatch(
      /954 ha 900 \(850 to 950\) ha 21 April 2018 none given: drawn to a published figure$/s,
    )
  })

  test('are drawn at one common scale', async () => {
    const { page } = await stage.open(`?view=compare&${three}`, compareView)
    const bars = page.locator('.compare-map .scale-bar')
    await eventually(() => bars.count()).toBe(3)
    await eventually(async () => new Set(await bars.allInnerTexts()).size).toBe(1)
    const bar = page.locator('.compare-map .bar')
    const widths = await bar.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width))
    expect(new Set(widths.map((width) => width.toFixed(1))).size).toBe(1)
    expect(await page.locator('.compare-map canvas').count()).toBeGreaterThanOrEqual(3)
  })

  test('are chosen by the reader, the address keeps the choice, and one always stays', async () => {
    const { page } = await stage.open(`?view=compare&${three}`, compareView)
    await page.getByRole('checkbox', { name: 'Marota City' }).uncheck()
    await eventually(() => page.locator('.compare-table thead th').count()).toBe(3)
    expect(new URL(page.url()).searchParams.get('studies')).toBe('basilia-city,jobar')
    await page.reload()
    await page.waitForSelector('.compare-table')
    await eventually(() => page.locator('.compare-map').count()).toBe(2)
    await page.getByRole('checkbox', { name: 'Jobar' }).uncheck()
    await page.getByRole('checkbox', { name: 'Basilia City' }).click()
    expect(await page.getByRole('checkbox', { name: 'Basilia City' }).isChecked()).toBe(true)
  })

  test('begin with the study in hand and those that it names as its precedents', async () => {
    const { page } = await stage.open('?view=compare&study=marota-city', compareView)
    const chosen = page.locator('.compare-choice input:checked')
    expect(await chosen.count()).toBe(1)
    expect(await page.locator('.compare-table thead th').allInnerTexts()).toEqual(['measure', 'Marota City'])
    const { precedents } = (await (await fetch(`${stage.address}/api/studies/basilia-city`)).json()) as {
      readonly precedents: readonly string[]
    }
    await page.goto(`${stage.address}/?view=compare&study=basilia-city`)
    await eventually(() => chosen.count()).toBe(1 + precedents.length)
    await eventually(() => page.locator('.compare-table thead th').count()).toBe(2 + precedents.length)
    expect(new URL(page.url()).searchParams.get('studies')).toBeNull()
  })

  for (const lang of ['en', 'ar'] as const) {
    test(`skip those that cannot be compared and name them with the reason in ${lang}`, async () => {
      const own = await openStage()
      onTestFinished(() => own.close())
      const api = async (method: string, path: string, body: unknown) => {
        const headers = { 'content-type': 'application/json', 'if-match': '*' }
        const answer = await fetch(`${own.address}${path}`, { method, headers, body: JSON.stringify(body) })
        return (await answer.json()) as { readonly id: string }
      }
      const title = { en: 'Nothing loaded', ar: 'لا شيء محمّل' }
      const { id } = await api('POST', '/api/studies', { title })
      const made = await api('POST', '/api/studies/marota-city/copy', {})
      await api('PUT', `/api/studies/${made.id}`, { ...made, precedents: ['darayya', id, 'long-gone'] })
      const { page } = await own.open(`?view=compare&study=${made.id}&lang=${lang}`, compareView)
      await eventually(() => page.locator('.compare-table thead th').count()).toBe(3)
      const { skipped } = (await (
        await fetch(`${own.address}/api/compare?studies=${made.id}&precedents=true&draws=0&wait=60`)
      ).json()) as Comparison
      expect(skipped.map(({ code }) => code)).toEqual(['study-not-found', 'plan-missing'])
      const lines = page.locator('.skipped-studies li')
      await eventually(() => lines.allTextContents()).toEqual(skippedLines(skipped, lang))
      await page.getByRole('checkbox', { name: title[lang] }).uncheck()
      await eventually(() => lines.count()).toBe(0)
      const claims = await textOf(page, '.compare-table tbody')
      expect(claims).toContain(translate(lang, 'precedent.basis-claimed'))
    })

    test(`has no accessibility fault in ${lang}`, async () => {
      const { page, errors, outside } = await stage.open(`?view=compare&${three}&lang=${lang}`, compareView)
      await eventually(() => page.locator('.compare-legend li').count()).toBeGreaterThan(3)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([])
      expect(await textOf(page, '.compare-legend')).not.toBe('')
      expect([errors, outside]).toEqual([[], []])
    })
  }
})
