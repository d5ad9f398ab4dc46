import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from '../../core/result/outcome.ts'
import { startTaskRunner } from '../workers/task-runner.ts'
import type { TaskInput, TaskName, TaskValue } from '../workers/tasks.ts'
import { limitsOf } from '../workers/time-limits.ts'

const longestS = 600

/**
 * Runs one task in a process of its own, as the server does: what takes more than ten minutes or two gigabytes, native decoders
 * included, ends with a problem and takes nothing with it.
 */
export async function runApart<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
): Promise<Outcome<TaskValue<Name>>> {
  const answersIn = await mkdtemp(join(tmpdir(), 'basilia-apart-'))
  const runner = startTaskRunner({ processes: 1, answersIn, limitOf: limitsOf(longestS, longestS) })
  try {
    return await runner.run(name, input)
  } finally {
    await runner.close()
  }
}
