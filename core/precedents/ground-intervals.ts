import type { Features } from '../geometry/shapes.ts'
import { done, type Outcome } from '../outcome.ts'
import type { Work } from '../progress.ts'
import { askedDay } from '../study/asked-day.ts'
import { classify } from '../study/classes.ts'
import type { Layer } from '../study/layer.ts'
import { measureStudy, type MeasureOptions } from '../study/measure.ts'
import type { ClassName } from '../study/measurement.ts'
import { seriesAt } from '../study/snapshot.ts'
import type { Study } from '../study/study.ts'

/** From the lower end of the 95 % interval of what is assessed to the upper end of that of what is assessed or claimed. */
export type RangeInterval = { readonly lowM2: number; readonly highM2: number }

/** Of the ground held by the headline's party, shelled, and damaged; `null` where no interval can be told. */
export type GroundIntervals = { readonly held: RangeInterval | null; readonly shelled: RangeInterval | null; readonly damaged: RangeInterval | null }

/** Classes counted and classes left out, as values of the field that the copies of a layer are classed by. */
const inside = 'in'
const field = 'basilia:counted'

/**
 * How sure the ground is that a party holds, that is shelled and damaged. Intervals of classes do not add up, so each
 * layer is drawn again as two layers of one class: what is assessed, and all of it. Both err with their layer.
 * Events in the cells of a grid have no interval, because their cells depend on the classes. `features` holds the
 * features of the plan and of the layers that hold on the day.
 */
export function groundIntervals(
  study: Study, features: ReadonlyMap<string, Features>, options: MeasureOptions, work: Work = {},
): Outcome<GroundIntervals> {
  const day = askedDay(study, options.at)
  if (!day.ok) return day
  const { headline } = study
  const holding = seriesAt(study, day.value).flatMap(({ holding: layer }) => layer ?? [])
  const found = {
    held: holding.find(({ role, name }) => role === 'control' && name === headline?.layer),
    shelled: holding.find(({ role }) => role === 'shelling'),
    damaged: holding.find(({ role }) => role === 'damage'),
  }
  const copies: { readonly layer: Layer; readonly features: Features }[] = []
  for (const [about, layer] of Object.entries(found)) {
    if (!layer || layer.events?.cellM !== undefined) continue
    const own = features.get(layer.id)!
    const sorted = classify(layer, own)
    if (!sorted.ok) return sorted
    const { names, classOfFeature } = sorted.value
    const known = (name: ClassName) => layer.classes.find((one) => one.class === name)
    const isMeant = (name: ClassName): boolean => about !== 'held' || name === headline?.party || known(name)?.party === headline?.party
    const isFirm = (name: ClassName): boolean => isMeant(name) && known(name)?.confidence !== 'claimed'
    for (const [end, counts] of [['low', isFirm], ['high', isMeant]] as const) {
      const attributes = own.attributes.map((values, feature) => ({
        ...values, [field]: counts(names[classOfFeature[feature]!]!) ? inside : 'out',
      }))
      const name = `${about} ${end}`
      const { labelField: _label, idField: _id, ...record } = layer
      copies.push({ layer: { ...record, id: name, name, classField: field, classes: [] }, features: { shapes: own.shapes, attributes } })
    }
  }
  if (copies.length === 0) return done({ held: null, shelled: null, damaged: null })
  const plan = study.layers.filter(({ id }) => id === study.plan.layer)
  const measurement = measureStudy(
    { ...study, layers: [...plan, ...copies.map(({ layer }) => layer)] },
    new Map([...features, ...copies.map(({ layer, features: own }) => [layer.id, own] as const)]),
    options,
    work,
  )
  if (!measurement.ok) return measurement
  const endOf = (about: string, end: 'low' | 'high'): number | undefined => {
    const layer = measurement.value.layers.find(({ name }) => name === `${about} ${end}`)
    return layer && (layer.classes.find((own) => own.class === inside) ?? { low: 0, high: 0 })[end]
  }
  const intervalOf = (about: keyof GroundIntervals): RangeInterval | null => {
    const [lowM2, highM2] = [endOf(about, 'low'), endOf(about, 'high')]
    return lowM2 === undefined || highM2 === undefined ? null : { lowM2, highM2 }
  }
  return done({ held: intervalOf('held'), shelled: intervalOf('shelled'), damaged: intervalOf('damaged') })
}
