import '../core/i18n/every-language.ts'
import { runCommandLine } from './cli/cli.ts'

process.on('uncaughtException', (error) => {
  process.stderr.write(`This is a fault of the program, please report it:\n${error.stack ?? String(error)}\n`)
  process.exit(3)
})

process.exitCode = await runCommandLine(process.argv.slice(2))
