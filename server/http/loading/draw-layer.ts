import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { addLayer, replaceLayer, type LayerChange } from '../../../core/layers/layer-set.ts'
import type { LayerOptions } from '../../../core/model/layer-options.ts'
import type { TaskContext } from '../../../core/parallel/worker-pool.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { Store } from '../../store/store.ts'
import { sha256Of } from '../../store/study-folder.ts'
import { commit, findLayer, type Loading } from './load-layer.ts'

/** What is drawn, in degrees of WGS 84; its features are read as those of any file are. */
export const drawingSchema = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(z.looseObject({ type: z.literal('Feature') })).max(50_000),
})
export type Drawing = z.infer<typeof drawingSchema>

type Drawn = Pick<Loading, 'store' | 'runner'>

/** Starts a layer that is drawn, empty or as a copy of the layer `copyOf`. */
export async function startDrawnLayer(
  { store, runner }: Drawn,
  id: string,
  { options, copyOf }: { readonly options: LayerOptions; readonly copyOf?: string | undefined },
  revision: number | null,
  work: TaskContext,
): Promise<Outcome<LayerChange>> {
  const stands = await store.read(id)
  if (!stands.ok) return stands
  const study = stands.value
  const original = study.layers.find((layer) => layer.id === copyOf)
  if (copyOf !== undefined && !original) return refused(problem('layer-not-found', { id, layer: copyOf }))
  return inFolder(store, async (folder) => {
    const to = join(folder, 'features.geojson')
    const path = original && (await store.layerPath(study, original.file))
    const draft = await runner.run('start-drawing', { study, options, copyOf: original, path, to }, work)
    if (!draft.ok) return draft
    const fileSha256 = await sha256Of(to)
    return commit(store, id, revision, (now) => {
      const added = addLayer(now, { ...draft.value, fileSha256 })
      return added.ok ? done({ ...added.value, incoming: [{ from: to, file: added.value.layer.file }] }) : added
    })
  })
}

/** Writes what was drawn in place of what the layer held; only of a drawn layer. */
export async function writeDrawing(
  { store, runner }: Drawn,
  id: string,
  layerId: string,
  drawing: Drawing,
  revision: number | null,
  work: TaskContext,
): Promise<Outcome<LayerChange>> {
  const found = await findLayer(store, id, layerId)
  if (!found.ok) return found
  const { study, layer } = found.value
  if (!layer.drawn) return refused(problem('layer-not-drawn', { layer: layer.name }))
  if (revision !== null && revision !== study.revision)
    return refused(problem('revision-stale', { id, revision: study.revision }))
  return inFolder(store, async (folder) => {
    const [from, to] = [join(folder, 'drawn.geojson'), join(folder, 'features.geojson')]
    await writeFile(from, JSON.stringify(drawing))
    const drawn = await runner.run('redraw-layer', { study, layer, from, to }, work)
    if (!drawn.ok) return drawn
    if (work.signal?.aborted) return refused(problem('job-cancelled'))
    return commit(store, id, study.revision, (now) => {
      const replaced = replaceLayer(now, drawn.value, true)
      return replaced.ok
        ? done({ ...replaced.value, incoming: [{ from: to, file: replaced.value.layer.file }] })
        : replaced
    })
  })
}

async function inFolder<T>(store: Store, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(store.incomingFolder, randomUUID())
  await mkdir(folder)
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
