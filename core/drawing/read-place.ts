import type { Place } from './region.ts'

/** Degrees with an optional minute and second and a letter for the side; Arabic digits and signs are read as well. */
const angle =
  /^\s*([+-]?)\s*(\d+(?:\.\d+)?)\s*°?\s*(?:(\d+(?:\.\d+)?)\s*['′’]\s*)?(?:(\d+(?:\.\d+)?)\s*["″”]\s*)?([NSEWnsew]?)\s*$/

/**
 * A place that was typed as latitude and longitude, "33.4712, 36.2841" or with N, S, E and W in any order; `null` where it is none,
 * or not on the earth.
 */
export function readPlace(text: string): Place | null {
  const plain = latinDigits(text)
  const parts = plain.includes(',') || plain.includes(';') ? plain.split(/[,;]/) : plain.trim().split(/\s+/)
  const angles = parts.map(readAngle)
  const [first, second, ...more] = angles
  if (!first || !second || more.length > 0) return null
  const isTurned = first.side === 'lon' || second.side === 'lat'
  if (first.side !== null && first.side === second.side) return null
  const [lat, lon] = isTurned && second.side !== 'lon' ? [second.value, first.value] : [first.value, second.value]
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : null
}

function readAngle(text: string): { readonly value: number; readonly side: 'lat' | 'lon' | null } | null {
  const [, sign, degrees, minutes = '0', seconds = '0', letter = ''] = angle.exec(text) ?? []
  if (degrees === undefined || Number(minutes) >= 60 || Number(seconds) >= 60) return null
  const side = letter.toUpperCase()
  const isBehind = sign === '-' || side === 'S' || side === 'W'
  const value = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600
  return { value: isBehind ? -value : value, side: side === '' ? null : 'NS'.includes(side) ? 'lat' : 'lon' }
}

const latinDigits = (text: string): string =>
  text
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll('٫', '.')
    .replaceAll('،', ',')
    .replaceAll('−', '-')
    .replaceAll(/[\u200E\u200F\u061C]/g, '')

/** A place as it is typed, to the centimetre unless it was taken from a line and has more digits. */
export const placeText = ([lon, lat]: Place): string => `${lat}, ${lon}`

/** A place that a pointer gave, to about a centimetre. */
export const roundedPlace = ([lon, lat]: Place): Place => [Number(lon.toFixed(7)), Number(lat.toFixed(7))]
