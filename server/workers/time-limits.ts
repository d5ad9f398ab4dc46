import { problem } from '../../core/result/problem.ts'
import type { EngineSettings } from './process-engine.ts'
import type { TaskName } from './tasks.ts'

/** What reads files of others, which may be made to keep a reader busy. */
const reading: ReadonlySet<TaskName> = new Set([
  'import-layer',
  'import-series',
  'resettle-layer',
  'spread-layer',
  'check-layer',
])

/** The end of reading files, and of all other work, in seconds. */
export const limitsOf =
  (readingS: number, otherS: number): EngineSettings['limitOf'] =>
  (name) =>
    reading.has(name)
      ? { seconds: readingS, late: problem('import-too-long', { seconds: readingS }) }
      : { seconds: otherS, late: problem('task-too-long', { seconds: otherS }) }
