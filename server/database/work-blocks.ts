import { overlay, type Overlay, type OverlayLayer } from '../../core/overlay/overlay.ts'
import { readPolygonRows } from './binary-rows.ts'
import type { Database, Queries, Transaction } from './connect.ts'
import type { Engine } from './cut-question.ts'
import { withPostgisNames } from './migrations.ts'

type Claim = { readonly question: string; readonly block: number; readonly engine: Engine; readonly counts: number[] }

/**
 * Measures one block that nobody has measured and nobody is measuring, of one question or of any, and keeps its sums in the
 * same transaction: whoever dies or hangs meanwhile lets go of it, and nothing is kept twice. False where there is none.
 */
export async function workBlock(database: Database, question: string | null = null): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const [claim] = await transaction.rows<Claim>(
      `SELECT question, block, engine, class_counts AS counts FROM basilia.cell
       JOIN basilia.question ON question.key = cell.question
       WHERE block >= 0 AND done_at IS NULL AND cut_at IS NOT NULL AND ($1::bigint IS NULL OR question.key = $1)
       ORDER BY question, block FOR UPDATE OF cell SKIP LOCKED LIMIT 1`,
      [question],
    )
    if (!claim) return false
    await withPostgisNames(transaction)
    if (claim.engine === 'walk') await walkBlock(transaction, claim)
    else await faceBlock(transaction, claim)
    await transaction.rows('UPDATE basilia.cell SET done_at = now() WHERE question = $1 AND block = $2', [
      claim.question,
      claim.block,
    ])
    return true
  })
}

/** The pieces of the block are walked here. */
async function walkBlock(transaction: Transaction, { question, block, counts }: Claim): Promise<void> {
  const [at, number] = [BigInt(question), Math.trunc(block)]
  const bytes = await transaction.copyOut(
    `COPY (SELECT role, class, ST_AsBinary(geom, 'NDR') FROM basilia.piece WHERE question = ${at} AND block = ${number}
           ORDER BY role, class, polygon, geom) TO STDOUT (FORMAT binary)`,
  )
  const first = firstOf(counts)
  const layers = readPolygonRows(bytes, counts.length).map(({ shapes, classes }, role): OverlayLayer => ({
    shapes,
    polygonClass: classes.map((own) => own - first[role]!),
    classCount: counts[role]!,
  }))
  const { combinations, planM2 } = overlay(layers)
  const sets = combinations.map(({ classes, areaM2 }) => ({
    classes: classes.flatMap((own, role) => own.map((each) => first[role]! + each)),
    areaM2,
  }))
  for (const { classes, areaM2 } of [{ classes: [] as number[], areaM2: planM2 }, ...sets])
    await transaction.rows('INSERT INTO basilia.block_sum (question, block, classes, m2) VALUES ($1, $2, $3, $4)', [
      question,
      block,
      classes,
      areaM2,
    ])
}

/** The database makes faces of the block by itself. */
async function faceBlock(transaction: Transaction, { question, block }: Claim): Promise<void> {
  await transaction.rows(
    `WITH ground AS MATERIALIZED (SELECT classes, m2 FROM basilia.block_ground($1, $2))
     INSERT INTO basilia.block_sum (question, block, classes, m2)
     SELECT $1, $2, classes, m2 FROM ground
     UNION ALL SELECT $1, $2, '{}', coalesce(sum(m2 ORDER BY classes), 0) FROM ground`,
    [question, block],
  )
}

/** Which blocks of a question are measured, of how many. */
export async function progressOf(queries: Queries, question: string): Promise<{ done: number; all: number }> {
  const [row] = await queries.rows<{ done: string; all: string }>(
    `SELECT count(done_at) AS done, count(*) AS all FROM basilia.cell WHERE question = $1 AND block >= 0`,
    [question],
  )
  return { done: Number(row?.done ?? 0), all: Number(row?.all ?? 0) }
}

/** What blocks add, by their numbers. */
export async function sumsOf(
  queries: Queries,
  question: string,
  counts: readonly number[],
): Promise<Map<number, Overlay>> {
  const rows = await queries.rows<{ block: number; classes: number[]; m2: number }>(
    'SELECT block, classes, m2 FROM basilia.block_sum WHERE question = $1 ORDER BY block, classes',
    [question],
  )
  const first = firstOf(counts)
  const blocks = new Map<number, { combinations: Overlay['combinations'][number][]; planM2: number }>()
  for (const { block, classes, m2 } of rows) {
    const own = blocks.get(block) ?? { combinations: [], planM2: 0 }
    blocks.set(block, own)
    if (classes.length === 0) own.planM2 = m2
    else
      own.combinations.push({
        areaM2: m2,
        classes: counts.map((count, role) =>
          classes
            .filter((each) => each >= first[role]! && each < first[role]! + count)
            .map((each) => each - first[role]!),
        ),
      })
  }
  return blocks
}

const firstOf = (counts: readonly number[]): number[] =>
  counts.map((_, role) => counts.slice(0, role).reduce((sum, count) => sum + count, 0))
