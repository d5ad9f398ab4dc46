import { evenOddPolygon } from '../../core/overlay/even-odd-polygon.ts'
import { cellOf, isMeeting, type Cell } from '../../core/overlay/halved-cells.ts'
import type { OverlayLayer } from '../../core/overlay/overlay.ts'
import type { Shapes } from '../../core/geometry/shapes.ts'
import { binaryRows, type PolygonRow } from './binary-rows.ts'
import type { Database, Transaction } from './connect.ts'
import { withPostgisNames } from './migrations.ts'

/** Who measures: the walk in our processes, or the database alone. */
export type Engine = 'walk' | 'sql'

/** What one database is asked: the layers, the ground halved, and which of its blocks are this one's. */
export type Share = {
  readonly digest: string
  readonly engine: Engine
  readonly layers: readonly OverlayLayer[]
  readonly cells: readonly Cell[]
  readonly isOurs: (block: number) => boolean
}

/** What cutting may lose of a polygon's ground, as a part of it: far more than rounding does. */
const mostLost = 1e-9

/**
 * Puts a question into a database with the polygons of its blocks, valid and cut by them, unless it stands there; says its
 * number. Of several who ask the same at once one does it, and the others wait.
 */
export async function cutQuestion(database: Database, share: Share): Promise<string> {
  await database.rows(`DELETE FROM basilia.question WHERE asked_at < now() - interval '1 day'`)
  return database.transaction(async (transaction) => {
    const counts = share.layers.map(({ classCount }) => classCount)
    const [row] = await transaction.rows<{ key: string; isCut: boolean }>(
      `INSERT INTO basilia.question (digest, engine, class_counts) VALUES ($1, $2, $3)
       ON CONFLICT (digest) DO UPDATE SET asked_at = now() RETURNING key, cut_at IS NOT NULL AS "isCut"`,
      [share.digest, share.engine, counts],
    )
    const { key, isCut } = row!
    if (isCut) return key
    await withPostgisNames(transaction)
    await insertCells(transaction, key, share)
    const columns = 'basilia.shape (question, cell, role, class, polygon, geom) FROM STDIN (FORMAT binary)'
    await transaction.copyIn(`COPY ${columns}`, binaryRows(rowsOf(key, share, wanted(share))))
    await mend(transaction, key, share, columns)
    await cut(
      transaction,
      key,
      share.cells.every(({ block }) => block < 0 || share.isOurs(block)),
    )
    await transaction.rows('UPDATE basilia.question SET cut_at = now() WHERE key = $1', [key])
    return key
  })
}

async function insertCells(transaction: Transaction, key: string, { cells, isOurs }: Share): Promise<void> {
  const ours = cells.map(({ block }) => block >= 0 && isOurs(block))
  // Halves stand behind what they are halves of.
  for (let i = cells.length - 1; i > 0; i--) if (ours[i]) ours[cells[i]!.parent] = true
  const kept = [...cells.keys()].filter((i) => ours[i])
  const column = (of: (cell: Cell, number: number) => number): number[] => kept.map((i) => of(cells[i]!, i))
  await transaction.rows(
    `INSERT INTO basilia.cell (question, cell, parent, block, west, south, east, north)
     SELECT $1, * FROM unnest($2::integer[], $3::integer[], $4::integer[],
       $5::double precision[], $6::double precision[], $7::double precision[], $8::double precision[])`,
    [
      key,
      column((_, number) => number),
      column(({ parent }) => parent),
      column(({ block }) => block),
      ...[0, 1, 2, 3].map((side) => column(({ box }) => box[side]!)),
    ],
  )
}

/** A polygon of a layer: its parts, and the cell that holds it. */
type Placed = {
  readonly role: number
  readonly polygon: number
  readonly from: number
  readonly to: number
  readonly cell: number
}

/** Polygons that take part and may have ground in one of our blocks. */
function* wanted({ layers, cells, isOurs }: Share): Generator<Placed> {
  const ours = cells.filter(({ block }) => block >= 0 && isOurs(block)).map(({ box }) => box)
  for (const [role, { shapes, polygonClass }] of layers.entries()) {
    const { coordinates, partStart, partPolygon } = shapes
    for (let from = 0; from < partPolygon.length;) {
      const polygon = partPolygon[from]!
      let to = from
      while (partPolygon[to] === polygon) to++
      const box = boxOf(coordinates, partStart[from]!, partStart[to]!)
      const cell = cellOf(cells, box)
      const { block, box: around } = cells[cell]!
      const isWanted = block >= 0 ? isOurs(block) && isMeeting(box, around) : ours.some((own) => isMeeting(box, own))
      if (polygonClass[polygon]! >= 0 && isWanted) yield { role, polygon, from, to, cell }
      from = to
    }
  }
}

function boxOf(coordinates: Float64Array, from: number, to: number): Cell['box'] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = from; i < to; i++) {
    const [x, y] = [coordinates[2 * i]!, coordinates[2 * i + 1]!]
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return [west, south, east, north]
}

const firstClasses = (layers: readonly OverlayLayer[]): number[] =>
  layers.map((_, role) => layers.slice(0, role).reduce((sum, { classCount }) => sum + classCount, 0))

function* rowsOf(key: string, { layers }: Share, polygons: Iterable<Placed>): Generator<PolygonRow> {
  const first = firstClasses(layers)
  for (const { role, polygon, from, to, cell } of polygons) {
    const { shapes, polygonClass } = layers[role]!
    yield rowOf(key, cell, role, first[role]! + polygonClass[polygon]!, polygon, shapes, from, to)
  }
}

const rowOf = (
  key: string,
  cell: number,
  role: number,
  ownClass: number,
  polygon: number,
  shapes: Shapes,
  from: number,
  to: number,
): PolygonRow => ({
  numbers: [
    [Number(key), 8],
    [cell, 4],
    [role, 2],
    [ownClass, 4],
    [polygon, 4],
  ],
  shapes,
  from,
  to,
})

/** Polygons that are not valid are cut wrongly: in their place come those with the same ground by our own rule. */
async function mend(transaction: Transaction, key: string, share: Share, columns: string): Promise<void> {
  const invalid = await transaction.rows<{ cell: number; role: number; class: number; polygon: number }>(
    `DELETE FROM basilia.shape WHERE question = $1 AND NOT ST_IsValid(geom)
     RETURNING cell, role, class, polygon`,
    [key],
  )
  if (invalid.length === 0) return
  function* mended(): Generator<PolygonRow> {
    for (const { cell, role, class: ownClass, polygon } of invalid) {
      const shapes = evenOddPolygon(share.layers[role]!.shapes, polygon)
      const count = shapes.partPolygon.length
      for (let from = 0; from < count;) {
        let to = from
        while (to < count && shapes.partPolygon[to] === shapes.partPolygon[from]) to++
        yield rowOf(key, cell, role, ownClass, polygon, shapes, from, to)
        from = to
      }
    }
  }
  await transaction.copyIn(`COPY ${columns}`, binaryRows(mended()))
  const [left] = await transaction.rows<{ polygon: number }>(
    'SELECT polygon FROM basilia.shape WHERE question = $1 AND polygon = ANY($2::integer[]) AND NOT ST_IsValid(geom) LIMIT 1',
    [key, invalid.map(({ polygon }) => polygon)],
  )
  if (left) throw new Error(`polygon ${left.polygon} is not valid after it was made so`)
}

/** Halves what lies in several blocks until each piece lies in one. Throws where the whole is cut and ground is lost by it. */
async function cut(transaction: Transaction, key: string, isWhole: boolean): Promise<void> {
  await transaction.rows(
    `WITH RECURSIVE half AS (
       SELECT cell, role, class, polygon, geom FROM basilia.shape WHERE question = $1
       UNION ALL
       SELECT cell.cell, role, class, polygon, ST_CollectionExtract(ST_ClipByBox2D(geom,
         ST_MakeBox2D(ST_Point(west, south), ST_Point(east, north))), 3)
       FROM half JOIN basilia.cell ON cell.question = $1 AND cell.parent = half.cell
         AND half.geom && ST_MakeEnvelope(west, south, east, north)
       WHERE NOT ST_IsEmpty(geom)
     )
     INSERT INTO basilia.piece (question, block, role, class, polygon, geom)
     SELECT $1, block, role, class, polygon, geom FROM half
     JOIN basilia.cell ON cell.question = $1 AND cell.cell = half.cell AND block >= 0
     WHERE NOT ST_IsEmpty(geom) ORDER BY block, role, class, polygon`,
    [key],
  )
  if (isWhole) await checkCut(transaction, key)
  await transaction.rows('DELETE FROM basilia.shape WHERE question = $1', [key])
}

/** Pieces of a polygon within the ground that was halved add up to it. */
async function checkCut(transaction: Transaction, key: string): Promise<void> {
  const [lost] = await transaction.rows<{ role: number; polygon: number }>(
    `SELECT role, polygon FROM (
       SELECT role, polygon, sum(ST_Area(geom)) AS whole
       FROM basilia.shape JOIN basilia.cell ON cell.question = $1 AND cell.cell = 0
       WHERE shape.question = $1 AND ST_XMin(geom) >= west AND ST_YMin(geom) >= south
         AND ST_XMax(geom) <= east AND ST_YMax(geom) <= north
       GROUP BY role, polygon
     ) AS uncut LEFT JOIN (
       SELECT role, polygon, sum(ST_Area(geom)) AS pieces FROM basilia.piece WHERE question = $1 GROUP BY role, polygon
     ) AS cut USING (role, polygon)
     WHERE abs(coalesce(pieces, 0) - whole) > ${mostLost} * whole LIMIT 1`,
    [key],
  )
  if (lost) throw new Error(`cutting lost ground of polygon ${lost.polygon} of layer ${lost.role}`)
}
