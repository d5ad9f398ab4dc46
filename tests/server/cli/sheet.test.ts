import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { running, type Client } from '../http/running-server.ts'
import { basilia } from './running-command.ts'

describe('sheets', () => {
  let folder = ''
  let client: Client
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basilia-sheet-'))
    client = await running()
  })
  afterAll(async () => {
    await client.stop()
    await rm(folder, { recursive: true })
  })

  test.each([
    ['svg', 'image/svg+xml', 'en', '<svg'],
    ['svg', 'image/svg+xml', 'ar', '<svg'],
    ['png', 'image/png', 'ar', '\u0089PNG'],
    ['pdf', 'application/pdf', 'en', '%PDF-'],
  ])('a %s (%s, %s) has the same bytes from the command line and over HTTP', async (format, type, language, beginning) => {
    const file = join(folder, `${language}.${format}`)
    const options = ['--lang', language, '--orientation', 'portrait', '--dpi', '72', '--at', '2018-04-21']
    const made = await basilia('sheet', 'basilia-city', '--out', file, ...options)
    expect([made.code, made.err]).toEqual([0, made.err])
    const query = `lang=${language}&orientation=portrait&dpi=72&at=2018-04-21`
    const answer = await client.get(`/api/studies/basilia-city/sheet.${format}?${query}`)
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toMatch(type)
    const bytes = await readFile(file)
    expect(bytes.toString('latin1').startsWith(beginning)).toBe(true)
    expect(bytes.equals(answer.bytes)).toBe(true)
  })

  test('a sheet of a kind that is none is not found', async () => {
    const { status, json } = await client.get('/api/studies/basilia-city/sheet.gif')
    expect([status, json.code]).toEqual([404, 'format-unknown'])
  })

  test('a sheet that cannot be written is refused in words', async () => {
    const { code, err } = await basilia('sheet', 'darayya', '--out', join(folder, 'nowhere', 'sheet.svg'))
    expect(code).toBe(1)
    expect(err).toContain(join(folder, 'nowhere', 'sheet.svg'))
  })
})
