import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const project = fileURLToPath(new URL('../../..', import.meta.url))
const launcher = join(project, 'server', 'launch.mjs')

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs `basilia` as its users do: the built program, in a process of its own. */
export const basilia = (...args: readonly string[]): Promise<Ended> => basiliaIn({}, ...args)

/** The same on a machine with other settings, such as `TZ` and `LANG`. */
export function basiliaIn(settings: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [launcher, ...args], {
      cwd: project,
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}
