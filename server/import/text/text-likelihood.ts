/** Letters of Arabic in four bands, the commonest first; a letter that is not here is rare. */
const arabicBands = ['الي', 'منورتبةهع', 'دسفقكحجأ', 'ىشصخذطإزثضغئءآؤظ'] as const
const arabicWeight = new Map<string, number>()
arabicBands.forEach((band, i) => {
  for (const letter of band) arabicWeight.set(letter, 4 - i)
})

const isArabicLetter = (c: string) => c >= '\u0621' && c <= '\u064A' && c !== '\u0640'
const isArabicMark = (c: string) => (c >= '\u064B' && c <= '\u0652') || c === '\u0640'
const isArabicDigitOrStop = (c: string) => (c >= '\u0660' && c <= '\u0669') || '،؛؟'.includes(c)
const isAsciiLetter = (c: string) => (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
const isLatinLetter = (c: string) => /^\p{Script=Latin}$/u.test(c) && c > '\u007F'
const isPlainSign = (c: string) => '’‘“”–—°«»\u00A0'.includes(c)

/**
 * How much `text` reads like words that somebody wrote, per character outside ASCII: above 0 it does, and the likeliest
 * decoding of the same bytes scores highest. Arabic words count by the commonness of their letters and the article;
 * an accented letter counts inside a Latin word; scripts mixed in one word, box drawings and controls count against.
 */
export function textLikelihood(text: string): number {
  let score = 0
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (c < '\u0080') continue
    count++
    const before = text[i - 1] ?? ' '
    const after = text[i + 1] ?? ' '
    if (isArabicLetter(c)) {
      score += arabicWeight.get(c) ?? 0
      if (c === 'ا' && after === 'ل' && !isArabicLetter(before)) score += 4
      if ('ةى'.includes(c) && isArabicLetter(after)) score -= 6
      if (isAsciiLetter(before) || isAsciiLetter(after)) score -= 6
    } else if (isArabicMark(c)) {
      score += isArabicLetter(before) ? 0 : -4
    } else if (isArabicDigitOrStop(c) || isPlainSign(c)) {
      score += 0.5
    } else if (isLatinLetter(c)) {
      score += latinScore(c, before, after)
    } else {
      score -= 8
    }
  }
  return count === 0 ? 0 : score / count
}

function latinScore(c: string, before: string, after: string): number {
  if (isArabicLetter(before) || isArabicLetter(after)) return -6
  const inWord = isAsciiLetter(before) || isAsciiLetter(after)
  if (!inWord) return -3
  const capitalInside = c !== c.toLowerCase() && before !== before.toUpperCase()
  return capitalInside ? -4 : 2.5
}
