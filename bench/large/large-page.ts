import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chromium, type CDPSession, type Page } from 'playwright-core'
import { startedServer } from '../started-server.ts'
import { inMs, markdown } from '../timing.ts'
import { planText, writeFootprints } from './footprints.ts'

/** Software rendering, also where there is a card, so that machines are alike. */
const flags = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
const mebibyte = 2 ** 20

/**
 * Loads, opens, pans and measures a study of so many seeded footprints in a browser (`CHROMIUM_PATH`), and prints what it took;
 * panning takes so many minutes, and the heap is read after a fifth of them and at their end.
 */
export async function largePageTable([polygons = '100000', minutes = '10']: readonly string[]): Promise<string> {
  const [count, panMs] = [Number(polygons), Number(minutes) * 60_000]
  const server = await startedServer()
  const rows: string[][] = []
  const said = (what: string, value: string): void => {
    rows.push([what, value])
    console.error(`${what}: ${value}`)
  }
  try {
    const zip = join(server.workspace, '.footprints.zip')
    await writeFootprints(zip, count)
    said('zip', `${((await stat(zip)).size / 1e6).toFixed(1)} MB`)
    await ask(server.address, '/api/studies', JSON.stringify({ id: 'large', title: 'Large' }))
    await upload(server.address, 'plan.geojson', new Blob([planText]), { name: 'plan', role: 'plan' })
    const options = { name: 'footprints', role: 'damage', classField: 'grade', date: '2018-04-01' }
    const loading = performance.now()
    await upload(server.address, 'footprints.zip', await openAsBlob(zip), options)
    said('loaded', inMs(performance.now() - loading))
    await measuring(server.address, said)
    await inBrowser(server.address, panMs, said)
  } finally {
    await server.stop()
  }
  return markdown(['', `${count.toLocaleString('en')} polygons`], rows)
}

type Said = (what: string, value: string) => void

async function inBrowser(address: string, panMs: number, said: Said): Promise<void> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
  const libraries = join(executablePath, '..', 'al2023', 'lib')
  const env = { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>
  const browser = await chromium.launch({ executablePath, args: flags, env })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const opening = performance.now()
    await page.goto(`${address}/?study=large`)
    await page.waitForFunction(isDrawn, null, { polling: 50, timeout: 120_000 })
    said('first drawn', inMs(performance.now() - opening))
    await page.waitForSelector('.answer', { timeout: 300_000 })
    said('answer', inMs(performance.now() - opening))
    const session = await page.context().newCDPSession(page)
    const began = performance.now()
    for (const share of [0.2, 1]) {
      const redraws = await panUntil(page, began + share * panMs)
      said(
        `after ${((share * panMs) / 60_000).toFixed(1)} minutes of panning`,
        `${redraws.toFixed(1)} redraws a second, heap ${(await heapBytes(session)).toFixed(0)} MiB`,
      )
    }
  } finally {
    await browser.close()
  }
}

/** Whether a canvas of the map shows something in its middle. */
const isDrawn = (): boolean =>
  [...document.querySelectorAll<HTMLCanvasElement>('.map .ol-layer canvas')].some((canvas) => {
    const context = canvas.width > 0 ? canvas.getContext('2d') : null
    const { data } = context?.getImageData(canvas.width / 2 - 50, canvas.height / 2 - 50, 100, 100) ?? {}
    return data !== undefined && data.filter((value, i) => i % 4 === 3 && value > 0).length > 20
  })

/** Drags the map round in circles that wander off and come back; how often it was drawn anew in a second. */
async function panUntil(page: Page, end: number): Promise<number> {
  const box = (await page.locator('.ol-viewport').first().boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const began = performance.now()
  let redraws = 0
  for (let turn = 0; performance.now() < end; turn++) {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.evaluate(countRedraws)
    for (let step = 0; step < 120 && performance.now() < end; step++) {
      const reach = 60 + 140 * Math.abs(Math.sin(turn / 3))
      await page.mouse.move(x + reach * Math.sin(step / 8 + turn), y + reach * 0.7 * Math.cos(step / 8 + turn))
      await wait(16)
    }
    redraws += await page.evaluate(() => (window as unknown as { redraws: number }).redraws)
    await page.mouse.up()
    // Now and then nearer and farther, so that tiles come and go.
    if (turn % 5 === 4)
      await page
        .locator('.map-buttons button')
        .nth(turn % 10 === 4 ? 0 : 1)
        .click()
  }
  return redraws / ((performance.now() - began) / 1000)
}

/** Counts the frames in which a row of pixels of the map differs from the frame before. */
function countRedraws(): void {
  const counted = window as unknown as { redraws: number; counting: number }
  cancelAnimationFrame(counted.counting)
  counted.redraws = 0
  let before = ''
  const frame = (): void => {
    const canvas = document.querySelector<HTMLCanvasElement>('.map .ol-layer canvas')
    const row = canvas
      ?.getContext('2d')
      ?.getImageData(0, Math.floor(canvas.height / 2), canvas.width, 1)
      .data.join()
    if (row !== undefined && row !== before) counted.redraws++
    before = row ?? ''
    counted.counting = requestAnimationFrame(frame)
  }
  frame()
}

/** In MiB, without what nothing refers to any more. */
async function heapBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize / mebibyte
}

type Job = { readonly id: string; readonly state: string; readonly progress: number }

async function measuring(address: string, said: Said): Promise<void> {
  const began = performance.now()
  const seen = new Set<number>()
  const { id } = (await (await fetch(`${address}/api/studies/large/measurement?wait=0`)).json()) as Job
  await ended(address, id, (progress) => seen.add(progress))
  const answer = await fetch(`${address}/api/studies/large/measurement?wait=600`)
  if (answer.status !== 200) throw new Error(await answer.text())
  said('measured', `${inMs(performance.now() - began)}, ${seen.size} steps of progress`)
}

/** Waits for a job; a request would be given up by the client before a large layer is loaded. */
async function ended(address: string, id: string, told: (progress: number) => void = () => undefined): Promise<void> {
  for (;;) {
    const job = (await (await fetch(`${address}/api/jobs/${id}`)).json()) as Job
    told(job.progress)
    if (job.state === 'done') return
    if (job.state !== 'running' && job.state !== 'queued') throw new Error(JSON.stringify(job))
    await wait(100)
  }
}

async function ask(address: string, path: string, body: BodyInit): Promise<void> {
  const headers = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
  const answer = await fetch(`${address}${path}`, { method: 'POST', body, headers })
  if (answer.status === 202) return ended(address, ((await answer.json()) as Job).id)
  if (answer.status !== 201) throw new Error(await answer.text())
}

function upload(address: string, name: string, content: Blob, options: object): Promise<void> {
  const form = new FormData()
  form.append('files', content, name)
  form.append('options', JSON.stringify(options))
  return ask(address, '/api/studies/large/layers?wait=0', form)
}
