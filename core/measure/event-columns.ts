import type { AttributeValue } from '../geometry/shapes.ts'

/** How exactly a place is known: the site itself, a town or quarter of which the middle is given, or a district and coarser. */
export const placeLevels = ['site', 'town', 'area'] as const
export type PlaceLevel = (typeof placeLevels)[number]

/** Days that an event may have happened before or after the day given for it; `month` is anywhere in its month. */
type DateSlack = number | 'month'

/** Whose columns a list of events has. */
export const eventKinds = ['Airwars', 'ACLED', 'UCDP', 'dated'] as const

/** Which columns of an event list say when and how exactly. */
export type EventColumns = {
  readonly kind: (typeof eventKinds)[number]
  readonly from: string
  readonly to?: string
  readonly placeField?: string
  readonly placeLevel: (value: AttributeValue | undefined) => PlaceLevel
  readonly slackField?: string
  readonly dateSlack: (value: AttributeValue | undefined) => DateSlack
}

/** ACLED codebook: geo_precision 1 names a particular town, 2 a part of a region, 3 a region. */
const acledLevel = (value: AttributeValue | undefined): PlaceLevel => (Number(value) === 1 ? 'town' : 'area')
/** ACLED codebook: time_precision 1 is the day, 2 the week, 3 the month. */
const acledSlack = (value: AttributeValue | undefined): DateSlack =>
  Number(value) === 1 ? 0 : Number(value) === 2 ? 6 : 'month'
/** UCDP GED codebook: where_prec 1 is the exact place, 2 within about 25 km of it, from 3 on a district or coarser. */
const ucdpLevel = (value: AttributeValue | undefined): PlaceLevel =>
  Number(value) === 1 ? 'site' : Number(value) === 2 ? 'town' : 'area'
const asGiven = (): PlaceLevel => 'site'
const onTheDay = (): DateSlack => 0

/**
 * Recognises the lists of ACLED (`event_date`, `geo_precision`, `time_precision`), UCDP GED (`date_start`, `date_end`,
 * `where_prec`), Airwars (`date`, `date_end` or a strike's columns), and any other with a column `date`, by the names of
 * their columns whatever their case. `null` where no column is a date.
 */
export function recogniseEvents(fields: readonly string[]): EventColumns | null {
  const named = new Map(fields.map((field) => [field.trim().toLowerCase().replaceAll(' ', '_'), field]))
  const field = (...names: string[]): string | undefined =>
    names.map((name) => named.get(name)).find((found) => found !== undefined)
  const acledDate = field('event_date')
  if (acledDate !== undefined) {
    const placeField = field('geo_precision')
    const slackField = field('time_precision')
    return {
      kind: 'ACLED',
      from: acledDate,
      ...(placeField === undefined ? {} : { placeField }),
      placeLevel: placeField === undefined ? asGiven : acledLevel,
      ...(slackField === undefined ? {} : { slackField }),
      dateSlack: slackField === undefined ? onTheDay : acledSlack,
    }
  }
  const ucdpStart = field('date_start')
  if (ucdpStart !== undefined) {
    const to = field('date_end')
    const placeField = field('where_prec')
    return {
      kind: 'UCDP',
      from: ucdpStart,
      ...(to === undefined ? {} : { to }),
      ...(placeField === undefined ? {} : { placeField }),
      placeLevel: placeField === undefined ? asGiven : ucdpLevel,
      dateSlack: onTheDay,
    }
  }
  const from = field('date', 'incident_date', 'event_day', 'تاريخ', 'التاريخ')
  if (from === undefined) return null
  const to = field('date_end', 'end_date')
  const isAirwars =
    field('strike_type_original', 'strike_type', 'strike_status', 'civilian_harm_reported', 'airwars_grading') !==
    undefined
  return {
    kind: isAirwars ? 'Airwars' : 'dated',
    from,
    ...(to === undefined ? {} : { to }),
    placeLevel: asGiven,
    dateSlack: onTheDay,
  }
}
