import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { projectRoot } from '../../../server/config/project-root.ts'

/** What `npm start` needs of the project; it builds, so it is given a copy of its own. */
const needed = ['core', 'client', 'server', 'data', 'build', 'package.json', 'tsconfig.json', 'vite.config.ts']

test.skipIf(process.platform === 'win32')('npm start serves, and ends with npm', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'basilia-start-'))
  onTestFinished(async () => {
    for (const own of [folder, `${folder}-workspace`]) await rm(own, { recursive: true, force: true })
  })
  for (const name of needed) await cp(join(projectRoot, name), join(folder, name), { recursive: true })
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  const env = { ...process.env, PORT: '0', BASILIA_WORKSPACE: `${folder}-workspace` }
  const npm = spawn('npm', ['start'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  onTestFinished(() => killGroup(npm.pid))
  let printed = ''
  for await (const part of npm.stdout) {
    printed += String(part)
    if (/http:\S+/.test(printed)) break
  }
  const address = /http:\S+/.exec(printed)?.[0] ?? ''
  expect((await fetch(`${address}/healthz`)).status).toBe(200)

  npm.kill('SIGTERM')
  if (npm.exitCode === null && npm.signalCode === null) await once(npm, 'exit')
  await expect
    .poll(
      () =>
        fetch(`${address}/healthz`).then(
          () => 'answers',
          () => 'ended',
        ),
      { timeout: 20_000 },
    )
    .toBe('ended')
})

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already, as it should.
  }
}
