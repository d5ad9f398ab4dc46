import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problem } from '../../../core/result/problem.ts'
import { openStudy } from '../../../server/store/open-study.ts'
import { startTaskRunner } from '../../../server/workers/task-runner.ts'
import { taskProcesses } from './processes.ts'

test.skipIf(process.platform !== 'linux')(
  'short tasks that take long never become more than two lanes hold',
  async () => {
    const opened = await openStudy('basilia-city')
    if (!opened.ok) throw new Error(opened.problem.code)
    const { study, paths } = opened.value
    const runner = startTaskRunner({
      processes: 1,
      limitOf: () => ({ seconds: 300, late: problem('task-too-long', { seconds: 300 }) }),
      answersIn: join(tmpdir(), `basilia-runner-${randomUUID()}`),
    })
    const ending = new AbortController()
    const before = new Set(taskProcesses(process.pid))
    let most = 0
    let count = 0
    const progress = (): void => {
      const now = taskProcesses(process.pid)!.filter((pid) => !before.has(pid)).length
      most = Math.max(most, now)
      // Enough has been seen of them all once many have told how far they are.
      if (++count > 60) ending.abort()
    }
    const seeds = [1, 2, 3, 4, 5]
    const work = { signal: ending.signal, progress }
    await Promise.all(
      seeds.map((seed) => runner.run('measure-study', { study, paths, request: { draws: 4000, seed } }, work)),
    )
    expect(most).toBe(2)
    await runner.close()
    await opened.value.close()
  },
)
