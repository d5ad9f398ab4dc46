import { isSeveral } from '../../../core/overlay/several.ts'
import { ownersIn, shownAs } from '../../../core/model/owners.ts'
import { uncoveredParts, type UncoveredPart } from '../../../core/answer/hold-ended-text.ts'
import type { ClassName, Interval, LayerMeasurement } from '../../../core/model/measurement.ts'
import type { TimelineDate, TimelineLayer } from '../../../core/timeline/timeline.ts'
import { say } from '../../../core/i18n/say.ts'
import { notKnownLook, type ClassLook } from '../../map/class-look.ts'
import { classEntry } from '../../controls/class-entry.ts'
import type { PageState } from '../../state/page-state.ts'

/** One kind of ground through time; `look` is `null` for ground of several classes and ground that no source names. */
export type ChartPart = {
  readonly kind: 'class' | 'several' | 'uncovered'
  readonly name: ClassName
  /** Of ground in no class: that of an ended hold, or what no source names. */
  readonly uncovered?: UncoveredPart
  readonly caption: string
  readonly look: ClassLook | null
  /** Share of the plan on each date, 0 where no snapshot speaks; the parts of a date add up to the plan. */
  readonly shares: readonly number[]
  /** 95 % interval of that share on each date; `null` where none is known, or where other ground of the class stands in other parts. */
  readonly intervals: readonly (ShareInterval | null)[]
}

type ShareInterval = { readonly low: number; readonly high: number }

/** Sums of the same areas in another order may differ by so much. */
const noise = 1e-9

export const layerOn = ({ layers }: TimelineDate, series: string): TimelineLayer | undefined =>
  layers.find(({ name }) => name === series)

/** A series on every date: ground of each class, ground that several claim, ground not covered. */
export function chartParts(state: PageState, dates: readonly TimelineDate[], series: string): ChartPart[] {
  const sharesWhere = (
    holds: (classes: readonly ClassName[], known: LayerMeasurement['classes']) => boolean,
  ): number[] =>
    dates.map((date) => {
      const own = layerOn(date, series)
      return own?.layer
        ? date.combinations.reduce(
            (sum, { classes, share }) => (holds(classes[series] ?? [], own.classes) ? sum + share : sum),
            0,
          )
        : 0
    })
  const known = new Map<ClassName, LayerMeasurement>()
  for (const date of dates) {
    const measured = layerOn(date, series)
    for (const { class: name } of measured?.classes ?? []) if (!known.has(name)) known.set(name, measured!)
  }
  const bare = uncoveredParts(
    dates.flatMap((date) => layerOn(date, series) ?? []),
    state.language,
  ).map((uncovered): ChartPart => {
    const rows = dates.map((date) => {
      const own = layerOn(date, series)
      return own?.layer ? uncovered.of(own) : null
    })
    return {
      kind: 'uncovered',
      name: null,
      uncovered,
      caption: uncovered.text,
      look: uncovered.key === '' ? null : notKnownLook,
      shares: rows.map((row, i) => (row ? row.areaM2 / dates[i]!.plan.areaM2 : 0)),
      intervals: rows.map((row) => shareInterval(row?.interval)),
    }
  })
  return [
    ...[...known].flatMap(([name, measured]): ChartPart[] => {
      const entry = classEntry(state, measured, name)
      const shares = sharesWhere((classes, known) => shownAs(classes, known) === name)
      const intervals = dates.map((date, i) => {
        const own = layerOn(date, series)?.classes.find((one) => one.class === name)
        return own && Math.abs(own.share - shares[i]!) < noise ? shareInterval(own) : null
      })
      return entry ? [{ kind: 'class', name, ...entry, shares, intervals }] : []
    }),
    {
      kind: 'several',
      name: null,
      caption: say(state.language, 'class.several'),
      look: null,
      shares: sharesWhere((classes, known) => isSeveral(classes, ownersIn(known))),
      intervals: dates.map((date) => shareInterval(layerOn(date, series)?.multiple)),
    },
    ...bare,
  ]
}

const shareInterval = ({ shareLow, shareHigh }: Interval = {}): ShareInterval | null =>
  shareLow === undefined || shareHigh === undefined ? null : { low: shareLow, high: shareHigh }
