import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Study } from '../../core/model/study.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { studyFiles, writeStudyFile } from './study-folder.ts'

/** Copies the files of `study`, without its history, into the empty folder `to`, which becomes the folder of `copied`. */
export async function copyStudyFolder(from: string, to: string, study: Study, copied: Study): Promise<Outcome<Study>> {
  const files = await studyFiles(from, study)
  if (!files.ok) return files
  await mkdir(join(to, 'layers'))
  if (files.value.some(({ name }) => name.startsWith('originals/'))) await mkdir(join(to, 'originals'))
  for (const { name, path } of files.value) await copyFile(path, join(to, name))
  return done(await writeStudyFile(to, copied))
}
