import { ownDay } from '../../core/model/requested-day.ts'
import { layersAt } from '../../core/model/snapshot.ts'
import type { Study } from '../../core/model/study.ts'
import { isTiled } from '../../core/tiles/is-tiled.ts'
import { page, type StudyView } from '../state/page-state.ts'
import { featuresOf, tilesOf } from './load-features.ts'

/** What a map shows of a study on a day, or on the study's own. */
export async function loadStudyView(study: Study, at: string | null): Promise<StudyView> {
  const layers = layersAt(study, at ?? ownDay(study))
  const large = await Promise.all(layers.filter(isTiled).map((layer) => tilesOf(study.id, layer, at)))
  const loaded = await Promise.all(
    layers.filter((layer) => !isTiled(layer)).map((layer) => featuresOf(study.id, layer)),
  )
  const tiled = new Map(large.flatMap((one) => (one ? [[one.layer.id, one] as const] : [])))
  const features = new Map(loaded.flatMap((one) => (one ? [[one.layer.id, one] as const] : [])))
  const { language } = page.get()
  return { language, study, at, hidden: new Set(), features, tiled }
}
