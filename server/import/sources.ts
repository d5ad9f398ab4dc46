import { note, type Note } from '../../core/result/note.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem, type Problem } from '../../core/result/problem.ts'
import { isRequested, sublayerUnknown } from './record/requested-layer.ts'
import {
  folderFormat,
  formatOf,
  geodatabaseOf,
  isSidecarOfTables,
  isArchive,
  isReadable,
  isSideFile,
  isStyleFile,
  otherFormatOf,
  knownFormats,
  type Format,
} from './formats.ts'
import type { NamedBytes } from './record/imported.ts'
import type { SourceFile } from './archive/source-file.ts'
import { standInFor } from './stand-ins.ts'
import { gunzipped, isGzip, isTar, untar } from './archive/tar.ts'
import { unzip, usualZipLimits, type Unzipped } from './archive/zip.ts'

/** A file that holds layers, and how to read it. */
export type Source = Omit<SourceFile, 'encoding' | 'requested'> & {
  readonly format: Format
  readonly isPacked: boolean
}

export const namesOf = (files: readonly NamedBytes[]): string => files.map(({ name }) => name).join(', ')

/** Names are of one file whatever their case and however their letters are put together. */
const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()
const stemOf = (name: string): string => name.replace(/\.[^./\\]+$/, '')
const lastOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

/** The sources among files, and the styles that lie beside them. */
type Found = {
  readonly sources: readonly Source[]
  readonly styles: readonly NamedBytes[]
  readonly notes: readonly Note[]
}

/** The files that hold layers among those that were loaded together, archives unpacked and parts found by name. */
export async function sourcesIn(
  given: readonly NamedBytes[],
  signal: AbortSignal | undefined,
  encoding?: string,
): Promise<Outcome<Found>> {
  const unpacked = await unpackAll(given, signal, encoding)
  if (!unpacked.ok) return unpacked
  const { files, notes } = unpacked.value
  const byName = new Map<string, NamedBytes>()
  for (const file of files) {
    const key = keyOf(file.name)
    if (byName.has(key)) return refused(problem('file-twice', { file: file.name }))
    byName.set(key, file)
  }
  const sources: Source[] = geodatabases(files)
  const hasTables = sources.length > 0
  for (const file of files) {
    if (geodatabaseOf(file.name) !== null || (hasTables && isSidecarOfTables(file.name))) continue
    const format = formatOf(file)
    const isPacked = !given.includes(file)
    const standIn = inPlaceOf(file, isPacked)
    if (standIn) return refused(standIn)
    if (!format && !isPacked && !isSideFile(file.name)) {
      const other = otherFormatOf(file)
      return refused(
        other === null
          ? problem('file-format-unknown', { file: file.name, known: knownFormats })
          : problem('file-format-unread', { file: file.name, format: other, known: knownFormats }),
      )
    }
    if (!format) continue
    const beside = (ending: string) => byName.get(keyOf(`${stemOf(file.name)}.${ending}`))
    sources.push({ name: layerNameOf(file.name), file, beside, within: [], format, isPacked })
  }
  if (sources.length > 0)
    return done({ sources: withDistinctNames(sources), styles: files.filter(({ name }) => isStyleFile(name)), notes })
  const deep = notes.find(({ code }) => code === 'zip-nested-ignored')
  if (deep) return refused(problem('zip-nested-too-deep', deep.values))
  return refused(problem('files-without-layer', { file: namesOf(given), known: knownFormats }))
}

/** A file's own name; the archive's for the document of a KMZ. */
const layerNameOf = (name: string): string =>
  lastOf(stemOf(name.replace(/\.km[lz]\/doc\.kml$/i, '.kmz'))).normalize('NFC')

function geodatabases(files: readonly NamedBytes[]): Source[] {
  const folders = new Map<string, NamedBytes[]>()
  for (const file of files) {
    const folder = geodatabaseOf(file.name)
    if (folder !== null) folders.set(folder, [...(folders.get(folder) ?? []), file])
  }
  return [...folders].map(([folder, within]) => ({
    name: lastOf(folder).replace(/\.gdb(\.zip)?$|\.zip$/i, ''),
    file: { name: folder, bytes: new Uint8Array() },
    beside: () => undefined,
    within,
    format: folderFormat,
    isPacked: true,
  }))
}

/** Layers of one name in several folders go by their paths. */
function withDistinctNames(sources: readonly Source[]): readonly Source[] {
  const isRepeated = (name: string) => sources.filter((source) => source.name === name).length > 1
  return sources.map((source) => (isRepeated(source.name) ? { ...source, name: stemOf(source.file.name) } : source))
}

async function unpackAll(
  given: readonly NamedBytes[],
  signal: AbortSignal | undefined,
  encoding: string | undefined,
): Promise<Outcome<Unzipped>> {
  const files: NamedBytes[] = []
  const notes: Note[] = []
  for (const packed of given) {
    const standIn = inPlaceOf(packed, false)
    if (standIn) return refused(standIn)
    const opened = isGzip(packed.bytes) ? gunzipped(packed) : done(packed)
    if (!opened.ok) return opened
    const file = opened.value
    if (file.bytes.length === 0 && !isSideFile(file.name)) return refused(problem('file-empty', { file: file.name }))
    if (isTar(file.bytes)) {
      const found = untar(file, isReadable)
      if (!found.ok) return found
      files.push(...found.value.files)
      notes.push(...found.value.notes)
      continue
    }
    if (!isArchive(file)) {
      files.push(file)
      continue
    }
    const unzipped = await unzip(file, isReadable, usualZipLimits, signal, encoding)
    if (!unzipped.ok) return unzipped
    files.push(...unzipped.value.files)
    notes.push(...unzipped.value.notes)
  }
  return done({ files, notes })
}

/** What stands in place of a file that was meant to be read: a web page may also tell of the layers beside it. */
function inPlaceOf(file: NamedBytes, isPacked: boolean): Problem | null {
  const standIn = standInFor(file)
  const isAside = isSideFile(file.name) || (isPacked && !/\.(?:geo)?json$/i.test(file.name))
  return standIn?.code === 'file-is-web-page' && isAside ? null : standIn
}

/** A topology names its objects, which other JSON does not. */
const perhapsTopology = ({ buffer, byteOffset, length }: Uint8Array): boolean =>
  Buffer.from(buffer, byteOffset, length).includes('"Topology"')

/** The sources that may hold the layer that is asked for: those named so, and those that name layers themselves. */
export function chooseSources(
  sources: readonly Source[],
  requested: string | undefined,
  file: string,
): Outcome<readonly Source[]> {
  if (requested === undefined) return done(sources)
  const matching = sources.filter(
    ({ name, format, file: { bytes } }) => format.namesLayers || isRequested(requested, name) || perhapsTopology(bytes),
  )
  if (matching.length > 0) return done(matching)
  return refused(
    sublayerUnknown(
      file,
      requested,
      sources.map(({ name }) => name),
    ),
  )
}

/** A note on a `.json` or table of an archive that turned out to be something else, where there are layers beside it. */
export const ignoredSource = ({ file }: Source): Note =>
  note('entries-ignored', { file: file.name, count: 1, names: lastOf(file.name) })
