import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { basilia, basiliaIn } from '../cli/running-command.ts'
import { running, type Client } from '../http/running-server.ts'

const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'ar_SY.UTF-8', LC_ALL: 'ar_SY.UTF-8' }

describe('reports', () => {
  let folder = ''
  let client: Client
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'basilia-report-'))
    client = await running()
  })
  afterAll(async () => {
    await client.stop()
    await rm(folder, { recursive: true })
  })

  test.each([
    ['pdf', 'application/pdf', 'en', '%PDF-'],
    ['pdf', 'application/pdf', 'ar', '%PDF-'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'ar', 'PK'],
  ])(
    'a %s (%s, %s) has the same bytes over HTTP and from the command line of a machine in another time zone and language',
    async (format, type, language, beginning) => {
      const file = join(folder, `${language}.${format}`)
      const others = language === 'en' ? [] : ['--with', 'none']
      const requested = [
        '--lang',
        language,
        '--at',
        '2018-03-31',
        '--draws',
        '20',
        '--seed',
        '3',
        '--standard',
        'a-2a',
        ...others,
      ]
      const made = await basiliaIn(elsewhere, 'report', 'jobar', '--out', file, ...requested)
      expect([made.code, made.err]).toEqual([0, made.err])
      expect(made.err).toContain(`JOB_control_report_2018-03-31.${format}`)
      const answer = await client.get(
        `/api/studies/jobar/report.${format}?lang=${language}&at=2018-03-31&draws=20&seed=3&standard=a-2a&wait=120${others.length > 0 ? '&with=none' : ''}`,
      )
      expect([answer.status, answer.headers['content-type']]).toEqual([200, type])
      const bytes = await readFile(file)
      expect(bytes.toString('latin1').startsWith(beginning)).toBe(true)
      if (format === 'pdf') expect(bytes.toString('latin1')).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
      expect(bytes.equals(answer.bytes)).toBe(true)
    },
  )

  test('a brief report has the same bytes on both ways, and those of no full one', async () => {
    const file = join(folder, 'brief.docx')
    const made = await basilia('report', 'jobar', '--style', 'brief', '--draws', '20', '--with', 'none', '--out', file)
    expect([made.code, made.err]).toEqual([0, made.err])
    const of = (style: string) =>
      client.get(`/api/studies/jobar/report.docx?draws=20&with=none&wait=600&style=${style}`)
    const [brief, full] = [await of('brief'), await of('full')]
    expect((await readFile(file)).equals(brief.bytes)).toBe(true)
    expect(brief.bytes.length).toBeLessThan(full.bytes.length)
  })

  test('the studies named stand beside it, on both ways; one named twice is refused', async () => {
    const file = join(folder, 'beside.pdf')
    const sizes: number[] = []
    for (const named of ['none', 'qaboun', 'qaboun,marota-city']) {
      const made = await basilia(
        'report',
        'jobar',
        '--draws',
        '20',
        '--out',
        file,
        ...named.split(',').flatMap((id) => ['--with', id]),
      )
      expect([made.code, made.err]).toEqual([0, made.err])
      const answer = await client.get(`/api/studies/jobar/report.pdf?draws=20&with=${named}&wait=600`)
      expect((await readFile(file)).equals(answer.bytes)).toBe(true)
      sizes.push(answer.bytes.length)
    }
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
    const twice = await client.get('/api/studies/jobar/report.pdf?with=jobar')
    expect([twice.status, twice.json.code]).toEqual([422, 'study-twice'])
  })

  test('long ones that are cancelled leave their threads to others', async () => {
    const long = ['report.docx?with=none&', 'report.pdf?with=none&', 'sheet.png?', 'export.xlsx?with=none&'].map(
      (file) => client.get(`/api/studies/basilia-city/${file}draws=100000&seed=9&wait=0`),
    )
    for (const { status, json } of await Promise.all(long)) {
      expect(status).toBe(202)
      const { json: ended } = await client.call('DELETE', `/api/jobs/${json.id}`)
      expect(ended).toMatchObject({ state: 'cancelled', error: { code: 'job-cancelled' } })
    }
    expect((await client.get('/api/studies/basilia-city/sheet.svg?draws=20&wait=600')).status).toBe(200)
  })

  test('a report of a kind that is none is not found', async () => {
    const { status, json } = await client.get('/api/studies/jobar/report.html')
    expect([status, json.code]).toEqual([404, 'format-unknown'])
  })

  test('an option that no report has is refused', async () => {
    const { status, json } = await client.get('/api/studies/jobar/report.pdf?paper=a3')
    expect([status, json.code]).toEqual([400, 'query-unknown'])
  })

  test('an ending that is none is wrong usage', async () => {
    const { code, err } = await basilia('report', 'jobar', '--out', join(folder, 'report.odt'))
    expect([code, err]).toEqual([2, expect.stringContaining('pdf, docx')])
  })
})
