import { done, type Outcome } from '../../core/result/outcome.ts'
import { readGeoPackage, readSpatialite } from './gdal/geopackage.ts'
import { readFlatGeobuf } from './gdal/flatgeobuf.ts'
import { readGml } from './gdal/gml.ts'
import { readDxf } from './gdal/dxf.ts'
import { readFileGeodatabase } from './gdal/file-geodatabase.ts'
import { readJson } from './json-forms.ts'
import type { NamedBytes } from './record/imported.ts'
import { readMapInfo } from './gdal/mapinfo.ts'
import { readKml } from './kml/kml.ts'
import type { RawLayer } from './record/raw-layer.ts'
import { readCsv } from './tables/csv.ts'
import { readGeoParquet } from './parquet/geoparquet.ts'
import { secondReading } from './shapefile/second-reading.ts'
import { readShapefile } from './shapefile/shapefile.ts'
import type { SourceFile } from './archive/source-file.ts'
import { otherFormat } from './other-formats.ts'
import { readXlsx } from './tables/xlsx.ts'
import { isZip } from './archive/zip.ts'
import { readGeotiff } from './raster/geotiff-classes.ts'

/** A format that can be read: how its files are known, and its reader. */
export type Format = {
  readonly endings: readonly string[]
  /** Endings of files that belong to one and are no layer themselves. */
  readonly sideEndings: readonly string[]
  /** Whether bytes under a name without a known ending are of the format. */
  readonly recognises: (bytes: Uint8Array) => boolean
  /** Whether a file may hold layers with names of their own. */
  readonly namesLayers: boolean
  /** Whether its rows lie where their columns say. */
  readonly isTable?: true
  /** Whether its cells hold values that a threshold may part. */
  readonly isRaster?: true
  readonly read: (source: SourceFile) => Outcome<readonly RawLayer[]> | Promise<Outcome<readonly RawLayer[]>>
}

const beginsWith = (start: readonly number[]) => (bytes: Uint8Array) => start.every((byte, i) => bytes[i] === byte)
/** Begins each record of a GeoJSON text sequence. */
const recordMark = '\x1e'
const headOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, 2_000))

/** What SQLite keeps beside a database that is being written. */
const databaseSides = (endings: readonly string[]): string[] =>
  endings.flatMap((ending) => [`${ending}-wal`, `${ending}-shm`, `${ending}-journal`])
const isSqlite = (bytes: Uint8Array): boolean => headOf(bytes).startsWith('SQLite format 3')
/** By its application id, "GPKG" and those of its first versions, or by its table of contents among the first. */
const isGeoPackage = (bytes: Uint8Array): boolean =>
  isSqlite(bytes) &&
  (/^GP(KG|10|11)$/.test(headOf(bytes).slice(68, 72)) ||
    new TextDecoder('latin1').decode(bytes.subarray(0, 500_000)).includes('gpkg_contents'))

const formats: readonly Format[] = [
  {
    endings: ['shp'],
    sideEndings: ['dbf', 'prj', 'cpg', 'cst', 'shx'],
    // The file code 9994.
    recognises: beginsWith([0, 0, 0x27, 0x0a]),
    namesLayers: false,
    async read({ name, file, beside, encoding }) {
      const cpg = beside('cpg') ?? beside('cst')
      const parts = { name, shp: file, dbf: beside('dbf'), prj: beside('prj'), cpg, shx: beside('shx') }
      const read = readShapefile(parts, encoding)
      if (!read.ok) return read
      const again = await secondReading(parts, read.value)
      return done([{ ...read.value, notes: [...read.value.notes, ...again] }])
    },
  },
  {
    endings: ['geojson', 'json', 'ndjson', 'geojsonl', 'geojsons', 'geojsonseq', 'jsonl'],
    sideEndings: [],
    recognises: (bytes) => /^\s*\{/.test(headOf(bytes).replace(recordMark, '')),
    namesLayers: false,
    read: readJson,
  },
  {
    endings: ['csv', 'tsv', 'txt'],
    // What GDAL writes beside a table of its columns' types, which are found from the values here.
    sideEndings: ['csvt'],
    recognises: () => false,
    namesLayers: false,
    isTable: true,
    read: readCsv,
  },
  {
    endings: ['xlsx'],
    sideEndings: [],
    recognises: () => false,
    namesLayers: true,
    isTable: true,
    read: readXlsx,
  },
  {
    endings: ['kml'],
    sideEndings: [],
    recognises: (bytes) => /<kml[\s>]/.test(headOf(bytes)),
    namesLayers: false,
    read: readKml,
  },
  {
    endings: ['gpkg'],
    sideEndings: databaseSides(['gpkg']),
    recognises: isGeoPackage,
    namesLayers: true,
    read: readGeoPackage,
  },
  {
    endings: ['sqlite', 'sqlite3', 'db', 'spatialite'],
    sideEndings: databaseSides(['sqlite', 'sqlite3', 'db', 'spatialite']),
    recognises: (bytes) => isSqlite(bytes) && !isGeoPackage(bytes),
    namesLayers: true,
    read: (source) => (isGeoPackage(source.file.bytes) ? readGeoPackage(source) : readSpatialite(source)),
  },
  {
    endings: ['fgb'],
    sideEndings: [],
    recognises: (bytes) => headOf(bytes).startsWith('fgb\x03fgb'),
    namesLayers: false,
    read: readFlatGeobuf,
  },
  {
    endings: ['parquet', 'geoparquet', 'pq'],
    sideEndings: [],
    recognises: (bytes) => headOf(bytes).startsWith('PAR1'),
    namesLayers: false,
    read: readGeoParquet,
  },
  {
    endings: ['gml'],
    sideEndings: ['xsd', 'gfs'],
    recognises: (bytes) => /<[^>]*www\.opengis\.net\/gml/.test(headOf(bytes)),
    namesLayers: true,
    read: readGml,
  },
  {
    endings: ['tab', 'mif'],
    sideEndings: ['dat', 'map', 'id', 'ind', 'mid'],
    recognises: (bytes) => /^(!table|version\s+\d+\s)/i.test(headOf(bytes)),
    namesLayers: false,
    read: readMapInfo,
  },
  {
    endings: ['dxf'],
    sideEndings: [],
    recognises: (bytes) => /^\s*(999\r?\n[^\n]*\n\s*)*0\r?\n\s*SECTION\r?\n/.test(headOf(bytes)),
    namesLayers: false,
    read: readDxf,
  },
  {
    endings: ['tif', 'tiff'],
    sideEndings: ['tfw', 'tifw', 'tiffw', 'tfwx', 'wld'],
    recognises: (bytes) => /^(?:II[*+]\0|MM\0[*+])/.test(headOf(bytes)),
    namesLayers: true,
    isRaster: true,
    read: readGeotiff,
  },
]

/** The name of a format that is known and not read, by how a file begins; `null` where it is none of them. */
export const otherFormatOf = ({ bytes }: NamedBytes): string | null => otherFormat(headOf(bytes))

/** The folder of an ESRI file geodatabase, which is one source with all that lies in it. */
export const folderFormat: Format = {
  endings: [],
  sideEndings: [],
  recognises: () => false,
  namesLayers: true,
  read: readFileGeodatabase,
}

/** The folder that the file lies in ('' for none), where it is one of those that make up a file geodatabase. */
export function geodatabaseOf(name: string): string | null {
  const part = /^(?:(.*)\/)?a[0-9a-f]{8}\.(?:gdbtable|gdbtablx|gdbindexes)$/i.exec(name)
  return part && (part[1] ?? '')
}

/** Whether a file is what stands beside the tables of a file geodatabase: its indexes and times, which are not read. */
export const isSidecarOfTables = (name: string): boolean =>
  /(?:^|\/)(?:a[0-9a-f]{8}(?:\.\w+)+|gdb|timestamps)$/i.test(name)

/** What a refusal tells the user to bring. */
export const knownFormats = [
  ...formats.flatMap(({ endings: [usual] }) => `.${usual}`),
  '.json',
  '.kmz',
  '.gdb',
  '.zip',
].join(', ')

const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Whether the file is a style in the form of QGIS or of OGC. */
export const isStyleFile = (name: string): boolean => /^(qml|sld)$/.test(endingOf(name))

/** What GDAL and ArcGIS write beside a raster: the names and colours of its values among others. */
const isAuxiliary = (name: string): boolean => /\.aux\.xml$/i.test(name)

export const isSideFile = (name: string): boolean =>
  isStyleFile(name) || isAuxiliary(name) || formats.some(({ sideEndings }) => sideEndings.includes(endingOf(name)))

/** The format of a file by its ending, else by how it begins; `null` for none. */
export function formatOf({ name, bytes }: NamedBytes): Format | null {
  // A .txt may hold any text: a drawing, GeoJSON, or a table.
  const byContent = endingOf(name) === 'txt' ? formats.find(({ recognises }) => recognises(bytes)) : undefined
  const byEnding = byContent ?? formats.find(({ endings }) => endings.includes(endingOf(name)))
  if (byEnding || isSideFile(name)) return byEnding ?? null
  return formats.find(({ recognises }) => recognises(bytes)) ?? null
}

/** Whether the file is an archive to be opened, rather than a format that happens to be packed as one. */
export const isArchive = ({ name, bytes }: NamedBytes): boolean =>
  endingOf(name) === 'zip' ||
  (/^km[lz]$/.test(endingOf(name)) && isZip(bytes)) ||
  (isZip(bytes) && !formats.some(({ endings }) => endings.includes(endingOf(name))))

/** Whether a file of an archive is worth unpacking. */
export const isReadable = (name: string): boolean =>
  isSideFile(name) || geodatabaseOf(name) !== null || formats.some(({ endings }) => endings.includes(endingOf(name)))
