import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { isMeasured, type Layer, type LayerClass } from '../../core/model/layer.ts'
import { sourcedClasses } from '../../core/classify/sourced-classes.ts'
import type { Study } from '../../core/model/study.ts'
import { readLayerFeatures } from './layer-features.ts'

/** What was derived last of each layer file, whatever its name, and of what. */
const derived = new Map<string, { readonly of: string; readonly classes: Outcome<LayerClass[]> }>()
const mostKept = 1_000

/** Whether a layer's classes follow from who names their ground. */
export const isSourced = (layer: Layer): boolean =>
  isMeasured(layer) && (layer.sourcesField !== undefined || layer.classes.some(({ sources }) => sources !== undefined))

/**
 * The study of a folder with the classes that follow from who names their ground, however it came to be written: loaded,
 * by hand, or sent whole. Refuses a feature that names a source which the study does not list.
 */
export async function sourcedStudy(folder: string, study: Study): Promise<Outcome<Study>> {
  const layers: Layer[] = []
  for (const layer of study.layers) {
    const classes = isSourced(layer) ? await classesOf(join(folder, layer.file), study, layer) : null
    if (classes && !classes.ok) return classes
    layers.push(classes ? { ...layer, classes: classes.value } : layer)
  }
  return done({ ...study, layers })
}

/** As it is read: a layer that is refused stands as it is written, so that the study can be opened and mended; measuring says what is wrong. */
export async function sourcedWhereSound(folder: string, study: Study): Promise<Study> {
  const layers = await Promise.all(
    study.layers.map(async (layer) => {
      const sourced = await sourcedStudy(folder, { ...study, layers: [layer] })
      return sourced.ok ? sourced.value.layers[0]! : layer
    }),
  )
  return { ...study, layers }
}

/** `null` where the layer's file is missing or cannot be read, which whatever needs its features says. */
async function classesOf(path: string, study: Study, layer: Layer): Promise<Outcome<LayerClass[]> | null> {
  const file = await stat(path, { bigint: true }).catch(() => null)
  if (!file) return null
  const place = `${file.dev} ${file.ino}`
  const of = JSON.stringify([
    String(file.size),
    String(file.mtimeNs),
    layer.role,
    layer.classField,
    layer.sourcesField,
    layer.classes,
    layer.title,
    study.sources,
  ])
  const before = derived.get(place)
  if (before?.of === of) return before.classes
  const features = await readLayerFeatures(study, [layer], { [layer.id]: path })
  if (!features.ok) return null
  const classes = sourcedClasses(layer, features.value.get(layer.id)!, study.sources)
  if (derived.size >= mostKept) derived.clear()
  derived.set(place, { of, classes })
  return classes
}
