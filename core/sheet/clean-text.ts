/**
 * Text that XML can hold and that cannot turn the line around it: tabs and line ends become spaces, the other control
 * characters, non-characters, lone surrogates and the user's own direction marks go. A space of no width between Arabic
 * letters becomes what keeps them from joining. Narrow spaces and primes become
 * the ones that the font draws. The isolates U+2066 to U+2069 and U+200F stay, because our own lines have them.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\t\n\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/(?<=[\u0620-\u06d3])\u200b(?=[\u0620-\u06d3])/g, '\u200c')
    .replace(unusable, '')
    .replace(/[\u2007\u2009\u202f]/g, '\u00a0')
    .replaceAll('\u2032', "'")
    .replaceAll('\u2033', '"')
}

const unusable =
  // oxlint-disable-next-line no-control-regex -- these are what XML 1.0 forbids
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g

/** As `cleanText`, for a text that comes from outside and so may hold no direction marks of its own. */
export const cleanForeignText = (text: string): string => cleanText(text).replace(/[\u200f\u2066-\u2069]/g, '')

/** Keeps a runaway text from pushing everything else off the paper; the cut is shown, and no word is cut where a space is near. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text
  const space = text.slice(0, limit + 1).search(/\s\S*$/)
  const end = space > limit / 2 ? space : limit
  return `${text
    .slice(0, end)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()} …`
}

/**
 * The text as print has it: letters composed (NFC), without the vowel marks of Arabic, as newspapers print it. In a PDF a
 * letter and the mark on it come out as one glyph of two letters, and readers then find neither the word nor the ones
 * after it.
 */
export const unvocalised = (text: string): string => text.normalize('NFC').replace(vowelMarks, '')

const vowelMarks = /[\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/g
