import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Features } from '../../core/geometry/shapes.ts'
import { note, type Note } from '../../core/result/note.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import { addLayer, addSeries } from '../../core/layers/layer-set.ts'
import { newStudy } from '../../core/model/new-study.ts'
import { featureSources } from '../../core/model/feature-sources.ts'
import { idSchema } from '../../core/model/layer-schema.ts'
import { buildLayer, type LoadedLayer } from '../../core/layers/build-layer.ts'
import type { Study } from '../../core/model/study.ts'
import { dateInName } from '../../core/time/date-in-name.ts'
import { translate } from '../../core/i18n/translate.ts'
import { readOneLayer } from '../usecases/read-one-layer.ts'
import { readSeries } from '../usecases/read-series.ts'
import { filesAt, seriesFilesAt } from '../import/read-path.ts'
import { listOriginals } from '../store/originals.ts'
import { withClassFile } from './class-file.ts'
import type { GivenLayer } from './given-layers.ts'

/** A study that was made of files for one run. */
export type StudyOfFiles = {
  readonly study: Study
  readonly features: ReadonlyMap<string, Features>
  /** The files each layer was loaded from, by the layer's SHA-256. */
  readonly originals: ReadonlyMap<string, OriginalBytes>
}

type OriginalBytes = {
  readonly list: string
  readonly files: readonly { readonly sha256: string; readonly bytes: Uint8Array }[]
}

/** The options of a snapshot with the day that its file's name tells, where nothing else does. */
function dateOf({ file, options, isUndatedSnapshot }: GivenLayer): Outcome<{ options: LayerOptions; notes: Note[] }> {
  if (!isUndatedSnapshot) return done({ options, notes: [] })
  const name = basename(file)
  const named = dateInName(name)
  if (named.kind === 'day') {
    return done({
      options: { ...options, date: named.date },
      notes: [note('date-from-name', { file: name, date: named.date })],
    })
  }
  const reason = translate('en', `reason.${named.reason}`)
  const values = { file: name, layer: options.name ?? '', reason, readings: named.readings.join(', ') }
  return refused(problem('name-without-date', values))
}

/** Files bring no list of sources: the study lists the ids that their features name. */
function withNamedSources(
  study: Study,
  { sourcesField }: LayerOptions,
  { name, features }: LoadedLayer,
): Outcome<Study> {
  if (sourcesField === undefined || sourcesField === null) return done(study)
  const sources = new Map(study.sources.map((source) => [source.id, source]))
  for (const [i, attributes] of features.attributes.entries()) {
    for (const id of featureSources(attributes[sourcesField])) {
      if (!idSchema.safeParse(id).success)
        return refused(problem('source-not-id', { layer: name, feature: i + 1, field: sourcesField, value: id }))
      if (!sources.has(id)) sources.set(id, { id, title: { en: id } })
    }
  }
  return done({ ...study, sources: [...sources.values()] })
}

/** Reads the files and makes one study of them; the first is the plan. */
export async function studyFromFiles(
  id: string,
  given: readonly GivenLayer[],
  at: string | null,
): Promise<Outcome<StudyOfFiles>> {
  const planName = basename(given[0]!.file).replace(/(\.shp)?\.[^.]+$/i, '')
  let study: Study = { ...newStudy(id, { en: planName }), asOf: at }
  const features = new Map<string, Features>()
  const originals = new Map<string, OriginalBytes>()
  for (const each of given) {
    const { file } = each
    const dated = dateOf(each)
    if (!dated.ok) return dated
    const named = await withClassFile(dated.value.options)
    if (!named.ok) return named
    const options = named.value
    const { notes } = dated.value
    const files = await (each.snapshots === undefined ? filesAt(file) : seriesFilesAt(file))
    if (!files.ok) return files
    const plan = study.layers.find((layer) => layer.id === study.plan.layer)
    const hashed = files.value.map(({ name, bytes }) => ({
      name,
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }))
    const list = listOriginals(hashed.map(({ name, sha256 }) => ({ name, sha256 })))
    if (each.snapshots !== undefined) {
      const read = await readSeries(
        files.value,
        each.snapshots,
        options,
        list.sha256,
        plan?.extent ?? undefined,
        study.sources,
      )
      const added = read.ok ? addSeries(study, read.value.drafts, read.value.isOneFile) : read
      if (!read.ok || !added.ok) return added as Outcome<never>
      study = added.value.study
      added.value.layers.forEach(({ id: layer }, i) =>
        features.set(layer, read.value.features[read.value.isOneFile ? 0 : i]!),
      )
      originals.set(list.sha256, { list: list.text, files: hashed })
      continue
    }
    const loaded = await readOneLayer(files.value, options, plan?.extent ?? undefined)
    if (!loaded.ok) return loaded
    const reported = { ...loaded.value, notes: [...notes, ...loaded.value.notes] }
    const listed = withNamedSources(study, options, loaded.value)
    if (!listed.ok) return listed
    study = listed.value
    const draft = buildLayer(reported, options, list.sha256, study.sources)
    if (!draft.ok) return draft
    const added = addLayer(study, draft.value)
    if (!added.ok) return added
    study = added.value.study
    features.set(added.value.layer.id, loaded.value.features)
    originals.set(list.sha256, { list: list.text, files: hashed })
  }
  return done({ study, features, originals })
}
