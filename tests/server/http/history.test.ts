import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stepText } from '../../../core/history/step-text.ts'
import type { Step } from '../../../core/history/entry.ts'
import type { Study } from '../../../core/model/study.ts'
import { historySchema } from '../../../server/http/schemas/history-schema.ts'
import { checkWorkspace } from '../../../server/usecases/check-workspace.ts'
import { controlFile, planFile } from '../made-layers.ts'
import { loaded, multipart, newStudy, running, type Client } from './running-server.ts'

type Row = {
  readonly seq: number
  readonly revision: number
  readonly at: string
  readonly what: Step
  readonly next?: string
}

let workspace = ''
let client: Client
beforeAll(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'basilia-history-'))
  client = await running({ workspace })
})
afterAll(async () => {
  await client.stop()
  await rm(workspace, { recursive: true })
})

const present = async (id: string): Promise<Study> => (await client.get(`/api/studies/${id}`)).json as Study
const historyOf = async (id: string): Promise<Row[]> => {
  const { status, json } = await client.get(`/api/studies/${id}/history`)
  expect(status).toBe(200)
  return historySchema.parse(json) as Row[]
}
const step = (id: string, direction: 'undo' | 'redo', revision = '*') =>
  client.call('POST', `/api/studies/${id}/${direction}`, undefined, { 'if-match': revision })
const retitle = async (id: string, en: string) =>
  client.call('PUT', `/api/studies/${id}`, { ...(await present(id)), title: { en } }, { 'if-match': '*' })
const accuracy = (id: string, accuracyM: number | null) =>
  client.call('PATCH', `/api/studies/${id}/layers/control-2018-04-21`, { accuracyM }, { 'if-match': '*' })
const featuresOf = async (id: string, layer: string) =>
  (await client.get(`/api/studies/${id}/layers/${layer}`, { accept: 'application/geo+json' })).json

/** A study with a plan, and control with an accuracy. */
async function begin(title: string): Promise<string> {
  const { id } = await newStudy(client, title)
  await loaded(client, id, [planFile], { role: 'plan', name: 'plan' })
  await loaded(client, id, [controlFile], {
    role: 'control',
    name: 'control',
    title: { en: 'Control', ar: 'السيطرة' },
    classField: 'side',
    date: '2018-04-21',
    accuracyM: 100,
  })
  return id
}

/** What a study says, whatever its revision. */
const said = ({ revision: _revision, ...study }: Study) => study

describe('the history of a study', () => {
  test('has no step for what changes nothing, and keeps what can be done again', async () => {
    const id = await begin('Left as it is')
    await accuracy(id, 50)
    await step(id, 'undo')
    const [before, steps] = [await present(id), await historyOf(id)]
    for (const same of [{}, { accuracyM: 100 }, { opacity: null }]) {
      const answer = await client.call('PATCH', `/api/studies/${id}/layers/control-2018-04-21`, same, {
        'if-match': '*',
      })
      expect(answer.status).toBe(200)
    }
    expect((await retitle(id, before.title.en)).status).toBe(200)
    expect(await present(id)).toEqual(before)
    expect(await historyOf(id)).toEqual(steps)
    expect((await step(id, 'redo')).status).toBe(200)

    const bundled = await present('darayya')
    expect((await client.call('PUT', '/api/studies/darayya', bundled, { 'if-match': '*' })).status).toBe(200)
    expect(await present('darayya')).toEqual(bundled)
    expect(await readdir(workspace)).not.toContain('darayya')
  })

  test('names a remark and a role by what they are, also where colours or the plan follow from it', async () => {
    const id = await begin('Named')
    const say = (layer: string, said: object) =>
      client.call('PATCH', `/api/studies/${id}/layers/${layer}`, said, { 'if-match': '*' })
    for (const said of [{ remark: { en: 'By hand' } }, { role: 'zones' }, { role: 'plan' }])
      expect((await say('control-2018-04-21', said)).status).toBe(200)
    const steps = (await historyOf(id)).slice(2)
    expect(steps.map(({ what }) => stepText(what, 'en'))).toEqual([
      'Remark on Control',
      'Role of Control: Zones instead of Control',
      'Role of Control: Plan instead of Zones',
    ])
    expect(stepText(steps[0]!.what, 'ar')).toBe('ملاحظة على «السيطرة»')
  })

  test('takes what one Load brought back at once, and does it again at once', async () => {
    const { id } = await newStudy(client, 'One Load')
    const load = (file: typeof planFile, options: object) => loaded(client, id, [file], options)
    await load(planFile, { role: 'plan', name: 'plan', together: 'load-1' })
    await load(controlFile, { role: 'context', name: 'one', together: 'load-1' })
    await load(controlFile, { role: 'context', name: 'two', together: 'load-2' })
    const titles = async () => (await present(id)).layers.map(({ title }) => title.en)
    const rows = async () => (await historyOf(id)).map(({ what, next }) => [stepText(what, 'en'), next])
    expect(await rows()).toEqual([
      ['plan and others: 2 layers loaded', undefined],
      ['two: loaded', 'undo'],
    ])
    const seen = [await titles()]
    for (const direction of ['undo', 'undo', 'redo', 'redo', 'undo'] as const) {
      expect((await step(id, direction)).status).toBe(200)
      seen.push(await titles())
    }
    expect(seen).toEqual([
      ['plan', 'one', 'two'],
      ['plan', 'one'],
      [],
      ['plan', 'one'],
      ['plan', 'one', 'two'],
      ['plan', 'one'],
    ])
    // What comes after something else is of another doing, whatever it calls itself.
    await load(controlFile, { role: 'context', name: 'three', together: 'load-1' })
    await step(id, 'undo')
    expect(await titles()).toEqual(['plan', 'one'])
    expect((await checkWorkspace(workspace)).find((own) => own.id === id)).toMatchObject({ faults: [], litter: [] })
  })

  test('names each change in both languages, and takes each back and does it again', async () => {
    const id = await begin('Undone')
    const states = [said(await present(id))]
    const changes = [
      () => accuracy(id, 50),
      () => accuracy(id, null),
      () => retitle(id, 'Of another name'),
      () => client.call('DELETE', `/api/studies/${id}/layers/plan`, undefined, { 'if-match': '*' }),
      () => loaded(client, id, [controlFile], { role: 'plan', name: 'plan' }),
    ]
    for (const change of changes) {
      await change()
      states.push(said(await present(id)))
    }
    const history = await historyOf(id)
    expect(history.map(({ what }) => stepText(what, 'en'))).toEqual([
      'plan: loaded',
      'Control: loaded',
      'Accuracy of Control: 50 m instead of 100 m',
      'Accuracy of Control: none instead of 50 m',
      'Study renamed to Of another name',
      'plan: removed',
      'plan: loaded',
    ])
    expect(stepText(history[2]!.what, 'ar')).toBe('دقة «السيطرة»: 50 م بدلًا من 100 م')
    expect(history.map(({ seq, revision }) => [seq, revision])).toEqual(history.map((_, i) => [i + 1, i + 2]))
    const features = [await featuresOf(id, 'plan')]
    for (let at = states.length - 2; at >= 0; at--) {
      const { revision } = await present(id)
      const undone = await step(id, 'undo', `"${revision}"`)
      expect([undone.status, undone.headers['etag']]).toEqual([200, `"${revision + 1}"`])
      expect(said(undone.json)).toEqual(states[at])
    }
    features.push(await featuresOf(id, 'plan'))
    expect(features.map((own) => own.features[0].properties)).toEqual([{ side: 'A' }, { name: 'the plan' }])
    for (let at = 1; at < states.length; at++) expect(said((await step(id, 'redo')).json)).toEqual(states[at])
    expect(await featuresOf(id, 'plan')).toEqual(features[0])
    const whole = await historyOf(id)
    expect(whole.length).toBe(history.length + 10)
    expect(stepText(whole.at(-1)!.what, 'en')).toBe('Done again: plan: loaded')
    expect(whole.filter(({ next }) => next !== undefined).map(({ seq, next }) => [seq, next])).toEqual([[7, 'undo']])
    expect((await step(id, 'redo')).json.code).toBe('nothing-to-redo')
    expect((await checkWorkspace(workspace)).find((own) => own.id === id)).toMatchObject({ faults: [], litter: [] })
  })

  test('is a chain of lines, each with the SHA-256 of the one before', async () => {
    const id = await begin('Chained')
    await step(id, 'undo')
    const lines = (await readFile(join(workspace, id, 'history.jsonl'), 'utf8')).trimEnd().split('\n')
    const entries = lines.map((line) => JSON.parse(line))
    expect(entries.map(({ prev }) => prev)).toEqual([
      null,
      ...lines.slice(0, -1).map((line) => createHash('sha256').update(line).digest('hex')),
    ])
    expect(Object.keys(entries[2]).toSorted()).toEqual([
      'at',
      'code',
      'prev',
      'revisionAfter',
      'revisionBefore',
      'seq',
      'values',
    ])
    expect(entries[2]).toMatchObject({ code: 'undo', revisionBefore: 3, revisionAfter: 4, seq: 3 })
  })

  test('ends what could be done again where something else is changed, and wants the revision', async () => {
    const id = await begin('Forked')
    expect((await client.call('POST', `/api/studies/${id}/undo`)).status).toBe(428)
    expect((await step(id, 'undo', '"1"')).json.code).toBe('revision-stale')
    await step(id, 'undo')
    await retitle(id, 'Forked off')
    expect([(await step(id, 'redo')).status, (await step(id, 'redo')).json.code]).toEqual([409, 'nothing-to-redo'])
    expect((await step(id, 'undo')).json.title.en).toBe('Forked')
    expect((await step('nowhere', 'undo')).status).toBe(404)
    const { id: empty } = await newStudy(client, 'Nothing yet')
    expect([await historyOf(empty), (await step(empty, 'undo')).json.code]).toEqual([[], 'nothing-to-undo'])
  })

  test('goes on after a restart', async () => {
    const id = await begin('Restarted')
    await accuracy(id, 50)
    await client.stop()
    client = await running({ workspace })
    expect((await step(id, 'undo')).json.layers[1].accuracyM).toBe(100)
    expect((await step(id, 'redo')).json.layers[1].accuracyM).toBe(50)
  })

  test.each([
    ['cut', (text: string) => text.split('\n').slice(0, 1).join('\n'), 'history-cut', []],
    ['torn', (text: string) => text.slice(0, -20), 'history-broken', []],
    [
      'edited in its middle',
      (text: string) => text.replace('"layer":"plan"', '"layer":"plum"'),
      'history-broken',
      ['Control: loaded', 'Accuracy of Control: 50 m instead of 100 m'],
    ],
    [
      'without its head',
      (text: string) => text.split('\n').slice(1).join('\n'),
      'history-broken',
      ['Control: loaded', 'Accuracy of Control: 50 m instead of 100 m'],
    ],
    ['of something else', () => '\0\0\0', 'history-broken', []],
    ['empty', () => '', 'history-cut', []],
  ] as const)('that is %s is told, and blocks nothing', async (kind, damage, code, left) => {
    const id = await begin(`History ${kind}`)
    await accuracy(id, 50)
    const path = join(workspace, id, 'history.jsonl')
    await writeFile(path, damage(await readFile(path, 'utf8')))
    const [fault, ...rest] = await historyOf(id)
    expect([fault!.what.code, fault!.seq]).toEqual([code, 0])
    expect(rest.slice(rest.length - left.length).map(({ what }) => stepText(what, 'en'))).toEqual(left)
    const found = (await checkWorkspace(workspace)).find((own) => own.id === id)!
    expect([found.faults.map((own) => own.code), found.litter]).toEqual([[code], []])
    // What cannot be trusted is not gone back through; what is changed from now on is.
    for (let i = 0; i < left.length; i++) expect((await step(id, 'undo')).status).toBe(200)
    expect((await step(id, 'undo')).status).toBe(409)
    expect((await retitle(id, 'Goes on')).status).toBe(200)
    expect((await step(id, 'undo')).json.title.en).toBe(`History ${kind}`)
    // It stays told where it shows.
    if (code === 'history-broken') expect((await historyOf(id))[0]!.what.code).toBe(code)
  })

  test('does nothing where a file that it needs is missing, and says which', async () => {
    const id = await begin('Lost')
    await client.call('DELETE', `/api/studies/${id}/layers/plan`, undefined, { 'if-match': '*' })
    await rm(join(workspace, id, 'layers', 'plan.geojson'))
    const refused = await step(id, 'undo')
    expect([refused.status, refused.json.code, refused.json.values.file]).toEqual([
      409,
      'undo-file-missing',
      'layers/plan.geojson',
    ])
    expect((await present(id)).layers.length).toBe(1)
  })
})

describe('a study that is removed', () => {
  test('comes back by undo with its history, for thirty days', async () => {
    const id = await begin('Removed')
    const before = await present(id)
    expect((await client.call('DELETE', `/api/studies/${id}`, undefined, { 'if-match': '*' })).status).toBe(204)
    expect((await client.get(`/api/studies/${id}`)).status).toBe(404)
    expect((await step(id, 'undo', '"99"')).status).toBe(412)
    const back = await step(id, 'undo', `"${before.revision}"`)
    expect([back.status, back.json]).toEqual([200, before])
    expect((await historyOf(id)).length).toBe(2)
    await client.call('DELETE', `/api/studies/${id}`, undefined, { 'if-match': '*' })
    const [name] = (await readdir(workspace)).filter((own) => own.startsWith('.bin-') && own.endsWith(`-${id}`))
    const longAgo = Date.now() - 31 * 24 * 3_600_000
    await rename(join(workspace, name!), join(workspace, `.bin-${longAgo}-${id}`))
    expect((await step(id, 'undo')).status).toBe(404)
    await client.stop()
    client = await running({ workspace })
    expect((await readdir(workspace)).filter((own) => own.endsWith(`-${id}`))).toEqual([])
  })

  test('gives way to its original where it came with the program, and comes back likewise', async () => {
    const original = await present('jobar')
    await retitle('jobar', 'Mine')
    const mine = await present('jobar')
    await client.call('DELETE', '/api/studies/jobar', undefined, { 'if-match': '*' })
    expect(await present('jobar')).toEqual(original)
    expect((await step('jobar', 'redo')).json.code).toBe('nothing-to-redo')
    expect((await step('jobar', 'undo', `"${original.revision}"`)).json).toEqual(mine)
    expect((await step('jobar', 'undo')).json.title).toEqual(original.title)
  })
})

describe('copies of studies', () => {
  test('take another id and title, and no history', async () => {
    const id = await begin('Copied')
    const copy = await client.call('POST', `/api/studies/${id}/copy`)
    expect([copy.status, copy.headers['location'], copy.headers['etag']]).toEqual([201, `/api/studies/${id}-2`, '"1"'])
    expect(copy.json).toMatchObject({ id: `${id}-2`, revision: 1, title: { en: 'Copied (copy)' } })
    expect(copy.json.layers).toEqual((await present(id)).layers)
    expect(await historyOf(`${id}-2`)).toEqual([])
    expect(await featuresOf(`${id}-2`, 'plan')).toEqual(await featuresOf(id, 'plan'))
    const bundled = await client.call('POST', '/api/studies/darayya/copy')
    expect([bundled.status, bundled.json.id]).toEqual([201, 'darayya-2'])
    expect((await client.call('POST', '/api/studies/nowhere/copy')).status).toBe(404)
    expect((await checkWorkspace(workspace)).find((own) => own.id === `${id}-2`)).toMatchObject({
      faults: [],
      litter: [],
    })
  })

  test('come back from a zip, under a free id, with their history where it was asked for', async () => {
    const id = await begin('Zipped')
    await client.call('DELETE', `/api/studies/${id}/layers/plan`, undefined, { 'if-match': '*' })
    const zips = [
      await client.get(`/api/studies/${id}/export.zip`),
      await client.get(`/api/studies/${id}/export.zip?history=1`),
    ]
    expect(zips.map(({ text }) => text.includes('history.jsonl'))).toEqual([false, true])
    const sent = multipart([{ name: 'zipped.zip', bytes: zips[0]!.bytes }], undefined)
    const plain = await client.call('POST', '/api/studies/import?wait=600', sent.body, { 'content-type': sent.type })
    expect([plain.status, plain.headers['location']]).toEqual([201, `/api/studies/${id}-2`])
    expect({ ...plain.json, id }).toEqual(await present(id))
    expect(await historyOf(`${id}-2`)).toEqual([])
    const whole = await client.call('POST', '/api/studies/import?wait=600', zips[1]!.bytes, {
      'content-type': 'application/zip',
    })
    expect([whole.status, whole.json.id]).toEqual([201, `${id}-3`])
    expect(await historyOf(`${id}-3`)).toEqual(await historyOf(id))
    expect((await step(`${id}-3`, 'undo')).json.layers.length).toBe(2)
    expect((await featuresOf(`${id}-3`, 'plan')).features.length).toBe(1)
    await client.call('DELETE', `/api/studies/${id}`, undefined, { 'if-match': '*' })
    const free = await client.call('POST', '/api/studies/import?wait=600', zips[0]!.bytes, {
      'content-type': 'application/zip',
    })
    expect([free.status, free.json.id]).toEqual([201, id])
  })

  test('are refused where the zip is none of a whole study', async () => {
    const id = await begin('Spoilt')
    const path = join(workspace, id, 'layers', 'plan.geojson')
    const layer = await readFile(path, 'utf8')
    await writeFile(path, layer.replace('36.3', '36.2'))
    const { bytes } = await client.get(`/api/studies/${id}/export.zip`)
    const taking = (body: Buffer, type = 'application/zip') =>
      client.call('POST', '/api/studies/import?wait=600', body, { 'content-type': type })
    const changed = await taking(bytes)
    expect([changed.status, changed.json.code, changed.json.values.file]).toEqual([
      422,
      'study-file-changed',
      'layers/plan.geojson',
    ])
    expect((await taking(bytes.subarray(0, 200))).status).toBe(422)
    expect((await taking(Buffer.from('no zip'))).status).toBe(422)
    expect((await taking(Buffer.from('{}'), 'application/json')).status).toBe(415)
    const two = multipart([planFile, planFile], undefined)
    expect((await taking(two.body, two.type)).status).toBe(413)
    expect((await client.get(`/api/studies/${id}-2`)).status).toBe(404)
    expect((await readdir(join(workspace, '.incoming'))).filter((name) => !/\.zip$|^answers-/.test(name))).toEqual([])
  })

  test('that are larger than uploads may be are refused', async () => {
    const small = await running({ 'upload-limit': '1' })
    const answer = await small.call('POST', '/api/studies/import', Buffer.alloc(1_500_000), {
      'content-type': 'application/zip',
    })
    expect([answer.status, answer.json.code]).toEqual([413, 'upload-too-large'])
    await small.stop()
  })
})
