import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportFormats, type ExportFormat } from '../../../core/options/export-options.ts'
import { project } from '../cli/running-command.ts'
import { running, type Client } from '../http/running-server.ts'

const run = promisify(execFile)
const formats = Object.keys(exportFormats) as ExportFormat[]
let folder = ''
let client: Client

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basilia-same-'))
  client = await running()
})
afterAll(async () => {
  await client.stop()
  await rm(folder, { recursive: true })
})

/** A bundled study from the command line, in another time zone than the server's. */
async function exported(format: ExportFormat, flags: readonly string[], study = 'basilia-city'): Promise<Buffer> {
  const out = join(folder, `made.${format}`)
  const launcher = join(project, 'server', 'launch.mjs')
  await run(process.execPath, [launcher, 'export', study, '--out', out, ...flags], {
    cwd: folder,
    env: { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'ar_SY.UTF-8' },
  })
  return readFile(out)
}

test.each(formats)(
  '%s has the same bytes from the command line and over HTTP, in another time zone and folder',
  async (format) => {
    const answer = await client.get(`/api/studies/basilia-city/export.${format}?lang=ar&draws=20&wait=600`)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, exportFormats[format]])
    expect(answer.headers['content-disposition']).toContain(`basilia-city_2018-04-21.${format}`)
    expect((await exported(format, ['--lang', 'ar', '--draws', '20'])).equals(answer.bytes)).toBe(true)
  },
)

test('both ways take the usual draws where no number is given', async () => {
  const answer = await client.get('/api/studies/jobar/export.csv?wait=600')
  expect((await exported('csv', [], 'jobar')).equals(answer.bytes)).toBe(true)
  const fewer = await client.get('/api/studies/jobar/export.csv?draws=20')
  expect(fewer.bytes.equals(answer.bytes)).toBe(false)
})

test.each(['csv', 'xlsx'] as const)(
  'a lone %s comes with its data package: its columns, its checksum, its sources',
  async (format) => {
    const query = 'lang=ar&draws=20&with=jobar'
    const table = await client.get(`/api/studies/basilia-city/export.${format}?${query}`)
    const address = /<([^>]*)>; rel="describedby"/.exec(String(table.headers['link']))![1]!
    const described = (await client.get(address)).json
    const bytes = await exported(format, ['--lang', 'ar', '--draws', '20', '--with', 'jobar'])
    expect(bytes.equals(table.bytes)).toBe(true)
    const beside = JSON.parse(await readFile(join(folder, `made.${format}.datapackage.json`), 'utf8'))
    const hash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
    for (const { resources } of [described, beside]) for (const resource of resources) expect(resource.hash).toBe(hash)
    expect(beside.resources[0].path).toBe(`made.${format}`)
    expect(described.sources.length).toBeGreaterThan(1)
    expect(described.citation).toMatch(/SHA-256 [0-9a-f]{64}/)
    const titles = (resource: { schema: { fields: { name: string; unit?: string }[] } }) =>
      resource.schema.fields.map(({ name }) => name)
    if (format === 'csv')
      expect(table.text.split('\r\n')[0]!.replace('\ufeff', '').split(',')).toEqual(titles(described.resources[0]))
    else
      expect(described.resources.map(({ dialect }: { dialect: { sheetName: string } }) => dialect.sheetName)).toContain(
        'المقارنة',
      )
  },
)

test('the day, the draws and the pieces asked for are those of the file, on both ways', async () => {
  const query = 'at=2018-05-21&draws=20&seed=5&pieces=feature&wait=60'
  const answer = await client.get(`/api/studies/basilia-city/export.geojson?${query}`)
  const flags = ['--at', '2018-05-21', '--draws', '20', '--seed', '5', '--pieces', 'feature']
  expect((await exported('geojson', flags)).equals(answer.bytes)).toBe(true)
  const { basilia, features } = JSON.parse(answer.text)
  expect([basilia.at, basilia.method.interval]).toMatchObject(['2018-05-21', { draws: 20, seed: 5 }])
  expect(features[0].properties).toHaveProperty(['control.features'])
})

test('a study that cannot be measured is refused in words, whatever the format', async () => {
  const { json } = await client.call('POST', '/api/studies', { title: 'Empty' })
  for (const format of formats) {
    const answer = await client.get(`/api/studies/${json.id}/export.${format}`)
    expect([answer.status, answer.json.code]).toEqual([422, 'plan-missing'])
  }
  const wrong = await client.get('/api/studies/basilia-city/export.gpkg?pieces=none')
  expect(wrong.status).toBe(400)
})

test('the export that takes longer than asked is a job, whose result is the file', async () => {
  const answer = await client.get('/api/studies/jobar/export.package.zip?wait=0')
  expect(answer.status).toBe(202)
  const id = answer.json.id
  const events = await client.get(`/api/jobs/${id}/events`)
  expect(events.text).toContain('"state":"done"')
  const result = await client.get(`/api/jobs/${id}/result`)
  expect(result.bytes.subarray(0, 2).toString()).toBe('PK')
})
