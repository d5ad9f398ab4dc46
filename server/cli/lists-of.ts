import { studyFromFiles } from './study-from-files.ts'
import type { Features } from '../../core/geometry/shapes.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { Note } from '../../core/result/note.ts'
import type { Study } from '../../core/model/study.ts'
import type { Table } from '../export/tables/table.ts'
import { tableText } from '../export/tables/table-text.ts'
import { tableCsv } from '../export/tables/table-csv.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import { givenLayers, type LayerFlagValues } from './given-layers.ts'
import type { OutputFormat } from '../../core/options/command-options.ts'
import { UsageError } from './usage-error.ts'
import { withStudy } from './with-study.ts'
import { writeNote, writeOut } from './write-out.ts'

/** Gives a study of the workspace, or one made of the files that the flags name, with its features to `use`. */
export async function withLists<T>(
  words: readonly string[],
  flags: LayerFlagValues,
  at: string | null,
  use: (study: Study, features: ReadonlyMap<string, Features>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (words.length > 1) throw new UsageError(`This command takes exactly one STUDY; it got ${words.length}.`)
  const [reference] = words
  if (reference !== undefined) {
    return withStudy(reference, async ({ study, paths }) => {
      const features = await readLayerFeatures(
        study,
        study.layers.filter(({ role }) => role !== 'context'),
        paths,
      )
      return features.ok ? use(study, features.value) : features
    })
  }
  if (flags.layer === undefined) throw new UsageError('This command needs a STUDY, or --layer NAME=FILE.')
  const made = await studyFromFiles('lists', givenLayers(flags, false), at)
  if (!made.ok) return made
  for (const message of new Set(made.value.study.layers.flatMap(({ notes }) => notes.map((each) => each.message))))
    writeNote(message)
  return use(made.value.study, made.value.features)
}

/** Prints a report, with what must be known of it on stderr. */
export async function printLists(
  report: { readonly notes: readonly Note[] },
  tables: readonly Table[],
  format: OutputFormat,
): Promise<Outcome<null>> {
  for (const { message } of report.notes) writeNote(message)
  if (format === 'json') await writeOut(`${JSON.stringify(report, null, 2)}\n`)
  else if (format === 'csv') await writeOut(tables[0] ? tableCsv(tables[0], { heads: 'names' }) : '')
  else await writeOut(tables.map((table) => tableText(table, 'en')).join(''))
  return done(null)
}
