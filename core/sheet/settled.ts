import type { Outcome } from '../result/outcome.ts'
import type { Column } from './column.ts'
import type { columnContent } from './column-content.ts'
import type { DrawnScene } from './drawn-scene.ts'
import { awayFrom, awayFromAll, isAlike, nothingAway } from './in-view.ts'
import type { Layout } from './layout.ts'
import type { Away } from './legend-classes.ts'
import { mapView } from './map-view.ts'
import type { SheetInput } from './sheet-input.ts'
import { shows } from './sheet-layout.ts'

/** Where everything stands, with what the columns hold beside a map that shows these classes. */
export type Arranged = {
  readonly scenes: readonly DrawnScene[]
  readonly columnsOf: (column: Column) => ReturnType<typeof columnContent>
  readonly places: Layout
}

const mostTurns = 4

/**
 * The legend lists what the map shows, and the room it leaves decides what the map shows: they are set until they agree, and else
 * every class is listed.
 */
export function settledIn(
  { layout, unit, beside = [] }: SheetInput,
  all: readonly DrawnScene[],
  arranged: (away: Away) => Outcome<Arranged>,
): Outcome<Arranged> {
  const [{ others, measurement, plan, place }] = all as [DrawnScene]
  const hasAreas = shows(layout, 'areas')
  if (beside.length > 0) return arranged(awayFromAll(all))
  const awayIn = ({ places: { map } }: Arranged): Away => {
    const view = mapView(unit?.shapes ?? plan?.shapes ?? null, others, map, layout.scale, place)
    return awayFrom(others, measurement, view && { frame: map, projection: view.projection }, hasAreas)
  }
  let [away, made] = [nothingAway, arranged(nothingAway)]
  for (let turn = 0; turn < mostTurns && made.ok; turn++) {
    const next = awayIn(made.value)
    if (isAlike(away, next, others)) return made
    away = next
    made = arranged(away)
  }
  return made.ok ? arranged(nothingAway) : made
}
