const msPerDay = 86_400_000
const ummAlQura = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
})
/** 16 July 622 of the Julian calendar, the first day of the Hijri year 1, and the mean length of its years. */
const epochDay = -492_148
const meanYearDays = 354.36707
const meanMonthDays = 29.530589

const known = new Map<number, string | null>()

/** The Gregorian day of a day of the Umm al-Qura calendar, as `Intl` computes it; `null` where it has no such day. */
export function gregorianOfHijri(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 30) return null
  const key = (year * 100 + month) * 100 + day
  const before = known.get(key)
  if (before !== undefined) return before
  const near = Math.round(epochDay + (year - 1) * meanYearDays + (month - 1) * meanMonthDays + day - 1)
  const places = [0, 1, -1, 2, -2, 3, -3, 4, -4]
  const found = places.map((offset) => near + offset).find((each) => isHijriDay(each, year, month, day))
  const date = found === undefined ? null : new Date(found * msPerDay).toISOString().slice(0, 10)
  known.set(key, date)
  return date
}

/** The last day of a month of that calendar, which has 29 or 30. */
export const lastHijriDay = (year: number, month: number): string | null =>
  gregorianOfHijri(year, month, 30) ?? gregorianOfHijri(year, month, 29)

function isHijriDay(daysSince1970: number, year: number, month: number, day: number): boolean {
  const parts = ummAlQura.formatToParts(daysSince1970 * msPerDay)
  const numberOf = (wanted: string): number =>
    Number.parseInt(parts.find(({ type }) => type === wanted)?.value ?? '', 10)
  return numberOf('year') === year && numberOf('month') === month && numberOf('day') === day
}
