import { classRegions } from '../../core/tracing/class-regions.ts'
import type { LabelGrid } from '../../core/tracing/pixel-grid.ts'
import { findRegions } from '../../core/tracing/find-regions.ts'
import { markdown } from '../timing.ts'
import { madeMap, type MapKind } from './made-map.ts'
import { mapKind } from './map-kinds.ts'
import { boundaryF1, meanOverlap, trueLabels } from './scored-map.ts'
import { smallMap } from './small-map.ts'

/** Of the plan, which all classes together are here. */
const mostOff = 0.01

/**
 * Made control maps whose truth is known: how far the area of each class is off, what found and true ground have in common, and how
 * often the interval of a class holds its area. `--maps 50 --small 1000 --draws 100`; both are the same again by their numbers.
 */
export async function pictureTable(args: readonly string[]): Promise<string> {
  const given = (name: string, otherwise: number): number => {
    const at = args.indexOf(`--${name}`)
    return at < 0 ? otherwise : Number(args[at + 1])
  }
  const maps = await madeMapsTable(given('maps', 50))
  const small = await smallMapsLine(given('small', 1_000), given('draws', 100))
  return `${maps}\n\n${small}`
}

async function madeMapsTable(count: number): Promise<string> {
  const scores: Score[] = []
  for (let number = 0; number < count; number++) {
    const score = await scoreOf(mapKind(number), number)
    scores.push(score)
    console.error(`map ${number}: ${(100 * score.off).toFixed(2)} %`)
  }
  const groups: readonly (readonly [string, (kind: MapKind) => boolean])[] = [
    ['plain colours', (kind) => kind.opacity === 1 && !kind.hasHatch],
    ['over a base map', (kind) => kind.opacity < 1 && !kind.hasHatch],
    ['with a hatch', (kind) => kind.hasHatch],
    ['all', () => true],
  ]
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const rows = groups.flatMap(([name, isOf]) => {
    const own = scores.filter(({ kind }) => isOf(kind))
    if (own.length === 0) return []
    const offs = own.map(({ off }) => off).toSorted((a, b) => a - b)
    return [
      [
        name,
        String(own.length),
        `${own.filter(({ off }) => off <= mostOff).length}`,
        `${(100 * offs[Math.floor(offs.length / 2)]!).toFixed(2)} %`,
        mean(own.map(({ overlap }) => overlap)).toFixed(4),
        mean(own.map(({ f1 }) => f1)).toFixed(4),
        mean(own.map(({ secondsPerMegapixel }) => secondsPerMegapixel)).toFixed(1),
      ],
    ]
  })
  const beyond = scores.filter(({ off }) => off > mostOff)
  const listed = beyond.map(({ kind, number, off }) => {
    const kept = kind.quality === null ? 'PNG' : `JPEG ${kind.quality}`
    return `map ${number} (${kept}, opacity ${kind.opacity.toFixed(2)}${kind.hasHatch ? ', hatch' : ''}): ${(100 * off).toFixed(2)} %`
  })
  return [
    markdown(
      [
        'maps',
        'made',
        'every class within 1 %',
        'median of the worst class',
        'mean IoU',
        'mean F1, 2 px',
        's a megapixel',
      ],
      rows,
    ),
    ...(listed.length > 0 ? ['', `Beyond 1 %: ${listed.join('; ')}.`] : []),
  ].join('\n')
}

type Score = Awaited<ReturnType<typeof scoreOf>>

async function scoreOf(kind: MapKind, number: number) {
  const map = await madeMap(kind, number)
  const { pixels } = map
  const choices = { classes: [...map.classes], tolerance: 4, healPx: 12, masks: [...map.masks] }
  const start = performance.now()
  const found = classRegions(pixels, choices, () => undefined)
  const seconds = (performance.now() - start) / 1e3
  if (!found.ok) throw new Error(`map ${number}: ${found.problem.code}`)
  const grid: LabelGrid = findRegions(pixels, choices, found.value.ground).healed
  const truth = trueLabels(map)
  const trueAreas = map.parts.map((part) => part.reduce((sum, value) => sum + value, 0))
  const plan = trueAreas.reduce((sum, own) => sum + own, 0)
  const off = Math.max(
    ...found.value.classes.map(({ tracedPixels }, i) => Math.abs(tracedPixels - trueAreas[i]!) / plan),
  )
  return {
    kind,
    number,
    off,
    overlap: meanOverlap(grid, truth, kind.classes),
    f1: boundaryF1(grid, truth, 2),
    secondsPerMegapixel: seconds / (truth.labels.length / 1e6),
  }
}

async function smallMapsLine(count: number, draws: number): Promise<string> {
  let [held, all, width] = [0, 0, 0]
  const errors: number[] = []
  for (let number = 0; number < count; number++) {
    for (const result of await smallMap(number, draws)) {
      all++
      if (result.holds) held++
      width += result.width
      errors.push(Math.abs(result.error))
    }
    if (number % 50 === 49) console.error(`small maps ${number + 1}: ${held} of ${all}`)
  }
  const middle = errors.toSorted((a, b) => a - b)[Math.floor(all / 2)]!
  return `${count} small maps, ${draws} draws each: the 95 % interval holds the true area of ${((100 * held) / all).toFixed(1)} % of ${all} classes; mean width ${((100 * width) / all).toFixed(1)} % of the area, median error ${(100 * middle).toFixed(2)} %.`
}
