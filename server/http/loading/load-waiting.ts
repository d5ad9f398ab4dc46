import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { TaskContext } from '../../../core/parallel/worker-pool.ts'
import type { LayerOptions } from '../../../core/model/layer-options.ts'
import type { Layer } from '../../../core/model/layer.ts'
import { loadLayer, type Loading } from './load-layer.ts'

/** What became of one upload that waited: its layer, or why it is none yet. */
export type LoadedUpload = { readonly uploadId: string; readonly outcome: Outcome<Layer> }

/**
 * Says the same of several uploads that wait, one after the other: each becomes a layer or waits on for itself. What was
 * said of an upload before stays said.
 */
export async function loadWaiting(
  loading: Loading,
  study: string,
  uploadIds: readonly string[],
  options: LayerOptions,
  { signal, progress }: TaskContext,
): Promise<Outcome<readonly LoadedUpload[]>> {
  const loaded: LoadedUpload[] = []
  for (const [i, uploadId] of uploadIds.entries()) {
    if (signal?.aborted) return refused(problem('job-cancelled'))
    progress?.(i / uploadIds.length, 'reading')
    const upload = await loading.uploads.find(uploadId)
    if (!upload.ok) {
      loaded.push({ uploadId, outcome: upload })
      continue
    }
    const said = { ...upload.value.options, ...options }
    await loading.uploads.remember(uploadId, said, upload.value.together)
    const layer = await loadLayer(loading, study, upload.value, said, null, { signal })
    loaded.push({ uploadId, outcome: layer.ok ? done(layer.value.layer) : layer })
  }
  return done(loaded)
}
