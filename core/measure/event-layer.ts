import { cellZones, circlesRound, denseCells, eventNotes } from './event-zones.ts'
import { eventsOf, type EventRule } from './listed-events.ts'
import type { EventChoice } from './chosen-events.ts'
import { recogniseEvents } from './event-columns.ts'
import { neighbouringRules, ruleValues, zoneSensitivity } from './zone-sensitivity.ts'
import type { Features, Shapes } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { done, type Outcome } from '../result/outcome.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import type { Classification } from '../classify/classes.ts'
import type { Layer } from '../model/layer.ts'

/** The list that zones were made of, by which rule and choice. */
export type EventSource = { readonly list: Features; readonly rule: EventRule; readonly choice: EventChoice }

type PreparedEvents = {
  readonly features: Features
  readonly classOfFeature: Int32Array
  readonly notes: readonly Note[]
  readonly madeOf?: EventSource
}

/**
 * The zones of a layer of events that have happened by `at`, or where it has neither radius nor grid the events
 * themselves, to be counted. Cells of a grid are filled by the events of one class each.
 */
export function prepareEvents(
  layer: Layer,
  features: Features,
  { names, classOfFeature }: Classification,
  at: string | null,
): Outcome<PreparedEvents> {
  const choice = choiceOf(layer, features, at)
  const rule = ruleOf(layer)
  const found = eventsOf(features, rule, choice)
  if (!found.ok) return found
  const { all, chosen, read } = found.value
  const notes = eventNotes(layer.name, rule, chosen, all.length, choice.sharedFrom, read)
  const madeOf = rule === null ? {} : { madeOf: { list: features, rule, choice } }
  if (rule?.by === 'grid') {
    const cells = names.flatMap((_, place) => {
      const own = chosen.events.filter(({ feature }) => classOfFeature[feature] === place)
      return denseCells(all, own, rule).map((cell) => ({ ...cell, place }))
    })
    return done({
      features: cellZones(cells),
      classOfFeature: Int32Array.from(cells, ({ place }) => place),
      notes,
      ...madeOf,
    })
  }
  const taken = new Set(chosen.events.map(({ feature }) => feature))
  return done({
    features: rule === null ? features : circlesRound(features, chosen.events, rule.radiusM),
    classOfFeature: classOfFeature.map((place, feature) => (taken.has(feature) ? place : -1)),
    notes,
    ...madeOf,
  })
}

/** How the area of each layer of events depends on its rule: beside it what halves and doubles of its length would give. */
export function sensitivityNotes(
  plan: Shapes,
  measured: readonly { readonly layer: Layer; readonly madeOf?: EventSource }[],
  work: TaskContext,
): Note[] {
  return measured.flatMap(({ layer: { name }, madeOf }) => {
    if (!madeOf) return []
    const areas = zoneSensitivity(plan, madeOf.list, neighbouringRules(madeOf.rule), madeOf.choice, work)
    if (!areas.ok) throw new Error(`the rule of layer ${name} was used before and is refused now`)
    return [note('event-sensitivity', { layer: name, ...ruleValues(areas.value) }, { layer: name })]
  })
}

/** How the layer's events become ground; `null` where neither a radius nor a grid is given. */
export function ruleOf({ bufferM, events }: Layer): EventRule | null {
  if (events?.cellM !== undefined) return { by: 'grid', cellM: events.cellM, least: events.least ?? 1 }
  return bufferM === undefined ? null : { by: 'radius', radiusM: bufferM }
}

/** The days of the layer up to `at`; a list that names no days is of the layer's days as a whole. */
export function choiceOf(
  { from, to, events, dateOrder }: Layer,
  { attributes }: Features,
  at: string | null,
): EventChoice {
  const isDated = recogniseEvents([...new Set(attributes.slice(0, 100).flatMap((own) => Object.keys(own)))]) !== null
  const until = at === null || (to !== undefined && to < at) ? to : at
  return {
    window: isDated ? { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { to: until }) } : {},
    coarsest: events?.coarsest,
    sharedFrom: events?.sharedFrom,
    dateOrder,
  }
}
