import { Pool, type PoolClient, type QueryResultRow } from 'pg'
import { saidByDatabase } from './database-problem.ts'

/** What stands beside the text of a statement, never in it. */
type Values = readonly (string | number | Buffer | null | readonly string[])[]

/** What both a pool and the one connection of a transaction answer. */
export type Queries = {
  rows<Row extends QueryResultRow>(text: string, values?: Values): Promise<Row[]>
}

export type Transaction = Queries & {
  /** Runs several statements that have no values. */
  run(text: string): Promise<void>
}

/** A database that was opened. */
export type Database = Queries & {
  /** Runs `work` in one transaction, which is kept where it ends and taken back where it throws. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const connectMs = 5_000
const statementMs = 60_000
const lockMs = 5_000
/** Longer than a change of a study may take, so that a server which hangs does not hold its lock for good. */
const idleInTransactionMs = 900_000
/** A statement whose client was killed ends so long after it. */
const clientCheckMs = 10_000

/** Opens a database without asking it anything yet. `connections` are held at most, and let go when they rest. */
export function openDatabase(url: string, connections = 8): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectMs,
    application_name: 'basilia',
    keepAlive: true,
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
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
})

const ignore = (): void => undefined
