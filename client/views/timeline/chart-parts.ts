import { groundShares, layerOn, type GroundShare } from '../../../core/charts/ground-shares.ts'
import { translate } from '../../../core/i18n/translate.ts'
import { notKnownSymbol, type ClassSymbol } from '../../../core/symbology/class-symbol.ts'
import { classEntry } from '../../controls/class-entry.ts'
import type { PageState } from '../../state/page-state.ts'
import type { TimelineDate } from '../../../core/timeline/timeline-answer.ts'

/** One kind of ground through time as the page shows it; `style` is `null` for ground of several classes and ground that no source names. */
export type ChartPart = GroundShare & { readonly caption: string; readonly style: ClassSymbol | null }

/** A series on every date, with the names and symbols that its classes have on the map. */
export const chartParts = (state: PageState, dates: readonly TimelineDate[], series: string): ChartPart[] =>
  groundShares(dates, series, state.language).flatMap((share): ChartPart[] => {
    if (share.kind === 'several')
      return [{ ...share, caption: translate(state.language, 'class.several'), style: null }]
    if (share.uncovered)
      return [{ ...share, caption: share.uncovered.text, style: share.uncovered.key === '' ? null : notKnownSymbol }]
    const measured = dates
      .flatMap((date) => layerOn(date, series) ?? [])
      .find(({ classes }) => classes.some((own) => own.class === share.name))
    const entry = measured && classEntry(state, measured, share.name)
    return entry ? [{ ...share, ...entry }] : []
  })
