import type { ClassName, LayerMeasurement } from '../../core/study/measurement.ts'
import type { TimelineDate, TimelineLayer } from '../../core/timeline/timeline.ts'
import { say } from '../../core/words/say.ts'
import type { ClassLook } from '../map/class-look.ts'
import { classEntry } from '../panels/class-entry.ts'
import type { PageState } from '../state/page-state.ts'

/** One kind of ground through time; `look` is `null` for ground of several classes and ground not covered. */
export type ChartPart = {
  readonly kind: 'class' | 'several' | 'uncovered'
  readonly name: ClassName
  readonly caption: string
  readonly look: ClassLook | null
  /** Share of the plan on each date, 0 where no snapshot speaks; the parts of a date add up to the plan. */
  readonly shares: readonly number[]
}

export const layerOn = ({ layers }: TimelineDate, series: string): TimelineLayer | undefined =>
  layers.find(({ name }) => name === series)

/** A series on every date: ground of one class alone, ground that several claim, ground not covered. */
export function chartParts(state: PageState, dates: readonly TimelineDate[], series: string): ChartPart[] {
  const sharesWhere = (holds: (classes: readonly ClassName[]) => boolean): number[] =>
    dates.map((date) =>
      layerOn(date, series)?.layer
        ? date.combinations.reduce((sum, { classes, share }) => (holds(classes[series] ?? []) ? sum + share : sum), 0)
        : 0,
    )
  const known = new Map<ClassName, LayerMeasurement>()
  for (const date of dates) {
    const measured = layerOn(date, series)
    for (const { class: name } of measured?.classes ?? []) if (!known.has(name)) known.set(name, measured!)
  }
  const rest = (kind: 'several' | 'uncovered', shares: readonly number[]): ChartPart => ({
    kind, name: null, caption: say(state.language, `class.${kind}`), look: null, shares,
  })
  return [
    ...[...known].flatMap(([name, measured]): ChartPart[] => {
      const entry = classEntry(state, measured, name)
      const shares = sharesWhere((classes) => classes.length === 1 && classes[0] === name)
      return entry ? [{ kind: 'class', name, ...entry, shares }] : []
    }),
    rest('several', sharesWhere((classes) => classes.length > 1)),
    rest('uncovered', sharesWhere((classes) => classes.length === 0)),
  ]
}
