import { createRequire } from 'node:module'
import { Resvg } from '@resvg/resvg-js'
import { expect, test } from 'vitest'
import { unvocalised } from '../../../core/sheet/clean-text.ts'
import { ar } from '../../../core/i18n/ar/index.ts'
import { fontFamily, fontFiles } from '../../../server/export/fonts/fonts.ts'
import { arabicWords } from '../pdf-readers.ts'

const locate = createRequire(import.meta.url)
const plex = {
  400: locate.resolve('@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf'),
  600: locate.resolve('@expo-google-fonts/ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf'),
}
const columns = 12
const [cellWidth, cellHeight] = [80, 26]
const sizePt = 12
const dotsPerInch = 150
/** A dot that differs by more is not the same shade of the same edge. */
const shade = 64
/** An edge between two letters that overlap may come out in a few dots otherwise. */
const mostDots = 16

function picture(words: readonly string[], family: string, file: string, weight: number) {
  const texts = words.map(
    (word, i) =>
      `<text x="${((i % columns) + 0.5) * cellWidth}" y="${Math.floor(i / columns) * cellHeight + 17}">${word}</text>`,
  )
  const [width, height] = [columns * cellWidth, Math.ceil(words.length / columns) * cellHeight]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${family}" font-size="${sizePt}" font-weight="${weight}" text-anchor="middle"><rect width="${width}" height="${height}" fill="#fff"/>${texts.join('')}</svg>`
  return new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [file] },
    fitTo: { mode: 'width', value: Math.round((width * dotsPerInch) / 72) },
  }).render()
}

/** Words that hold every two neighbouring letters of all our words, each where it begins, goes on or ends. */
function wordsOfAllPairs(): string[] {
  const seen = new Set<string>()
  const words = [...arabicWords(unvocalised(Object.values(ar).join(' ')))].toSorted(
    (a, b) => b.length - a.length || (a < b ? -1 : 1),
  )
  return words.filter((word) => {
    const pairs = Array.from(
      { length: word.length - 1 },
      (_, i) => `${i === 0}${word.slice(i, i + 2)}${i + 2 === word.length}`,
    )
    const isNew = pairs.some((pair) => !seen.has(pair))
    for (const pair of pairs) seen.add(pair)
    return isNew
  })
}

test.each([400, 600] as const)('Arabic of weight %d looks as in the font it is made from', (weight) => {
  const words = wordsOfAllPairs()
  expect(words.length).toBeGreaterThan(300)
  const drawn = picture(words, fontFamily, fontFiles[weight], weight)
  const wanted = picture(words, 'IBM Plex Sans Arabic', plex[weight], weight)
  const [ours, theirs] = [drawn.pixels, wanted.pixels]
  const different = new Map<string, number>()
  for (let i = 0; i < ours.length; i += 4) {
    if (Math.abs(ours[i]! - theirs[i]!) <= shade) continue
    const [x, y] = [(i / 4) % drawn.width, Math.floor(i / 4 / drawn.width)]
    const cell = (columns * cellWidth) / drawn.width
    const word = words[Math.floor((y * cell) / cellHeight) * columns + Math.floor((x * cell) / cellWidth)]!
    different.set(word, (different.get(word) ?? 0) + 1)
  }
  expect([...different].filter(([, dots]) => dots > mostDots)).toEqual([])
  expect(different.size).toBeLessThan(5)
})
