import { readFile, rm } from 'node:fs/promises'
import { z } from 'zod'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { copiedStudy } from '../../core/export/withheld-study.ts'
import type { Study } from '../../core/model/study.ts'
import { writeZip } from '../export/archive/zip-writer.ts'
import type { StudyFile } from '../store/store.ts'
import { isHistoryFile } from '../store/study-history.ts'
import { studyText } from '../store/study-folder.ts'

export type ZipRequest = {
  readonly study: Study
  readonly files: readonly StudyFile[]
  /** Where the zip is written; nothing may be there yet. */
  readonly to: string
}

/** What the zip takes beside what may leave: the history, and sensitive layers. */
export type ZipTaking = { readonly history: boolean; readonly sensitive: boolean }

/**
 * What goes into the zip of a study: all of it, or what may leave. `filesOf` gives the files of some of its layers; a file
 * that a sensitive layer has too stays here, be it an archive that other layers were loaded from. Refuses a history in which
 * a layer was sensitive, unless sensitive layers are taken: it holds them as they were.
 */
export async function studyToZip(
  study: Study,
  taking: ZipTaking,
  filesOf: (part: Study, withHistory: boolean) => Promise<Outcome<StudyFile[]>>,
): Promise<Outcome<Omit<ZipRequest, 'to'>>> {
  const all = await filesOf(study, taking.history)
  if (!all.ok) return all
  if (taking.sensitive) return done({ study, files: all.value })
  const copied = copiedStudy(study)
  if (taking.history && (copied.withheld.length > 0 || (await wasSensitive(all.value))))
    return refused(problem('history-sensitive', { id: study.id }))
  const staying = await filesOf({ ...study, layers: [...copied.withheld] }, false)
  if (!staying.ok) return staying
  const names = new Set(staying.value.map(({ name }) => name))
  return done({ study: copied.study, files: all.value.filter(({ name }) => !names.has(name)) })
}

/** Whether a layer is sensitive in a state of the history; a state that cannot be read may hold one. */
async function wasSensitive(files: readonly StudyFile[]): Promise<boolean> {
  for (const { name, path } of files) {
    if (!isHistoryFile(name) || !name.endsWith('.json')) continue
    const state = stateSchema.safeParse(
      await readFile(path, 'utf8')
        .then(JSON.parse)
        .catch(() => null),
    )
    if (!state.success || state.data.layers.some(({ sensitive }) => sensitive !== undefined)) return true
  }
  return false
}

const stateSchema = z.object({ layers: z.array(z.object({ sensitive: z.unknown().optional() })) })

/** Nothing is there, or something that is no file. */
const noFile: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP'])

/** Writes the whole study as a zip of its folder, from which every command and server takes it back. */
export async function zipStudy({ study, files, to }: ZipRequest): Promise<Outcome<null>> {
  const members = files.map(({ name, path }) => ({ name: `${study.id}/${name}`, read: () => readFile(path) }))
  const own = { name: `${study.id}/study.json`, read: async () => Buffer.from(studyText(study)) }
  try {
    return (await writeZip(to, [own, ...members])) ? done(null) : refused(problem('study-too-large', { id: study.id }))
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST') await rm(to, { force: true })
    if (!noFile.has(code ?? '')) throw error
    const missing = files.find((file) => file.path === path)
    if (missing) return refused(problem('study-file-missing', { id: study.id, file: missing.name }))
    // What is a folder opens, and is told without its path.
    if (code === 'EISDIR') return refused(problem('study-unreadable', { id: study.id, reason: code }))
    throw error
  }
}
