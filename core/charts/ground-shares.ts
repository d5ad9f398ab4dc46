import { uncoveredParts, type UncoveredPart } from '../answer/hold-ended-text.ts'
import type { Language } from '../i18n/translate.ts'
import { sumOf } from '../measure/overlay-cells.ts'
import type { ClassName, Interval, LayerMeasurement } from '../model/measurement.ts'
import { ownersIn, shownAs } from '../model/owners.ts'
import { isSeveral } from '../overlay/several.ts'
import type { TimelineDate, TimelineLayer } from '../timeline/timeline-answer.ts'

/** One kind of ground through time, as shares of the plan; the kinds of a day add up to the plan. */
export type GroundShare = {
  readonly kind: 'class' | 'several' | 'uncovered'
  readonly name: ClassName
  /** Of ground in no class: that of an ended hold, or what no source names. */
  readonly uncovered?: UncoveredPart
  /** Share of the plan on each date, 0 where no snapshot speaks. */
  readonly shares: readonly number[]
  /** 95 % interval of that share on each date; `null` where none is known, or where other ground of the class stands in other kinds. */
  readonly intervals: readonly (ShareInterval | null)[]
}

type ShareInterval = { readonly low: number; readonly high: number }

/** Sums of the same areas in another order may differ by so much. */
export const noise = 1e-9

/** What was measured of a series on a date. */
export const layerOn = ({ layers }: TimelineDate, series: string): TimelineLayer | undefined =>
  layers.find(({ name }) => name === series)

/** A series on every date: ground of each class, ground that several claim, ground not covered. */
export function groundShares(dates: readonly TimelineDate[], series: string, language: Language): GroundShare[] {
  const sharesWhere = (
    holds: (classes: readonly ClassName[], known: LayerMeasurement['classes']) => boolean,
  ): number[] =>
    dates.map((date) => {
      const own = layerOn(date, series)
      if (!own?.layer) return 0
      const held = date.combinations.filter(({ classes }) => holds(classes[series] ?? [], own.classes))
      return sumOf(held.map(({ areaM2 }) => areaM2)) / date.plan.areaM2
    })
  const names = new Set(dates.flatMap((date) => layerOn(date, series)?.classes.map(({ class: name }) => name) ?? []))
  const measured = dates.flatMap((date) => layerOn(date, series) ?? [])
  return [
    ...[...names].map((name): GroundShare => {
      const shares = sharesWhere((classes, known) => shownAs(classes, known) === name)
      const intervals = dates.map((date, i) => {
        const own = layerOn(date, series)?.classes.find((one) => one.class === name)
        return own && Math.abs(own.share - shares[i]!) < noise ? shareInterval(own) : null
      })
      return { kind: 'class', name, shares, intervals }
    }),
    {
      kind: 'several',
      name: null,
      shares: sharesWhere((classes, known) => isSeveral(classes, ownersIn(known))),
      intervals: dates.map((date) => shareInterval(layerOn(date, series)?.multiple)),
    },
    ...uncoveredParts(measured, language).map((uncovered): GroundShare => {
      const rows = dates.map((date) => {
        const own = layerOn(date, series)
        return own?.layer ? uncovered.of(own) : null
      })
      return {
        kind: 'uncovered',
        name: null,
        uncovered,
        shares: rows.map((row, i) => (row ? row.areaM2 / dates[i]!.plan.areaM2 : 0)),
        intervals: rows.map((row) => shareInterval(row?.interval)),
      }
    }),
  ]
}

const shareInterval = ({ shareLow, shareHigh }: Interval = {}): ShareInterval | null =>
  shareLow === undefined || shareHigh === undefined ? null : { low: shareLow, high: shareHigh }
