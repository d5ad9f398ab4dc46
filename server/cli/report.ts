import { extname } from 'node:path'
import { z } from 'zod'
import { done } from '../../core/result/outcome.ts'
import { usualThreads, withCrew } from '../workers/with-crew.ts'
import { runTask } from '../workers/tasks.ts'
import { isReportFormat, reportFormats } from '../options/report-formats.ts'
import { reportOptions } from '../options/report-options.ts'
import { flagValues, onlyWord, readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { besideFlag, besideHelp, studiesBeside } from './studies-beside.ts'
import { measuringFlags, drawingHelp, drawingRequest, standardHelp } from './study-flags.ts'
import { UsageError } from './usage-error.ts'
import { withStudies, withStudy } from './with-study.ts'
import { writeNamedFile } from './write-file.ts'
import { writeNote } from './write-out.ts'

const help = `Usage: basilia report STUDY --out FILE.(pdf|docx|svg) [options]

Writes the report of a study: answer, map, tables, timeline, published figures, comparison with other plans, events,
method, limits and sources.
STUDY is its folder, its zip, or the name of a bundled one.

  --out FILE          where the report goes; its ending says which kind it is
  --lang en|ar        language of the report; default en
${standardHelp}
${besideHelp}
${drawingHelp}
`

/** `basilia report`. */
export const command: Command = {
  help,
  async run(args) {
    const text = { type: 'string' } as const
    const { values, positionals } = readArguments(args, {
      out: text,
      lang: text,
      standard: text,
      ...besideFlag,
      ...measuringFlags,
    })
    const reference = onlyWord(positionals, 'STUDY')
    const { out, lang, standard, with: named, ...measuring } = values
    if (out === undefined) throw new UsageError('report needs --out FILE.pdf, FILE.docx or FILE.svg.')
    const format = extname(out).slice(1).toLowerCase()
    if (!isReportFormat(format)) {
      throw new UsageError(`--out ${out}: the ending is none of ${Object.keys(reportFormats).join(', ')}.`)
    }
    const { lang: language, ...how } = flagValues({ lang, standard }, z.strictObject(reportOptions))
    const report = { format, language, ...how, measuring: drawingRequest(measuring) }
    return withStudy(reference, async ({ study, paths }) =>
      withStudies(await studiesBeside(study.id, named), async (opened) => {
        const others = opened.map((own) => ({ study: own.study, paths: own.paths }))
        const made = await withCrew(usualThreads(), (work) =>
          runTask('make-report', { study, paths, others, report }, work),
        )
        if (!made.ok) return made
        const written = await writeNamedFile(out, made.value.bytes)
        if (written.ok) writeNote(`${out}: ${made.value.name}`)
        return written.ok ? done(null) : written
      }),
    )
  },
}
