import { extname } from 'node:path'
import { reportFileOption } from '../../core/options/command-options.ts'
import { drawingOptions } from '../../core/options/measuring-options.ts'
import { comparisonOption, isReportFormat, reportFormats, reportOptions } from '../../core/options/report-options.ts'
import { done } from '../../core/result/outcome.ts'
import { usualThreads, withWorkerPool } from '../workers/with-worker-pool.ts'
import { runTask } from '../workers/tasks.ts'
import { onlyWord } from './arguments.ts'
import { commandOf } from './command.ts'
import { comparisonStudies } from './comparison-studies.ts'
import { tellHowLong } from './tell-how-long.ts'
import { UsageError } from './usage-error.ts'
import { withStudies, withStudy } from './with-study.ts'
import { writeNamedFile } from './write-file.ts'
import { writeNote } from './write-out.ts'

const about = `Usage: basilia report STUDY --out FILE.(${Object.keys(reportFormats).join('|')}) [options]

Writes the report of a study: summary with answer and map, tables, timeline, published figures, comparison with other
plans, events, discussion, method, sources, and an annex with the record.
STUDY is its folder, its zip, or the name of a bundled one.
`

/** `basilia report`. */
export const command = commandOf(
  { about, options: { ...reportFileOption, ...reportOptions, ...comparisonOption, ...drawingOptions } },
  async ({ words, values: { out, lang: language, standard, published, style, with: named, ...measuring } }) => {
    const reference = onlyWord(words, 'STUDY')
    if (out === undefined) throw new UsageError('report needs --out FILE.pdf, FILE.docx or FILE.svg.')
    const format = extname(out).slice(1).toLowerCase()
    if (!isReportFormat(format)) {
      throw new UsageError(`--out ${out}: the ending is none of ${Object.keys(reportFormats).join(', ')}.`)
    }
    const report = { format, language, standard, published, style, measuring }
    return withStudy(reference, async ({ printed: study, paths }) =>
      withStudies(await comparisonStudies(study.id, named), async (opened) => {
        const others = opened.map((own) => ({ study: own.study, paths: own.paths }))
        await tellHowLong({ study, paths, others, report })
        const made = await withWorkerPool(usualThreads(), (work) =>
          runTask('make-report', { study, paths, others, report }, work),
        )
        if (!made.ok) return made
        const written = await writeNamedFile(out, made.value.bytes)
        if (written.ok) writeNote(`${out}: ${made.value.name}`)
        return written.ok ? done(null) : written
      }),
    )
  },
)
