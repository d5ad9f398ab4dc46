import { done, type Outcome } from '../../core/outcome.ts'
import { readGeoJson } from './geojson.ts'
import type { NamedBytes } from './imported.ts'
import type { RawLayer } from './raw-layer.ts'
import { readShapefile } from './shapefile.ts'

/** A file to read with what is known of it. */
export type SourceFile = {
  /** The layer's name. */
  readonly name: string
  readonly file: NamedBytes
  /** The file beside it that has its name and this ending. */
  readonly beside: (ending: string) => NamedBytes | undefined
  readonly encoding: string | undefined
}

/** A format that can be read: how its files are known, and its reader. */
export type Format = {
  readonly endings: readonly string[]
  /** Endings of files that belong to one and are no layer themselves. */
  readonly sideEndings: readonly string[]
  /** Whether bytes under a name without a known ending are of the format. */
  readonly recognises: (bytes: Uint8Array) => boolean
  readonly read: (source: SourceFile) => Outcome<readonly RawLayer[]>
}

/** The file code 9994, with which a `.shp` begins. */
const shapefileStart = [0, 0, 0x27, 0x0a]

export const formats: readonly Format[] = [
  {
    endings: ['shp'],
    sideEndings: ['dbf', 'prj', 'cpg', 'cst', 'shx'],
    recognises: (bytes) => shapefileStart.every((byte, i) => bytes[i] === byte),
    read({ name, file, beside, encoding }) {
      const cpg = beside('cpg') ?? beside('cst')
      const parts = { name, shp: file, dbf: beside('dbf'), prj: beside('prj'), cpg, shx: beside('shx') }
      const read = readShapefile(parts, encoding)
      return read.ok ? done([read.value]) : read
    },
  },
  {
    endings: ['geojson', 'json', 'ndjson', 'geojsonl'],
    sideEndings: [],
    recognises: (bytes) => /^\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 64))),
    read: ({ name, file }) => readGeoJson(name, file),
  },
]

/** What a refusal tells the user to bring. */
export const knownFormats = '.shp, .geojson, .json, .zip'

export const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

export const isSideFile = (name: string): boolean => formats.some(({ sideEndings }) => sideEndings.includes(endingOf(name)))

/** The format of a file by its ending, else by how it begins; `null` for none. */
export function formatOf({ name, bytes }: NamedBytes): Format | null {
  const byEnding = formats.find(({ endings }) => endings.includes(endingOf(name)))
  if (byEnding || isSideFile(name)) return byEnding ?? null
  return formats.find(({ recognises }) => recognises(bytes)) ?? null
}

/** Whether a file of an archive is worth unpacking. */
export const isReadable = (name: string): boolean =>
  isSideFile(name) || formats.some(({ endings }) => endings.includes(endingOf(name)))
