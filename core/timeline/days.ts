const msPerDay = 86_400_000
const earliest = '1900-01-01'
const latest = '2100-12-31'

/** Days from one day to another (YYYY-MM-DD), negative where `to` lies before `from`. */
export const daysBetween = (from: string, to: string): number => Math.round((instant(to) - instant(from)) / msPerDay)

/** The day after `date`. */
export const nextDay = (date: string): string => new Date(instant(date) + msPerDay).toISOString().slice(0, 10)

/** Whether a day lies between 1900 and 2100; the year of another calendar (1439, 1397, 2561) does not. */
export const isPlausible = (date: string): boolean => date >= earliest && date <= latest

const instant = (date: string): number => Date.parse(`${date}T00:00:00Z`)
