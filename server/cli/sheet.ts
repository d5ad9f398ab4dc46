import { extname } from 'node:path'
import { z } from 'zod'
import { done } from '../../core/result/outcome.ts'
import { describeProblem } from '../../core/result/problem.ts'
import { furniture, plainLayout } from '../../core/sheet/sheet-layout.ts'
import { sheetFormats, type SheetFormat } from '../usecases/sheet-formats.ts'
import { readConfig } from '../config/config.ts'
import { askedSheet, sheetOptions } from '../options/sheet-options.ts'
import { usualThreads, withCrew } from '../workers/with-crew.ts'
import { runTask } from '../workers/tasks.ts'
import { flagValues, readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { readLayoutFile } from './read-layout.ts'
import { measuringFlags, drawingHelp, drawingRequest, standardHelp } from './study-flags.ts'
import { UsageError } from './usage-error.ts'
import { withStudies } from './with-study.ts'
import { writeNamedFile } from './write-file.ts'
import { writeNote } from './write-out.ts'

const help = `Usage: basilia sheet STUDY [STUDY …] --out FILE.(svg|png|pdf|svg.zip|png.zip) [options]

Draws the map sheet of a study. STUDY is its folder, its zip, or the name of a bundled one. A legend or sources that
find no room go on further sheets: pages of the PDF, or files numbered -1, -2 …

  --out FILE          where the sheet goes; its ending says which kind it is
  --lang en|ar        language of the sheet; default en
  --paper a4|a3       default a4
  --orientation landscape|portrait   default landscape
  --size WxH          a figure of so many millimetres instead of paper, such as 85x110
  --layout FILE       the layout as JSON (basilia-layout/1): page, boxes, what stands, titles, logos …; the options
                      above and --scale go before it
  --show PART,…, --hide PART,…   what stands on the sheet: ${furniture.join(', ')}
  --base-map FILE.pmtiles|ADDRESS   pictures of the ground for --show baseMap: a PMTiles file, or an address with {z}, {x}
                      and {y}; else BASILIA_BASE_MAP, else OpenStreetMap's
  --scale N           1:N; else the largest round one that shows the whole plan
  --dpi N             dots to the inch of a PNG; default 300
  --multiples dates|studies|DATE,DATE,…   several maps of one scale with one legend: of every snapshot's day, of those
                      days, or of the studies given
  --pair DATE,DATE    before and after side by side, with their areas
  --pages dates|units|studies   a sheet for each snapshot's day, each unit with ground in the plan, or each study
  --page N            only the Nth of several sheets, as SVG or PNG
${standardHelp}
${drawingHelp}
`

/** `basilia sheet`. */
export const command: Command = {
  help,
  async run(args) {
    const text = { type: 'string' } as const
    const own = {
      lang: text,
      paper: text,
      orientation: text,
      size: text,
      scale: text,
      dpi: text,
      page: text,
      standard: text,
      multiples: text,
      pair: text,
      pages: text,
      show: text,
      hide: text,
    }
    const { values, positionals } = readArguments(args, {
      out: text,
      layout: text,
      'base-map': text,
      ...own,
      ...measuringFlags,
    })
    const [reference, ...others] = positionals
    if (reference === undefined) throw new UsageError('sheet needs a STUDY.')
    const { out, at, draws, seed, accuracy, layout: file, 'base-map': baseMap, ...rest } = values
    if (out === undefined) throw new UsageError('sheet needs --out FILE.svg, FILE.png or FILE.pdf.')
    const format = formatOf(out)
    if (!format) throw new UsageError(`--out ${out}: the ending is none of ${Object.keys(sheetFormats).join(', ')}.`)
    const options = flagValues(rest, z.strictObject(sheetOptions))
    const measuring = drawingRequest({ at, draws, seed, accuracy })
    const given = file === undefined ? done(plainLayout) : await readLayoutFile(file)
    if (!given.ok) return given
    const settings = readConfig({ 'base-map': baseMap }, process.env)
    if (!settings.ok) return settings
    const sheet = { format, ...askedSheet(options, given.value), tiles: settings.value.baseMap, measuring }
    return withStudies([reference, ...others], async (opened) => {
      const [first, ...beside] = opened.map(({ study, paths }) => ({ study, paths }))
      const made = await withCrew(usualThreads(), (work) => runTask('make-sheet', { ...first!, beside, sheet }, work))
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
}

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
