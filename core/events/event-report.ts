import { containment } from '../geometry/contains.ts'
import type { Features } from '../geometry/shapes.ts'
import { note, type Note } from '../result/note.ts'
import { done, type Outcome } from '../result/outcome.ts'
import type { Work } from '../parallel/crew.ts'
import { choiceOf, ruleOf } from '../measure/event-layer.ts'
import { datesReadNotes, type DatesRead } from '../measure/dates-read.ts'
import { featureIds } from '../measure/feature-ids.ts'
import { isMeasured, type Layer } from '../model/layer.ts'
import { seriesAt } from '../model/snapshot.ts'
import type { Study } from '../model/study.ts'
import type { Text } from '../model/text.ts'
import { defaultSharedFrom, type EventWindow, type LeavingReason } from '../measure/chosen-events.ts'
import { recogniseEvents, type EventColumns, type PlaceLevel } from '../measure/event-columns.ts'
import { eventsOf, type EventRule } from '../measure/event-zones.ts'
import { eventsByUnit, type UnitEvents } from './events-by-unit.ts'
import type { PlacedEvent } from '../measure/placed-events.ts'
import { ruleCurves, type CurveBy } from './rule-curve.ts'
import { zoneSensitivity, type ZoneArea } from '../measure/zone-sensitivity.ts'

/** A position that many events of the list share, and how many of those on the days asked for. */
type SharedPosition = {
  readonly lonDegrees: number
  readonly latDegrees: number
  readonly events: number
  readonly inWindow: number
}

/** A list of events: which of them take part on the day, by which rule they become ground, and what other rules would give. */
export type EventList = {
  readonly layer: string
  readonly title: Text
  /** Whose columns the list has; `null` where no column is a date. */
  readonly kind: EventColumns['kind'] | null
  /** Columns that say when and how exactly. */
  readonly columns: { readonly from: string; readonly to?: string; readonly place?: string } | null
  readonly listed: number
  readonly window: EventWindow
  readonly coarsest: PlaceLevel
  readonly sharedFrom: number
  readonly used: number
  readonly leftOut: readonly { readonly reason: LeavingReason; readonly count: number }[]
  /** Of those used, on the plan; `null` where the study has no plan. */
  readonly inPlan: number | null
  /** Positions taken for the middle of a town, those of most events first; empty where such places take part. */
  readonly shared: readonly SharedPosition[]
  /** `null` where neither a radius nor a grid is given: the events are counted only. */
  readonly rule: EventRule | null
  /** The plan's ground under the rule, all classes together. */
  readonly ground: ZoneArea | null
  /** The plan's ground as one number of the rule changes and the others stay. */
  readonly curves: readonly { readonly by: CurveBy; readonly areas: readonly ZoneArea[] }[]
  /** Events used, by unit; only of places known as sites. */
  readonly units: readonly UnitEvents[]
}

/** What lists of events say of a study's plan and units on a day. */
export type EventReport = {
  readonly schema: 'basilia-events/1'
  readonly at: string | null
  readonly plan: string | null
  readonly units: string | null
  readonly lists: readonly EventList[]
  readonly notes: readonly Note[]
}

const mostShared = 10

/** Layers that are lists of dated events. */
export const isEventList = ({ role, geometryType, events }: Pick<Layer, 'role' | 'geometryType' | 'events'>): boolean =>
  events !== undefined && geometryType !== 'polygon' && isMeasured({ role })

/**
 * Gathers what a study's lists of events come to on `at`. `features` holds the features of the plan, of the lists and of
 * the units by layer id. Refuses what `eventsOf` refuses.
 */
export function eventReportOf(
  study: Study,
  features: ReadonlyMap<string, Features>,
  at: string | null,
  work: Work = {},
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
  work: Work,
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
