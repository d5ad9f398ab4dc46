import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import { readConfig } from '../../server/config/config.ts'
import type { NamedBytes } from '../../server/import/record/imported.ts'
import { startServer } from '../../server/http/start.ts'

/** The built page in a real browser on a real server, with a workspace of its own. */
export type Stage = {
  readonly address: string
  /** Opens the page and waits until it has measured, unless `until` names another element. */
  open(address: string, options?: BrowserContextOptions & { readonly until?: string }): Promise<Visit>
  close(): Promise<void>
}

type Visit = {
  readonly page: Page
  /** What the browser complained of, and every address asked for that is not the server's. */
  readonly errors: readonly string[]
  readonly outside: readonly string[]
}

// Without a graphics card Chromium would emulate one, at twice the time, and now and then wait for it without end.
const flags = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--force-color-profile=srgb']

/** For the hooks that open a stage: unpacking and starting take a while on a busy machine. */
export const stageTimeoutMs = 60_000

/** `settings` are those of the server beside its port and its workspace. */
export async function openStage(settings: Parameters<typeof readConfig>[0] = {}): Promise<Stage> {
  const { executablePath, libraryPath } = inject('browser')
  const workspace = await mkdtemp(join(tmpdir(), 'basilia-page-'))
  const config = readConfig({ port: '0', workspace, ...settings }, {})
  if (!config.ok) throw new Error(config.problem.code)
  const bugs: unknown[] = []
  const server = await startServer(config.value, (error) => bugs.push(error))
  const env = { ...process.env, LD_LIBRARY_PATH: libraryPath } as Record<string, string>
  const browser = await chromium.launch({ executablePath, args: flags, env })
  return {
    address: server.address,
    open: (address, options) => visit(browser, `${server.address}/${address}`, options),
    async close() {
      await browser.close()
      await server.stop()
      await rm(workspace, { recursive: true })
      if (bugs.length > 0) throw bugs[0]
    },
  }
}

async function visit(
  browser: Browser,
  address: string,
  { until = '.answer', ...options }: BrowserContextOptions & { readonly until?: string } = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  onTestFinished(() => context.close())
  const errors: string[] = []
  const outside: string[] = []
  const { origin } = new URL(address)
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== origin && !/^(data|blob):$/.test(url.protocol)) outside.push(request.url())
  })
  const page = await context.newPage()
  const underWay = new Set<string>()
  page.on('request', (request) => underWay.add(request.url()))
  page.on('requestfinished', (request) => underWay.delete(request.url()))
  page.on('requestfailed', (request) => underWay.delete(request.url()))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(address)
  await page.waitForSelector(until).catch((error: unknown) => {
    const state = { errors, underWay: [...underWay] }
    throw new Error(`${address} does not come to show ${until}: ${JSON.stringify(state)}`, { cause: error })
  })
  return { page, errors, outside }
}

/** A file as the browser takes it. */
export const dropped = ({ name, bytes }: NamedBytes) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

/** The text that the page shows, with plain spaces. */
export const textOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().innerText()).replace(/[\s\u00a0]+/g, ' ').trim()

/** What must come true; a busy machine may take its time. */
export const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 20_000 })
