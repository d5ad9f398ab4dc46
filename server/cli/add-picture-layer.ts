import { copyFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { addLayer, type LayerChange } from '../../core/layers/layer-set.ts'
import type { Study } from '../../core/model/study.ts'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { bundledStudiesFolder } from '../config/project-root.ts'
import { changeStudyFolder } from '../store/change-study-folder.ts'
import { openFolderStore } from '../store/folder-store.ts'
import type { Change } from '../store/store.ts'
import { readStudyFolder, sha256Of } from '../store/study-folder.ts'
import { usualHistoryLimits } from '../store/study-history.ts'
import { withStudyLock } from '../store/study-lock.ts'
import type { PicturePlaced } from '../usecases/place-picture.ts'
import { workspaceOf } from './workspace-option.ts'

type PictureLayer = NonNullable<PicturePlaced['layer']>

/** Adds the layer to a study: that of a folder, or one of the workspace by its id; its picture, points and recipe are kept. */
export async function addToStudy(
  reference: string,
  givenWorkspace: string | undefined,
  layer: PictureLayer,
): Promise<Outcome<LayerChange>> {
  const folder = resolve(reference)
  const isFolder = await stat(join(folder, 'study.json')).then(
    () => true,
    () => false,
  )
  if (!isFolder && /\.zip$/i.test(reference)) return refused(problem('study-is-zip', { file: reference }))
  if (isFolder) {
    return withIncoming(folder, layer, (change) =>
      withStudyLock(folder, async () => {
        const study = await readStudyFolder(folder)
        if (!study?.ok) return study ?? refused(problem('study-not-found', { id: basename(folder) }))
        return changeStudyFolder(folder, study.value, async (own) => change(own), usualHistoryLimits)
      }),
    )
  }
  const workspace = workspaceOf(givenWorkspace)
  if (!workspace.ok) return workspace
  const store = await openFolderStore(workspace.value, bundledStudiesFolder)
  return withIncoming(store.incomingFolder, layer, (change) => store.change(reference, null, change))
}

/** Copies the files onto the disk of the study, from where the store moves them. */
async function withIncoming(
  place: string,
  { draft, originals, files, features }: PictureLayer,
  commit: (change: (study: Study) => Outcome<Change>) => Promise<Outcome<Study>>,
): Promise<Outcome<LayerChange>> {
  const folder = await mkdtemp(join(place, '.picture-'))
  try {
    const incoming = await Promise.all(
      files.map(async ({ path }, i) => {
        const from = join(folder, String(i))
        await copyFile(path, from)
        return { from, file: `originals/${originals.hashes[i]!}` }
      }),
    )
    const [list, own] = [join(folder, 'list'), join(folder, 'features')]
    await writeFile(list, originals.text)
    await copyFile(features, own)
    incoming.push({ from: list, file: `originals/${draft.sha256}.json` })
    const complete = { ...draft, fileSha256: await sha256Of(own) }
    let id = ''
    const changed = await commit((study) => {
      const added = addLayer(study, complete)
      if (!added.ok) return added
      id = added.value.layer.id
      return done({ study: added.value.study, incoming: [...incoming, { from: own, file: added.value.layer.file }] })
    })
    if (!changed.ok) return changed
    const layer = changed.value.layers.find((each) => each.id === id)
    if (!layer) throw new Error(`study ${changed.value.id} was changed without its layer ${id}`)
    return done({ study: changed.value, layer })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
