import type { ClaimedFigure } from '../model/claimed-figure.ts'
import { planFigures } from '../model/outline.ts'
import type { Study } from '../model/study.ts'
import type { Credited } from './credits.ts'
import { layersOfScenes, type DrawnScene } from './drawn-scene.ts'
import { oncePerStudy } from './sheet-input.ts'

/** The studies of the scenes, each once. */
export const studiesOf = (scenes: readonly DrawnScene[]): Study[] => oncePerStudy(scenes).map(({ study }) => study)

/**
 * What is credited of each study, on whatever days it is shown: one study's sources say nothing of another's layers. `claimed`
 * are the figures of the first that stand on the sheet.
 */
export const creditedOf = (
  scenes: readonly DrawnScene[],
  isWholePlan: boolean,
  claimed: readonly ClaimedFigure[],
): Credited[] =>
  studiesOf(scenes).map((study, place): Credited => {
    const own = scenes.filter((scene) => scene.study.id === study.id)
    const plan = own.find(({ planLayer }) => planLayer)?.planLayer
    const reported = [...(isWholePlan ? planFigures(study) : []), ...(place === 0 ? claimed : [])]
    return {
      study,
      layers: [...(plan ? [plan] : []), ...layersOfScenes(own).map(({ layer }) => layer)],
      measurements: own.map(({ measurement }) => measurement),
      reported: reported.map(({ source }) => source),
    }
  })
