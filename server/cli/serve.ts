import { done, refused } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { readConfig, settings } from '../config/config.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { UsageError } from './usage-error.ts'
import { writeNote, writeOut } from './write-out.ts'
import { describeProblem } from '../../core/result/problem.ts'

const settingLines = Object.values(settings).map(({ flag, doc, variable, schema }) => {
  const fallback = String(schema.parse(undefined))
  return `  --${flag.padEnd(14)}${doc}\n${' '.repeat(18)}or ${variable}; default ${fallback}`
})

const help = `Usage: basilia serve [options]

Starts the server and prints the address of the page. Ctrl+C ends it.

${settingLines.join('\n')}
`

/** `basilia serve`: runs until it is told to end. */
export const command: Command = {
  help,
  async run(args) {
    const flags = Object.fromEntries(Object.values(settings).map(({ flag }) => [flag, { type: 'string' as const }]))
    const { values, positionals } = readArguments(args, flags)
    if (positionals.length > 0) throw new UsageError(`serve takes no words; it got "${positionals[0]}".`)
    const config = readConfig(values, process.env)
    if (!config.ok) throw new UsageError(describeProblem('en', config.problem))
    const { startServer } = await import('../http/start.ts')
    let server
    try {
      server = await startServer(config.value)
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      const { port, host, workspace } = config.value
      if (code === 'EADDRINUSE' || code === 'EADDRNOTAVAIL' || (code === 'EACCES' && port < 1024)) {
        return refused(problem('address-unusable', { host, port, reason: code }))
      }
      if (['EACCES', 'EEXIST', 'ENOTDIR', 'EROFS', 'EPERM'].includes(code)) {
        return refused(problem('workspace-unusable', { folder: workspace, reason: code }))
      }
      throw error
    }
    writeNote(`Workspace: ${config.value.workspace}`)
    await writeOut(`${server.address}\n`)
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    })
    await server.stop()
    return done(null)
  },
}
