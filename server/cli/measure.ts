import { basename, resolve } from 'node:path'
import { z } from 'zod'
import { crossTable } from '../../core/measure/cross-table.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import type { Work } from '../../core/parallel/crew.ts'
import { announcementDay } from '../../core/model/asked-day.ts'
import { measureStudy } from '../../core/measure/measure.ts'
import type { Measurement } from '../../core/model/measurement.ts'
import { slug } from '../../core/model/slug.ts'
import type { Study } from '../../core/model/study.ts'
import { withCrew } from '../workers/with-crew.ts'
import { drawnOptions } from '../options/measuring-options.ts'
import { measureStored, type MeasureRequest } from '../usecases/measure-study.ts'
import { publishedStored } from '../usecases/published-study.ts'
import { flagValues, onlyWord, readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { givenLayers, layerFlags, type LayerFlagValues } from './layer-flags.ts'
import { outputFormat, type OutputFormat } from './output-format.ts'
import { measuringHelp, drawnFlags, measuringFlags, measuringRequest, threadsOption } from './study-flags.ts'
import { UsageError } from './usage-error.ts'
import { withStudy } from './with-study.ts'
import { writeNote, writeOut } from './write-out.ts'

const help = `Usage: basilia measure STUDY [options]
       basilia measure --plan FILE --layer NAME=FILE [--layer NAME=FILE …] [options]

Measures every class of every layer, and every combination of them, inside a plan. STUDY is a study's folder, its zip,
or the name of a bundled one; or else the files are named:

  --plan FILE         the plan: a file of polygons
  --plan-crs, --plan-encoding, --plan-sublayer, --plan-where, --plan-accuracy
                      say of the plan what the options below say of a layer
  --plan-id FIELD     the field that names the plan's features
  --units FILE        parcels, sectors or neighbourhoods inside the plan, each with a row
  --units-id FIELD    the field that names them
  --plan-buildings FIELD, --units-buildings FIELD   the field with the number of buildings before the damage
  --layer NAME=FILE   a layer; several files of one NAME are its snapshots, each with its --date in the same order
                      or with the date in its name
  --class NAME=FIELD  the field that holds its class; without it the layer is one class
  --classes NAME=FILE           what its values mean: a file saved as classes (.json) or a style (.qml, .sld)
  --classes NAME=OFFER          or what the file itself offers, by the id that inspect prints, such as folders
  --classes NAME=WORD           or of the values of --class: control-names or damage-names (usual spellings),
                                high-is-destroyed or low-is-destroyed (codes, of which 3 or 1 is destroyed)
  --date NAME=DATE    the day it shows, YYYY-MM-DD
  --crs NAME=CODE     its coordinate system, such as EPSG:22770
  --encoding NAME=ENCODING      such as windows-1256
  --sublayer NAME=SUBLAYER      one layer of a file that holds several
  --where NAME=FIELD=VALUE      only features that have the value
  --positions NAME=X,Y          the columns of a table with longitude (or east) and latitude (or north)
  --sources NAME=FIELD          the field in which features name their sources: ids, separated by semicolons
  --accuracy NAME=ACCURACY      metres of one standard deviation per axis, or as documents quote it:
                                CE90:5, CE95:5, NSSDA:5, RMSE:12, RMSE:12/8 (control points), SCALE:25000,
                                OPERATION:5, IMAGERY:10, RANGE:500; with a STUDY it is supposed and not saved
  --buffer NAME=METRES          makes zones of points and lines
  --snapshots NAME=files        the file (a zip, or a folder) holds the snapshots of a series, each with the date in its name
  --snapshots NAME=columns      its columns named after their days, or with a column of days beside them, are snapshots;
                                FIELD@DATE,FIELD@DATE,… says which columns and days
  --destroyed NAME=3|1          which damage code means destroyed; codes run both ways and none is assumed
  --events NAME=site|town|area  the layer is a list of dated events (Airwars, ACLED, UCDP or any with a column date);
                                only those placed at least so exactly and past on the day of --at take part
  --grid NAME=METRES[:LEAST]    makes zones of events by cells that hold at least LEAST of them
  --from NAME=DATE, --to NAME=DATE   the days that a layer speaks of, or whose events count; both inclusive
  --shared NAME=N               a position of at least N events is the middle of a town, not a site; default 3
  --valid-from NAME=FIELD, --valid-to NAME=FIELD   fields with the days on which a feature holds; see --at
  --save DIR          writes the study as a folder that other commands take

  --by-feature        a row for each feature of the plan
${measuringHelp}
  --above M2          with draws: how probable it is that an area is larger than so many square metres
  --correlations      with draws: correlations between the areas of classes
  --cross LAYER,LAYER[,LAYER]   these layers against each other instead, with totals that add up to the plan
  --by class|party    in a cross-table, classes of one party (all sources, some sources) apart, the default, or together
  --threads N         at most so many threads; the numbers are the same for any
  --format json|csv|table       default table
`

/** `basilia measure`. */
export const command: Command = {
  help,
  async run(args) {
    const { values, positionals } = readArguments(args, {
      ...layerFlags,
      ...measuringFlags,
      ...drawnFlags,
      save: { type: 'string' },
      'by-feature': { type: 'boolean' },
      threads: { type: 'string' },
      cross: { type: 'string' },
      by: { type: 'string' },
      format: { type: 'string' },
    })
    const format = outputFormat(values.format)
    const crossing = crossingOf(values)
    const { threads = 1 } = flagValues({ threads: values.threads }, threadsOption)
    const { above: aboveM2 } = flagValues({ above: values.above }, z.strictObject({ above: drawnOptions.above }))
    const byFeature = values['by-feature'] === true
    const drawn = {
      ...(aboveM2 === undefined ? {} : { aboveM2 }),
      ...(values.correlations ? { correlations: true } : {}),
    }
    const { accuracy, ...asked } = measuringRequest(values)
    const request = { ...asked, byFeature, ...drawn }
    const flags = values as LayerFlagValues
    const named = Object.keys(layerFlags).find(
      (flag) => flag !== 'accuracy' && flags[flag as keyof LayerFlagValues] !== undefined,
    )
    if (positionals.length === 0)
      return withCrew(threads, (work) => measureFiles(flags, values.save, request, { format, crossing }, work))
    if (named !== undefined) throw new UsageError(`--${named} goes with --plan, not with a STUDY.`)
    if (values.save !== undefined) throw new UsageError('--save goes with --plan; a STUDY is saved already.')
    return withStudy(onlyWord(positionals, 'STUDY'), async ({ study, paths }) => {
      const measured = await withCrew(threads, (work) =>
        measureStored({ study, paths, request: { ...request, accuracy } }, work),
      )
      if (!measured.ok) return measured
      const printed = await print(study, measured.value, { format, crossing })
      if (!printed.ok || format !== 'table' || crossing) return printed
      const published = await publishedStored(
        { study, paths, at: measured.value.at, draws: request.draws, seed: request.seed },
        {},
      )
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
    })
  },
}

async function measureFiles(
  flags: LayerFlagValues,
  save: string | undefined,
  request: MeasureRequest,
  printing: Printing,
  work: Work,
): Promise<Outcome<null>> {
  if (request.at === announcementDay) throw new UsageError('--at announcement goes with a STUDY, which knows its day.')
  const given = givenLayers(flags)
  const { studyFromFiles } = await import('./study-from-files.ts')
  const id = slug(basename(resolve(save ?? given[0]!.file)), 'study')
  const made = await studyFromFiles(id, given, request.at ?? null)
  if (!made.ok) return made
  const { study, features } = made.value
  const measured = measureStudy(study, features, request, work)
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

function crossingOf({
  cross,
  by,
}: {
  readonly cross?: string | undefined
  readonly by?: string | undefined
}): Printing['crossing'] {
  if (by !== undefined && by !== 'class' && by !== 'party')
    throw new UsageError(`--by cannot be "${by}": it is class or party.`)
  if (by !== undefined && cross === undefined) throw new UsageError('--by goes with --cross.')
  return cross === undefined ? null : { layers: cross.split(',').filter((name) => name !== ''), by: by ?? 'class' }
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
  else if (format === 'csv')
    await writeOut((await import('../export/tables/measurement-csv.ts')).measurementCsv(measurement, 'en'))
  else await writeOut((await import('../export/tables/measurement-table.ts')).measurementTable(measurement, 'en'))
  return done(null)
}
