import type { Router } from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Option } from '../../../core/options/option.ts'
import { flagOf } from '../../../core/options/option.ts'
import { command as compare } from '../../../server/cli/compare.ts'
import { command as correctCounts } from '../../../server/cli/correct-counts.ts'
import { command as damage } from '../../../server/cli/damage.ts'
import { command as errorMatrix } from '../../../server/cli/error-matrix.ts'
import { command as events } from '../../../server/cli/events.ts'
import { command as exports } from '../../../server/cli/export.ts'
import { command as inspect } from '../../../server/cli/inspect.ts'
import { command as measure } from '../../../server/cli/measure.ts'
import { command as report } from '../../../server/cli/report.ts'
import { command as serve } from '../../../server/cli/serve.ts'
import { command as sheet } from '../../../server/cli/sheet.ts'
import { command as uncertainty } from '../../../server/cli/uncertainty.ts'
import { readConfig } from '../../../server/config/config.ts'
import { createApp } from '../../../server/http/app.ts'
import type { Services } from '../../../server/http/routes/services.ts'
import { running, type Client } from './running-server.ts'

type Parameter = { readonly name: string; readonly in: string; readonly description?: string }
type Description = { readonly paths: Record<string, Record<string, { readonly parameters?: Parameter[] }>> }

let client: Client
let described: Description

beforeAll(async () => {
  client = await running()
  described = (await client.get('/api/openapi.json')).json as Description
})
afterAll(() => client.stop())

const methodsAndPaths = (): string[] =>
  Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )

const optionsOf = (method: string, path: string): Parameter[] =>
  (described.paths[path]?.[method]?.parameters ?? []).filter((parameter) => parameter.in === 'query')

/** The routes that the app has mounted, as Express keeps them. */
function mounted(): string[] {
  const config = readConfig({ workspace: client.workspace }, {})
  if (!config.ok) throw new Error(config.problem.code)
  const app = createApp({ config: config.value } as Services, { bug() {}, request() {}, job() {} })
  return (app.router as Router).stack.flatMap(({ route }) =>
    route
      ? Object.keys((route as unknown as { methods: Record<string, boolean> }).methods).map(
          (method) => `${method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`,
        )
      : [],
  )
}

describe('the description of the interface', () => {
  test('has every address that the app answers at, and no other', () => {
    const routes = mounted()
    expect(routes.length).toBeGreaterThan(25)
    const inOrder = (paths: readonly string[]) =>
      [...new Set(paths.map((path) => path.replace(/(sheet|report|export)\.[a-z.{}]+$/, '$1.{format}')))].toSorted()
    expect(inOrder(methodsAndPaths())).toEqual(inOrder(routes))
  })

  test('says of every option what it does', () => {
    const options = methodsAndPaths().flatMap((address) => {
      const [method, path] = address.split(' ') as [string, string]
      return optionsOf(method, path).map(({ name, description }) => [`${address} ${name}`, description] as const)
    })
    expect(options.length).toBeGreaterThan(100)
    for (const [name, description] of options)
      expect([name, description]).toEqual([name, expect.stringMatching(/\w{3}/)])
  })

  test('an option that no address knows is refused by name', async () => {
    for (const path of ['/healthz', '/api/studies', '/api/studies/jobar', '/api/studies/jobar/measurement']) {
      const { status, json } = await client.get(`${path}?colour=red`)
      expect([path, status, json.code, json.values.name]).toEqual([path, 400, 'query-unknown', 'colour'])
    }
  })
})

const commands = {
  serve,
  inspect,
  measure,
  uncertainty,
  events,
  damage,
  'error-matrix': errorMatrix,
  'correct-counts': correctCounts,
  compare,
  sheet,
  report,
  export: exports,
}

test.each(Object.keys(commands) as (keyof typeof commands)[])('%s --help says what each option does', (name) => {
  const { help, options } = commands[name]
  const lines = help.slice(help.indexOf('\n  --'))
  const entries = lines.split(/\n {2}(?=--)/).map((entry) => entry.replaceAll(/\s+/g, ' '))
  const all = Object.entries(options)
  expect(all.length).toBeGreaterThan(2)
  for (const [option, own] of all) {
    const flag = `--${flagOf(option, own)} `
    const reported = entries.find((entry) => entry.startsWith(flag))?.slice(flag.length) ?? ''
    const said = own.given === 'switch' ? reported : reported.slice(reported.indexOf(' ') + 1)
    expect([option, said.slice(0, own.describe.length)]).toEqual([option, own.describe])
  }
  for (const line of lines.split('\n')) expect(line.length).toBeLessThanOrEqual(120)
})

describe('an option means the same in an address and on the command line', () => {
  test.each([
    ['measure', 'get', '/api/studies/{id}/measurement'],
    ['uncertainty', 'get', '/api/studies/{id}/uncertainty'],
    ['events', 'get', '/api/studies/{id}/events'],
    ['damage', 'get', '/api/studies/{id}/damage'],
    ['error-matrix', 'post', '/api/studies/{id}/error-matrix'],
    ['correct-counts', 'get', '/api/studies/{id}/corrected-counts'],
    ['compare', 'get', '/api/compare'],
    ['sheet', 'get', '/api/studies/{id}/sheet.svg'],
    ['report', 'get', '/api/studies/{id}/report.pdf'],
    ['export', 'get', '/api/studies/{id}/export.csv'],
  ] as const)('%s and %s %s', (name, method, path) => {
    /** How long to wait is a question of HTTP, and a command line names its studies in words. */
    const own = new Set(['wait', 'with', 'studies', 'only'])
    const parameters = optionsOf(method, path).filter((parameter) => !own.has(parameter.name))
    expect(parameters.length).toBeGreaterThan(0)
    const options: Readonly<Record<string, Option>> = commands[name].options
    for (const parameter of parameters)
      expect([parameter.name, options[parameter.name]?.describe]).toEqual([parameter.name, parameter.description])
  })
})
