import type { Note } from '../../core/note.ts'
import { done, refused, type Outcome } from '../../core/outcome.ts'
import { problem, type Problem } from '../../core/problem.ts'
import type { Work } from '../../core/progress.ts'
import { encodingNamed } from './code-pages.ts'
import { readGeoJson } from './geojson.ts'
import type { ImportedLayer, ImportOptions, NamedBytes } from './imported.ts'
import { locate } from './locate.ts'
import { keepFeatures, type RawLayer } from './raw-layer.ts'
import { readShapefile } from './shapefile.ts'
import { isZip, unzip, usualZipLimits, type Unzipped } from './zip.ts'

const layerEndings = ['shp', 'geojson', 'json', 'ndjson', 'geojsonl'] as const
const sideEndings = ['dbf', 'prj', 'cpg', 'cst', 'shx'] as const
const known = '.shp, .geojson, .json, .zip'
const isLayerFile = (name: string) => layerEndings.some((ending) => endingOf(name) === ending)
const isSideFile = (name: string) => sideEndings.some((ending) => endingOf(name) === ending)

const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
const stemOf = (name: string): string => name.replace(/\.[^./\\]+$/, '')
const lastOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

/**
 * Reads the layers of files that were loaded together: a shapefile's parts, GeoJSON, or zips of them. Every layer comes
 * in WGS 84, or as it stands with candidates where nobody says its coordinate system. The one entry for the page's
 * uploads, `basilia inspect` and `basilia measure`.
 */
export async function readFiles(
  files: readonly NamedBytes[],
  options: ImportOptions = {},
  work: Work = {},
): Promise<Outcome<ImportedLayer[]>> {
  const { encoding } = options
  if (encoding !== undefined && !encodingNamed(encoding)) return refused(problem('encoding-unknown', { encoding }))
  const unpacked = await unpackAll(files, work)
  if (!unpacked.ok) return unpacked
  const grouped = groupFiles(unpacked.value, files)
  if (!grouped.ok) return grouped

  const chosen = chooseSublayer(grouped.value, options.sublayer, namesOf(files))
  if (!chosen.ok) return chosen
  const layers: ImportedLayer[] = []
  for (const [i, source] of chosen.value.entries()) {
    work.signal?.throwIfAborted()
    work.progress?.(i / chosen.value.length, 'reading')
    const raw = source.read(encoding)
    if (!raw.ok) return raw
    for (const layer of raw.value) {
      if (options.sublayer?.startsWith(`${source.name} (`) && layer.name !== options.sublayer) continue
      const selected = selectFeatures(layer, options.where)
      if (!selected.ok) return selected
      const located = locate(selected.value, options.crs, options.near)
      if (!located.ok) return located
      layers.push({ ...located.value, notes: [...unpacked.value.notes, ...located.value.notes] })
    }
  }
  return done(layers)
}

/** The refusal for a caller that needs one layer of several. */
export function severalLayers(files: readonly NamedBytes[], layers: readonly ImportedLayer[]): Problem {
  const names = layers.map(({ name }) => name)
  return problem('several-layers', { file: namesOf(files), layers: names.join(', ') }, { layers: names })
}

const namesOf = (files: readonly NamedBytes[]): string => files.map(({ name }) => name).join(', ')

async function unpackAll(files: readonly NamedBytes[], work: Work): Promise<Outcome<Unzipped>> {
  const loose: NamedBytes[] = []
  const notes: Note[] = []
  for (const file of files) {
    if (file.bytes.length === 0 && !isSideFile(file.name)) return refused(problem('file-empty', { file: file.name }))
    if (!isZip(file.bytes) && endingOf(file.name) !== 'zip') {
      loose.push(file)
      continue
    }
    const isWanted = (name: string) => isLayerFile(name) || isSideFile(name)
    const unzipped = await unzip(file, isWanted, usualZipLimits, work.signal)
    if (!unzipped.ok) return unzipped
    loose.push(...unzipped.value.files)
    notes.push(...unzipped.value.notes)
  }
  return done({ files: loose, notes })
}

type Source = { readonly name: string; readonly read: (encoding: string | undefined) => Outcome<RawLayer[]> }

/** Pairs the parts of shapefiles by name, whatever its case, and lists what else can be read. */
function groupFiles({ files, notes }: Unzipped, given: readonly NamedBytes[]): Outcome<Source[]> {
  const byName = new Map<string, NamedBytes>()
  for (const file of files) {
    const key = file.name.toLowerCase()
    if (byName.has(key)) return refused(problem('file-twice', { file: file.name }))
    byName.set(key, file)
  }
  const sources: Source[] = []
  for (const file of files) {
    const ending = endingOf(file.name)
    const name = lastOf(stemOf(file.name))
    if (ending === 'shp' || (ending === '' && isShp(file.bytes))) {
      const part = (side: string) => byName.get(`${stemOf(file.name)}.${side}`.toLowerCase())
      const cpg = part('cpg') ?? part('cst')
      const parts = { name, shp: file, dbf: part('dbf'), prj: part('prj'), cpg, shx: part('shx') }
      sources.push({ name, read: (encoding) => oneLayer(readShapefile(parts, encoding)) })
    } else if (isLayerFile(file.name) || (!isSideFile(file.name) && isJson(file.bytes))) {
      sources.push({ name, read: () => readGeoJson(name, file) })
    } else if (given.includes(file) && !isSideFile(file.name)) {
      return refused(problem('file-format-unknown', { file: file.name, known }))
    }
  }
  if (sources.length > 0) return done(sources)
  const deep = notes.find(({ code }) => code === 'zip-nested-ignored')
  if (deep) return refused(problem('zip-nested-too-deep', deep.values))
  return refused(problem('files-without-layer', { file: namesOf(given), known }))
}

const oneLayer = (raw: Outcome<RawLayer>): Outcome<RawLayer[]> => (raw.ok ? done([raw.value]) : raw)

/** Begins with the file code 9994. */
const isShp = (bytes: Uint8Array): boolean => [0, 0, 0x27, 0x0a].every((byte, i) => bytes[i] === byte)

const isJson = (bytes: Uint8Array): boolean => /^\uFEFF?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 64)))

function chooseSublayer(sources: readonly Source[], asked: string | undefined, file: string): Outcome<readonly Source[]> {
  if (asked === undefined) return done(sources)
  const exact = sources.filter(({ name }) => name === asked)
  const matching = exact.length > 0 ? exact : sources.filter(({ name }) => asked.startsWith(`${name} (`))
  if (matching.length > 0) return done(matching)
  const layers = sources.map(({ name }) => name).join(', ')
  return refused(problem('sublayer-unknown', { file, value: asked, layers }))
}

/** The features whose fields have the values that are asked for. */
function selectFeatures(layer: RawLayer, where: ImportOptions['where']): Outcome<RawLayer> {
  let selected = layer
  for (const [field, value] of Object.entries(where ?? {})) {
    const { attributes } = selected.features
    const { file } = layer
    if (!Object.hasOwn(layer.fieldTypes, field) && !attributes.some((row) => Object.hasOwn(row, field))) {
      const fields = new Set([...Object.keys(layer.fieldTypes), ...attributes.flatMap((row) => Object.keys(row))])
      return refused(problem('field-absent', { file, field, fields: [...fields].join(', ') }))
    }
    selected = keepFeatures(selected, (feature) => String(attributes[feature]![field] ?? '') === value)
    if (selected.features.attributes.length === 0) return refused(problem('where-nothing', { file, field, value }))
  }
  return done(selected)
}
