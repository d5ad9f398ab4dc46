import { refused, done, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { Database, Queries, Transaction } from './connect.ts'
import { blockTables } from './block-tables.ts'

const leastServer = 140_000
const leastPostgis = 3

/**
 * The tables, a step for each change of them since the first. A step that was published is never written anew: databases
 * have taken it.
 */
const migrations: readonly string[] = [
  `
  CREATE TABLE basilia.study (
    key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text NOT NULL CHECK (id ~ '^[a-z0-9-]{1,200}$'),
    state uuid NOT NULL,
    removed_at timestamptz
  );
  CREATE UNIQUE INDEX study_standing ON basilia.study (id) WHERE removed_at IS NULL;
  COMMENT ON TABLE basilia.study IS 'Studies, and for 30 days those that were removed; state is another after every change';

  CREATE TABLE basilia.file (
    sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bigint NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT now()
  );
  COMMENT ON TABLE basilia.file IS 'Layers as GeoJSON, and the files they were loaded from, by their content';

  CREATE TABLE basilia.file_part (
    sha256 text NOT NULL REFERENCES basilia.file ON DELETE CASCADE,
    part integer NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (sha256, part)
  );
  ALTER TABLE basilia.file_part ALTER COLUMN content SET STORAGE EXTERNAL;

  CREATE TABLE basilia.study_file (
    study bigint NOT NULL REFERENCES basilia.study ON DELETE CASCADE,
    name text NOT NULL,
    sha256 text REFERENCES basilia.file,
    content bytea,
    PRIMARY KEY (study, name),
    CHECK (num_nonnulls(sha256, content) = 1)
  );
  CREATE INDEX study_file_sha256 ON basilia.study_file (sha256) WHERE sha256 IS NOT NULL;
  COMMENT ON TABLE basilia.study_file IS 'What a study folder would hold: study.json and its history here, large files by their content';

  CREATE TABLE basilia.publication (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    content text NOT NULL
  );
  `,
  blockTables,
]

/**
 * Brings the tables to what this program needs; several servers that start at once do so one after the other. Refuses a
 * database that cannot be used, with the reason; whether it takes changes is the answer.
 */
export async function prepareDatabase(database: Database): Promise<Outcome<'writable' | 'read-only'>> {
  const usable = await checkServer(database)
  if (!usable.ok) return usable
  const stands = await versionOf(database)
  if (!stands.ok) return stands
  const [{ closed } = { closed: 'off' }] = await database.rows<{ closed: string }>(
    `SELECT current_setting('transaction_read_only') AS closed`,
  )
  const missing = stands.value < migrations.length
  if (closed === 'on') return missing ? refused(problem('database-read-only', { reason: '25006' })) : done('read-only')
  const extended = await withPostgis(database)
  if (!extended.ok) return extended
  if (missing) {
    const moved = await database.transaction(migrate)
    if (!moved.ok) return moved
  }
  return done('writable')
}

async function migrate(transaction: Transaction): Promise<Outcome<null>> {
  await transaction.rows(`SET LOCAL lock_timeout = '60s'`)
  await transaction.rows(`SELECT pg_advisory_xact_lock(hashtext('basilia migrations'))`)
  const stands = await versionOf(transaction)
  if (!stands.ok) return stands
  // Even IF NOT EXISTS asks for the right to create, which whoever was given the schema need not have.
  const [{ present } = { present: false }] = await transaction.rows<{ present: boolean }>(
    `SELECT to_regnamespace('basilia') IS NOT NULL AS present`,
  )
  if (!present) await transaction.rows('CREATE SCHEMA basilia')
  await transaction.rows(
    'CREATE TABLE IF NOT EXISTS basilia.migration (version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())',
  )
  await withPostgisNames(transaction)
  for (const [i, text] of migrations.entries()) {
    if (i < stands.value) continue
    await transaction.run(text)
    await transaction.rows('INSERT INTO basilia.migration (version) VALUES ($1)', [i + 1])
  }
  return done(null)
}

/** Lets the names of PostGIS be found in a transaction, whatever schema it stands in. */
export async function withPostgisNames(transaction: Transaction): Promise<void> {
  await transaction.rows(
    `SELECT set_config('search_path', 'basilia, ' || quote_ident(nspname) || ', pg_catalog', true)
     FROM pg_extension JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'postgis'`,
  )
}

async function checkServer(queries: Queries): Promise<Outcome<null>> {
  const [row] = await queries.rows<{ number: string; version: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version`,
  )
  if (Number(row?.number) >= leastServer) return done(null)
  return refused(problem('database-too-old', { version: row?.version ?? '?', least: leastServer / 10_000 }))
}

/** How many migrations a database has taken; 0 where it holds nothing of ours. */
async function versionOf(queries: Queries): Promise<Outcome<number>> {
  const [row] = await queries.rows<{ ours: boolean; tables: string }>(
    `SELECT to_regclass('basilia.migration') IS NOT NULL AS ours,
            (SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('basilia')) AS tables`,
  )
  if (!row?.ours) return Number(row?.tables) === 0 ? done(0) : refused(problem('database-foreign'))
  const [last] = await queries.rows<{ version: number | null }>('SELECT max(version) AS version FROM basilia.migration')
  const version = last?.version ?? 0
  return version <= migrations.length
    ? done(version)
    : refused(problem('database-newer', { version, known: migrations.length }))
}

/** Refuses a database without PostGIS where this user may not add it. */
async function withPostgis(queries: Queries): Promise<Outcome<null>> {
  const found = await postgisOf(queries)
  if (found === null) {
    try {
      await queries.rows('CREATE EXTENSION IF NOT EXISTS postgis')
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code?.startsWith('08') || code?.startsWith('57')) throw error
      return refused(problem('postgis-missing', { reason: (error as Error).message }))
    }
  }
  const version = found ?? (await postgisOf(queries)) ?? ''
  return Number.parseFloat(version) >= leastPostgis
    ? done(null)
    : refused(problem('postgis-too-old', { version, least: leastPostgis }))
}

/** The version of PostGIS in a database; `null` where it has none. */
async function postgisOf(queries: Queries): Promise<string | null> {
  const [row] = await queries.rows<{ version: string }>(
    `SELECT extversion AS version FROM pg_extension WHERE extname = 'postgis'`,
  )
  return row?.version ?? null
}
