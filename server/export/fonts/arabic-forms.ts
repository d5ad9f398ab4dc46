/**
 * Arabic letters as they stand joined in a word, as Unicode's presentation forms (blocks A and B), so that the width
 * of a word can be added up from the font's advances. For measuring only: what is drawn stays plain letters.
 */
export function joinedForms(text: string): number[] {
  const letters = Array.from(text, (character) => character.codePointAt(0)!)
  const forms: number[] = []
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i]!
    const form = formsOf.get(letter)
    if (!form) {
      forms.push(letter)
      continue
    }
    const joinsBefore = joinsOn(letters, previous(letters, i))
    const alef = letter === lam ? lamAlef.get(letters[next(letters, i)] ?? 0) : undefined
    if (alef !== undefined) {
      forms.push(alef + (joinsBefore ? 1 : 0))
      i = next(letters, i)
      continue
    }
    const joinsAfter = form.joining === 'both' && formsOf.has(letters[next(letters, i)] ?? 0)
    const place = joinsAfter ? (joinsBefore ? 3 : 2) : joinsBefore ? 1 : 0
    forms.push(place === 0 ? letter : form.isolated + place)
  }
  return forms
}

type Forms = { readonly isolated: number; readonly joining: 'both' | 'before' }

const lam = 0x644
/** Isolated ligatures of lam with the four alefs; the final form follows each. */
const lamAlef = new Map([
  [0x622, 0xfef5],
  [0x623, 0xfef7],
  [0x625, 0xfef9],
  [0x627, 0xfefb],
])

/** Letters with their isolated form; final, initial and medial follow it. */
const formsOf = new Map<number, Forms>()
const joinBoth = (first: number, isolated: number): void => void formsOf.set(first, { isolated, joining: 'both' })
const joinBefore = (first: number, isolated: number): void => void formsOf.set(first, { isolated, joining: 'before' })

for (const [letter, isolated] of [
  [0x626, 0xfe89],
  [0x628, 0xfe8f],
  [0x62a, 0xfe95],
  [0x62b, 0xfe99],
  [0x62c, 0xfe9d],
  [0x62d, 0xfea1],
  [0x62e, 0xfea5],
  [0x633, 0xfeb1],
  [0x634, 0xfeb5],
  [0x635, 0xfeb9],
  [0x636, 0xfebd],
  [0x637, 0xfec1],
  [0x638, 0xfec5],
  [0x639, 0xfec9],
  [0x63a, 0xfecd],
  [0x641, 0xfed1],
  [0x642, 0xfed5],
  [0x643, 0xfed9],
  [0x644, 0xfedd],
  [0x645, 0xfee1],
  [0x646, 0xfee5],
  [0x647, 0xfee9],
  [0x64a, 0xfef1],
  [0x67e, 0xfb56],
  [0x686, 0xfb7a],
  [0x6a4, 0xfb6a],
  [0x6a9, 0xfb8e],
  [0x6af, 0xfb92],
  [0x6cc, 0xfbfc],
] as const)
  joinBoth(letter, isolated)
for (const [letter, isolated] of [
  [0x622, 0xfe81],
  [0x623, 0xfe83],
  [0x624, 0xfe85],
  [0x625, 0xfe87],
  [0x627, 0xfe8d],
  [0x629, 0xfe93],
  [0x62f, 0xfea9],
  [0x630, 0xfeab],
  [0x631, 0xfead],
  [0x632, 0xfeaf],
  [0x648, 0xfeed],
  [0x649, 0xfeef],
  [0x698, 0xfb8a],
] as const)
  joinBefore(letter, isolated)

/** Vowel marks stand over and under letters and do not part them. */
const isMark = (letter: number | undefined): boolean =>
  letter !== undefined && ((letter >= 0x64b && letter <= 0x65f) || letter === 0x670)

function previous(letters: readonly number[], i: number): number {
  let at = i - 1
  while (isMark(letters[at])) at--
  return at
}

function next(letters: readonly number[], i: number): number {
  let at = i + 1
  while (isMark(letters[at])) at++
  return at
}

const joinsOn = (letters: readonly number[], at: number): boolean => formsOf.get(letters[at] ?? 0)?.joining === 'both'
