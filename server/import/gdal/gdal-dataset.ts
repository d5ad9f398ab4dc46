import { isRequested } from '../record/requested-layer.ts'
import type { Gdal } from './gdal.ts'
import type { NamedBytes } from '../record/imported.ts'

/** A layer as GDAL describes it before it is read. */
export type GdalLayer = {
  readonly name: string
  /** `null` for a table without geometry. */
  readonly geometryType: string | null
  /** WKT2; `null` where the file says nothing. */
  readonly wkt: string | null
  readonly featureCount: number
  readonly fields: readonly {
    readonly name: string
    readonly type: string
    readonly subType?: string
    readonly domainName?: string
  }[]
  /** What codes mean, by the name of their domain. */
  readonly domains: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export type GdalReading = {
  readonly layer: GdalLayer
  /** Its features as GeoJSON in the layer's own coordinates. */
  readonly geojson: Uint8Array
  /** What GDAL warned of while it read the layer. */
  readonly warnings: readonly string[]
  /** Whether heights or measures that are no numbers were left aside, without which nothing could be written. */
  readonly heightsLeft: boolean
  /** Whether surfaces in space were taken as polygons. */
  readonly surfacesTaken: boolean
  /** Whether each feature was brought from its own system to longitude and latitude on WGS 84. */
  readonly isMixed: boolean
}

export type GdalRequest = {
  /** The short name of the one driver that may open the files. */
  readonly driver: string
  /** The file or folder to open, and with `files` what lies in it or beside it. */
  readonly open: string
  readonly files: readonly NamedBytes[]
  readonly config: Readonly<Record<string, string>>
  /** The layer to read; without it all that have geometry are. */
  readonly requested: string | undefined
  /** Whether the system is known from a copy only: of MapInfo's interchange format GDAL tells it to nobody but writers. */
  readonly systemFromCopy?: true
  /** Whether features of a layer may stand in different systems, so that GDAL brings each to WGS 84 by its own. */
  readonly systemPerFeature?: boolean
  /** Whether features come with their style as a field OGR_STYLE. */
  readonly withStyles: boolean
  /** A table without geometry that is read too, where there is one of that name. */
  readonly table?: string | undefined
  /** Asked of a dataset that GDAL brings along, whose path `open` then is: its rows are the table of the answer. */
  readonly query?: string
}

export type GdalAnswer =
  | {
      readonly kind: 'read'
      readonly layers: readonly GdalLayer[]
      readonly readings: readonly GdalReading[]
      /** The table that was asked for, as GeoJSON without geometry. */
      readonly table: Uint8Array | null
    }
  /** What GDAL says is wrong. */
  | { readonly kind: 'failed'; readonly reason: string }

type Info = {
  readonly layers?: readonly {
    readonly name: string
    readonly featureCount?: number
    readonly geometryFields?: readonly {
      readonly type: string
      readonly coordinateSystem?: { readonly wkt?: string }
    }[]
    readonly fields?: GdalLayer['fields']
  }[]
  readonly domains?: Readonly<Record<string, { readonly codedValues?: Readonly<Record<string, string | null>> }>>
}

/** What GDAL says of a position that JSON cannot write, and of a surface (TIN, polyhedron) that GeoJSON does not have. */
const notFinite = 'Infinite or NaN coordinate'
const noGeoJson = 'geometry type unsupported as a GeoJSON geometry'

const lonLat = 'OGC:CRS84'

const folder = '/input/files'
const output = '/output/layer.geojson'
const isFailure = (text: string): boolean => /^ERROR \d+:/.test(text)
const bare = (text: string): string =>
  text
    .replace(/^(ERROR|Warning) \d+: /, '')
    .replaceAll(`${folder}/`, '')
    .slice(0, 300)
const vectorReadOnly = 0x04

/**
 * Opens files with one driver of GDAL and reads the wanted layers, coordinates as they stand. The files live in GDAL's
 * own memory only, so that nothing of this machine can be reached by what stands in them. Where GDAL breaks down it
 * throws whatever GDAL throws, and that GDAL is not to be used again.
 */
export function readDataset(gdal: Gdal, request: GdalRequest): GdalAnswer {
  if (request.query !== undefined) return readRows(gdal, request.driver, request.open, request.query)
  for (const { name, bytes } of request.files) {
    const path = `${folder}/${name}`
    gdal.files.mkdirTree(path.slice(0, path.lastIndexOf('/')))
    gdal.files.writeFile(path, bytes)
  }
  const options = Object.entries(request.config)
  for (const [key, value] of options) gdal.number('CPLSetConfigOption', key, value)
  const answer = readLayers(gdal, request)
  for (const [key] of options) gdal.number('CPLSetConfigOption', key, null)
  removeTree(gdal, folder)
  return answer
}

const opened = (gdal: Gdal, driver: string, path: string): number =>
  gdal.withTexts([driver], (drivers) => gdal.number('GDALOpenEx', path, vectorReadOnly, drivers, 0, 0))

const failure = ({ said }: Gdal): GdalAnswer => ({
  kind: 'failed',
  reason: bare(said.find(isFailure) ?? said[0] ?? ''),
})

function readRows(gdal: Gdal, driver: string, path: string, query: string): GdalAnswer {
  const dataset = opened(gdal, driver, path)
  if (dataset === 0) return failure(gdal)
  const table = translate(gdal, dataset, ['-sql', query])
  gdal.number('GDALClose', dataset)
  return gdal.said.some(isFailure) ? failure(gdal) : { kind: 'read', layers: [], readings: [], table }
}

function readLayers(gdal: Gdal, request: GdalRequest): GdalAnswer {
  const { driver, open, requested, withStyles, table: wantedTable } = request
  const dataset = opened(gdal, driver, `${folder}/${open}`)
  if (dataset === 0) return failure(gdal)
  const described = describe(gdal, dataset)
  const layers = request.systemFromCopy
    ? described.map((layer) => (layer.wkt === null ? { ...layer, wkt: systemOfCopy(gdal, dataset) } : layer))
    : described
  const wanted = layers.filter(({ geometryType, name }) => geometryType !== null && isRequested(requested, name))
  const readings: GdalReading[] = []
  for (const layer of gdal.said.some(isFailure) ? [] : wanted) {
    const from = gdal.said.length
    const styled = ['-dialect', 'OGRSQL', '-sql', `SELECT *, OGR_STYLE FROM "${layer.name}"`]
    const source = withStyles ? styled : [layer.name]
    const isMixed = request.systemPerFeature === true && layer.wkt === null
    if (isMixed) source.unshift('-t_srs', lonLat)
    let geojson = translate(gdal, dataset, source)
    const heard = gdal.said.slice(from)
    const hasUnwritable = heard.some((text) => text.includes(notFinite))
    const hasSurfaces = heard.some((text) => text.includes(noGeoJson))
    if (hasUnwritable || hasSurfaces) {
      gdal.said.length = from
      const asPolygons = hasSurfaces ? ['-nlt', 'MULTIPOLYGON'] : []
      geojson = translate(gdal, dataset, ['-dim', 'XY', ...asPolygons, ...source])
    }
    if (!geojson || gdal.said.some(isFailure)) break
    const warnings = [...new Set(gdal.said.slice(from).map(bare))]
    readings.push({ layer, geojson, warnings, heightsLeft: hasUnwritable, surfacesTaken: hasSurfaces, isMixed })
  }
  const tableLayer = layers.find(({ name, geometryType }) => geometryType === null && name === wantedTable)
  const table = tableLayer && !gdal.said.some(isFailure) ? translate(gdal, dataset, [tableLayer.name]) : null
  gdal.number('GDALClose', dataset)
  return gdal.said.some(isFailure) ? failure(gdal) : { kind: 'read', layers, readings, table }
}

const copy = '/output/copy.gpkg'

/** The system that a copy of the dataset has, in a format that keeps it as it is. */
function systemOfCopy(gdal: Gdal, dataset: number): string | null {
  const made = translated(gdal, dataset, ['-f', 'GPKG', '-limit', '1'], copy)
  if (made === 0) return null
  const wkt = describe(gdal, made)[0]?.wkt ?? null
  gdal.number('GDALClose', made)
  gdal.files.unlink(copy)
  return wkt
}

function describe(gdal: Gdal, dataset: number): readonly GdalLayer[] {
  const text = gdal.withTexts(['-json'], (given) => {
    const options = gdal.number('GDALVectorInfoOptionsNew', given, 0)
    const info = gdal.text('GDALVectorInfo', dataset, options)
    gdal.number('GDALVectorInfoOptionsFree', options)
    return info
  })
  const { layers, domains: reported = {} } = JSON.parse(text || '{}') as Info
  const domains = Object.fromEntries(
    Object.entries(reported).map(([name, { codedValues = {} }]) => [
      name,
      Object.fromEntries(Object.entries(codedValues).map(([code, meaning]) => [code, meaning ?? code])),
    ]),
  )
  return (layers ?? []).map(({ name, featureCount, geometryFields, fields }) => ({
    name,
    geometryType: geometryFields?.[0]?.type ?? null,
    wkt: geometryFields?.[0]?.coordinateSystem?.wkt ?? null,
    featureCount: featureCount ?? -1,
    fields: fields ?? [],
    domains,
  }))
}

/** Seventeen digits give every coordinate back exactly; long whole numbers come as text, which loses none of theirs. */
const asGeoJson = [
  '-f',
  'GeoJSON',
  '-lco',
  'SIGNIFICANT_FIGURES=17',
  '-lco',
  'RFC7946=NO',
  '-mapFieldType',
  'Integer64=String',
]

/** What `source` names, a layer or a query, as GeoJSON. */
function translate(gdal: Gdal, dataset: number, source: readonly string[]): Uint8Array | null {
  const made = translated(gdal, dataset, [...asGeoJson, ...source], output)
  if (made === 0) return null
  gdal.number('GDALClose', made)
  const geojson = gdal.files.readFile(output)
  gdal.files.unlink(output)
  return geojson
}

/** The dataset that GDAL writes at a path; 0 where it cannot. */
function translated(gdal: Gdal, dataset: number, given: readonly string[], path: string): number {
  return gdal.withTexts(given, (texts) => {
    const options = gdal.number('GDALVectorTranslateOptionsNew', texts, 0)
    const made = gdal.withPointer(dataset, (list) => gdal.number('GDALVectorTranslate', path, 0, 1, list, options, 0))
    gdal.number('GDALVectorTranslateOptionsFree', options)
    return made
  })
}

function removeTree(gdal: Gdal, path: string): void {
  const { files } = gdal
  for (const name of files.readdir(path)) {
    if (name === '.' || name === '..') continue
    const inner = `${path}/${name}`
    if (files.isDir(files.stat(inner).mode)) removeTree(gdal, inner)
    else files.unlink(inner)
  }
  files.rmdir(path)
}
