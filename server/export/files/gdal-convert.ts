import { withGdal, type Gdal } from '../../import/gdal/gdal.ts'

export type MemoryFile = { readonly name: string; readonly bytes: Uint8Array }

const folder = '/export'
const vectorReadOnly = 0x04
const failure = 3
/** What GDAL is told of the day of writing, so that two runs give the same bytes. */
const config = { OGR_CURRENT_DATE: '1980-01-01T00:00:00.000Z', OGR_GEOJSON_MAX_OBJ_SIZE: '0' }

/**
 * Has GDAL write the dataset `from` (one of the `files`) as `to`, as `ogr2ogr` with these options, and gives what it
 * wrote; `to` is a file, or with a slash at its end a folder. Throws with GDAL's words where it fails: the files are
 * ours.
 */
export function gdalConvert(
  files: readonly MemoryFile[],
  from: string,
  to: string,
  options: readonly string[],
): Promise<MemoryFile[]> {
  return withGdal((gdal) => {
    gdal.files.mkdirTree(`${folder}/made`)
    try {
      for (const { name, bytes } of files) gdal.files.writeFile(`${folder}/${name}`, bytes)
      if (to.endsWith('/')) gdal.files.mkdirTree(`${folder}/made/${to}`)
      for (const [key, value] of Object.entries(config)) gdal.number('CPLSetConfigOption', key, value)
      translate(gdal, `${folder}/${from}`, `${folder}/made/${to.replace(/\/$/, '')}`, options)
      return filesIn(gdal, `${folder}/made`)
    } finally {
      for (const key of Object.keys(config)) gdal.number('CPLSetConfigOption', key, null)
      removeTree(gdal, folder)
    }
  })
}

function translate(gdal: Gdal, from: string, to: string, options: readonly string[]): void {
  gdal.number('CPLErrorReset')
  const source = gdal.number('GDALOpenEx', from, vectorReadOnly, null, null, null)
  const made =
    source === 0
      ? 0
      : gdal.withTexts(options, (texts) => {
          const requested = gdal.number('GDALVectorTranslateOptionsNew', texts, null)
          const result = gdal.withPointer(source, (sources) =>
            gdal.number('GDALVectorTranslate', to, null, 1, sources, requested, null),
          )
          gdal.number('GDALVectorTranslateOptionsFree', requested)
          return result
        })
  if (made !== 0) gdal.number('GDALClose', made)
  if (source !== 0) gdal.number('GDALClose', source)
  if (made === 0 || gdal.number('CPLGetLastErrorType') >= failure) throw new Error(`GDAL: ${gdal.said.join('; ')}`)
}

function filesIn(gdal: Gdal, path: string): MemoryFile[] {
  return innerNames(gdal, path).flatMap((name) => {
    const inner = `${path}/${name}`
    return isFolder(gdal, inner) ? filesIn(gdal, inner) : [{ name, bytes: gdal.files.readFile(inner) }]
  })
}

function removeTree(gdal: Gdal, path: string): void {
  for (const name of innerNames(gdal, path)) {
    const inner = `${path}/${name}`
    if (isFolder(gdal, inner)) removeTree(gdal, inner)
    else gdal.files.unlink(inner)
  }
  gdal.files.rmdir(path)
}

const innerNames = ({ files }: Gdal, path: string): string[] =>
  files
    .readdir(path)
    .filter((name) => name !== '.' && name !== '..')
    .sort()
const isFolder = ({ files }: Gdal, path: string): boolean => files.isDir(files.stat(path).mode)
