import { metresPerRadian } from '../geometry/local-radii.ts'
import type { Extent } from '../geometry/shapes.ts'
import type { Measurement } from './measurement.ts'
import type { Published, Study } from './study.ts'

/** Whether no outline of the plan is known, and yet where it lies: nothing is measured then, and what is known is told. */
export const isWithoutOutline = ({ plan, layers }: Pick<Study, 'plan' | 'layers'>): boolean =>
  plan.place !== undefined && !layers.some(({ id }) => id === plan.layer)

/** Whether a measurement is of a plan without an outline: its area is a published figure. */
export const isReported = ({ plan }: Pick<Measurement, 'plan'>): boolean => plan.areaFrom !== undefined

/** Published areas of the whole plan. */
export const planFigures = ({ published }: Pick<Study, 'published'>): Published[] =>
  published.filter(({ measure, of, value }) => measure === 'areaM2' && of === undefined && value > 0)

/** The published area that the study takes for its plan's: the one it names, or else the first. */
export const planFigure = (study: Pick<Study, 'plan' | 'published'>): Published | undefined =>
  study.published.find(({ id }) => id === study.plan.areaFrom) ?? planFigures(study)[0]

/** The ground about a plan without an outline is shown so many times as wide as a square of the plan's area. */
export const timesThePlan = 3

/** The rectangle about the place of a plan without an outline; `null` where there is an outline, or no place. */
export function placeExtent(study: Pick<Study, 'plan' | 'layers' | 'published'>): Extent | null {
  const { place } = study.plan
  const figure = planFigure(study)
  if (!place || !figure || !isWithoutOutline(study)) return null
  const [lon, lat] = place
  const { eastM, northM } = metresPerRadian(lat)
  const halfM = (timesThePlan * Math.sqrt(figure.value)) / 2
  const [dLon, dLat] = [eastM, northM].map((metres) => ((halfM / metres) * 180) / Math.PI) as [number, number]
  return [lon - dLon, lat - dLat, lon + dLon, lat + dLat]
}
