import { AxeBuilder } from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stepText } from '../../core/history/step-text.ts'
import { translate, type Language, type MessageKey, type MessageValues } from '../../core/i18n/translate.ts'
import { planFile } from '../server/made-layers.ts'
import { dropped, eventually, openStage, stageTimeoutMs, textOf, type Stage } from './open-page.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, stageTimeoutMs)
afterAll(() => stage.close())

const api = async (method: string, path: string, body?: unknown): Promise<unknown> => {
  const answer = await fetch(`${stage.address}/api/studies${path}`, {
    method,
    headers: { 'if-match': '*', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return answer.status === 204 ? null : answer.json()
}
type Titled = { readonly id: string; readonly title: { readonly en: string; readonly ar?: string } }
const studyOf = async (id: string) => (await api('GET', `/${id}`)) as Titled & Record<string, unknown>

/** A study of one's own with a plan of a stated accuracy. */
async function makeStudy(title: string): Promise<string> {
  const { id } = (await api('POST', '', { title })) as Titled
  const form = new FormData()
  form.append('options', JSON.stringify({ role: 'plan', name: 'plan', accuracyM: 100 }))
  form.append('files', new Blob([Buffer.from(planFile.bytes)]), planFile.name)
  await fetch(`${stage.address}/api/studies/${id}/layers?wait=60`, { method: 'POST', body: form })
  return id
}

const setAccuracy = (id: string, accuracyM: number) => api('PATCH', `/${id}/layers/plan?wait=60`, { accuracyM })
const violationsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])
const messageOf = (page: Page) => textOf(page, '.step-message')
const titleOf = (page: Page) => textOf(page, '[data-menu=studies] > button')

describe.each(['en', 'ar'] as const)('studies in %s', (language: Language) => {
  const say = (key: MessageKey, values?: MessageValues): string => translate(language, key, values)
  const step = (code: string, values: MessageValues): string =>
    stepText({ code, values }, language).replaceAll('\u00a0', ' ')
  const accuracy = step('layer-accuracy', { title_en: 'plan', from: 100, to: 50 })

  test('a change is undone and done again, each step named, by pointer and by keyboard', async () => {
    const id = await makeStudy(`Steps ${language}`)
    await setAccuracy(id, 50)
    const { page, errors } = await stage.open(`?study=${id}&lang=${language}`)
    const undo = page.getByRole('button', { name: say('page.undo', { step: accuracy }) })
    await undo.click()
    await eventually(() => messageOf(page)).toContain(say('step.undo', { step: accuracy }))
    expect((await studyOf(id))['layers']).toMatchObject([{ accuracyM: 100 }])
    await eventually(() => violationsOf(page)).toEqual([])
    await page
      .locator('.step-message')
      .getByRole('button', { name: say('page.redo.short') })
      .click()
    await eventually(() => messageOf(page)).toContain(say('step.redo', { step: accuracy }))
    // The same by keys; in a text field they are the field's own.
    await page.keyboard.press('Control+z')
    await eventually(() => messageOf(page)).toContain(say('step.undo', { step: accuracy }))
    await page.keyboard.press('Control+Shift+Z')
    await eventually(() => messageOf(page)).toContain(say('step.redo', { step: accuracy }))
    await page.locator('[data-menu=studies] > button').press('Enter')
    await page.locator('#study-title').press('Control+z')
    expect((await studyOf(id))['layers']).toMatchObject([{ accuracyM: 50 }])
    await page.locator('.history summary').press('Enter')
    expect(await page.locator('.history li').allInnerTexts()).toHaveLength(6)
    expect(await textOf(page, '.history li:last-child')).toContain(
      step('layers-loaded', { title_en: 'plan', count: 1 }),
    )
    await eventually(() => violationsOf(page)).toEqual([])
    expect(errors).toEqual([])
  })

  test('a study is renamed, duplicated, deleted and brought back, by keyboard alone', async () => {
    const id = await makeStudy(`Kept ${language}`)
    const { page, errors } = await stage.open(`?study=${id}&lang=${language}`)
    const openMenu = () => page.locator('[data-menu=studies] > button').press('Enter')
    await openMenu()
    await page.locator('#study-title').fill('Another title')
    await page.locator('#study-title').press('Enter')
    await eventually(() => titleOf(page)).toContain('Another title')
    expect((await studyOf(id)).title[language]).toBe('Another title')
    await openMenu()
    await page.getByRole('button', { name: say('page.study.duplicate'), exact: true }).press('Enter')
    await eventually(() => new URL(page.url()).searchParams.get('study')).toBe(`${id}-2`)
    await eventually(() => titleOf(page)).toContain(translate(language, 'study.copy-title', { title: 'Another title' }))
    await openMenu()
    await page.getByRole('button', { name: say('page.study.delete'), exact: true }).press('Enter')
    await eventually(() => new URL(page.url()).searchParams.get('study')).not.toBe(`${id}-2`)
    expect((await fetch(`${stage.address}/api/studies/${id}-2`)).status).toBe(404)
    await page
      .locator('.step-message')
      .getByRole('button', { name: say('page.undo.short') })
      .press('Enter')
    await eventually(() => new URL(page.url()).searchParams.get('study')).toBe(`${id}-2`)
    expect((await fetch(`${stage.address}/api/studies/${id}-2`)).status).toBe(200)
    // The next study in the list may have nothing to measure (422), and one that moves on while it is measured says so (409).
    expect(errors.filter((error) => !/422|409/.test(error))).toEqual([])
  })

  test('a layer is removed without a question and comes back from the message', async () => {
    const id = await makeStudy(`Layer ${language}`)
    const { page } = await stage.open(`?study=${id}&lang=${language}`)
    await page.getByRole('button', { name: say('page.layer.settings', { layer: 'plan' }) }).click()
    await page.getByRole('button', { name: say('page.settle.remove') }).click()
    await eventually(() => messageOf(page)).toContain(step('layers-removed', { title_en: 'plan', count: 1 }))
    await page
      .locator('.step-message')
      .getByRole('button', { name: say('page.undo.short') })
      .click()
    await eventually(() => page.locator('.series').count()).toBe(1)
  })

  test('an exported study is dropped and becomes one', async () => {
    const id = await makeStudy(`Zipped ${language}`)
    const { page } = await stage.open(`?study=${id}&lang=${language}`)
    await page.locator('[data-menu=studies] > button').click()
    const waiting = page.waitForEvent('download')
    await page.getByRole('link', { name: say('page.study.zip'), exact: true }).click()
    const bytes = await readFile(await (await waiting).path())
    await page.locator('#files').setInputFiles(dropped({ name: 'study.zip', bytes }))
    await eventually(() => new URL(page.url()).searchParams.get('study')).toBe(`${id}-2`)
    await eventually(() => messageOf(page)).toContain(say('page.study.imported', { title: `Zipped ${language}` }))
    expect((await studyOf(`${id}-2`))['layers']).toEqual((await studyOf(id))['layers'])
  })

  test('a changed bundled study is marked, and its original comes back and goes again', async () => {
    const name = language === 'en' ? 'jobar' : 'qaboun'
    const original = await studyOf(name)
    await api('PUT', `/${name}`, { ...original, title: { en: 'Mine', ar: 'دراستي' } })
    const { page } = await stage.open(`?study=${name}&lang=${language}`)
    await eventually(() => titleOf(page)).toContain(say('page.study.copy-mark'))
    await page.locator('[data-menu=studies] > button').click()
    await page.getByRole('button', { name: say('page.study.original') }).click()
    await eventually(() => titleOf(page)).toContain(original.title[language])
    expect(await titleOf(page)).not.toContain(say('page.study.copy-mark'))
    await page
      .locator('.step-message')
      .getByRole('button', { name: say('page.undo.short') })
      .click()
    await eventually(() => titleOf(page)).toContain(language === 'en' ? 'Mine' : 'دراستي')
  })
})

describe('two windows of one study', () => {
  test('lose nothing that was typed, and the second sees what the first changed', async () => {
    const id = await makeStudy('Two windows')
    const { page } = await stage.open(`?study=${id}&lang=en`)
    await page.locator('[data-menu=studies] > button').click()
    await page.locator('#study-title').fill('Typed here')
    // Another program changes the study meanwhile.
    await setAccuracy(id, 50)
    await page.locator('#study-title').press('Enter')
    await eventually(() => titleOf(page)).toContain('Typed here')
    expect(await studyOf(id)).toMatchObject({ title: { en: 'Typed here' }, layers: [{ accuracyM: 50 }] })
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.waitForSelector('.answer')
    await other.getByRole('button', { name: 'Undo: Study renamed to Typed here' }).click()
    await eventually(() => messageOf(page)).toContain('Changed elsewhere: Undone: Study renamed to Typed here')
    await eventually(() => titleOf(page)).toContain('Two windows')
  })
})

describe('two browsers of one study', () => {
  test('the second learns what the first changed without doing anything itself', async () => {
    const id = await makeStudy('Two browsers')
    const { page, errors } = await stage.open(`?study=${id}&lang=en`)
    await eventually(() => titleOf(page)).toContain('Two browsers')
    await setAccuracy(id, 50)
    await eventually(() => messageOf(page)).toContain('Changed elsewhere: Accuracy of plan: 50 m instead of 100 m')
    expect(errors).toEqual([])
  })
})

describe('the address', () => {
  test('names where the map is, hidden layers and the row that is kept, and brings them back', async () => {
    const { page } = await stage.open('?study=basilia-city&lang=en')
    expect(new URL(page.url()).searchParams.get('map')).toBeNull()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await eventually(() => new URL(page.url()).searchParams.get('map')).toMatch(/^[\d.]+\/33\.\d+\/36\.\d+$/)
    await page.locator('.series input[type=checkbox]').first().click()
    await eventually(() => new URL(page.url()).searchParams.getAll('hide').length).toBe(1)
    await page.locator('#tab-panel tbody tr').first().click()
    await eventually(() => new URL(page.url()).searchParams.get('row')).toContain('"class","control"')
    const again = await page.context().newPage()
    await again.goto(page.url())
    await again.waitForSelector('.answer')
    expect(await again.locator('.series input[type=checkbox]').first().isChecked()).toBe(false)
    await eventually(() => textOf(again, '.scale-bar')).toBe(await textOf(page, '.scale-bar'))
    expect(again.url()).toBe(page.url())
    const kept = '#tab-panel [aria-pressed=true]'
    await eventually(() => again.locator(kept).count()).toBe(await page.locator(kept).count())
    expect(await page.locator(kept).count()).toBeGreaterThan(0)
  })
})
