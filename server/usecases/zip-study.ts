import { readFile, rm } from 'node:fs/promises'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { Study } from '../../core/model/study.ts'
import { writeZip } from '../export/archive/zip-writer.ts'
import type { StudyFile } from '../store/store.ts'
import { studyText } from '../store/study-folder.ts'

export type ZipRequest = {
  readonly study: Study
  readonly files: readonly StudyFile[]
  /** Where the zip is written; nothing may be there yet. */
  readonly to: string
}

/** Writes the whole study as a zip of its folder, from which every command and server takes it back. */
export async function zipStudy({ study, files, to }: ZipRequest): Promise<Outcome<null>> {
  const members = files.map(({ name, path }) => ({ name: `${study.id}/${name}`, read: () => readFile(path) }))
  const own = { name: `${study.id}/study.json`, read: async () => Buffer.from(studyText(study)) }
  try {
    return (await writeZip(to, [own, ...members])) ? done(null) : refused(problem('study-too-large', { id: study.id }))
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (code !== 'EEXIST') await rm(to, { force: true })
    const missing = code === 'ENOENT' ? files.find((file) => file.path === path) : undefined
    if (missing) return refused(problem('study-file-missing', { id: study.id, file: missing.name }))
    throw error
  }
}
