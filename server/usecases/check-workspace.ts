import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { idSchema } from '../../core/model/layer-schema.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { Study } from '../../core/model/study.ts'
import { refused, type Outcome } from '../../core/result/outcome.ts'
import { problem, type Problem } from '../../core/result/problem.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import { originalsList, readOriginals } from '../store/originals.ts'
import { readStudyFolder, studyFiles } from '../store/study-folder.ts'
import { historyFiles, isHistoryFile, readHistory } from '../store/study-history.ts'

export type CheckedStudy = {
  readonly id: string
  readonly layers: number
  readonly faults: readonly Problem[]
  /** Files that belong to nothing: harmless, and swept by the next change of the study. */
  readonly litter: readonly string[]
}

/** A study that a running server changes meanwhile is looked at again, so many times. */
const mostLooks = 3

/** Whether every study of a workspace is whole: readable, its files there, as they were written, with all their features. */
export async function checkWorkspace(workspace: string): Promise<CheckedStudy[]> {
  const checked: CheckedStudy[] = []
  for (const name of await readdir(workspace)) {
    if (!idSchema.safeParse(name).success) continue
    const found = await checkAsItStands(join(workspace, name), name)
    if (found) checked.push(found)
  }
  return checked
}

async function checkAsItStands(folder: string, id: string): Promise<CheckedStudy | null> {
  for (let style = 1; ; style++) {
    const before = await readStudyFolder(folder, id)
    if (before === null) return null
    if (!before.ok) return { id, layers: 0, faults: [before.problem], litter: [] }
    const found = await checkStudy(folder, { ...before.value, id })
    const after = await readStudyFolder(folder, id)
    if (style === mostLooks || (after?.ok && after.value.revision === before.value.revision)) return found
  }
}

/** What is wrong with the study of a folder, which is told by its schema already. */
export async function checkStudy(folder: string, study: Study): Promise<CheckedStudy> {
  const { id, layers } = study
  const faults: Problem[] = []
  for (const layer of layers) {
    const { file, fileSha256, features: stated } = layer
    const path = join(folder, file)
    const read = await orUnreadable(id, file, () => readLayerFeatures(study, [layer], { [layer.id]: path }))
    if (!read.ok) {
      faults.push(read.problem)
      continue
    }
    const found = read.value.get(layer.id)!.attributes.length
    if (fileSha256 !== undefined && fileSha256 !== (await sha256Of(path)))
      faults.push(problem('study-file-changed', { id, file }))
    else if (found !== stated) faults.push(problem('study-file-features', { id, file, found, stated }))
  }
  for (const layer of new Map(layers.map((own) => [own.sha256, own])).values())
    faults.push(...(await originalFaults(folder, id, layer)))
  const files = await studyFiles(folder, study).catch(() => null)
  const { fault } = await readHistory(folder, study)
  if (fault) faults.push(fault)
  const ofHistory = await historyFiles(folder, study)
  // Of originals whose list cannot be read nothing is known.
  const isKnown = files?.ok === true
  const named = new Set([
    ...(isKnown ? files.value.map(({ name }) => name) : layers.map(({ file }) => file)),
    ...ofHistory.map(({ name }) => name),
  ])
  const litter = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter(
      (name) =>
        !named.has(name) &&
        (isKnown || !name.startsWith('originals')) &&
        name !== 'study.json' &&
        name !== '.lock' &&
        !isHistoryFile(name),
    )
  return { id, layers: layers.length, faults, litter }
}

async function originalFaults(
  folder: string,
  id: string,
  { name: layer, sha256, fileSha256 = sha256 }: Layer,
): Promise<Problem[]> {
  const faults: Problem[] = []
  try {
    const files = await readOriginals(folder, id, sha256)
    if (!files.ok) return [files.problem]
    // A layer that was drawn came from nothing else than its own file.
    if (files.value.length === 0 && fileSha256 !== sha256)
      return [problem('originals-missing', { id, layer, file: originalsList(sha256) })]
    for (const { name, path } of files.value) {
      const found = await sha256Of(path)
      if (found === basename(path)) continue
      faults.push(problem(found === null ? 'study-file-missing' : 'study-file-changed', { id, file: name }))
    }
  } catch (error) {
    faults.push(problem('study-unreadable', { id, reason: `originals/${sha256}.json: ${(error as Error).message}` }))
  }
  return faults
}

/** What cannot be read is what is looked for: one file that the disk does not give must not hide what is wrong with others. */
async function orUnreadable<T>(id: string, file: string, read: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await read()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return refused(problem('study-unreadable', { id, reason: `${file}: ${code}` }))
  }
}

/** `null` where there is no such file. */
async function sha256Of(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return hash.digest('hex')
}
