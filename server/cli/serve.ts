import { option, type Option } from '../../core/options/option.ts'
import { done, refused } from '../../core/result/outcome.ts'
import { describeProblem, problem } from '../../core/result/problem.ts'
import { z } from 'zod'
import { isLoopback } from '../config/loopback.ts'
import { readConfig, settings } from '../config/config.ts'
import { databaseName } from '../config/database-name.ts'
import { commandOf } from './command.ts'
import { UsageError } from './usage-error.ts'
import { writeNote, writeOut } from './write-out.ts'

const about = `Usage: basilia serve [options]

Starts the server and prints the address of the page. Ctrl+C ends it.
`

/** The settings of the server as flags; what they say is read together with the environment. */
const options: Readonly<Record<string, Option<z.ZodOptional<z.ZodString>>>> = Object.fromEntries(
  Object.values(settings).map(({ flag, doc, variable, schema }) => [
    flag,
    option(z.string().optional(), `${doc}, or ${variable}; default ${String(schema.parse(undefined))}`, {
      value: 'VALUE',
    }),
  ]),
)

const unusableAddress = new Set(['EADDRINUSE', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'])
const unusableFolder = new Set([
  'EACCES',
  'EEXIST',
  'ENOENT',
  'ENOTDIR',
  'EROFS',
  'EPERM',
  'ENAMETOOLONG',
  'ELOOP',
  'ENOSPC',
])

/** `basilia serve`: runs until it is told to end. */
export const command = commandOf({ about, options }, async ({ words, values }) => {
  if (words.length > 0) throw new UsageError(`serve takes no words; it got "${words[0]}".`)
  const config = readConfig(values, process.env)
  if (!config.ok) return config
  const { startServer } = await import('../http/start.ts')
  let started
  try {
    started = await startServer(config.value)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const { port, host, workspace } = config.value
    if (unusableAddress.has(code) || (code === 'EACCES' && port < 1024)) {
      return refused(problem('address-unusable', { host, port, reason: code }))
    }
    if (unusableFolder.has(code)) {
      return refused(problem('workspace-unusable', { folder: workspace, reason: code }))
    }
    throw error
  }
  if (!started.ok) return started
  const server = started.value
  writeNote(`Workspace: ${config.value.workspace}`)
  if (config.value.databaseUrl !== null) writeNote(`Database: ${databaseName(config.value.databaseUrl)}`)
  const { unwritable, baseMapFault, beside } = server
  if (unwritable) writeNote(describeProblem('en', unwritable))
  if (baseMapFault) {
    // Answers name the file only; whoever starts the server may know where it was looked for.
    const values = { ...baseMapFault.values, file: config.value.baseMap }
    writeNote(describeProblem('en', { ...baseMapFault, values }))
  }
  for (const address of beside)
    writeNote(describeProblem('en', problem('workspace-shared', { folder: config.value.workspace, address })))
  const { token, host } = config.value
  if (token !== null && !process.env['BASILIA_TOKEN'])
    writeNote(`Token, shown only now: ${server.address}/?token=${token}`)
  if (!isLoopback(host)) writeNote('Open to the network over plain HTTP: put a proxy with TLS before it (SECURITY.md).')
  await writeOut(`${server.address}\n`)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await server.stop()
  return done(null)
})
