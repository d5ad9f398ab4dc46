import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser to start, the folder of the system libraries that it brings, and where the workspaces of its servers are. */
    browser: { readonly executablePath: string; readonly libraryPath: string; readonly workspaces: string }
  }
}

const folder = resolve('node_modules/.cache/chromium')

/**
 * Unpacks the browser that npm brought, with the system libraries that a bare machine lacks; both only once.
 * `CHROMIUM_PATH` names another browser.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['CHROMIUM_PATH']
  const executablePath = given ?? (await unpack())
  const workspaces = await mkdtemp(join(tmpdir(), 'basilia-pages-'))
  project.provide('browser', { executablePath, libraryPath: join(folder, 'al2023', 'lib'), workspaces })
  return () => rm(workspaces, { recursive: true, force: true })
}

/** The package unpacks to `TMPDIR`, and its libraries only where it believes to run on Amazon's machines. */
async function unpack(): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const environment = { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  const changed = [...Object.keys(environment), 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']
  const before = changed.map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, environment)
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return await chromium.executablePath()
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
