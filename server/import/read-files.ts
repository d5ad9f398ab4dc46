import { formatNumber } from '../../core/format/format.ts'
import { featureAreasM2 } from '../../core/geometry-check/feature-areas.ts'
import { note, type Note } from '../../core/result/note.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem, type Problem, type ProblemCode } from '../../core/result/problem.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { snapshotsNamed } from '../../core/layers/series-of-files.ts'
import { isMeant, sublayerUnknown } from './record/requested-layer.ts'
import { encodingNamed } from './text/code-pages.ts'
import { knownFormats } from './formats.ts'
import type { ImportedLayer, ImportOptions, NamedBytes } from './record/imported.ts'
import { locate } from './place/locate.ts'
import { keepFeatures, type RawLayer } from './record/raw-layer.ts'
import { chooseSources, ignoredSource, namesOf, sourcesIn, type Source } from './sources.ts'
import { withStyleFiles } from './style-files.ts'
import { twiceEncoded } from './text/twice-encoded.ts'
import { withSoundSuggestions } from './record/style-suggestions.ts'

/**
 * Reads the layers of files that were loaded together: a shapefile's parts, GeoJSON, or zips of them. Every layer comes
 * in WGS 84, or as it stands with candidates where nobody says its coordinate system. The one entry for the page's
 * uploads, `basilia inspect` and `basilia measure`.
 */
export async function readFiles(
  files: readonly NamedBytes[],
  options: ImportOptions = {},
  work: TaskContext = {},
): Promise<Outcome<ImportedLayer[]>> {
  const { encoding, sublayer, positions, threshold } = options
  if (encoding !== undefined && !encodingNamed(encoding)) return refused(problem('encoding-unknown', { encoding }))
  const found = await sourcesIn(files, work.signal, encoding)
  if (!found.ok) return found
  const chosen = chooseSources(found.value.sources, sublayer, namesOf(files))
  if (!chosen.ok) return chosen

  const layers: ImportedLayer[] = []
  const filesOf: string[] = []
  const notes: Note[] = [...found.value.notes]
  let unselected: Problem | null = null
  for (const [i, source] of chosen.value.entries()) {
    work.signal?.throwIfAborted()
    work.progress?.(i / chosen.value.length, 'reading')
    const requested = ownName(source, sublayer)
    if (positions && !source.format.isTable) return refused(problem('positions-not-table', { file: source.file.name }))
    if (threshold !== undefined && !source.format.isRaster)
      return refused(problem('threshold-not-raster', { file: source.file.name }))
    const raw = await source.format.read({ ...source, encoding, requested, positions, threshold })
    if (!raw.ok) {
      const isAlone = chosen.value.length === 1
      if (!isAlone && raw.problem.code === 'sublayer-unknown') {
        unselected = raw.problem
        continue
      }
      if (isAlone || !source.isPacked || !isNoLayer(source, raw.problem)) return raw
      notes.push(ignoredSource(source))
      continue
    }
    work.progress?.((i + parsedShare) / chosen.value.length, 'reading')
    for (const layer of raw.value) {
      if (!isMeant(requested, layer.name)) continue
      const styled = withSoundSuggestions(withStyleFiles(layer, found.value.styles, found.value.sources.length === 1))
      const checked = { ...styled, notes: [...styled.notes, ...twiceEncoded(styled.file, styled.features.attributes)] }
      const selected = selectFeatures(checked, options.where)
      if (!selected.ok) {
        unselected = selected.problem
        continue
      }
      const name = requested === sublayer ? layer.name : `${source.file.name}/${layer.name}`
      const located = await locate({ ...selected.value, name }, options.crs, options.near)
      if (!located.ok) return located
      layers.push(options.where ? located.value : withAreaRead(located.value))
      filesOf.push(source.file.name)
    }
  }
  if (layers.length === 0) return refused(unselected ?? nothingRead(files, chosen.value, sublayer))
  return done(withDistinctNames(layers, filesOf).map((layer) => ({ ...layer, notes: [...notes, ...layer.notes] })))
}

/** Finding out where a layer lies, and what is wrong with it, takes longer than reading it. */
const parsedShare = 0.25

/** Of a layer whose two readings agree, its area with the count of its features, once it is known where it lies. */
function withAreaRead(layer: ImportedLayer): ImportedLayer {
  const { shapes, attributes } = layer.features
  if (layer.crs === null || shapes.kind !== 'polygon') return layer
  return {
    ...layer,
    notes: layer.notes.map((own) => {
      if (own.code !== 'read-twice') return own
      const areaM2 = featureAreasM2(shapes, attributes.length).areasM2.reduce((sum, area) => sum + area, 0)
      return note('read-twice-area', { ...own.values, areaHa: formatNumber(areaM2 / 10_000, 2) })
    }),
  }
}

/** What is asked for, as a file calls it that names its layers itself and is not alone in having one of that name. */
function ownName({ file }: Source, requested: string | undefined): string | undefined {
  return requested?.startsWith(`${file.name}/`) ? requested.slice(file.name.length + 1) : requested
}

/** Layers of one name in several files go by their files. */
function withDistinctNames(layers: readonly ImportedLayer[], files: readonly string[]): readonly ImportedLayer[] {
  const isRepeated = (name: string) => layers.filter((layer) => layer.name === name).length > 1
  return layers.map((layer, i) => (isRepeated(layer.name) ? renamed(layer, `${files[i]}/${layer.name}`) : layer))
}

const renamed = (layer: ImportedLayer, name: string): ImportedLayer => ({
  ...layer,
  name,
  notes: layer.notes.map((each) => (each.layer === undefined ? each : { ...each, layer: name })),
})

/** What a file beside the layers of an archive may be without harm: no layer at all. */
const noLayer: ReadonlySet<ProblemCode> = new Set(['json-not-geojson', 'table-without-position'])
/** A text of any kind, such as a readme, need be no table. */
const isNoLayer = ({ file }: Source, { code }: Problem): boolean =>
  noLayer.has(code) || (/\.txt$/i.test(file.name) && code === 'table-quote-open')

function nothingRead(files: readonly NamedBytes[], sources: readonly Source[], sublayer: string | undefined): Problem {
  const file = namesOf(files)
  if (sublayer === undefined) return problem('files-without-layer', { file, known: knownFormats })
  return sublayerUnknown(
    file,
    sublayer,
    sources.map(({ name }) => name),
  )
}

/** The refusal for a caller that needs one layer of several. */
export function severalLayers(files: readonly NamedBytes[], layers: readonly ImportedLayer[]): Problem {
  const names = layers.map(({ name }) => name)
  const isSeries = new Set(layers.map(({ features }) => features.shapes.kind)).size === 1
  const more = isSeries ? { layers: names, snapshots: snapshotsNamed(names) } : { layers: names }
  return problem('several-layers', { file: namesOf(files), layers: names.join(', ') }, more)
}

/** The features whose fields have the values that are asked for. */
function selectFeatures(layer: RawLayer, where: ImportOptions['where']): Outcome<RawLayer> {
  const { file } = layer
  let selected = layer
  for (const [field, value] of Object.entries(where ?? {})) {
    const { attributes } = selected.features
    if (!Object.hasOwn(layer.fieldTypes, field) && !attributes.some((row) => Object.hasOwn(row, field))) {
      const fields = new Set([...Object.keys(layer.fieldTypes), ...attributes.flatMap((row) => Object.keys(row))])
      return refused(problem('field-absent', { file, field, fields: [...fields].join(', ') }))
    }
    selected = keepFeatures(selected, (feature) => String(attributes[feature]![field] ?? '') === value)
    if (selected.features.attributes.length === 0) return refused(problem('where-nothing', { file, field, value }))
  }
  return done(selected)
}
