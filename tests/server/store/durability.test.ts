import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Study } from '../../../core/model/study.ts'
import { project } from '../cli/running-command.ts'
import { controlFile } from '../made-layers.ts'

const kills = 6

type Serving = { readonly child: ChildProcess; readonly address: string }

/** The built server in a process of its own, so that it can be killed. */
function serve(workspace: string): Promise<Serving> {
  const child = spawn(process.execPath, [
    join(project, 'server', 'launch.mjs'),
    'serve',
    '--port',
    '0',
    '--workspace',
    workspace,
  ])
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve({ child, address: text.trim() }))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

const ended = (child: ChildProcess): Promise<unknown> => new Promise((resolve) => child.once('exit', resolve))

describe('a server that is killed', () => {
  let workspace = ''
  beforeAll(async () => {
    workspace = await mkdtemp(join(tmpdir(), 'basilia-kill-'))
  })
  afterAll(() => rm(workspace, { recursive: true }))

  test('loses nothing that it acknowledged, and every study it lists can be read', async () => {
    const acknowledged = new Map<string, { revision: number; title: string; layers: number }>()
    for (let kill = 0; kill < kills; kill++) {
      const { child, address } = await serve(workspace)
      const { studies } = await (await fetch(`${address}/api/studies`)).json()
      for (const { id } of studies) {
        const study = (await (await fetch(`${address}/api/studies/${id}`)).json()) as Study
        const known = acknowledged.get(id)
        if (known) expect(study.revision).toBeGreaterThanOrEqual(known.revision)
        if (known && study.revision === known.revision)
          expect([study.title.en, study.layers.length]).toEqual([known.title, known.layers])
        for (const { id: layer } of study.layers) {
          const features = await fetch(`${address}/api/studies/${id}/layers/${layer}`, {
            headers: { accept: 'application/geo+json' },
          })
          expect(((await features.json()) as { type: string }).type).toBe('FeatureCollection')
        }
      }
      for (const id of acknowledged.keys()) expect(studies.map((each: Study) => each.id)).toContain(id)
      // Each round dies a little later in its work: after so many acknowledged writes, in the middle of the next.
      const writing = write(address, `round ${kill}`, acknowledged, 2 + kill * 3, () => child.kill('SIGKILL'))
      await ended(child)
      await writing
    }
    expect(acknowledged.size).toBe(kills)
    const leftovers = (await readdir(workspace)).filter((name) => !name.startsWith('.') && !acknowledged.has(name))
    expect(leftovers.length).toBeLessThanOrEqual(kills)
  })
})

/** Makes a study and goes on changing it; after `before` acknowledged changes the next is sent and the server killed. */
async function write(
  address: string,
  title: string,
  acknowledged: Map<string, { revision: number; title: string; layers: number }>,
  before: number,
  kill: () => void,
): Promise<void> {
  const made = (await (await post(`${address}/api/studies`, { title })).json()) as Study
  let study = made
  acknowledged.set(study.id, { revision: study.revision, title: study.title.en, layers: 0 })
  try {
    for (let i = 0; ; i++) {
      const changing = i % 2 === 0 ? rename(address, study, `${title}, ${i}`) : load(address, study.id, `layer ${i}`)
      if (i === before) setImmediate(kill)
      const answer = await changing
      expect(answer.ok).toBe(true)
      study = (await (await fetch(`${address}/api/studies/${study.id}`)).json()) as Study
      acknowledged.set(study.id, { revision: study.revision, title: study.title.en, layers: study.layers.length })
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
}

const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

const rename = (address: string, study: Study, title: string): Promise<Response> =>
  fetch(`${address}/api/studies/${study.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': `"${study.revision}"` },
    body: JSON.stringify({ ...study, title: { en: title } }),
  })

function load(address: string, id: string, name: string): Promise<Response> {
  const form = new FormData()
  form.append('options', JSON.stringify({ name, role: 'context' }))
  form.append('files', new Blob([Buffer.from(controlFile.bytes)]), controlFile.name)
  return fetch(`${address}/api/studies/${id}/layers`, { method: 'POST', body: form })
}
