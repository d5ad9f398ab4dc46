import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { geodatabaseOf, isReadable } from './formats.ts'
import type { ImportedLayer, ImportOptions, NamedBytes } from './record/imported.ts'
import { readFiles } from './read-files.ts'

const longestFileBytes = 2_000_000_000

/** Reads the layers of a file of this machine, with its parts where it is a `.shp`. */
export async function readPath(
  path: string,
  options: ImportOptions = {},
  work: TaskContext = {},
): Promise<Outcome<ImportedLayer[]>> {
  const files = await filesAt(path)
  return files.ok ? readFiles(files.value, options, work) : files
}

/**
 * The file itself and what belongs to it: for a `.shp` the files beside it that have its name, whatever the case of name
 * and ending, for GML its schema, for any its style (`.qml`, `.sld`), for the folder of a file geodatabase the files in it.
 */
export async function filesAt(path: string): Promise<Outcome<NamedBytes[]>> {
  try {
    if ((await stat(path)).isDirectory()) return await filesOfGeodatabase(path)
    const paths = [path, ...(await sidecarFiles(path))]
    const files: NamedBytes[] = []
    for (const each of paths) {
      const { size } = await stat(each)
      if (size > longestFileBytes) {
        return refused(problem('file-too-large', { file: basename(each), limitMb: longestFileBytes / 1e6 }))
      }
      files.push({ name: basename(each), bytes: await readFile(each) })
    }
    return done(files)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return refused(problem(code === 'ENOENT' ? 'file-not-found' : 'file-unreadable', { file: path, code }))
  }
}

/** The file with its parts, or the files of a folder, which are the snapshots of a series. */
export async function seriesFilesAt(path: string): Promise<Outcome<NamedBytes[]>> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) return filesAt(path)
  const files: NamedBytes[] = []
  for (const entry of (await readdir(path, { withFileTypes: true })).filter((each) => each.isFile())) {
    const name = join(path, entry.name)
    if (!isReadable(entry.name) && !/\.zip$/i.test(entry.name)) continue
    files.push({ name: basename(name), bytes: await readFile(name) })
  }
  return files.length === 0 ? refused(problem('file-unreadable', { file: path, code: 'EISDIR' })) : done(files)
}

/** The files of an ESRI file geodatabase, which is a folder; any other folder is refused. */
async function filesOfGeodatabase(path: string): Promise<Outcome<NamedBytes[]>> {
  const names = (await readdir(path)).map((name) => ({ name: `${basename(path)}/${name}`, path: join(path, name) }))
  const parts = names.filter(({ name }) => geodatabaseOf(name) !== null)
  if (parts.length === 0) return refused(problem('file-unreadable', { file: path, code: 'EISDIR' }))
  return done(await Promise.all(parts.map(async (part) => ({ name: part.name, bytes: await readFile(part.path) }))))
}

const partEndings: Readonly<Record<string, readonly string[]>> = {
  '.shp': ['.dbf', '.prj', '.cpg', '.cst', '.shx'],
  '.gml': ['.xsd'],
  '.tif': ['.tfw', '.tifw', '.tfwx', '.wld', '.prj'],
  '.tiff': ['.tfw', '.tifw', '.tiffw', '.tfwx', '.wld', '.prj'],
  '.tab': ['.dat', '.map', '.id', '.ind'],
  '.mif': ['.mid'],
  '.gpkg': ['.gpkg-wal', '.gpkg-journal'],
  '.sqlite': ['.sqlite-wal', '.sqlite-journal'],
  '.db': ['.db-wal', '.db-journal'],
}

const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()
const stemOf = (path: string): string => keyOf(basename(path, extname(path)))

/** Parts and styles that have the file's name. */
async function sidecarFiles(path: string): Promise<string[]> {
  const stem = stemOf(path)
  const names = await readdir(dirname(path))
  const parts = names.filter((name) => stemOf(name) === stem && name !== basename(path))
  const endings = [...(partEndings[extname(path).toLowerCase()] ?? []), '.qml', '.sld']
  const isAuxiliary = (name: string): boolean =>
    /\.aux\.xml$/i.test(name) && [stem, keyOf(basename(path))].includes(keyOf(name.slice(0, -'.aux.xml'.length)))
  const wanted = [
    ...parts.filter((name) => endings.includes(extname(name).toLowerCase())),
    ...(/\.tiff?$/i.test(path) ? names.filter(isAuxiliary) : []),
  ]
  return wanted.map((name) => join(dirname(path), name))
}
