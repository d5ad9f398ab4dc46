import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import { readConfig } from '../../server/config/config.ts'
import type { NamedBytes } from '../../server/import/record/imported.ts'
import { startServer } from '../../server/http/start.ts'

/** The built page in a real browser on a real server. */
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

/** How long a busy machine may take for what must come; what comes sooner is not waited for. */
const patienceMs = 60_000

/** For the hooks that open a stage: unpacking and starting take a while on a busy machine. */
export const stageTimeoutMs = 60_000

type Serving = { readonly address: string; readonly workspace: string; readonly bugs: unknown[]; stop(): Promise<void> }

async function serve(settings: Parameters<typeof readConfig>[0]): Promise<Serving> {
  const workspace = await mkdtemp(join(inject('browser').workspaces, 'page-'))
  const config = readConfig({ port: '0', workspace, ...settings }, {})
  if (!config.ok) throw new Error(config.problem.code)
  const bugs: unknown[] = []
  const started = await startServer(config.value, { bug: (error) => bugs.push(error), request() {}, job() {} })
  if (!started.ok) throw new Error(started.problem.code)
  const server = started.value
  return { address: server.address, workspace, bugs, stop: () => server.stop() }
}

/** What the files that a worker takes share; both end with it. */
let browser: Promise<Browser> | undefined
let bundled: Promise<Serving> | undefined

/** The browser, anew where it broke down. */
async function runningBrowser(): Promise<Browser> {
  const before = await browser
  if (before?.isConnected()) return before
  const { executablePath, libraryPath } = inject('browser')
  const env = { ...process.env, LD_LIBRARY_PATH: libraryPath } as Record<string, string>
  browser = chromium.launch({ executablePath, args: flags, env })
  return browser
}

const stageOn = (shown: Browser, { address }: Serving, close: () => Promise<void>): Stage => ({
  address,
  open: (path, options) => visit(shown, `${address}/${path}`, options),
  close,
})

/** A workspace of its own. `settings` are those of the server beside its port and its workspace. */
export async function openStage(settings: Parameters<typeof readConfig>[0] = {}): Promise<Stage> {
  const own = await serve(settings)
  return stageOn(await runningBrowser(), own, async () => {
    await own.stop()
    await rm(own.workspace, { recursive: true })
    if (own.bugs.length > 0) throw own.bugs[0]
  })
}

/** The bundled studies as they are, for tests that change none and make none: what is drawn of them is drawn once. */
export async function openBundled(): Promise<Stage> {
  bundled ??= serve({})
  const shared = await bundled
  return stageOn(await runningBrowser(), shared, async () => {
    const made = (await readdir(shared.workspace)).filter((name) => !/^\.(?:incoming|server-)/.test(name))
    if (made.length > 0) {
      // Only the file that did it fails: the next begins another.
      bundled = undefined
      await shared.stop()
      throw new Error(`the shared workspace was changed: ${made.join(' ')}`)
    }
    if (shared.bugs.length > 0) throw shared.bugs[0]
  })
}

async function visit(
  browser: Browser,
  address: string,
  { until = '.answer', ...options }: BrowserContextOptions & { readonly until?: string } = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  context.setDefaultTimeout(patienceMs)
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
export const eventually = <T>(style: () => T | Promise<T>) => expect.poll(style, { timeout: patienceMs })
