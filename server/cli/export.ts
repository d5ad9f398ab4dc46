import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { withAccuracies } from '../../core/layers/state-accuracy.ts'
import { exportFileOption } from '../../core/options/command-options.ts'
import {
  comparesOthers,
  describedEnding,
  exportEndings,
  exportOptions,
  historyOption,
  sensitiveOption,
} from '../../core/options/export-options.ts'
import { drawingOptions } from '../../core/options/measuring-options.ts'
import { comparisonOption } from '../../core/options/report-options.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { measureStored } from '../usecases/measure-study.ts'
import { usualThreads, withWorkerPool } from '../workers/with-worker-pool.ts'
import { runTask } from '../workers/tasks.ts'
import { studyToZip, zipStudy, type ZipTaking } from '../usecases/zip-study.ts'
import { moveIntoPlace } from '../store/atomic-write.ts'
import type { OpenStudy } from '../store/open-study.ts'
import { studyFiles } from '../store/study-folder.ts'
import { historyFiles, withHistoryFiles } from '../store/study-history.ts'
import { onlyWord } from './arguments.ts'
import { commandOf } from './command.ts'
import { comparisonStudies } from './comparison-studies.ts'
import { UsageError } from './usage-error.ts'
import { withStudies, withStudy } from './with-study.ts'
import { writeNamedFile } from './write-file.ts'

const about = `Usage: basilia export STUDY --out FILE.(${exportEndings.join('|')}) [options]

Writes the tables of a study's measurement, the ground of the overlap, or the whole study, by the ending of FILE. STUDY
is its folder, its zip, or the name of a bundled one.

  csv          the table of the measurement
  xlsx         all tables with notes, sources and codebook; beside it and beside a CSV comes
               FILE.datapackage.json with units, types, sources and checksum
  geojson      the overlap as polygons inside the plan
  gpkg         overlap, plan and layers as measured, with tables and looks for QGIS
  shp.zip      the same layers as shapefiles, with a codebook
  package.zip  all of these as a Frictionless data package with the record of the run
  zip          the whole study, which every command takes back

xlsx and package.zip compare the study with others: see --with.

A layer marked sensitive is left out of all of them, or given as counts in the cells of its grid; the figures are measured
with it. Of any layer only the fields of class, id, labels and dates leave, and those that --fields names.
`

/** `basilia export`. */
export const command = commandOf(
  {
    about,
    options: {
      ...exportFileOption,
      ...exportOptions,
      ...historyOption,
      ...sensitiveOption,
      ...comparisonOption,
      ...drawingOptions,
    },
  },
  async ({
    words,
    values: { out, with: named, at, draws, seed, accuracy, lang: language, history, sensitive, ...how },
  }) => {
    const reference = onlyWord(words, 'STUDY')
    const format = exportEndings.find((ending) => out?.toLowerCase().endsWith(`.${ending}`))
    if (out === undefined || format === undefined) {
      throw new UsageError(`export needs --out FILE with one of the endings ${exportEndings.join(', ')}.`)
    }
    return withStudy(reference, async ({ study: stored, printed, paths, folder }) => {
      if (format === 'zip') return writeStudyZip({ study: stored, folder }, out, { history, sensitive })
      const assumed = withAccuracies(printed, accuracy)
      if (!assumed.ok) return assumed
      const study = assumed.value
      const request = { at, draws, seed }
      const beside = comparesOthers(format) ? await comparisonStudies(study.id, named) : []
      return withStudies(beside, async (opened) => {
        const others = opened.map((own) => ({ study: own.study, paths: own.paths }))
        const requested = { format, language, ...how, name: basename(out) }
        const made = await withWorkerPool(usualThreads(), async (work) => {
          const measured = await measureStored({ study, paths, request }, work)
          if (!measured.ok) return measured
          const { value: measurement } = measured
          return runTask('make-export', { study, paths, others, measurement, request: requested }, work)
        })
        if (!made.ok) return made
        const { bytes, described } = made.value
        const written = await writeNamedFile(out, bytes)
        return written.ok && described ? writeNamedFile(`${out}${describedEnding}`, described) : written
      })
    })
  },
)

/** Writes the zip beside its place first, so that it is there whole or not at all. */
async function writeStudyZip(
  { study, folder }: Pick<OpenStudy, 'study' | 'folder'>,
  out: string,
  taking: ZipTaking,
): Promise<Outcome<null>> {
  const path = resolve(out)
  const to = `${path}.${randomUUID()}.part`
  try {
    const content = await studyToZip(study, taking, async (part, withHistory) => {
      const files = await studyFiles(folder, part)
      if (!files.ok || !withHistory) return files
      return done(withHistoryFiles(files.value, await historyFiles(folder, part)))
    })
    if (!content.ok) return content
    const zipped = await zipStudy({ ...content.value, to })
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
