import { extname } from 'node:path'
import { z } from 'zod'
import { done } from '../../core/outcome.ts'
import { sheetFormats, type SheetFormat } from '../engine/make-sheet.ts'
import { sheetOptions } from '../engine/sheet-options.ts'
import { runTask } from '../engine/tasks.ts'
import { flagValues, onlyWord, readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { measuringFlags, measuringHelp, measuringRequest, standardHelp } from './study-flags.ts'
import { UsageError } from './usage-error.ts'
import { withStudy } from './with-study.ts'
import { writeNamedFile } from './write-file.ts'
import { writeNote } from './write-out.ts'

const help = `Usage: basilia sheet STUDY --out FILE.(svg|png|pdf) [options]

Draws the map sheet of a study. STUDY is its folder, its zip, or the name of a bundled one.

  --out FILE          where the sheet goes; its ending says which kind it is
  --lang en|ar        language of the sheet; default en
  --paper a4|a3       default a4
  --orientation landscape|portrait   default landscape
  --scale N           1:N; else the largest round one that shows the whole plan
  --dpi N             dots to the inch of a PNG; default 300
${standardHelp}
${measuringHelp}
`

/** `basilia sheet`. */
export const command: Command = {
  help,
  async run(args) {
    const text = { type: 'string' } as const
    const own = { lang: text, paper: text, orientation: text, scale: text, dpi: text, standard: text }
    const { values, positionals } = readArguments(args, { out: text, ...own, ...measuringFlags })
    const reference = onlyWord(positionals, 'STUDY')
    const { out, at, draws, seed, ...rest } = values
    if (out === undefined) throw new UsageError('sheet needs --out FILE.svg, FILE.png or FILE.pdf.')
    const format = extname(out).slice(1).toLowerCase()
    if (!isFormat(format)) throw new UsageError(`--out ${out}: the ending is none of ${Object.keys(sheetFormats).join(', ')}.`)
    const { lang: language, ...layout } = flagValues(rest, z.strictObject(sheetOptions))
    const sheet = { format, language, ...layout, measuring: measuringRequest({ at, draws, seed }) }
    return withStudy(reference, async ({ study, paths }) => {
      const made = await runTask('make-sheet', { study, paths, sheet })
      if (!made.ok) return made
      const written = await writeNamedFile(out, made.value.bytes)
      if (written.ok) writeNote(`${out}: ${made.value.name}`)
      return written.ok ? done(null) : written
    })
  },
}

const isFormat = (format: string): format is SheetFormat => Object.hasOwn(sheetFormats, format)
