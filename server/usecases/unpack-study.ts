import { mkdir } from 'node:fs/promises'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import type { Study } from '../../core/model/study.ts'
import { readStudyFolder } from '../store/study-folder.ts'
import { unzipStudy } from '../store/study-zip.ts'
import { checkStudy } from './check-workspace.ts'

export type UnpackStudy = {
  readonly path: string
  /** What the user calls the zip. */
  readonly name: string
  /** The folder that is made of it. */
  readonly to: string
}

/** Unpacks the zip of a study, and refuses one that is not whole; files that a layer was loaded from may be missing. */
export async function unpackStudy({ path, name, to }: UnpackStudy): Promise<Outcome<Study>> {
  await mkdir(to)
  const unzipped = await unzipStudy(path, to, name)
  if (!unzipped.ok) return unzipped
  const study = await readStudyFolder(to, name)
  if (study === null) return refused(problem('study-zip-without-study', { file: name }))
  if (!study.ok) return study
  const { faults } = await checkStudy(to, study.value)
  const fault = faults.find(({ code }) => !missable.has(code))
  return fault ? refused(fault) : done(study.value)
}

/** What a study can do without, and tells of later. */
const missable: ReadonlySet<string> = new Set(['originals-missing', 'history-broken', 'history-cut'])
