const longWhole = /("[^"\\]*(?:\\.[^"\\]*)*")|(:\s*)(-?\d{16,})(?=\s*[,}\]])/g
const unwritten = /("[^"\\]*(?:\\.[^"\\]*)*")|([[,:]\s*)([-+]?(?:nan|inf(?:inity)?)\b)/gi

/** The JSON with the whole numbers of its members that a double cannot hold as texts, so that no digit is lost. */
export function withLongNumbersAsText(json: string): string {
  if (!/:\s*-?\d{16}/.test(json)) return json
  return json.replace(longWhole, (whole: string, _text?: string, before?: string, digits?: string) =>
    digits === undefined || longWholeNumber(digits) === null ? whole : `${before}"${digits}"`,
  )
}

/** The digits of a whole number that a double cannot hold; `null` for any other text. */
export const longWholeNumber = (json: string): string | null =>
  /^-?\d{16,}$/.test(json) && !Number.isSafeInteger(Number(json)) ? json : null

/** Marks what stood as a bare `NaN` or `Infinity`, which JSON cannot write and some programs do. */
const mark = '\uFFFF'

/** The JSON with its bare `NaN` and `Infinity` as marked texts; the same text where it has none. */
export const withMarkedNumbers = (json: string): string =>
  json.replace(unwritten, (whole: string, _text?: string, before?: string, word?: string) =>
    word === undefined ? whole : `${before}"${mark}${word}"`,
  )

export const isMarkedNumber = (value: unknown): boolean => typeof value === 'string' && value.startsWith(mark)

/** What stood in the file for a marked number. */
export const unmarked = (text: string): string => text.replaceAll(mark, '')
