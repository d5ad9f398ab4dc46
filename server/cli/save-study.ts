import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { eachGeoJsonFeature } from '../../core/geometry/geojson.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { moveIntoPlace, writeFileAtomically } from '../store/atomic-write.ts'
import { makeFolder } from '../store/make-folder.ts'
import { sweepStudyFolder, writeStudyFile } from '../store/study-folder.ts'
import { writeGeoJson } from '../store/write-geojson.ts'
import type { StudyOfFiles } from './study-from-files.ts'

/** Writes the study as a folder of open files; an earlier study in that folder is replaced, anything else is not. */
export async function saveStudy(folder: string, { study, features, originals }: StudyOfFiles): Promise<Outcome<null>> {
  const path = resolve(folder)
  try {
    await makeFolder(path)
    const present = await readdir(path)
    if (present.length > 0 && !present.includes('study.json')) return refused(problem('folder-taken', { folder }))
    await makeFolder(join(path, 'layers'))
    await makeFolder(join(path, 'originals'))
    for (const layer of study.layers) {
      const to = join(path, layer.file)
      await writeGeoJson(`${to}.part`, eachGeoJsonFeature(features.get(layer.id)!, layer.evenOdd))
      await moveIntoPlace(`${to}.part`, to)
    }
    for (const [sha256, { list, files }] of originals) {
      for (const file of files) await writeFileAtomically(join(path, 'originals', file.sha256), file.bytes)
      await writeFileAtomically(join(path, 'originals', `${sha256}.json`), list)
    }
    await writeStudyFile(path, study)
    await sweepStudyFolder(path, study)
    return done(null)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return refused(problem('file-not-written', { file: folder, reason: code }))
  }
}
