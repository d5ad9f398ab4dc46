import { refused } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { Engine, TaskName } from './tasks.ts'

/** What reads files of others, which may be made to keep a reader busy. */
const limited: ReadonlySet<TaskName> = new Set([
  'import-layer',
  'import-series',
  'resettle-layer',
  'spread-layer',
  'check-layer',
])

/** The engine, with an end to the reading of files after `seconds`: the thread is stopped and the refusal says so. */
export const withTimeLimit = (engine: Engine, seconds: number): Engine => ({
  async run(name, input, work = {}) {
    if (!limited.has(name)) return engine.run(name, input, work)
    const late = AbortSignal.timeout(seconds * 1000)
    const signal = work.signal ? AbortSignal.any([work.signal, late]) : late
    const outcome = await engine.run(name, input, { ...work, signal })
    const isLate = !outcome.ok && outcome.problem.code === 'job-cancelled' && late.aborted && !work.signal?.aborted
    return isLate ? refused(problem('import-too-long', { seconds })) : outcome
  },
  close: () => engine.close(),
})
