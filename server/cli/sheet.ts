import { extname } from 'node:path'
import { sheetFileOptions } from '../../core/options/command-options.ts'
import { drawingOptions } from '../../core/options/measuring-options.ts'
import { requestedSheet, sheetFormats, sheetOptions, type SheetFormat } from '../../core/options/sheet-options.ts'
import { done } from '../../core/result/outcome.ts'
import { describeProblem } from '../../core/result/problem.ts'
import { defaultLayout } from '../../core/sheet/sheet-layout.ts'
import { trusted } from '../base-map/base-map.ts'
import { readConfig } from '../config/config.ts'
import { usualThreads, withWorkerPool } from '../workers/with-worker-pool.ts'
import { runTask } from '../workers/tasks.ts'
import { commandOf } from './command.ts'
import { readLayoutFile } from './read-layout.ts'
import { UsageError } from './usage-error.ts'
import { withStudies } from './with-study.ts'
import { writeNamedFile } from './write-file.ts'
import { writeNote } from './write-out.ts'

const about = `Usage: basilia sheet STUDY [STUDY …] --out FILE.(${Object.keys(sheetFormats).join('|')}) [options]

Draws the map sheet of a study. STUDY is its folder, its zip, or the name of a bundled one. What finds no
room goes on further sheets (pages of the PDF, or files numbered -1, -2 …) where it fills at least half of one; else the
sheet says that it stands in the report.
`

/** `basilia sheet`. */
export const command = commandOf(
  { about, options: { ...sheetFileOptions, ...sheetOptions, ...drawingOptions } },
  async ({ words, values: { out, layout: file, baseMap, baseMapCredit, at, draws, seed, accuracy, ...options } }) => {
    const [reference, ...others] = words
    if (reference === undefined) throw new UsageError('sheet needs a STUDY.')
    if (out === undefined) throw new UsageError('sheet needs --out FILE.svg, FILE.png or FILE.pdf.')
    const format = formatOf(out)
    if (!format) throw new UsageError(`--out ${out}: the ending is none of ${Object.keys(sheetFormats).join(', ')}.`)
    const given = file === undefined ? done(defaultLayout) : await readLayoutFile(file)
    if (!given.ok) return given
    const settings = readConfig({ 'base-map': baseMap }, process.env)
    if (!settings.ok) return settings
    const measuring = { at, draws, seed, accuracy }
    const ground = { ...trusted(settings.value.baseMap), credit: baseMapCredit }
    const sheet = { format, ...requestedSheet(options, given.value), baseMap: ground, measuring }
    return withStudies([reference, ...others], async (opened) => {
      const [first, ...beside] = opened.map(({ printed, paths }) => ({ study: printed, paths }))
      const made = await withWorkerPool(usualThreads(), (work) =>
        runTask('make-sheet', { ...first!, beside, sheet }, work),
      )
      if (!made.ok) return made
      const { files, baseMapMissing } = made.value
      if (baseMapMissing) writeNote(describeProblem('en', baseMapMissing))
      for (const [i, { bytes, name }] of files.entries()) {
        const path = files.length === 1 ? out : numbered(out, i + 1, files.length)
        const written = await writeNamedFile(path, bytes)
        if (!written.ok) return written
        writeNote(`${path}: ${name}`)
      }
      return done(null)
    })
  },
)

/** `map.svg` as `map-01.svg` among ten or more. */
function numbered(file: string, number: number, count: number): string {
  const ending = extname(file)
  return `${file.slice(0, file.length - ending.length)}-${String(number).padStart(String(count).length, '0')}${ending}`
}

/** The kind of sheet by the longest ending of its file's name. */
const formatOf = (file: string): SheetFormat | undefined =>
  (Object.keys(sheetFormats) as SheetFormat[])
    .toSorted((a, b) => b.length - a.length)
    .find((format) => file.toLowerCase().endsWith(`.${format}`))
