import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { running, type Client } from '../http/running-server.ts'
import { unpacked } from '../export/made-exports.ts'
import { basilia } from './running-command.ts'

/** Fewer than the usual draws, which the first sheet has. */
const few = ['--draws', '20']

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
    ['svg', 'image/svg+xml', 'en', '<svg', []],
    ['svg', 'image/svg+xml', 'ar', '<svg', ['20']],
    ['png', 'image/png', 'ar', '\u0089PNG', ['20']],
    ['pdf', 'application/pdf', 'en', '%PDF-', ['20']],
  ])(
    'a %s (%s, %s) has the same bytes from the command line and over HTTP',
    async (format, type, language, beginning, draws) => {
      const file = join(folder, `${language}.${format}`)
      const options = ['--lang', language, '--orientation', 'portrait', '--dpi', '72', '--at', '2018-04-21']
      const drawn = draws.flatMap((own) => ['--draws', own])
      const made = await basilia('sheet', 'basilia-city', '--out', file, ...options, ...drawn)
      expect([made.code, made.err]).toEqual([0, made.err])
      const query = `lang=${language}&orientation=portrait&dpi=72&at=2018-04-21&wait=600${draws.map((own) => `&draws=${own}`).join('')}`
      const answer = await client.get(`/api/studies/basilia-city/sheet.${format}?${query}`)
      expect(answer.status).toBe(200)
      expect(answer.headers['content-type']).toMatch(type)
      const bytes = await readFile(file)
      expect(bytes.toString('latin1').startsWith(beginning)).toBe(true)
      expect(bytes.equals(answer.bytes)).toBe(true)
    },
  )

  test('a layout gives the same bytes from a file on the command line and as a body over HTTP', async () => {
    const picture =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2" fill="#1F5FA8"/></svg>'
    await writeFile(join(folder, 'logo.svg'), picture)
    const layout = {
      schema: 'basilia-layout/1',
      page: { widthMm: 160, heightMm: 120 },
      title: { en: 'A figure', ar: 'شكل' },
      graticule: { everySeconds: 60 },
    }
    const logo = { alt: 'Ours', heightMm: 8 }
    await writeFile(join(folder, 'layout.json'), JSON.stringify({ ...layout, logos: [{ ...logo, image: 'logo.svg' }] }))
    const file = join(folder, 'figure.pdf')
    const made = await basilia(
      'sheet',
      'basilia-city',
      '--out',
      file,
      '--layout',
      join(folder, 'layout.json'),
      '--scale',
      '50000',
      '--lang',
      'ar',
      ...few,
    )
    expect([made.code, made.err]).toEqual([0, made.err])
    const image = `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`
    const body = { ...layout, logos: [{ ...logo, image }] }
    const answer = await client.call('POST', '/api/studies/basilia-city/sheet.pdf?lang=ar&scale=50000&draws=20', body)
    expect(answer.status).toBe(200)
    expect((await readFile(file)).equals(answer.bytes)).toBe(true)
    const wrong = await client.call('POST', '/api/studies/basilia-city/sheet.svg', { ...body, scale: 'large' })
    expect([wrong.status, wrong.json.code, wrong.json.values.where]).toEqual([422, 'layout-invalid', 'scale'])
  })

  test('several sheets go on numbered files, on pages of a PDF, and one by one over HTTP', async () => {
    const asked = ['--size', '85x110', '--pages', 'dates']
    const made = await basilia('sheet', 'basilia-city', '--out', join(folder, 'small.svg'), ...asked, ...few)
    expect([made.code, made.err]).toEqual([0, made.err])
    const query = 'size=85x110&pages=dates&draws=20'
    for (const page of [1, 2, 9]) {
      const answer = await client.get(`/api/studies/basilia-city/sheet.svg?${query}&page=${page}`)
      expect([answer.status, answer.headers['sheet-count']]).toEqual([200, '9'])
      expect((await readFile(join(folder, `small-${page}.svg`))).equals(answer.bytes)).toBe(true)
    }
    const zip = await client.get(`/api/studies/basilia-city/sheet.svg.zip?${query}`)
    expect([...(await unpacked(zip.bytes)).keys()]).toEqual(
      Array.from({ length: 9 }, (_, i) => `BAS_control_overlap_85x110mm_2018-03-16_dates_${i + 1}.svg`),
    )
    const absent = await client.get(`/api/studies/basilia-city/sheet.svg?${query}&page=10`)
    expect([absent.status, absent.json.code]).toEqual([422, 'sheet-page-absent'])
  })

  test.each([
    [
      'maps of days',
      ['basilia-city', '--paper', 'a3', '--multiples', '2018-03-26,2018-04-21,2018-05-22'],
      'basilia-city/sheet.svg?paper=a3&multiples=2018-03-26,2018-04-21,2018-05-22',
    ],
    [
      'before and after',
      ['basilia-city', '--pair', '2018-03-26,2018-05-22', '--lang', 'ar'],
      'basilia-city/sheet.svg?pair=2018-03-26,2018-05-22&lang=ar',
    ],
    [
      'maps of studies',
      ['qaboun', 'jobar', '--paper', 'a3', '--multiples', 'studies'],
      'qaboun/sheet.svg?paper=a3&with=jobar&multiples=studies',
    ],
    ['a page for each day', ['jobar', '--pages', 'dates'], 'jobar/sheet.pdf?pages=dates'],
    ['a page for each unit', ['basilia-city', '--pages', 'units'], 'basilia-city/sheet.pdf?pages=units'],
  ] as const)('%s have the same bytes from the command line and over HTTP', async (_, words, address) => {
    const file = join(folder, `series.${address.includes('.pdf') ? 'pdf' : 'svg'}`)
    const made = await basilia('sheet', ...words, '--out', file, ...few)
    expect([made.code, made.err]).toEqual([0, made.err])
    const answer = await client.get(`/api/studies/${address}&draws=20&wait=600`)
    expect(answer.status).toBe(200)
    expect((await readFile(file)).equals(answer.bytes)).toBe(true)
  })

  test('a series that cannot be is refused in words', async () => {
    const units = await client.get('/api/studies/qaboun/sheet.pdf?pages=units')
    expect([units.status, units.json.code]).toEqual([422, 'sheet-without-units'])
    const several = await client.get('/api/studies/jobar/sheet.pdf?with=qaboun&pages=units')
    expect([several.status, several.json.code]).toEqual([422, 'sheet-of-studies'])
    const days = await client.get('/api/studies/jobar/sheet.pdf?pair=2018-03-26')
    expect([days.status, days.json.code]).toEqual([400, 'query-invalid'])
  })

  test('a sheet of a kind that is none is not found', async () => {
    const { status, json } = await client.get('/api/studies/basilia-city/sheet.gif')
    expect([status, json.code]).toEqual([404, 'format-unknown'])
  })

  test('a sheet that cannot be written is refused in words', async () => {
    const { code, err } = await basilia('sheet', 'jobar', '--out', join(folder, 'nowhere', 'sheet.svg'))
    expect(code).toBe(1)
    expect(err).toContain(join(folder, 'nowhere', 'sheet.svg'))
  })
})
