import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { Pool, type PoolClient, type QueryResultRow } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { saidByDatabase } from './database-problem.ts'

/** What stands beside the text of a statement, never in it. */
type Values = readonly (string | number | Buffer | null | readonly string[] | readonly number[])[]

/** What both a pool and the one connection of a transaction answer. */
export type Queries = {
  rows<Row extends QueryResultRow>(text: string, values?: Values): Promise<Row[]>
}

export type Transaction = Queries & {
  /** Runs several statements that have no values. */
  run(text: string): Promise<void>
  /** Sends rows to a `COPY … FROM STDIN`. */
  copyIn(text: string, chunks: Iterable<Buffer>): Promise<void>
  /** All that a `COPY … TO STDOUT` gives. */
  copyOut(text: string): Promise<Buffer>
}

/** A database that was opened. */
export type Database = Queries & {
  /** Runs `work` in one transaction, which is kept where it ends and taken back where it throws. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const connectMs = 5_000

/** How long is waited in a database, in milliseconds. */
type Patience = {
  readonly statementMs: number
  readonly lockMs: number
  /** After so long a transaction whose program hangs is taken back, and what it held is free. */
  readonly idleInTransactionMs: number
}

/** For studies: longer idle than a change of one may take. */
const ofStudies: Patience = { statementMs: 60_000, lockMs: 5_000, idleInTransactionMs: 900_000 }
/** For measuring: a statement cuts or measures whole ground, and whoever holds a block is heard of again soon. */
export const ofMeasuring: Patience = { statementMs: 3_600_000, lockMs: 3_600_000, idleInTransactionMs: 120_000 }

/** A statement whose client was killed ends so long after it. */
const clientCheckMs = 10_000

/** Opens a database without asking it anything yet. `connections` are held at most, and let go when they rest. */
export function openDatabase(url: string, connections = 8, patience = ofStudies): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectMs,
    application_name: 'basilia',
    keepAlive: true,
    statement_timeout: patience.statementMs,
    lock_timeout: patience.lockMs,
    idle_in_transaction_session_timeout: patience.idleInTransactionMs,
    options: `-c client_connection_check_interval=${clientCheckMs}`,
  })
  // A connection that rests and is lost is opened anew by whoever asks next, who is told if that fails.
  pool.on('error', ignore)
  return {
    rows: async (text, values = []) => (await saidByDatabase(pool.query(text, [...values]))).rows,
    async transaction(work) {
      const client = await saidByDatabase(pool.connect())
      // Else a connection that is lost between two statements ends the program.
      client.on('error', ignore)
      let fault: Error | undefined
      try {
        await saidByDatabase(client.query('BEGIN'))
        const result = await work(transactionOf(client))
        await saidByDatabase(client.query('COMMIT'))
        return result
      } catch (error) {
        fault = await client.query('ROLLBACK').then(
          () => undefined,
          (failed: Error) => failed,
        )
        throw error
      } finally {
        client.off('error', ignore)
        client.release(fault)
      }
    },
    close: () => pool.end(),
  }
}

const transactionOf = (client: PoolClient): Transaction => ({
  rows: async (text, values = []) => (await saidByDatabase(client.query(text, [...values]))).rows,
  async run(text) {
    await saidByDatabase(client.query(text))
  },
  async copyIn(text, chunks) {
    await saidByDatabase(pipeline(Readable.from(chunks, { objectMode: false }), client.query(copyFrom(text))))
  },
  async copyOut(text) {
    const chunks: Buffer[] = []
    const collect = async (): Promise<void> => {
      for await (const chunk of client.query(copyTo(text))) chunks.push(chunk as Buffer)
    }
    await saidByDatabase(collect())
    return Buffer.concat(chunks)
  },
})

const ignore = (): void => undefined
