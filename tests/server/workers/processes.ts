import { readdirSync, readFileSync } from 'node:fs'

/** The processes that do tasks for `parent`, by Linux's own list; `null` on other systems. */
export function taskProcesses(parent: number): number[] | null {
  if (process.platform !== 'linux') return null
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent && commandOf(name).includes('task-process'))
    .map(Number)
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/** `state ppid …` follow the name in brackets; a dead process that nobody has asked after yet is none. */
function parentOf(pid: string): number {
  const [state, parent] = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')
  return state === 'Z' ? -1 : Number(parent)
}

const commandOf = (pid: string): string => read(`/proc/${pid}/cmdline`)

export const isRunning = (pid: number): boolean => parentOf(String(pid)) > 0

/** Looks until it is so; what is never so ends with the test. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20))
}
