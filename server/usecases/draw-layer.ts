import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { eachGeoJsonFeature } from '../../core/geometry/geojson.ts'
import { drawnCopy, emptyDrawing, redrawn, startedDrawing } from '../../core/layers/drawn-layer.ts'
import type { ChangedLayer, LayerDraft, LoadedLayer } from '../../core/layers/build-layer.ts'
import type { LayerOptions } from '../../core/model/layer-options.ts'
import type { Layer } from '../../core/model/layer.ts'
import type { Study } from '../../core/model/study.ts'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { readLayerFeatures } from '../store/layer-features.ts'
import { sha256Of } from '../store/study-folder.ts'
import { writeGeoJson } from '../store/write-geojson.ts'
import { readOneLayer } from './read-one-layer.ts'

/** Starts a layer that is drawn, empty or as a copy of another of the study (`copyOf`, its features in `path`), with its features in `to`. */
export async function startDrawing(request: {
  readonly study: Study
  readonly options: LayerOptions
  readonly copyOf?: Layer | undefined
  readonly path?: string | undefined
  readonly to: string
}): Promise<Outcome<LayerDraft>> {
  const { study, options, copyOf, path, to } = request
  if (copyOf === undefined || path === undefined) {
    await writeGeoJson(to, [])
    return startedDrawing(options, await sha256Of(to), study.sources)
  }
  const features = await readLayerFeatures(study, [copyOf], { [copyOf.id]: path })
  if (!features.ok) return features
  const own = features.value.get(copyOf.id)!
  const draft = drawnCopy(copyOf, own, options, study.sources)
  if (!draft.ok) return draft
  await writeGeoJson(to, eachGeoJsonFeature(own, copyOf.evenOdd))
  return done({ ...draft.value, sha256: await sha256Of(to) })
}

/** A drawn layer with the collection of GeoJSON in `from`, read as any import is; its features then stand in `to`. */
export async function redrawLayer(
  request: { readonly study: Study; readonly layer: Layer; readonly from: string; readonly to: string },
  work: TaskContext,
): Promise<Outcome<ChangedLayer>> {
  const { study, layer, from, to } = request
  const bytes = await readFile(from)
  const loaded = await readDrawing(layer.name, bytes, work)
  if (!loaded.ok) return loaded
  const { features, evenOdd } = loaded.value
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const changed = redrawn(layer, loaded.value, sha256, study.sources)
  if (changed.ok) await writeGeoJson(to, eachGeoJsonFeature(features, evenOdd))
  return changed
}

/** A file without features is refused where it is loaded; of a drawing it says that all was taken away. */
async function readDrawing(name: string, bytes: Uint8Array, work: TaskContext): Promise<Outcome<LoadedLayer>> {
  const { features } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { features: readonly unknown[] }
  if (features.length === 0) return done(emptyDrawing)
  return readOneLayer([{ name: `${name}.geojson`, bytes }], {}, undefined, work)
}
