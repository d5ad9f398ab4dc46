import { latinNumber } from '../record/number-column.ts'

/** Which columns of a table say where a row lies. */
export type PositionColumns = { readonly x: number; readonly y: number; readonly isLonLat: boolean }

const latitudeWords = ['lat', 'lati', 'latitude', 'latitud', 'العرض', 'عرض']
const longitudeWords = ['lon', 'lng', 'long', 'longitude', 'longitud', 'الطول', 'طول']
const eastWords = ['x', 'easting', 'east', 'est', 'xcoord', 'coordx', 'pointx', 'utmx', 'السيني', 'شرقيات', 'شرق', 'س']
const northWords = [
  'y',
  'northing',
  'north',
  'nord',
  'ycoord',
  'coordy',
  'pointy',
  'utmy',
  'الصادي',
  'شماليات',
  'شمال',
  'ص',
]

/** The words of a name, and the name written in one. */
function wordsOf(name: string): readonly string[] {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036F\u064B-\u0652\u0640]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return [...words, words.join('')]
}

/**
 * Finds the columns of positions: by their HXL tags, by names of latitude and longitude in English, Arabic and French,
 * or of east and north. Of several the one with most numbers is taken. `null` where there are none.
 */
export function positionColumns(
  names: readonly string[],
  tags: readonly string[],
  numbersIn: (column: number) => number,
): PositionColumns | null {
  const tagged = (attribute: string) =>
    best(
      tags.map((tag) =>
        tag
          .toLowerCase()
          .split(/[\s+]+/)
          .includes(attribute),
      ),
    )
  const named = (words: readonly string[]) =>
    best(names.map((name) => wordsOf(name).some((word) => words.includes(word))))
  const y = tagged('lat') ?? named(latitudeWords)
  const x = tagged('lon') ?? named(longitudeWords)
  if (x !== null && y !== null) return { x, y, isLonLat: true }
  const east = named(eastWords)
  const north = named(northWords)
  return east !== null && north !== null && east !== north ? { x: east, y: north, isLonLat: false } : null

  function best(matches: readonly boolean[]): number | null {
    let found: number | null = null
    for (const [column, matched] of matches.entries()) {
      const count = matched ? numbersIn(column) : 0
      if (count > 0 && (found === null || count > numbersIn(found))) found = column
    }
    return found
  }
}

/** Sides of the earth in Arabic as their letters, and signs of degrees as one. */
export const latinSides = (text: string): string =>
  text
    .replaceAll('º', '°')
    .replace(/شمالا?ً?ا?/g, 'N')
    .replace(/جنوبا?ً?ا?/g, 'S')
    .replace(/شرقا?ً?ا?/g, 'E')
    .replace(/غربا?ً?ا?/g, 'W')

/** Metres as people write them, "3,706,000.5", "3.706.000,5", "3 706 000" or "706,000": beyond any degree, so no decimal fraction. */
function withoutThousands(text: string): string {
  if (/^[-+]?[1-9]\d{0,2}(?:(?:\.\d{3}){2,}(?:,\d+)?|(?:\.\d{3})+,\d+)$/.test(text)) return text.replaceAll('.', '')
  if (/^[-+]?[1-9]\d{0,2}(?:[ \u00A0\u202F\u2009'’]\d{3})+(?:[.,]\d+)?$/.test(text))
    return text.replace(/[ \u00A0\u202F\u2009'’]/g, '')
  const isGrouped = /^[-+]?[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?$|^[-+]?[1-9]\d{0,2}(?:,\d{3})+\.\d+$/.test(text)
  const isMetres = /^[-+]?\d{3},\d{3}$/.test(text) && Math.abs(Number(text.slice(0, -4))) > 180
  return isGrouped || isMetres ? text.replaceAll(',', '') : text
}

const sexagesimal =
  /^([NSEW])?\s*(\d{1,3})\s*[°d:\s]\s*(\d{1,2}(?:\.\d+)?)\s*(?:['′m:\s]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″s]|''|′′)?)?)?\s*([NSEW])?$/i

/** A coordinate as people write it: "33.4739", "33,4739", "33.4739° N", "33°28'26.2\"N"; `null` for anything else. */
export function coordinateOf(text: string): number | null {
  const bare = withoutThousands(
    latinSides(latinNumber(text))
      .trim()
      .replace(/[\u200E\u200F\u061C]/g, ''),
  )
  const plain = /^([-+−]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?)\s*°?\s*([NSEW])?$/i.exec(bare)
  if (plain) {
    const value = Number(plain[1]!.replace(',', '.').replace('−', '-'))
    return Number.isFinite(value) ? signed(value, plain[2]) : null
  }
  const [, before, degrees, minutes, seconds = '0', after] = sexagesimal.exec(bare) ?? []
  if (degrees === undefined || Number(minutes) >= 60 || Number(seconds) >= 60) return null
  return signed(Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600, before ?? after)
}

const signed = (value: number, side: string | undefined): number =>
  side !== undefined && /[SW]/i.test(side) ? -value : value
