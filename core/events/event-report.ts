import { isEventList } from '../model/lists.ts'
import { containment } from '../geometry/contains.ts'
import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { done, type Outcome } from '../result/outcome.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { choiceOf, ruleOf } from '../measure/event-layer.ts'
import { datesReadNotes, type DatesRead } from '../measure/dates-read.ts'
import { featureIds } from '../measure/feature-ids.ts'
import type { Layer } from '../model/layer.ts'
import { seriesAt } from '../model/snapshot.ts'
import type { Study } from '../model/study.ts'
import { defaultSharedFrom, type EventWindow } from '../measure/chosen-events.ts'
import { recogniseEvents, type EventColumns } from '../measure/event-columns.ts'
import { eventsOf } from '../measure/listed-events.ts'
import type { EventList, EventReport, SharedPosition } from './event-answer.ts'
import { eventsByUnit } from './events-by-unit.ts'
import type { PlacedEvent } from '../measure/placed-events.ts'
import { ruleCurves } from './rule-curve.ts'
import { zoneSensitivity } from '../measure/zone-sensitivity.ts'

const mostShared = 10

/**
 * Gathers what a study's lists of events come to on `at`. `features` holds the features of the plan, of the lists and of
 * the units by layer id. Refuses what `eventsOf` refuses.
 */
export function eventReportOf(
  study: Study,
  features: ReadonlyMap<string, Features>,
  at: string | null,
  work: TaskContext = {},
): Outcome<EventReport> {
  const plan = study.layers.find(({ id }) => id === study.plan.layer) ?? null
  const series = seriesAt(study, at)
  const units = series.find(({ holding }) => holding?.role === 'units')?.holding ?? null
  const lists: EventList[] = []
  const notes: Note[] = []
  for (const { holding } of series) {
    if (!holding || !isEventList(holding)) continue
    const list = listOf(
      holding,
      features.get(holding.id)!,
      at,
      plan && features.get(plan.id)!,
      units && unitsOf(units, features.get(units.id)!),
      work,
    )
    if (!list.ok) return list
    lists.push(list.value.list)
    notes.push(...datesReadNotes(holding.name, list.value.read))
    if (units && list.value.list.coarsest !== 'site')
      notes.push(note('events-not-by-unit', { layer: holding.name }, { layer: holding.name }))
  }
  return done({
    schema: 'basilia-events/1',
    at,
    plan: plan ? study.plan.name.en : null,
    units: units?.name ?? null,
    lists,
    notes,
  })
}

type Units = { readonly features: Features; readonly ids: readonly string[] }

const unitsOf = (layer: Layer, features: Features): Units => ({ features, ids: featureIds(layer, features).ids })

function listOf(
  layer: Layer,
  features: Features,
  at: string | null,
  plan: Features | null,
  units: Units | null,
  work: TaskContext,
): Outcome<{ readonly list: EventList; readonly read: DatesRead }> {
  const [choice, rule] = [choiceOf(layer, features, at), ruleOf(layer)]
  const found = eventsOf(features, rule, choice)
  if (!found.ok) return found
  const { all, chosen, read } = found.value
  const columns = recogniseEvents([...new Set(features.attributes.slice(0, 100).flatMap((own) => Object.keys(own)))])
  const { coarsest = 'site', sharedFrom = defaultSharedFrom, window = {} } = choice
  const ground = plan && rule ? zoneSensitivity(plan.shapes, features, [rule], choice, work) : null
  if (ground && !ground.ok) return ground
  const curves: EventList['curves'][number][] = []
  for (const { by, rules } of plan && rule ? ruleCurves(rule) : []) {
    const areas = zoneSensitivity(plan!.shapes, features, rules, choice, work)
    if (!areas.ok) return areas
    curves.push({ by, areas: areas.value })
  }
  const list: EventList = {
    layer: layer.name,
    title: layer.title,
    kind: columns?.kind ?? null,
    columns: columns && columnNames(columns),
    listed: all.length,
    window,
    coarsest,
    sharedFrom,
    used: chosen.events.length,
    leftOut: chosen.leftOut,
    inPlan: plan && chosen.events.filter(isOn(plan)).length,
    shared: coarsest === 'site' ? sharedPositions(all, sharedFrom, window) : [],
    rule,
    ground: ground ? ground.value[0]! : null,
    curves,
    units: units && coarsest === 'site' ? eventsByUnit(units.features, units.ids, chosen.events) : [],
  }
  return done({ list, read })
}

const columnNames = ({ from, to, placeField }: EventColumns) => ({
  from,
  ...(to === undefined ? {} : { to }),
  ...(placeField === undefined ? {} : { place: placeField }),
})

function isOn({ shapes }: Features): (event: PlacedEvent) => boolean {
  const isInside = containment(shapes)
  return ({ position }) => position !== null && isInside(...position)
}

function sharedPositions(all: readonly PlacedEvent[], sharedFrom: number, { from, to }: EventWindow): SharedPosition[] {
  const byPosition = new Map<string, SharedPosition>()
  for (const { position, days, sharing } of all) {
    if (!position || sharing < sharedFrom) continue
    const isInWindow =
      days !== null &&
      days !== undefined &&
      (from === undefined || days.from >= from) &&
      (to === undefined || days.to <= to)
    const before = byPosition.get(position.join())?.inWindow ?? 0
    byPosition.set(position.join(), {
      lonDegrees: position[0],
      latDegrees: position[1],
      events: sharing,
      inWindow: before + Number(isInWindow),
    })
  }
  return [...byPosition.values()]
    .filter(({ inWindow }) => inWindow > 0)
    .toSorted((a, b) => b.inWindow - a.inWindow)
    .slice(0, mostShared)
}
