import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig, settings } from '../../../server/config/config.ts'
import { projectRoot } from '../../../server/config/project-root.ts'

describe('the settings of the server', () => {
  test('every one has a default, a flag, a variable and a sentence that explains it', () => {
    expect(readConfig({}, {})).toMatchObject({
      ok: true,
      value: { port: 3000, host: '127.0.0.1', workspace: join(homedir(), 'basilia-studies'), uploadLimitMB: 200 },
    })
    for (const { doc, flag, variable, schema } of Object.values(settings)) {
      expect(doc.length).toBeGreaterThan(10)
      expect(flag).toMatch(/^[a-z-]+$/)
      expect(variable).toMatch(/^[A-Z_]+$/)
      expect(schema.safeParse(undefined).success).toBe(true)
    }
  })

  test('every one stands in docs/server.md as the schema has it', () => {
    const rows = Object.values(settings).map(({ flag, variable, doc, schema }) => {
      const usual = String(schema.parse(undefined)).replace(homedir(), '~')
      return `| \`--${flag}\` | \`${variable}\` | \`${usual}\` | ${doc} |`
    })
    const table = readFileSync(join(projectRoot, 'docs', 'server.md'), 'utf8').split('\n')
    expect(table.filter((line) => line.startsWith('| `--'))).toEqual(rows)
  })

  test('a flag goes before the environment, and an empty variable is none', () => {
    expect(readConfig({ port: '4000' }, { PORT: '5000', HOST: '' })).toMatchObject({
      ok: true,
      value: { port: 4000, host: '127.0.0.1' },
    })
    expect(readConfig({}, { PORT: '5000', BASILIA_WORKSPACE: '~/maps' })).toMatchObject({
      ok: true,
      value: { port: 5000, workspace: join(homedir(), 'maps') },
    })
  })

  test('a workspace in the folder of the program is refused', () => {
    for (const workspace of [projectRoot, join(projectRoot, 'studies'), join(projectRoot, 'data', '..', 'x')]) {
      expect(readConfig({ workspace }, {})).toMatchObject({ ok: false, problem: { code: 'setting-invalid' } })
    }
    expect(readConfig({ workspace: `${projectRoot}-studies` }, {}).ok).toBe(true)
  })

  test('a workspace in a folder of the system is refused', () => {
    for (const workspace of ['/proc', '/proc/x', '/sys/x', '/dev', '/dev/x', '/dev/../proc/x', '/dev/shm'])
      expect(readConfig({ workspace }, {})).toMatchObject({ ok: false, problem: { code: 'setting-invalid' } })
    for (const workspace of ['/dev/shm/studies', '/process', '/home/dev']) {
      expect(readConfig({ workspace }, {}).ok).toBe(true)
    }
  })

  test.each([
    [{ port: 'eighty' }, {}, '--port', 'eighty'],
    [{ port: '70000' }, {}, '--port', '70000'],
    [{ port: '' }, {}, '--port', ''],
    [{}, { PORT: ' ' }, 'PORT', ' '],
    [{}, { BASILIA_RATE: '0x10' }, 'BASILIA_RATE', '0x10'],
    [{}, { PORT: '-1' }, 'PORT', '-1'],
    [{}, { HOST: 'a b' }, 'HOST', 'a b'],
    [{ 'upload-limit': '0' }, {}, '--upload-limit', '0'],
    [{ rate: 'many' }, {}, '--rate', 'many'],
  ])('%j %j is refused by name', (flags, environment, name, value) => {
    expect(readConfig(flags, environment)).toMatchObject({
      ok: false,
      problem: { code: 'setting-invalid', values: { name, value } },
    })
  })
})
