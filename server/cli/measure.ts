import { basename, resolve } from 'node:path'
import { crossTable } from '../../core/measure/cross-table.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { announcementDay } from '../../core/model/requested-day.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import { slug } from '../../core/model/slug.ts'
import type { Study } from '../../core/model/study.ts'
import {
  crossOptions,
  formatOption,
  saveOption,
  threadsOption,
  type OutputFormat,
} from '../../core/options/command-options.ts'
import { layerFlags } from '../../core/options/layer-flags.ts'
import { byFeatureOption, drawnOptions, engineOption, measuringOptions } from '../../core/options/measuring-options.ts'
import { flagOf, type Option, type OptionValues } from '../../core/options/option.ts'
import { withWorkerPool } from '../workers/with-worker-pool.ts'
import { readDatabases } from '../config/config.ts'
import type { Measurer } from '../database/overlay-in-blocks.ts'
import { measurerOf } from '../usecases/measurer-of.ts'
import { measureBy, measureStored, type MeasureRequest } from '../usecases/measure-study.ts'
import { withAccuracies } from '../../core/layers/state-accuracy.ts'
import { publishedStored } from '../usecases/published-study.ts'
import { onlyWord } from './arguments.ts'
import { tellHowLong } from './tell-how-long.ts'
import { commandOf } from './command.ts'
import { givenLayers, type LayerFlagValues } from './given-layers.ts'
import { UsageError } from './usage-error.ts'
import { withStudy } from './with-study.ts'
import { writeNote, writeOut } from './write-out.ts'

const about = `Usage: basilia measure STUDY [options]
       basilia measure --plan FILE --layer NAME=FILE [--layer NAME=FILE …] [options]

Measures every class of every layer, and every combination of them, inside a plan. STUDY is a study's folder, its zip,
or the name of a bundled one; or else the files are named, from --plan to --save.
`

const options = {
  ...layerFlags,
  ...saveOption,
  ...byFeatureOption,
  ...measuringOptions,
  ...engineOption,
  ...drawnOptions,
  ...crossOptions,
  ...threadsOption,
  ...formatOption,
} as const

/** `basilia measure`. */
export const command = commandOf({ about, options }, async ({ words, values, given }) => {
  const { at, draws, seed, accuracy, above, correlations, byFeature, threads, format } = values
  const crossing = crossingOf(values)
  const databases = readDatabases(process.env)
  if (!databases.ok) return databases
  const measurer = measurerOf(databases.value, values.engine)
  if (!measurer.ok) return measurer
  const request = {
    at,
    draws,
    seed,
    byFeature,
    ...(above === undefined ? {} : { aboveM2: above }),
    ...(correlations ? { correlations } : {}),
  }
  if (words.length === 0)
    return withWorkerPool(threads, (work) => measureFiles(values, measurer.value, request, { format, crossing }, work))
  const named = given.find((name) => name in layerFlags)
  if (named !== undefined) {
    const flag = flagOf(named, (layerFlags as Readonly<Record<string, Option>>)[named]!)
    throw new UsageError(`--${flag} goes with --plan, not with a STUDY.`)
  }
  if (values.save !== undefined) throw new UsageError('--save goes with --plan; a STUDY is saved already.')
  return withStudy(onlyWord(words, 'STUDY'), async ({ study: stored, paths }) =>
    withWorkerPool(threads, async (work) => {
      const assumed = withAccuracies(stored, accuracy)
      if (!assumed.ok) return assumed
      const study = assumed.value
      await tellHowLong({ study, paths, request })
      const measured = await measureStored({ study, paths, request, measurer: measurer.value ?? undefined }, work)
      if (!measured.ok) return measured
      const printed = await print(study, measured.value, { format, crossing })
      if (!printed.ok || format !== 'table' || crossing) return printed
      const published = await publishedStored({ study, paths, at: measured.value.at, draws, seed }, work)
      if (published.ok)
        await writeOut(
          (await import('../export/tables/measurement-table.ts')).publishedText(
            published.value,
            study.sources,
            measured.value.plan,
            'en',
          ),
        )
      return published.ok ? done(null) : published
    }),
  )
})

async function measureFiles(
  { save, ...flags }: LayerFlagValues & { readonly save?: string | undefined },
  measurer: Measurer | null,
  request: MeasureRequest,
  printing: Printing,
  work: TaskContext,
): Promise<Outcome<null>> {
  if (request.at === announcementDay) throw new UsageError('--at announcement goes with a STUDY, which knows its day.')
  const given = givenLayers(flags)
  const { studyFromFiles } = await import('./study-from-files.ts')
  const id = slug(basename(resolve(save ?? given[0]!.file)), 'study')
  const made = await studyFromFiles(id, given, request.at ?? null)
  if (!made.ok) return made
  const { study, features } = made.value
  const measured = await measureBy(measurer, study, features, request, work)
  if (!measured.ok) return measured
  if (save !== undefined) {
    const { saveStudy } = await import('./save-study.ts')
    const saved = await saveStudy(save, made.value)
    if (!saved.ok) return saved
    writeNote(`${save}: study ${study.id}`)
  }
  const notes = [...study.layers.flatMap((layer) => layer.notes as Measurement['notes']), ...measured.value.notes]
  return print(study, { ...measured.value, notes }, printing)
}

type Printing = {
  readonly format: OutputFormat
  readonly crossing: { readonly layers: string[]; readonly by: 'class' | 'party' } | null
}

function crossingOf({ cross, by }: Pick<OptionValues<typeof crossOptions>, 'cross' | 'by'>): Printing['crossing'] {
  if (by !== undefined && cross === undefined) throw new UsageError('--by goes with --cross.')
  return cross === undefined ? null : { layers: cross, by: by ?? 'class' }
}

async function print(study: Study, measurement: Measurement, { format, crossing }: Printing): Promise<Outcome<null>> {
  for (const message of new Set(measurement.notes.map((each) => each.message))) writeNote(message)
  if (crossing) {
    const crossed = crossTable(study, measurement, crossing.layers, crossing.by)
    if (!crossed.ok) return crossed
    const { crossTableCsv, crossTableText } = await import('../export/tables/cross-table-text.ts')
    const text = {
      json: () => `${JSON.stringify(crossed.value, null, 2)}\n`,
      csv: () => crossTableCsv(crossed.value, 'en'),
      table: () => crossTableText(crossed.value, 'en'),
    }
    await writeOut(text[format]())
  } else if (format === 'json') await writeOut(`${JSON.stringify(measurement, null, 2)}\n`)
  else if (format === 'csv') {
    const { measurementCsv } = await import('../export/tables/measurement-csv.ts')
    const { tableNames } = await import('../export/tables/table-names.ts')
    await writeOut(measurementCsv(measurement, 'en', undefined, tableNames(study, 'en')))
  } else await writeOut((await import('../export/tables/measurement-table.ts')).measurementTable(measurement, 'en'))
  return done(null)
}
