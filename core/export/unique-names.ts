import { cleanForeignText } from '../sheet/clean-text.ts'

/**
 * Names that differ even where upper and lower case are the same, and from those `taken`: the second of a name gets a
 * number. Control characters go, an empty name becomes `field`.
 */
export function uniqueNames(names: readonly string[], taken: readonly string[] = []): string[] {
  return numbered(
    names.map((name) => cleanForeignText(name).trim() || 'field'),
    taken,
    (name, number) => `${name}_${number}`,
  )
}

const mostBytes = 10

/**
 * Names of at most ten Latin letters, digits and underscores, as the table of a shapefile takes them: Arabic letters are
 * transcribed and marks dropped, so that no name is cut inside a letter.
 */
export function shortNames(names: readonly string[], taken: readonly string[] = []): string[] {
  const latin = names.map((name) => transcribed(name).slice(0, mostBytes) || 'field')
  return numbered(latin, taken, (name, number) => `${name.slice(0, mostBytes - 1 - String(number).length)}_${number}`)
}

function numbered(
  names: readonly string[],
  taken: readonly string[],
  withNumber: (name: string, number: number) => string,
): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()))
  return names.map((name) => {
    let free = name
    for (let number = 2; used.has(free.toLowerCase()); number++) free = withNumber(name, number)
    used.add(free.toLowerCase())
    return free
  })
}

const arabic: Readonly<Record<string, string>> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ٱ: 'a',
  ء: '',
  ؤ: 'u',
  ئ: 'i',
  ب: 'b',
  ت: 't',
  ة: 'a',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'w',
  ي: 'y',
  ى: 'a',
}

const transcribed = (name: string): string =>
  Array.from(name.normalize('NFC'), (letter) => arabic[letter] ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
