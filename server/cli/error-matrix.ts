import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { correctedAreas, samplingNotes } from '../../core/uncertainty/corrected-areas.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { estimateAreas, type AreaEstimate, type ErrorMatrix } from '../../core/uncertainty/error-matrix.ts'
import { namedAreaOptions } from '../../core/options/correction-options.ts'
import { measureStored } from '../usecases/measure-study.ts'
import { errorMatrixOf } from '../import/tables/error-matrix.ts'
import { formatOption, type OutputFormat } from '../../core/options/command-options.ts'
import { commandOf } from './command.ts'
import { UsageError } from './usage-error.ts'
import { withStudy } from './with-study.ts'
import { writeNote, writeOut } from './write-out.ts'

const about = `Usage: basilia error-matrix FILE STUDY --layer NAME [options]
       basilia error-matrix FILE --mapped CLASS=HECTARES [--mapped CLASS=HECTARES …]

Corrects the areas of a classified map by an error matrix (Olofsson et al. 2014) and gives them 95 % intervals (Wilson's
in every map class, joined by MOVER), the margin that published tables print, and the user's and producer's accuracy of
each class. FILE is a CSV table of counts of sample units: map classes down, reference
classes across, the same in the same order. The areas that the map gives are those of a layer of STUDY inside its plan,
or named one by one. Not for points, one for each structure: see basilia correct-counts.
`

/** `basilia error-matrix`. */
export const command = commandOf(
  { about, options: { ...namedAreaOptions, ...formatOption } },
  async ({ words, values: { layer, at, sampling, mapped, format } }) => {
    const [path, reference, ...rest] = words
    if (path === undefined || rest.length > 0) throw new UsageError('This command takes a FILE, and perhaps a STUDY.')
    if ((reference === undefined) === (mapped.length === 0))
      throw new UsageError('Name either a STUDY or areas by --mapped.')
    const areas = new Map(mapped)
    const matrix = await readMatrix(path)
    if (!matrix.ok) return matrix
    const file = basename(path)
    if (reference === undefined) {
      const lacking = matrix.value.classes.find((name) => !areas.has(name))
      if (lacking !== undefined) return refused(problem('error-matrix-areas', { file, class: lacking }))
      const estimate = estimateAreas(
        matrix.value,
        matrix.value.classes.map((name) => areas.get(name)! * 10_000),
      )
      if (!estimate.ok) return estimate
      return print({ ...estimate.value, notes: [...samplingNotes(sampling), ...estimate.value.notes] }, format)
    }
    if (layer === undefined) throw new UsageError('Name the layer of the STUDY: --layer NAME.')
    return withStudy(reference, async ({ study, paths }) => {
      const measured = await measureStored({ study, paths, request: { at } }, {})
      if (!measured.ok) return measured
      const corrected = correctedAreas(study, measured.value, layer, file, matrix.value, sampling)
      return corrected.ok ? print(corrected.value, format) : corrected
    })
  },
)

async function readMatrix(path: string): Promise<Outcome<ErrorMatrix>> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error.code ?? '–')
  if (typeof bytes === 'string')
    return refused(problem(bytes === 'ENOENT' ? 'file-not-found' : 'file-unreadable', { file: path, code: bytes }))
  return errorMatrixOf(basename(path), new TextDecoder().decode(bytes))
}

async function print(estimate: AreaEstimate, format: OutputFormat): Promise<Outcome<null>> {
  for (const { message } of estimate.notes) writeNote(message)
  const { correctedAreasTable } = await import('../export/tables/correction-tables.ts')
  const table = correctedAreasTable(estimate)
  if (format === 'json') await writeOut(`${JSON.stringify(estimate, null, 2)}\n`)
  else if (format === 'csv')
    await writeOut((await import('../export/tables/table-csv.ts')).tableCsv(table, { heads: 'names' }))
  else await writeOut((await import('../export/tables/table-text.ts')).tableText(table, 'en'))
  return done(null)
}
