import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const launcher = fileURLToPath(new URL('../../../server/launch.mjs', import.meta.url))

export type StartedServer = {
  readonly address: string
  readonly pid: number
  readonly workspace: string
  stop(): Promise<void>
}

/** The built server in a process of its own, with a workspace of its own and no base map. */
export async function startedServer(): Promise<StartedServer> {
  const workspace = await mkdtemp(join(tmpdir(), 'basilia-bench-'))
  const server = spawn(
    process.execPath,
    [launcher, 'serve', '--port', '0', '--workspace', workspace, '--base-map', 'none'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const address = await new Promise<string>((resolve) =>
    server.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim())),
  )
  return {
    address,
    pid: server.pid!,
    workspace,
    async stop() {
      const ended = new Promise((resolve) => server.once('close', resolve))
      server.kill('SIGTERM')
      await ended
      await rm(workspace, { recursive: true, force: true })
    },
  }
}
