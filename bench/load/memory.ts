import { readdirSync, readFileSync } from 'node:fs'

const pageBytes = 4096

/** Megabytes of a process alone, and with all that it has started; 0 where the machine does not tell. */
export function memoryOf(pid: number): { readonly own: number; readonly all: number } {
  const residents = new Map<number, number>()
  const children = new Map<number, number[]>()
  for (const name of namesIn('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const [, rest = ''] = textOf(`/proc/${name}/stat`).split(/\) (.*)/s)
    const fields = rest.split(' ')
    if (fields.length < 22) continue
    const parent = Number(fields[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
    residents.set(Number(name), (Number(fields[21]) * pageBytes) / 1e6)
  }
  const sum = (own: number): number =>
    (residents.get(own) ?? 0) + (children.get(own) ?? []).reduce((all, child) => all + sum(child), 0)
  return { own: residents.get(pid) ?? 0, all: sum(pid) }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Nothing where the process has just ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
