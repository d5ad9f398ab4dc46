import { toPoint } from 'mgrs'
import { datums } from '../../../core/crs/datums.ts'
import { isInside } from '../../../core/crs/to-wgs84.ts'
import { latinDigits } from '../../../core/i18n/latin-digits.ts'
import { isNothing } from './geometry-column.ts'
import { coordinateOf, latinSides } from './position-columns.ts'

/** One column that says both longitude and latitude, and how a cell of it is read. */
export type SingleColumn = {
  readonly column: number
  readonly by: 'latitude-first' | 'longitude-first' | 'mgrs'
  readonly positionOf: (cell: string) => readonly [lon: number, lat: number] | null
}

const looked = 500
const enough = 0.9
const mgrsText = /^\d{1,2}[C-HJ-NP-X][A-HJ-NP-Z]{2}(?:\d\d){1,5}$/i
const bareMgrs = (cell: string): string => latinDigits(cell).replace(/[\s-]+/g, '')
const pairOfNumbers = (decimals: string): RegExp => {
  const number = String.raw`[-+−]?\d{1,3}\.${decimals}`
  return new RegExp(String.raw`^[([]?\s*(${number})\s*°?\s*[,;/|\s]\s*(${number})\s*°?\s*[)\]]?$`)
}
/** Numbers of a column whose name says nothing need the decimals that places have. */
const pair = pairOfNumbers(String.raw`\d{3,}`)
const pairUnderName = pairOfNumbers(String.raw`\d+`)
const namesPosition =
  /coord|lat\W*(?:and|_)?\W*l(?:on|ng)|l(?:on|ng)\w*\W*(?:and|_)?\W*lat|position|location|\bgps\b|إحداثي|احداثي|موقع/i
const ground = [datums.deirEzZor.area, datums.palestine1923.area]

type Pair = { readonly first: number; readonly second: number; readonly isSaid: 'latitude' | 'longitude' | null }

/** A column of pairs of degrees ("33.47, 36.28", "33°28'26\"N 36°17'10\"E") or of references of the military grid. */
export function singleColumn(names: readonly string[], rows: readonly (readonly string[])[]): SingleColumn | null {
  for (const [column, name] of names.entries()) {
    const filled = rows.slice(0, looked).flatMap((row) => (isNothing(row[column]) ? [] : [row[column]!]))
    const isEnough = (count: number): boolean => count > 0 && count >= enough * filled.length
    if (isEnough(filled.filter((cell) => mgrsText.test(bareMgrs(cell))).length))
      return { column, by: 'mgrs', positionOf: positionOfMgrs }
    const asNumbers = namesPosition.test(name) ? pairUnderName : pair
    const pairs = filled.flatMap((cell) => pairOf(cell, asNumbers) ?? [])
    if (!isEnough(pairs.length)) continue
    const isLonFirst = isLongitudeFirst(name, pairs)
    return {
      column,
      by: isLonFirst ? 'longitude-first' : 'latitude-first',
      positionOf(cell) {
        const read = pairOf(cell, asNumbers)
        if (!read) return null
        const { first, second, isSaid } = read
        return (isSaid === null ? isLonFirst : isSaid === 'longitude') ? [first, second] : [second, first]
      },
    }
  }
  return null
}

/** The middle of the square that the reference names. */
function positionOfMgrs(cell: string): readonly [number, number] | null {
  const bare = bareMgrs(cell).toUpperCase()
  if (!mgrsText.test(bare)) return null
  try {
    const [lon, lat] = toPoint(bare)
    return Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null
  } catch {
    // The letters name no square of that zone.
    return null
  }
}

function pairOf(cell: string, asNumbers: RegExp): Pair | null {
  const text = latinSides(latinDigits(cell).replaceAll('٫', '.').replaceAll('،', ',').trim())
  const plain = asNumbers.exec(text)
  if (plain) {
    const [first, second] = [plain[1]!, plain[2]!].map((each) => Number(each.replace('−', '-'))) as [number, number]
    return Math.abs(first) <= 180 && Math.abs(second) <= 180 ? { first, second, isSaid: null } : null
  }
  const [, a, b] = /^(.*[NSEW])[\s,;/]*(.*[NSEW])$/i.exec(text) ?? /^([NSEW].*?)[\s,;/]+([NSEW].*)$/i.exec(text) ?? []
  if (a === undefined || b === undefined) return null
  const [first, second] = [coordinateOf(a), coordinateOf(b)]
  const [isFirstLat, isSecondLat] = [/[NS]/i.test(a), /[NS]/i.test(b)]
  if (first === null || second === null || isFirstLat === isSecondLat) return null
  return { first, second, isSaid: isFirstLat ? 'latitude' : 'longitude' }
}

/** By the column's name, by what no latitude can be, by local ground, else latitude first as people write it. */
function isLongitudeFirst(name: string, pairs: readonly Pair[]): boolean {
  if (pairs.some(({ isSaid }) => isSaid !== null)) return pairs[0]!.isSaid === 'longitude'
  if (pairs.some(({ first }) => Math.abs(first) > 90)) return true
  if (pairs.some(({ second }) => Math.abs(second) > 90)) return false
  if (/lon\w*\W*(?:and|_)?\W*lat|طول.*عرض/i.test(name)) return true
  if (/lat\w*\W*(?:and|_)?\W*lon|عرض.*طول/i.test(name)) return false
  const onGround = (lonFirst: boolean): number =>
    pairs.filter(({ first, second }) =>
      ground.some((area) => (lonFirst ? isInside(area, first, second) : isInside(area, second, first))),
    ).length
  return onGround(true) > onGround(false)
}
