import { describe, expect, test } from 'vitest'
import { classRegions } from '../../../core/tracing/class-regions.ts'
import { readColourClass, unitedClasses, type ColourChoices } from '../../../core/tracing/colour-choices.ts'
import { findColours } from '../../../core/tracing/found-colours.ts'
import { colourDistance, oklabOf, oklabOfHex } from '../../../core/tracing/oklab.ts'
import type { Pixels } from '../../../core/tracing/pixel-grid.ts'
import { pixelsOf } from './made-grid.ts'

const [red, blue, white, black] = ['#d7301f', '#377eb8', '#ffffff', '#111111']
const choices = (over: Partial<ColourChoices> = {}): ColourChoices => ({
  classes: [
    { class: 'A', colors: [red] },
    { class: 'B', colors: [blue] },
  ],
  tolerance: 4,
  healPx: 12,
  masks: [],
  ...over,
})
const found = (pixels: Pixels, over: Partial<ColourChoices> = {}) => {
  const regions = classRegions(pixels, choices(over), () => undefined)
  if (!regions.ok) throw new Error(regions.problem.code)
  return regions.value
}
const codes = (pixels: Pixels, over: Partial<ColourChoices> = {}): readonly string[] => {
  const regions = classRegions(pixels, choices(over), () => undefined)
  return regions.ok ? regions.value.notes.map(({ code }) => code) : [regions.problem.code]
}
/** Red on the left of 100, blue on its right, in a frame of white of 20 pixels. */
const isFrame = (x: number, y: number): boolean => x < 20 || y < 20 || x >= 180 || y >= 130
const plain = (x: number, y: number): string => (isFrame(x, y) ? white : x < 100 ? red : blue)

test('OKLab is that of its author', () => {
  expect(oklabOf(255, 255, 255)[0]).toBeCloseTo(1, 5)
  const [l, a, b] = oklabOf(255, 0, 0)
  expect([l, a, b].map((value) => Number(value.toFixed(4)))).toEqual([0.628, 0.2249, 0.1258])
  expect(colourDistance(oklabOfHex('#ffffff'), oklabOfHex('#000000'))).toBeCloseTo(100, 3)
})

test('a class by its colour, and colours of one name as one', () => {
  expect(readColourClass('a = b=#AABBCC')).toEqual({ class: 'a = b', colors: ['#aabbcc'] })
  expect(readColourClass('both=#aa0000+#00bb00')).toEqual({ class: 'both', hatch: ['#aa0000', '#00bb00'] })
  for (const text of ['a', 'a=red', '=#aabbcc', 'a=#aabbc', 'a=#aabbcc+#12']) expect(readColourClass(text)).toBeNull()
  expect(
    unitedClasses([
      { class: 'a', colors: [red] },
      { class: 'a', colors: [blue] },
    ]),
  ).toEqual([{ class: 'a', colors: [red, blue] }])
})

test('two classes in a frame are what they are, to the pixel', () => {
  const { classes, uncoveredPixels, regions, ground, notes } = found(pixelsOf(200, 150, plain))
  expect(classes.map(({ pixels, healedPixels }) => [pixels, healedPixels])).toEqual([[8_800, 0], [8_800, 0]]) // prettier-ignore
  for (const { tracedPixels } of classes) expect(Math.abs(tracedPixels - 8_800)).toBeLessThan(3)
  expect([uncoveredPixels, regions.length, ground, notes]).toEqual([200 * 150 - 17_600, 2, ['#ffffff'], []])
})

function expectNear(classes: readonly { readonly pixels: number }[], wanted: number, within: number): void {
  for (const { pixels } of classes) expect(Math.abs(pixels - wanted)).toBeLessThanOrEqual(within)
}

describe('healing', () => {
  test('a line between two classes is halved, and one along the outside is shared with it', () => {
    const lined = pixelsOf(200, 150, (x, y) =>
      Math.abs(x - 100) < 3 || (Math.abs(y - 20) < 2 && !(x < 20 || x >= 180)) ? black : plain(x, y),
    )
    const { classes } = found(lined)
    for (const { pixels, healedPixels } of classes) {
      expect(Math.abs(pixels - 8_800)).toBeLessThan(170)
      expect(healedPixels).toBeGreaterThan(250)
    }
  })

  test('a road and a name amid a class become its own, each pixel counted', () => {
    const over = pixelsOf(200, 150, (x, y) =>
      !isFrame(x, y) && x < 90 && (Math.abs(x - y) < 4 || (y > 60 && y < 80 && x > 60 && x % 4 < 2))
        ? black
        : plain(x, y),
    )
    const { classes } = found(over)
    // Where the road leaves the map, its end is nearer to the ground outside.
    expectNear(classes, 8_800, 30)
    expect(classes[0]!.healedPixels).toBeGreaterThan(500)
    expect(classes[1]!.healedPixels).toBe(0)
  })

  test('a white road through a class is healed although its colour is that of the ground around', () => {
    const { classes } = found(
      pixelsOf(200, 150, (x, y) => (!isFrame(x, y) && Math.abs(y - 70) < 4 ? white : plain(x, y))),
    )
    expectNear(classes, 8_800, 30)
  })

  test('what is wider stays not covered, and nothing is healed where nobody asks', () => {
    const square = (x: number, y: number): string => (x > 40 && x < 90 && y > 40 && y < 110 ? '#b07aa1' : plain(x, y))
    const { classes } = found(pixelsOf(200, 150, square), { healPx: 6 })
    // Its corners alone are narrower than a disc.
    expectNear(classes.slice(0, 1), 8_800 - 49 * 69, 12)
    expect(classes[0]!.healedPixels).toBeLessThan(12)
    const dotted = (x: number, y: number): string => (x === 50 && y === 50 ? black : plain(x, y))
    expect(found(pixelsOf(200, 150, dotted), { healPx: 0 }).classes[0]).toMatchObject({
      pixels: 8_799,
      healedPixels: 0,
    })
  })

  test('a mask is not covered, and no class heals into it', () => {
    const { classes, maskedPixels } = found(pixelsOf(200, 150, plain), { masks: [[60, 50, 30, 100]] })
    expect([classes[0]!.pixels, maskedPixels]).toEqual([8_800 - 1_500, 1_500])
  })
})

test('a hatch of the two classes’ own colours is a third class, and they keep the rest', () => {
  const hatched = (x: number, y: number): string =>
    isFrame(x, y) ? white : x < 60 ? red : x < 130 ? ((x + y) % 8 < 4 ? red : blue) : blue
  const { classes } = found(pixelsOf(200, 150, hatched), {
    classes: [...choices().classes, { class: 'contested', hatch: [red, blue] }],
  })
  const truth = [40 * 110, 50 * 110, 70 * 110]
  for (const [i, { pixels }] of classes.entries())
    expect(Math.abs(pixels / truth[i]! - 1), `class ${i}`).toBeLessThan(0.05)
})

test('two classes that meet are no hatch of theirs', () => {
  const { classes } = found(pixelsOf(200, 150, plain), {
    classes: [...choices().classes, { class: 'contested', hatch: [red, blue] }],
  })
  expect(classes.map(({ pixels }) => pixels)).toEqual([8_800, 8_800, 0])
})

test('colours that let a base map shine through are found from the legend’s own and the ground’s', () => {
  const half = (x: number, y: number): string => (isFrame(x, y) ? '#f3efe6' : x < 100 ? '#e59083' : '#95b7cf')
  expect(codes(pixelsOf(200, 150, half))).toEqual(['colours-nowhere'])
  expect(found(pixelsOf(200, 150, half), { base: '#f3efe6' }).classes.map(({ pixels }) => pixels)).toEqual([
    8_800, 8_800,
  ])
})

test('the colours of a picture are found with their shares, and the same again', () => {
  const [a, b, c, ...others] = findColours(pixelsOf(200, 150, plain), 4)
  expect(others).toEqual([])
  expect(a).toEqual({ color: white, share: (200 * 150 - 17_600) / 30_000 })
  expect([b!.color, c!.color].toSorted()).toEqual([blue, red])
})

describe('what is wrong with a picture or its colours is told', () => {
  test('one colour twice, nearly one colour, a hatch of one colour', () => {
    const two = (one: string, other: string) => ({
      classes: [
        { class: 'A', colors: [one] },
        { class: 'B', colors: [other] },
      ],
    })
    expect(codes(pixelsOf(200, 150, plain), two(red, red))).toEqual(['colours-alike'])
    expect(codes(pixelsOf(200, 150, plain), two(red, '#d73a2a'))).toContain('colours-close')
    expect(codes(pixelsOf(200, 150, plain), { classes: [{ class: 'A', hatch: [red, '#d93020'] }] })).toEqual([
      'hatch-of-one-colour',
    ])
  })

  test('a legend of other tones than the map: one class nowhere, or none anywhere', () => {
    const other = {
      classes: [
        { class: 'A', colors: [red] },
        { class: 'B', colors: ['#0a3cff'] },
      ],
    }
    expect(codes(pixelsOf(200, 150, plain), other)).toEqual(['colour-nowhere'])
    expect(codes(pixelsOf(200, 150, plain), { classes: [other.classes[1]!] })).toEqual(['colours-nowhere'])
  })

  test('a class that is the margin as well, as white ground or a dark frame', () => {
    expect(codes(pixelsOf(200, 150, plain), { classes: [{ class: 'white', colors: [white] }] })).toContain(
      'class-along-edge',
    )
  })

  test('noise, as a photograph has it', () => {
    let state = 7
    const noise = pixelsOf(200, 150, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return [red, '#c9402a', '#b03a30', blue][(state >>> 16) % 4]!
    })
    expect(codes(noise, { tolerance: 2 })).toContain('colour-in-specks')
  })
})
