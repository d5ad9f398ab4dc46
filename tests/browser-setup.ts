import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser to start, and the folder of the system libraries that it brings. */
    browser: { readonly executablePath: string; readonly libraryPath: string }
  }
}

const folder = resolve('node_modules/.cache/chromium')

/**
 * Unpacks the browser that npm brought, with the system libraries that a bare machine lacks; both only once.
 * `CHROMIUM_PATH` names another browser.
 */
export default async function setup(project: TestProject): Promise<void> {
  const given = process.env['CHROMIUM_PATH']
  const executablePath = given ?? (await unpack())
  project.provide('browser', { executablePath, libraryPath: join(folder, 'al2023', 'lib') })
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
