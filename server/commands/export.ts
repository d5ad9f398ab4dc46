import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { z } from 'zod'
import { done, refused, type Outcome } from '../../core/outcome.ts'
import { problem } from '../../core/problem.ts'
import { measureStored } from '../engine/measure-study.ts'
import { sheetOptions } from '../engine/sheet-options.ts'
import { zipStudy } from '../engine/zip-study.ts'
import { moveIntoPlace } from '../store/atomic-write.ts'
import type { OpenStudy } from '../store/open-study.ts'
import { studyFiles } from '../store/study-folder.ts'
import { flagValues, onlyWord, readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { measuringFlags, measuringHelp, measuringRequest } from './study-flags.ts'
import { UsageError } from './usage-error.ts'
import { withStudy } from './with-study.ts'
import { writeNamedFile } from './write-file.ts'

const help = `Usage: basilia export STUDY --out FILE.(csv|zip) [options]

Writes the table of a study's measurement as CSV, or the whole study as a zip of open files that every command takes.
STUDY is its folder, its zip, or the name of a bundled one.

  --out FILE          where it goes; its ending says what it is
  --lang en|ar        language of a table; default en
${measuringHelp}
`

/** `basilia export`. */
export const command: Command = {
  help,
  async run(args) {
    const text = { type: 'string' } as const
    const { values, positionals } = readArguments(args, { out: text, lang: text, ...measuringFlags })
    const reference = onlyWord(positionals, 'STUDY')
    const { out, lang, ...measuring } = values
    const format = /\.(csv|zip)$/i.exec(out ?? '')?.[1]?.toLowerCase()
    if (out === undefined || format === undefined) throw new UsageError('export needs --out FILE.csv or FILE.zip.')
    const language = flagValues({ lang }, z.strictObject({ lang: sheetOptions.lang })).lang
    const request = measuringRequest(measuring)
    return withStudy(reference, async ({ study, paths, folder }) => {
      if (format === 'zip') return writeStudyZip({ study, folder }, out)
      const measured = await measureStored({ study, paths, request }, {})
      if (!measured.ok) return measured
      const { measurementCsv } = await import('../export/measurement-csv.ts')
      return writeNamedFile(out, measurementCsv(measured.value, language))
    })
  },
}

/** Writes the zip beside its place first, so that it is there whole or not at all. */
async function writeStudyZip({ study, folder }: Pick<OpenStudy, 'study' | 'folder'>, out: string): Promise<Outcome<null>> {
  const path = resolve(out)
  const to = `${path}.${randomUUID()}.part`
  try {
    const zipped = await zipStudy({ study, files: await studyFiles(folder, study), to })
    if (zipped.ok) await moveIntoPlace(to, path)
    return zipped.ok ? done(null) : zipped
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return refused(problem('file-not-written', { file: out, reason: code }))
  } finally {
    await rm(to, { force: true })
  }
}
