import { describeProblem } from '../../core/result/problem.ts'
import { kindOf } from '../../core/result/problem-table.ts'
import { version } from '../../core/result/version.ts'
import { storageProblem } from '../database/database-problem.ts'
import type { Command } from './command.ts'
import { UsageError } from './usage-error.ts'
import { writeOut, writeNote } from './write-out.ts'

/** Each command is loaded only when it is called. */
const commands: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  serve: () => import('./serve.ts'),
  inspect: () => import('./inspect.ts'),
  picture: () => import('./picture.ts'),
  measure: () => import('./measure.ts'),
  uncertainty: () => import('./uncertainty.ts'),
  events: () => import('./events.ts'),
  damage: () => import('./damage.ts'),
  'error-matrix': () => import('./error-matrix.ts'),
  'correct-counts': () => import('./correct-counts.ts'),
  compare: () => import('./compare.ts'),
  sheet: () => import('./sheet.ts'),
  report: () => import('./report.ts'),
  export: () => import('./export.ts'),
  backup: () => import('./backup.ts'),
  check: () => import('./check.ts'),
  copy: () => import('./copy.ts'),
  worker: () => import('./worker.ts'),
}

const overview = `Basilia Overlay ${version}: how much of an urban plan lies in which ground, measured.

Usage: basilia COMMAND …     basilia COMMAND --help explains one

  serve           the page and its server on this machine
  inspect         what an import would find in a file, as JSON
  picture         a picture of a map placed on the ground, what is traced on it as a layer
  measure         areas of every class and combination inside a plan
  uncertainty     how sure those areas are: intervals, bounds, whose error, sensitivity
  events          which events of a list are used, left out and why; their rule
  damage          damaged sites by grade, image and unit; clusters
  error-matrix    areas of a classified map corrected by an error matrix
  correct-counts  counts of points corrected by detection rates
  compare         the same measures of several studies side by side
  sheet           the map sheet of a study as SVG, PNG or PDF
  report          the report of a study as PDF or DOCX
  export          tables, overlap geometry, or the whole study, in one file
  backup          all studies of a workspace into a new folder, while a server may be at work
  check           whether every study of a workspace is whole
  copy            all studies between a workspace and a database
  worker          measures blocks of ground for servers with a database
`

/** Runs one command. Exit codes: 0 done, 1 the input cannot be used, 2 wrong usage, 3 our bug. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await writeOut(overview)
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    await writeOut(`${version}\n`)
    return 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) {
    writeNote(`There is no command ${name}.\n\n${overview}`)
    return 2
  }
  try {
    const { command } = await load()
    if (rest.includes('--help') || rest.includes('-h')) {
      await writeOut(command.help)
      return 0
    }
    const outcome = await command.run(rest)
    if (outcome.ok) return 0
    const { exit } = kindOf(outcome.problem.code)
    writeNote(describeProblem('en', outcome.problem))
    if (exit === 2) writeNote(helpHint(name))
    return exit
  } catch (error) {
    if (error instanceof UsageError) {
      writeNote(`${error.message}\n${helpHint(name)}`)
      return 2
    }
    const refusedByStorage = storageProblem(error)
    if (refusedByStorage) {
      writeNote(describeProblem('en', refusedByStorage))
      return kindOf(refusedByStorage.code).exit
    }
    writeNote(`This is a fault of the program, please report it:\n${(error as Error).stack ?? String(error)}`)
    return 3
  }
}

const helpHint = (name: string): string => `basilia ${name} --help tells how it is used.`
