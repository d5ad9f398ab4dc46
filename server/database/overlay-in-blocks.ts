import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { addOverlays } from '../../core/overlay/add-overlays.ts'
import { halvedCells } from '../../core/overlay/halved-cells.ts'
import { partsOf, type Overlay, type OverlayLayer } from '../../core/overlay/overlay.ts'
import { asOneClass, unionM2 } from '../../core/overlay/union.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { version } from '../../core/result/version.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { databaseName } from '../config/database-name.ts'
import { databaseProblem } from './database-problem.ts'
import { ofMeasuring, openDatabase, type Database } from './connect.ts'
import { cutQuestion, type Engine } from './cut-question.ts'
import { prepareDatabase } from './migrations.ts'
import { progressOf, sumsOf, workBlock } from './work-blocks.ts'

/** Connections to each database: while one measures, the other fetches or, in SQL alone, measures too. */
const handsPerNode = 2
const lookAgainMs = 100
/** Of what blocks add up to, against the plan measured as a whole. */
const mostApart = 1e-9

export type Measurer = {
  readonly engine: Engine
  /** Addresses of the databases that blocks are dealt to. */
  readonly databases: readonly string[]
}

export type InBlocks = { readonly overlay: Overlay; readonly blocks: number; readonly server: string }

type Node = { readonly name: string; readonly database: Database }

/**
 * The overlay of layers, cut into blocks by databases, measured a block at a time by whoever takes it, and added in the order of
 * the blocks: the same bits for any number of databases and workers. All blocks are needed: where a database is gone it is
 * refused, never a part of the sum.
 */
export async function overlayInBlocks(
  layers: readonly OverlayLayer[],
  { engine, databases }: Measurer,
  work: TaskContext = {},
): Promise<Outcome<InBlocks>> {
  const cells = halvedCells(layers)
  const blocks = cells.filter(({ block }) => block >= 0).length
  const nodes = databases.map((url): Node => ({
    name: databaseName(url),
    database: openDatabase(url, handsPerNode + 1, ofMeasuring),
  }))
  try {
    const servers: string[] = []
    for (const node of nodes) {
      const ready = await asked(node, async () => {
        const prepared = await prepareDatabase(node.database)
        return prepared.ok ? done(await identityOf(node.database)) : prepared
      })
      if (!ready.ok) return ready
      const same = servers.indexOf(ready.value.id)
      if (same >= 0) return refused(problem('nodes-alike', { one: nodes[same]!.name, other: node.name }))
      servers.push(ready.value.id)
      if (servers.length === nodes.length) servers.push(ready.value.version)
    }
    if (cells.length === 0) return done({ overlay: addOverlays([]), blocks, server: servers.at(-1) ?? '' })
    const digest = digestOf(layers)
    const counts = layers.map(({ classCount }) => classCount)
    const parts = await Promise.all(
      nodes.map((node, number) =>
        asked(node, async (): Promise<Outcome<Map<number, Overlay>>> => {
          const question = await cutQuestion(node.database, {
            digest: `${digest} ${engine} ${number} of ${nodes.length}`,
            engine,
            layers,
            cells,
            isOurs: (block) => block % nodes.length === number,
          })
          await Promise.all(Array.from({ length: handsPerNode }, () => workAll(node.database, question, work)))
          return done(await sumsOf(node.database, question, counts))
        }),
      ),
    )
    const sums = new Map<number, Overlay>()
    for (const part of parts) {
      if (!part.ok) return part
      for (const [block, own] of part.value) sums.set(block, own)
    }
    const inOrder = Array.from({ length: blocks }, (_, block) => sums.get(block))
    const missing = inOrder.indexOf(undefined)
    if (missing >= 0) throw new Error(`block ${missing} of ${blocks} was not measured`)
    const overlay = addOverlays(inOrder as Overlay[])
    const wholeM2 = unionM2(asOneClass(layers[0]!.shapes).shapes, { memo: work.memo })
    if (Math.abs(overlay.planM2 - wholeM2) > mostApart * wholeM2)
      throw new Error(`the blocks add up to ${overlay.planM2} m2 of a plan of ${wholeM2} m2`)
    return done({ overlay, blocks, server: servers.at(-1) ?? '' })
  } finally {
    await Promise.all(nodes.map(({ database }) => database.close()))
  }
}

/** Asks one of the databases; where it is gone, that is told by its name. */
async function asked<T>({ name }: Node, ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await ask()
  } catch (error) {
    const said = databaseProblem(error)
    if (said?.code !== 'database-unreachable') throw error
    return refused(problem('node-unreachable', { node: name, reason: String(said.values['reason']) }))
  }
}

/** What tells one database from all others, and the versions that it runs. */
async function identityOf(database: Database): Promise<{ id: string; version: string }> {
  const [row] = await database.rows<{ id: string; version: string }>(
    `SELECT system_identifier || ' ' || (SELECT oid FROM pg_database WHERE datname = current_database()) AS id,
       'PostGIS ' || (SELECT extversion FROM pg_extension WHERE extname = 'postgis')
         || ', PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) AS version
     FROM pg_control_system()`,
  )
  return row!
}

/** Works until every block is measured, by us or by others. */
async function workAll(database: Database, question: string, work: TaskContext): Promise<void> {
  for (;;) {
    work.signal?.throwIfAborted()
    const { done: measured, all } = await progressOf(database, question)
    work.progress?.(measured / Math.max(1, all), 'page.work.measuring')
    if (measured >= all) return
    if (!(await workBlock(database, question))) await wait(lookAgainMs)
  }
}

/** Of all that an answer follows from: the layers, and this program's version of how they are cut and measured. */
function digestOf(layers: readonly OverlayLayer[]): string {
  const hash = createHash('sha256').update(`blocks 1 ${version} `)
  for (const part of partsOf(layers)) {
    if (typeof part === 'object') hash.update(`bytes ${part.byteLength} `).update(part)
    else hash.update(`${typeof part} ${part} `)
  }
  return hash.digest('hex')
}
