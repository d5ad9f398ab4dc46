import { translate, type Language, type MessageKey } from '../i18n/translate.ts'
import type { GroundArea, GroupArea, LayerMeasurement } from '../model/measurement.ts'
import type { SaidBy } from './said-by.ts'

/** Ground by the narrowest and by the widest reading of the sources that speak of it. */
export type Span = SaidBy & { readonly narrow: GroundArea; readonly wide: GroundArea }

const noGround: GroundArea = { areaM2: 0, share: 0 }

/**
 * The one span of the readings of a party's ground, or of all classes of the layer (`null`), from which every sentence, table
 * and comparison tells it. `null` where all that is drawn of it is inferred.
 */
export function spanOf(measured: LayerMeasurement, party: string | null): Span | null {
  const span = spanWithGround(measured, party)
  // Of no ground nobody says anything: neither all sources nor one.
  return span && isNone(span.wide)
    ? { ...span, ...notStated, by: namesSources(measured) ? 'nobody' : 'not-stated' }
    : span && { ...span, same: sameOfSome(measured, party, span) }
}

/** Nothing is known of who says so. */
export const notStated: SaidBy = { by: 'not-stated', of: null, widely: false, same: null, others: [] }

/** How many sources name all of a ground of which not all that speak name any: several and everywhere the same; else `null`. */
function sameOfSome(
  { bySources = [] }: LayerMeasurement,
  party: string | null,
  { narrow, wide, widely }: Span,
): number | null {
  const reported = bySources.find((own) => own.party === party && own.areaM2 > 0)
  if (!reported || widely || !isNone(narrow) || reported.areaM2 !== wide.areaM2) return null
  return !reported.varies && reported.atLeast > 1 && reported.atLeast < reported.of ? reported.atLeast : null
}

/** Not even in a draw. */
export const isNone = ({ areaM2, high = 0 }: GroundArea): boolean => areaM2 === 0 && high === 0

const namesSources = ({ classes }: LayerMeasurement): boolean => classes.some(({ sources = [] }) => sources.length > 0)

function spanWithGround({ groups, classes }: LayerMeasurement, party: string | null): Span | null {
  const own = classes.filter((each) => party === null || each.party === party || each.class === party)
  if (own.length > 0 && own.every(({ confidence }) => confidence === 'inferred')) return null
  const group = groups.find((each) => each.party === party)
  if (group?.sources) return { narrow: group.agreed, wide: group.all, ...saidBySources(group) }
  const stated = own.filter(({ areaM2, confidence }) => areaM2 > 0 && confidence !== 'inferred')
  const isOfAll =
    own.length > 0 && stated.every(({ confidence }) => confidence === 'agreed' || confidence === 'some-sources')
  const by = { ...notStated, by: isOfAll ? ('all-and-some' as const) : ('not-stated' as const) }
  if (group) return { narrow: group.agreed, wide: group.all, ...by }
  const [only] = own
  if (only?.sources && only.sources.length > 0) return { narrow: only, wide: only, ...saidBySources(only) }
  return { narrow: only?.confidence === 'some-sources' ? noGround : (only ?? noGround), wide: only ?? noGround, ...by }
}

/** Whether sources only name places that ground may be part of, so that it is not known how much, and only the most is. */
export const isAtMost = (widely: boolean, narrowM2: number, wideM2: number): boolean =>
  widely && narrowM2 === 0 && wideM2 > 0

/** By how many sources ground is told that names them; those of one publisher are one voice. */
export function saidBySources({
  sources = [],
  publishers = sources.length,
  widely,
  others = [],
}: Pick<GroupArea, 'sources' | 'publishers' | 'widely' | 'others'>): SaidBy {
  const by =
    publishers > 1
      ? 'all-and-some'
      : sources.length > 1
        ? 'one-publisher'
        : sources.length === 1
          ? 'one-source'
          : 'not-stated'
  return { by, of: publishers || null, widely: widely === true, same: null, others }
}

const isAlone = (by: SaidBy['by']): by is 'one-source' | 'one-publisher' =>
  by === 'one-source' || by === 'one-publisher'

/** Both ends of a span, already as text, with who says which. */
export function spanText({ by, widely }: SaidBy, low: string, high: string, language: Language): string {
  const key: MessageKey =
    isAlone(by) || (widely && by === 'all-and-some')
      ? `span.${by}-widely`
      : by === 'all-and-some'
        ? 'span.all-and-some'
        : 'span.not-stated'
  return translate(language, key, { low, high })
}

/** The shares of both ends, already as text; with intervals of their own (`isDrawn`) they are no plain range. */
export const sharesText = (low: string, high: string, isDrawn: boolean, language: Language): string =>
  translate(language, isDrawn ? 'span.shares-drawn' : 'span.shares', { low, high })

/** Who says so of a figure that is one (`isOne`), or of a range; empty where it is not stated. */
export function saidByText({ by, of, widely, same }: SaidBy, isOne: boolean, language: Language): string {
  if (same !== null) return translate(language, 'by.same-sources', { count: same, of: of ?? 0 })
  if (by === 'not-stated') return ''
  if (by === 'some-sources' || by === 'nobody') return translate(language, `by.${by}`)
  if (isOne)
    return isAlone(by)
      ? translate(language, `by.${by}`)
      : of === null
        ? translate(language, 'by.all-sources-unnamed')
        : translate(language, 'by.all-sources', { of })
  if (isAlone(by)) return translate(language, `by.${by}-widely`)
  return of === null
    ? translate(language, 'by.all-and-some-unnamed')
    : translate(language, widely ? 'by.all-and-some-widely' : 'by.all-and-some', { of })
}
