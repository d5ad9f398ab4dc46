import { isRightToLeft, translate, type Language } from '../i18n/translate.ts'

/** Latitude, then longitude, as gazetteers of this field print them: “33.4739° N 36.3006° E”, with `digits` decimals. */
export function formatPosition(lonDegrees: number, latDegrees: number, language: Language, digits: 3 | 4 = 4): string {
  // Behind an Arabic letter a sign would leave its number.
  const [open, close] = isRightToLeft(language) ? ['\u2066', '\u2069'] : ['', '']
  const degrees = (value: number): string => `${open}${Math.abs(value).toFixed(digits)}°${close}`
  const lat = translate(language, latDegrees < 0 ? 'sheet.south' : 'sheet.north', { value: degrees(latDegrees) })
  const lon = translate(language, lonDegrees < 0 ? 'sheet.west' : 'sheet.east', { value: degrees(lonDegrees) })
  return `${lat} ${lon}`
}
