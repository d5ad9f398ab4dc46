import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loaded, newStudy, running, type Client } from '../http/running-server.ts'
import { named, zipOf } from '../import/made-files.ts'
import { arabicShapefile, controlFile, planFile } from '../made-layers.ts'
import { basilia } from './running-command.ts'

describe('exports', () => {
  let folder = ''
  let client: Client
  let id = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basilia-export-'))
    client = await running()
    id = (await newStudy(client, 'Exported')).id
    await loaded(client, id, [planFile], { role: 'plan' })
    await loaded(client, id, [controlFile], { name: 'control', role: 'control', classField: 'side' })
    await loaded(client, id, [arabicShapefile()], { name: 'أحياء', role: 'units', idField: 'NAME' })
  })
  afterAll(async () => {
    await client.stop()
    await rm(folder, { recursive: true })
  })

  test('the zip of a study is taken back by every command, and gives the same numbers', async () => {
    const answer = await client.get(`/api/studies/${id}/export.zip`)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/zip'])
    expect(answer.headers['content-disposition']).toContain('exported.zip')
    const zip = join(folder, 'from-server.zip')
    await writeFile(zip, answer.bytes)
    const measured = await basilia('measure', zip, '--format', 'json')
    expect([measured.code, measured.err]).toEqual([0, measured.err])
    expect(JSON.parse(measured.out)).toEqual((await client.get(`/api/studies/${id}/measurement`)).json)
    expect(JSON.parse(measured.out).units[0].id).toBe('دمشق القديمة')
    const again = join(folder, 'again.zip')
    expect((await basilia('export', zip, '--out', again)).code).toBe(0)
    expect((await readFile(again)).equals(answer.bytes)).toBe(true)
    expect((await basilia('sheet', again, '--out', join(folder, 'sheet.svg'))).code).toBe(0)
    expect((await readdir(folder)).sort()).toEqual(['again.zip', 'from-server.zip', 'sheet.svg'])
  })

  test('the table has the same bytes from the command line and over HTTP, in both languages', async () => {
    for (const lang of ['en', 'ar']) {
      const file = join(folder, `${lang}.csv`)
      expect((await basilia('export', 'basilia-city', '--out', file, '--lang', lang, '--draws', '20')).code).toBe(0)
      const answer = await client.get(`/api/studies/basilia-city/export.csv?lang=${lang}&draws=20`)
      expect(answer.headers['content-type']).toMatch('text/csv')
      expect((await readFile(file)).equals(answer.bytes)).toBe(true)
      expect(answer.text.startsWith('\ufeff')).toBe(true)
    }
  })

  test('a table is parted by the separator that is asked for, and its description says so', async () => {
    const commas = await client.get(`/api/studies/${id}/export.csv?draws=0`)
    const rows = (text: string, separator: string): string[][] =>
      text.split('\r\n').map((line) => line.split(separator))
    expect(rows(commas.text, ',').length).toBeGreaterThan(3)
    expect(commas.text).not.toMatch(/[";\t]/)
    for (const [word, separator] of [
      ['semicolon', ';'],
      ['tab', '\t'],
      ['comma', ','],
    ] as const) {
      const file = join(folder, `${word}.csv`)
      const zip = join(folder, 'from-server.zip')
      expect((await basilia('export', zip, '--out', file, '--draws', '0', '--separator', word)).code).toBe(0)
      const answer = await client.get(`/api/studies/${id}/export.csv?draws=0&separator=${word}`)
      expect((await readFile(file)).equals(answer.bytes)).toBe(true)
      expect(rows(answer.text, separator)).toEqual(rows(commas.text, ','))
      const described = JSON.parse(await readFile(`${file}.datapackage.json`, 'utf8'))
      expect(described.resources[0].dialect.delimiter).toBe(separator)
    }
    const { status, json } = await client.get(`/api/studies/${id}/export.csv?separator=|`)
    expect([status, json.code, json.values.name]).toEqual([400, 'query-invalid', 'separator'])
    expect((await basilia('export', 'jobar', '--out', 'x.csv', '--separator', '|')).code).toBe(2)
  })

  test('a format that is none is not found, or wrong usage', async () => {
    const { status, json } = await client.get(`/api/studies/${id}/export.doc`)
    expect([status, json.code]).toEqual([404, 'format-unknown'])
    expect((await basilia('export', 'jobar', '--out', 'x.doc')).code).toBe(2)
  })

  test.each([
    ['no zip at all', Buffer.from('PK or not')],
    ['cut short', zipOf([named('s/study.json', '{}')]).subarray(0, 40)],
    ['without a study', zipOf([named('readme.txt', 'hello')])],
    ['with two studies', zipOf([named('a/study.json', '{}'), named('b/study.json', '{}')])],
    ['with a study.json that is none', zipOf([named('study.json', '[]')])],
    ['that leads out of itself', zipOf([named('../study.json', '{}')])],
  ])('a file %s is refused in words', async (_, bytes) => {
    const path = join(folder, 'bad.zip')
    await writeFile(path, bytes)
    const { code, err } = await basilia('measure', path)
    expect([code, err]).toEqual([1, err])
    expect(err).toMatch(/bad\.zip|study\.json/)
    expect(err).not.toMatch(/^\s+at .*:\d+/m)
    await rm(path)
  })
})
