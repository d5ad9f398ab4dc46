import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { runCommandLine } from '../../../server/cli/cli.ts'

export const project = fileURLToPath(new URL('../../..', import.meta.url))
const launcher = join(project, 'server', 'launch.mjs')

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs `basilia` as its users do: the built program, in a process of its own. */
export const basilia = (...args: readonly string[]): Promise<Ended> => basiliaIn({}, ...args)

/**
 * The same command line called in this process, in a fraction of the time: for tests of what a command says, writes and
 * ends with. That the built program starts, ends and writes so is what `basilia` is for.
 */
export async function basiliaHere(...args: readonly string[]): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text, ...others) => {
      said[stream] += String(text)
      for (const written of others) if (typeof written === 'function') written()
      return true
    }),
  )
  try {
    const code = await runCommandLine(args)
    return { code, out: said.stdout, err: said.stderr }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

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
