import { setTimeout as wait } from 'node:timers/promises'
import { done, refused } from '../../core/result/outcome.ts'
import { describeProblem, problem } from '../../core/result/problem.ts'
import { databaseName } from '../config/database-name.ts'
import { readDatabases } from '../config/config.ts'
import { commandOf } from './command.ts'
import { UsageError } from './usage-error.ts'
import { writeNote } from './write-out.ts'

const about = `Usage: basilia worker

Measures blocks of ground for the servers that work on DATABASE_URL and DATABASE_NODES, best on a database's own machine, one at
a time: start as many as it has cores. Ctrl+C ends it after its block; a worker that is killed leaves its block to others.
`

const lookAgainMs = 250
const retryMs = 2_000

/** `basilia worker`: runs until it is told to end. */
export const command = commandOf({ about, options: {} }, async ({ words }) => {
  if (words.length > 0) throw new UsageError(`worker takes no words; it got "${words[0]}".`)
  const databases = readDatabases(process.env)
  if (!databases.ok) return databases
  const { databaseUrl, databaseNodes } = databases.value
  if (databaseUrl === null) return refused(problem('engine-without-database'))
  const { openDatabase, ofMeasuring } = await import('../database/connect.ts')
  const { prepareDatabase } = await import('../database/migrations.ts')
  const { storageProblem } = await import('../database/database-problem.ts')
  const { workBlock } = await import('../database/work-blocks.ts')
  const ending = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort())
  const rest = (ms: number): Promise<unknown> => wait(ms, null, { signal: ending.signal }).catch(() => null)
  const open = (databaseNodes.length > 0 ? databaseNodes : [databaseUrl]).map((url) => ({
    name: databaseName(url),
    database: openDatabase(url, 1, ofMeasuring),
    isReady: false,
  }))
  let blocks = 0
  try {
    while (!ending.signal.aborted) {
      let found = false
      for (const own of open) {
        if (ending.signal.aborted) break
        try {
          if (!own.isReady) {
            const prepared = await prepareDatabase(own.database)
            if (!prepared.ok) return prepared
            own.isReady = true
            writeNote(`Working on ${own.name}`)
          }
          if (!(await workBlock(own.database))) continue
          blocks++
          found = true
        } catch (error) {
          const fault = storageProblem(error)
          if (!fault) throw error
          writeNote(`${own.name}: ${describeProblem('en', fault)}`)
          await rest(retryMs)
        }
      }
      if (!found) await rest(lookAgainMs)
    }
  } finally {
    await Promise.all(open.map(({ database }) => database.close()))
    writeNote(`${blocks} blocks measured`)
  }
  return done(null)
})
