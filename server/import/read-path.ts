import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { done, refused, type Outcome } from '../../core/outcome.ts'
import { problem } from '../../core/problem.ts'
import type { Work } from '../../core/progress.ts'
import type { ImportedLayer, ImportOptions, NamedBytes } from './imported.ts'
import { readFiles } from './read-files.ts'

const longestFileBytes = 2_000_000_000

/** Reads the layers of a file of this machine, with its parts where it is a `.shp`. */
export async function readPath(
  path: string,
  options: ImportOptions = {},
  work: Work = {},
): Promise<Outcome<ImportedLayer[]>> {
  const files = await filesAt(path)
  return files.ok ? readFiles(files.value, options, work) : files
}

/** The file itself and, for a `.shp`, the files beside it that have its name, whatever the case of name and ending. */
export async function filesAt(path: string): Promise<Outcome<NamedBytes[]>> {
  try {
    const paths = extname(path).toLowerCase() === '.shp' ? [path, ...(await partsBeside(path))] : [path]
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

async function partsBeside(path: string): Promise<string[]> {
  const stem = basename(path, extname(path)).toLowerCase()
  const names = await readdir(dirname(path))
  const parts = names.filter((name) => basename(name, extname(name)).toLowerCase() === stem && name !== basename(path))
  const wanted = parts.filter((name) => ['.dbf', '.prj', '.cpg', '.cst', '.shx'].includes(extname(name).toLowerCase()))
  return wanted.map((name) => join(dirname(path), name))
}
