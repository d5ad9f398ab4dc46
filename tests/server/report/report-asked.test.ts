import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { basilia } from '../cli/running-command.ts'
import { running, type Client } from '../http/running-server.ts'

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
  ])('a %s (%s, %s) has the same bytes from the command line and over HTTP', async (format, type, language, beginning) => {
    const file = join(folder, `${language}.${format}`)
    const made = await basilia('report', 'darayya', '--out', file, '--lang', language, '--at', '2016-08-27', '--draws', '20', '--seed', '3')
    expect([made.code, made.err]).toEqual([0, made.err])
    expect(made.err).toContain(`DAR_control_report_2016-08-27.${format}`)
    const answer = await client.get(`/api/studies/darayya/report.${format}?lang=${language}&at=2016-08-27&draws=20&seed=3`)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, type])
    const bytes = await readFile(file)
    expect(bytes.toString('latin1').startsWith(beginning)).toBe(true)
    expect(bytes.equals(answer.bytes)).toBe(true)
  })

  test('a report of a kind that is none is not found', async () => {
    const { status, json } = await client.get('/api/studies/darayya/report.html')
    expect([status, json.code]).toEqual([404, 'format-unknown'])
  })

  test('an option that no report has is refused', async () => {
    const { status, json } = await client.get('/api/studies/darayya/report.pdf?paper=a3')
    expect([status, json.code]).toEqual([400, 'query-unknown'])
  })

  test('an ending that is none is wrong usage', async () => {
    const { code, err } = await basilia('report', 'darayya', '--out', join(folder, 'report.odt'))
    expect([code, err]).toEqual([2, expect.stringContaining('pdf, docx')])
  })
})
