import { spawn, type ChildProcess } from 'node:child_process'
import { appendFile, cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { studyVersion } from '../../../core/model/study.ts'
import { controlFile, planFile } from '../made-layers.ts'
import { loaded, newStudy, running, type Client } from '../http/running-server.ts'
import { basilia, project } from './running-command.ts'

let folder = ''
let client: Client
let id = ''

/** A study with two layers, in a workspace that a server works in. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basilia-operation-'))
  client = await running({ workspace: join(folder, 'workspace') })
  id = (await newStudy(client, 'Kept')).id
  await loaded(client, id, [planFile], { role: 'plan' })
  await loaded(client, id, [controlFile], { role: 'control', classField: 'side' })
})
afterAll(async () => {
  await client.stop()
  await rm(folder, { recursive: true })
})

async function backup(name: string): Promise<string> {
  const to = join(folder, name)
  const { code, err } = await basilia('backup', '--workspace', client.workspace, '--out', to)
  expect([code, err]).toEqual([0, `1 study copied to ${to}\n`])
  return to
}

describe('backup', () => {
  test('made while the study changes is whole, and opens as a workspace with one of its revisions', async () => {
    const copying = new AbortController()
    const changing = (async () => {
      const answers: number[] = []
      while (!copying.signal.aborted) {
        const { headers, json } = await client.get(`/api/studies/${id}`)
        const title = { en: `Kept ${answers.length}` }
        answers.push(
          (await client.call('PUT', `/api/studies/${id}`, { ...json, title }, { 'if-match': String(headers['etag']) }))
            .status,
        )
      }
      return answers
    })()
    const to = await backup('while-changing')
    copying.abort()
    expect(new Set(await changing)).toEqual(new Set([200]))
    expect(await readdir(to)).toEqual([id])
    expect(await basilia('check', to)).toMatchObject({ code: 0, out: `${id}: whole, 2 layers\n`, err: '' })
    const copy = await running({ workspace: to })
    onTestFinished(() => copy.stop())
    expect((await copy.get(`/api/studies/${id}/measurement`)).json.plan.areaM2).toBe(
      (await client.get(`/api/studies/${id}/measurement`)).json.plan.areaM2,
    )
  })

  test('takes a study that lies elsewhere and is linked, and one that cannot be read as it lies', async () => {
    const workspace = join(folder, 'linked')
    await mkdir(join(workspace, 'broken'), { recursive: true })
    await symlink(join(client.workspace, id), join(workspace, 'elsewhere'))
    await writeFile(join(workspace, 'broken', 'study.json'), '{')
    const to = join(folder, 'linked-copy')
    const { code, err } = await basilia('backup', '--workspace', workspace, '--out', to)
    expect([code, err]).toEqual([1, expect.stringContaining('could not be read')])
    expect(await readFile(join(to, 'broken', 'study.json'), 'utf8')).toBe('{')
    expect((await lstat(join(to, 'elsewhere'))).isSymbolicLink()).toBe(false)
    expect((await basilia('check', to)).out).toContain('elsewhere: whole, 2 layers')
  })

  test('is not made in the workspace, nor over something', async () => {
    const inside = await basilia('backup', '--workspace', client.workspace, '--out', join(client.workspace, 'copy'))
    expect([inside.code, inside.err]).toEqual([1, expect.stringContaining('lies in the workspace')])
    const over = await basilia('backup', '--workspace', client.workspace, '--out', client.workspace + '/..')
    expect([over.code, over.err]).toEqual([1, expect.stringContaining('holds something already')])
    expect((await basilia('backup', '--workspace', client.workspace)).code).toBe(2)
    const none = await basilia('backup', '--workspace', join(folder, 'nowhere'), '--out', join(folder, 'of-nothing'))
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('ENOENT')])
  })
})

describe('check says', () => {
  /** One backup for all, of which each damages a copy. */
  let sound = ''
  beforeAll(async () => {
    sound = await backup('sound')
  })

  test.each<[string, (study: string) => Promise<unknown>, RegExp]>([
    [
      'that a file is missing',
      (study) => rm(join(study, 'layers', 'control.geojson')),
      /names the file layers\/control/,
    ],
    [
      'that a file was changed',
      (study) => appendFile(join(study, 'layers', 'control.geojson'), ' '),
      /layers\/control\.geojson is not as it was written/,
    ],
    [
      'that a file is cut',
      (study) => writeFile(join(study, 'layers', 'control.geojson'), '{"type":"FeatureCollection","features":[{'),
      /cannot be read: layers\/control/,
    ],
    [
      'that the disk does not give a file',
      async (study) => {
        await rm(join(study, 'layers', 'control.geojson'))
        await mkdir(join(study, 'layers', 'control.geojson'))
      },
      /cannot be read: layers\/control\.geojson: EISDIR/,
    ],
    ['that study.json is cut', (study) => writeFile(join(study, 'study.json'), '{"schema":'), /cannot be read/],
    [
      'that a newer version wrote it',
      (study) => writeFile(join(study, 'study.json'), '{"schema":"basilia-study/3"}'),
      /was written as basilia-study\/3/,
    ],
    [
      'that an original was changed',
      async (study) => {
        const name = (await readdir(join(study, 'originals'))).find((own) => !own.endsWith('.json'))!
        await appendFile(join(study, 'originals', name), ' ')
      },
      /is not as it was written/,
    ],
    [
      'that the list of originals is cut, and calls none of them litter',
      async (study) => {
        const name = (await readdir(join(study, 'originals'))).find((own) => own.endsWith('.json'))!
        await writeFile(join(study, 'originals', name), '[')
      },
      /the list originals\/.+ cannot be read/,
    ],
    [
      'that the folder of originals is gone',
      (study) => rm(join(study, 'originals'), { recursive: true }),
      /originals\/.+, the list of the files that layer control was loaded from, is not there/,
    ],
    [
      'that features are missing',
      async (study) => {
        const path = join(study, 'study.json')
        const reported = JSON.parse(await readFile(path, 'utf8')) as { layers: { features: number }[] }
        expect(reported).toMatchObject({ schema: studyVersion })
        for (const layer of reported.layers) layer.features++
        await writeFile(path, JSON.stringify(reported))
      },
      /holds 2 features, and study\.json says 3/,
    ],
  ])('%s', async (what, damage, reported) => {
    const copy = join(folder, what.replaceAll(' ', '-'))
    await cp(sound, copy, { recursive: true })
    await mkdir(join(copy, id, 'layers'), { recursive: true })
    await damage(join(copy, id))
    const { code, out, err } = await basilia('check', copy)
    expect([code, out]).toEqual([1, expect.stringMatching(reported)])
    expect(err).toContain('Restore what is named')
    expect(err).not.toContain('belongs to no layer')
  })

  test('nothing of studies that were drawn, however many they are', async () => {
    const copy = join(folder, 'many')
    for (let i = 0; i < 12; i++)
      await cp(join(project, 'data', 'darayya'), join(copy, `drawn-${i}`), { recursive: true })
    const { code, out, err } = await basilia('check', copy)
    expect([code, err, out.split('\n').filter((line) => /whole/.test(line)).length]).toEqual([0, '', 12])
  })

  test('which files belong to nothing, and that there is no such workspace', async () => {
    const copy = join(folder, 'with-litter')
    await cp(sound, copy, { recursive: true })
    await writeFile(join(copy, id, 'layers', 'left.geojson'), '{}')
    const { code, err } = await basilia('check', copy)
    expect([code, err]).toEqual([0, expect.stringContaining('layers/left.geojson belongs to no layer')])
    expect((await basilia('check', join(folder, 'nowhere'))).code).toBe(1)
  })
})

type Started = { readonly server: ChildProcess; readonly address: string; readonly reported: () => string }

/** `basilia serve` as its users start it. */
async function serve(workspace: string, environment: Record<string, string> = {}): Promise<Started> {
  const server = spawn(
    process.execPath,
    [join(project, 'server', 'launch.mjs'), 'serve', '--port', '0', '--workspace', workspace],
    { env: { ...process.env, ...environment } },
  )
  onTestFinished(() => ended(server))
  let reported = ''
  server.stderr.setEncoding('utf8').on('data', (text: string) => (reported += text))
  const address = await new Promise<string>((resolve) =>
    server.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim())),
  )
  return { server, address, reported: () => reported }
}

const ended = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve()
    server.once('close', () => resolve())
    server.kill('SIGTERM')
  })

describe('a server', () => {
  test('says that its port is taken, and by whom it may be', async () => {
    const { port } = new URL(client.address)
    const { code, err } = await basilia('serve', '--port', port, '--workspace', join(folder, 'other'))
    expect([code, err]).toEqual([1, expect.stringContaining(port)])
    expect(err).toContain('--port')
  })

  test('says that there is no such host, and that no folder can be called so', async () => {
    const host = await basilia(
      'serve',
      '--port',
      '0',
      '--host',
      'nowhere.invalid',
      '--workspace',
      join(folder, 'other'),
    )
    expect([host.code, host.err]).toEqual([1, expect.stringContaining('nowhere.invalid')])
    const name = await basilia('serve', '--port', '0', '--workspace', join(folder, 'x'.repeat(300)))
    expect([name.code, name.err]).toEqual([1, expect.stringContaining('ENAMETOOLONG')])
  })

  test.skipIf(process.platform !== 'linux')('says that the system keeps no studies in its own folders', async () => {
    for (const workspace of ['/proc/studies', '/sys/studies', '/dev/studies']) {
      const { code, err } = await basilia('serve', '--port', '0', '--workspace', workspace)
      expect([code, err]).toEqual([2, expect.stringContaining(`"${workspace}": it lies in a folder of the system`)])
    }
    // Behind a link the disk says it, where making the folder would never end.
    const link = join(folder, 'link')
    await symlink('/proc', link)
    const linked = await basilia('serve', '--port', '0', '--workspace', join(link, 'studies'))
    expect([linked.code, linked.err]).toEqual([1, expect.stringContaining(`The folder ${link}/studies cannot be used`)])
    const copied = await basilia('backup', '--workspace', client.workspace, '--out', '/proc/backups/copy')
    expect([copied.code, copied.err]).toEqual([1, '/proc/backups/copy cannot be written (ENOENT).\n'])
  })

  test('says that another works in its workspace, until that has ended', async () => {
    const workspace = join(folder, 'shared')
    const first = await serve(workspace)
    expect(first.reported()).not.toContain('Another server')
    const second = await serve(workspace)
    expect(second.reported()).toContain(`Another server works in the workspace ${workspace}: ${first.address}.`)
    first.server.kill('SIGKILL')
    await ended(second.server)
    await ended(first.server)
    expect((await serve(workspace)).reported()).not.toContain('Another server')
  })

  test('says that the file of its base map is not there, or none, and goes on', async () => {
    const file = join(folder, 'ground.pmtiles')
    const reported = async (): Promise<string> =>
      (await serve(join(folder, 'with-base-map'), { BASILIA_BASE_MAP: file })).reported()
    expect(await reported()).toContain(`The base map file ${file} cannot be used: ENOENT.`)
    await writeFile(file, 'no tiles')
    expect(await reported()).toContain(`The base map file ${file} cannot be used: `)
  })

  test('logs requests and jobs as JSON lines with their ids, and never the token', async () => {
    const token = 'a-token-of-some-length'
    const { server, address, reported } = await serve(join(folder, 'logged'), {
      BASILIA_LOG: 'info',
      BASILIA_TOKEN: token,
    })
    await fetch(`${address}/?token=${token}`, { redirect: 'manual' })
    const headers = { authorization: `Bearer ${token}` }
    const answer = await fetch(`${address}/api/studies/basilia-city/measurement?draws=0`, { headers })
    const refused = await fetch(`${address}/api/studies/nothing`, { headers })
    await ended(server)
    const lines = reported()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(reported()).not.toContain(token)
    expect(lines).toMatchObject([
      { level: 'info', method: 'GET', path: '/', status: 303 },
      { level: 'info', msg: 'job', kind: 'measurement', state: 'done' },
      { level: 'info', status: 200, id: answer.headers.get('x-request-id') },
      { level: 'info', status: 404, code: 'study-not-found', id: refused.headers.get('x-request-id') },
    ])
  })

  test('counts for Prometheus what was asked, by address as it is declared', async () => {
    await client.get('/api/studies/basilia-city')
    await client.get('/api/studies/__proto__')
    await client.get('/nowhere/"%0a')
    const { text, headers } = await client.get('/metrics')
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{\w+="[^"\n]*"(?:,\w+="[^"\n]*")*\})? [\d.e+-]+)$/)
    expect(text).toMatch(/basilia_requests_total\{method="GET",route="\/api\/studies\/:id",status="404"\} 1\n/)
    expect(text).toMatch(/basilia_requests_total\{method="GET",route="other",status="404"\} 1\n/)
    expect(text).toMatch(/basilia_tasks_waiting\{lane="long"\} 0\n/)
    expect(text).toMatch(/basilia_request_seconds_bucket\{route="\/api\/studies\/:id",le="\+Inf"\} \d+\n/)
  })
})
