import { join } from 'node:path'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Study } from '../../../core/model/study.ts'
import { measurementSchema } from '../../../core/model/measurement.ts'
import { bundledStudiesFolder } from '../../../server/config/project-root.ts'
import { basiliaHere } from '../cli/running-command.ts'
import { edits, writeEdited } from '../sourced-edits.ts'
import { running, type Client } from './running-server.ts'

const bundled = join(bundledStudiesFolder, 'basilia-city')
const sound = edits.filter(({ refused }) => refused === undefined)
const readings = ({ layers }: ReturnType<typeof measurementSchema.parse>) =>
  layers.find(({ name }) => name === 'control')!.bySources?.map(({ areaM2 }) => Math.round(areaM2 / 1e4))

describe('who says so of a study that was written by hand', () => {
  let client: Client
  let folder: string
  beforeAll(async () => {
    client = await running()
    folder = await mkdtemp(join(tmpdir(), 'basilia-hand-'))
    for (const edit of edits) {
      await writeEdited(bundled, join(client.workspace, edit.name), edit)
      await writeEdited(bundled, join(folder, edit.name), edit)
    }
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
    await client.stop()
  })

  test.each(sound)(
    '$name: the same readings over HTTP and on the command line, and every class says who says so',
    async ({ name }) => {
      const over = measurementSchema.parse((await client.get(`/api/studies/${name}/measurement`)).json)
      const { code, out } = await basiliaHere('measure', join(folder, name), '--format', 'json')
      expect(code).toBe(0)
      const here = measurementSchema.parse(JSON.parse(out))
      expect(here.layers).toEqual(over.layers)
      expect(readings(over)).toEqual(name === 'nobody-named' ? undefined : [77, 191, 349])
      for (const own of over.layers.flatMap(({ classes }) => classes))
        expect(own.confidence).toMatch(/^(?:agreed|some-sources|inferred)$/)
      const { layers } = (await client.get(`/api/studies/${name}`)).json as Study
      const control = over.layers.find((layer) => layer.name === 'control')!
      expect(layers.find(({ id }) => id === control.layer)!.classes.map((own) => own.class)).toEqual(
        control.classes.map((own) => own.class),
      )
    },
  )

  test.each(edits.filter(({ refused }) => refused !== undefined))(
    '$name: refused as $refused',
    async ({ name, refused }) => {
      const { status, json } = await client.get(`/api/studies/${name}/measurement`)
      expect([status, json.code]).toEqual([422, refused])
      const { code, err } = await basiliaHere('measure', join(folder, name))
      expect([code, err.includes('bug')]).toEqual([1, false])
    },
  )

  test('a study sent whole has its classes split by source, as when it is loaded', async () => {
    const { json } = await client.get('/api/studies/basilia-city')
    const layers = json.layers.map((layer: Study['layers'][number]) =>
      layer.name === 'control'
        ? { ...layer, classes: [{ ...layer.classes[0], values: layer.classes.flatMap(({ values }) => values) }] }
        : layer,
    )
    const { status, json: written } = await client.call(
      'PUT',
      '/api/studies/basilia-city',
      { ...json, layers },
      { 'if-match': '*' },
    )
    expect(status).toBe(200)
    const control = (written as Study).layers.find(({ name, date }) => name === 'control' && date === '2018-04-21')!
    expect(control.classes.map(({ confidence, party, sources }) => [confidence, party, sources!.length])).toEqual([
      ['agreed', 'ISIS', 4],
      ['some-sources', 'ISIS', 3],
      ['some-sources', 'ISIS', 2],
    ])
    const measured = measurementSchema.parse(
      (await client.get('/api/studies/basilia-city/measurement?at=2018-04-21')).json,
    )
    expect(readings(measured)).toEqual([77, 191, 349])
    const unlisted = {
      ...(written as Study),
      sources: (written as Study).sources.filter(({ id }) => id !== 'sana-2018-04-28'),
    }
    const refused = await client.call('PUT', '/api/studies/basilia-city', unlisted, { 'if-match': '*' })
    expect([refused.status, refused.json.code]).toEqual([422, 'source-unknown'])
  })
})
