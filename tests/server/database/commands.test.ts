import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { halvedCells } from '../../../core/overlay/halved-cells.ts'
import { overlay, type OverlayLayer } from '../../../core/overlay/overlay.ts'
import { openDatabase } from '../../../server/database/connect.ts'
import { cutQuestion } from '../../../server/database/cut-question.ts'
import { prepareDatabase } from '../../../server/database/migrations.ts'
import { progressOf, sumsOf, workBlock } from '../../../server/database/work-blocks.ts'
import { project } from '../cli/running-command.ts'
import { running } from '../http/running-server.ts'
import { controlFile, planFile } from '../made-layers.ts'
import { startCluster, withoutPostgres, type Cluster } from './cluster.ts'

/** A command of the built program, with its code and what it says. */
function command(args: readonly string[], url: string) {
  const child = spawn(process.execPath, [join(project, 'server', 'launch.mjs'), ...args], {
    env: { ...process.env, DATABASE_URL: url },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said })),
  )
  return { child, ended }
}

/** A square plan under squares of two classes. */
function squares(): OverlayLayer[] {
  const layer = (boxes: readonly (readonly [number, number, number])[], classCount: number): OverlayLayer => ({
    shapes: {
      kind: 'polygon',
      coordinates: Float64Array.from(
        boxes.flatMap(([x, y, size]) =>
          [x, y, x + size, y, x + size, y + size, x, y + size].map((c, i) => (i % 2 ? 33 : 36) + c),
        ),
      ),
      partStart: Uint32Array.from({ length: boxes.length + 1 }, (_, i) => 4 * i),
      partPolygon: Uint32Array.from(boxes, (_, i) => i),
      polygonFeature: Uint32Array.from(boxes, (_, i) => i),
    },
    polygonClass: Int32Array.from(boxes, (_, i) => i % classCount),
    classCount,
  })
  const many = Array.from({ length: 400 }, (_, i) => [0.001 * (i % 20), 0.001 * Math.floor(i / 20), 0.0013] as const)
  return [layer([[0, 0, 0.02]], 1), layer(many, 2)]
}

describe.skipIf(withoutPostgres !== null)('commands that work on a database', () => {
  let cluster: Cluster
  let folder = ''
  beforeAll(async () => {
    cluster = await startCluster()
    folder = await mkdtemp(join(tmpdir(), 'basilia-copied-'))
  })
  afterAll(async () => {
    cluster.stop()
    await rm(folder, { recursive: true })
  })

  test('copy takes studies with their history into a database and back, and leaves what stands there', async () => {
    const url = cluster.database('copied')
    const from = join(folder, 'from')
    const before = await running({ workspace: from })
    await before.call('POST', '/api/studies', { title: 'S' })
    await before.upload('s', [planFile], { role: 'plan' })
    await before.upload('s', [controlFile], { role: 'control' })
    const study = (await before.get('/api/studies/s')).json
    const measured = (await before.get('/api/studies/s/measurement')).json
    await before.stop()

    expect(await command(['copy', '--from', from], url).ended).toMatchObject({ code: 0 })
    const again = await command(['copy', '--from', from], url).ended
    expect(again.code).toBe(1)
    expect(again.said).toContain('1 study was not copied: s')
    const server = await running({}, { DATABASE_URL: url })
    expect((await server.get('/api/studies/s')).json).toEqual(study)
    expect((await server.get('/api/studies/s/measurement')).json).toEqual(measured)
    expect(
      (await server.call('POST', '/api/studies/s/undo', undefined, { 'if-match': `"${study.revision}"` })).status,
    ).toBe(200)
    await server.stop()

    const to = join(folder, 'to')
    expect(await command(['copy', '--to', to], url).ended).toMatchObject({ code: 0 })
    const back = await running({ workspace: to })
    const redone = await back.call('POST', '/api/studies/s/redo', undefined, { 'if-match': `"${study.revision + 1}"` })
    expect(redone.json.layers).toEqual(study.layers)
    await back.stop()
  })

  test('copy tells what it cannot use, without the password', async () => {
    const gone = await command(['copy', '--from', folder], 'postgres://basilia:secret@127.0.0.1:1/none').ended
    expect([gone.code, gone.said.includes('secret')]).toEqual([1, false])
    const wrong = await command(['copy', '--from', folder], 'mysql://basilia:secret@127.0.0.1/none').ended
    expect([wrong.code, wrong.said.includes('secret')]).toEqual([2, false])
    expect((await command(['copy'], cluster.url).ended).code).toBe(2)
  })

  test('workers measure what is cut, also where one is killed, and the sums are those of the whole', async () => {
    const url = cluster.database('worked')
    const database = openDatabase(url)
    const layers = squares()
    try {
      expect((await prepareDatabase(database)).ok).toBe(true)
      const cells = halvedCells(layers, 100)
      const question = await cutQuestion(database, {
        digest: 'test',
        engine: 'walk',
        layers,
        cells,
        isOurs: () => true,
      })
      expect((await progressOf(database, question)).all).toBeGreaterThan(8)
      // One that claims a block and dies with it.
      await expect(
        database.transaction(async (transaction) => {
          await transaction.rows('SELECT FROM basilia.cell WHERE block = 0 FOR UPDATE')
          cluster.sql(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE relation = 'basilia.cell'::regclass`, url)
          await transaction.rows('SELECT 1')
        }),
      ).rejects.toThrow()
      const killed = command(['worker'], url)
      killed.child.stderr.once('data', () => killed.child.kill('SIGKILL'))
      await killed.ended
      const worker = command(['worker'], url)
      await expect
        .poll(
          async () => {
            const { done, all } = await progressOf(database, question)
            return all - done
          },
          { timeout: 120_000 },
        )
        .toBe(0)
      worker.child.kill('SIGTERM')
      expect((await worker.ended).code).toBe(0)
      expect(await workBlock(database, question)).toBe(false)
      const sums = await sumsOf(
        database,
        question,
        layers.map(({ classCount }) => classCount),
      )
      const planM2 = [...sums.values()].reduce((sum, own) => sum + own.planM2, 0)
      expect(Math.abs(planM2 / overlay(layers).planM2 - 1)).toBeLessThan(1e-12)
    } finally {
      await database.close()
    }
  })
})
