import type { Language } from '../i18n/translate.ts'
import type { Layer } from '../model/layer.ts'
import { textIn } from '../model/text.ts'
import type { MappedPlan } from './map-frame.ts'
import { planPlace, type PlanPlace } from './plan-place.ts'
import type { Scene } from './sheet-input.ts'
import { sheetLayers, type SheetLayer } from './sheet-layers.ts'

/** A scene with its layers as the sheet draws them. */
export type DrawnScene = Scene & {
  readonly planLayer: Layer | undefined
  readonly plan: MappedPlan | null
  /** Where the plan lies, if it has no outline. */
  readonly place: PlanPlace | null
  /** Every layer but the plan. */
  readonly others: readonly SheetLayer[]
}

export function drawnScene(scene: Scene, language: Language): DrawnScene {
  const { study, features, measurement } = scene
  const planLayer = study.layers.find(({ id }) => id === study.plan.layer)
  const planFeatures = planLayer && features.get(planLayer.id)
  return {
    ...scene,
    planLayer,
    plan:
      planLayer && planFeatures
        ? { shapes: planFeatures.shapes, isSchematic: planLayer.schematic, name: textIn(language, study.plan.name) }
        : null,
    place: planPlace(study, measurement.plan.areaM2, language),
    others: sheetLayers(study, features, measurement.at, language).filter(({ layer }) => layer.role !== 'plan'),
  }
}

/** The layers of all scenes, each once. */
export function layersOfScenes(scenes: readonly DrawnScene[]): SheetLayer[] {
  const known = new Map<string, SheetLayer>()
  for (const { study, others } of scenes) for (const own of others) known.set(`${study.id} ${own.layer.id}`, own)
  return [...known.values()]
}
