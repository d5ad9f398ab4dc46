import { problem } from '../../core/result/problem.ts'
import type { TaskRunnerSettings } from './task-runner.ts'
import type { TaskName } from './tasks.ts'

/** What reads files of others, which may be made to keep a reader busy. */
const reading: ReadonlySet<TaskName> = new Set([
  'find-layers',
  'import-layer',
  'import-series',
  'update-layer',
  'start-drawing',
  'redraw-layer',
  'spread-layer',
  'check-layer',
  'place-picture',
  'find-colours',
  'look-at-picture',
  'show-picture',
  'unpack-study',
])

/** The end of reading files, and of all other work, in seconds. */
export const limitsOf =
  (readingS: number, otherS: number): TaskRunnerSettings['limitOf'] =>
  (name) =>
    reading.has(name)
      ? { seconds: readingS, late: problem('import-too-long', { seconds: readingS }) }
      : { seconds: otherS, late: problem('task-too-long', { seconds: otherS }) }
