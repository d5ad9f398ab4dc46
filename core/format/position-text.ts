import { say, type Language } from '../i18n/say.ts'

/** Latitude, then longitude, as gazetteers of this field print them: “33.4739° N 36.3006° E”, with `digits` decimals. */
export function formatPosition(lonDegrees: number, latDegrees: number, language: Language, digits: 3 | 4 = 4): string {
  const degrees = (value: number): string => `${Math.abs(value).toFixed(digits)}°`
  const lat = say(language, latDegrees < 0 ? 'sheet.south' : 'sheet.north', { value: degrees(latDegrees) })
  const lon = say(language, lonDegrees < 0 ? 'sheet.west' : 'sheet.east', { value: degrees(lonDegrees) })
  return `${lat} ${lon}`
}
