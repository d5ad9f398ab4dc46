import { note, type Note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { colourDoubt, type ColourDoubt } from './colour-doubt.ts'
import type { ColourChoices, ColourClass } from './colour-choices.ts'
import { findRegions, groundColours, type FoundRegions } from './find-regions.ts'
import { closeColours, judgeRegions } from './judge-colours.ts'
import { maskedLabel, type Pixels } from './pixel-grid.ts'
import { ringPixels, traceRegions, type TracedRegion } from './trace-regions.ts'

/** What was found of a class, in pixels. */
export type FoundClass = ColourDoubt & {
  readonly class: string
  /** As it was given: `#rrggbb`, several between commas, or the two of a hatch with a plus. */
  readonly color: string
  /** With those that were healed. */
  readonly pixels: number
  readonly healedPixels: number
  /** What its regions cover after their lines were smoothed and simplified. */
  readonly tracedPixels: number
}

/** The regions of a picture's classes, with all that the record says of them. */
export type ClassRegions = {
  readonly regions: readonly TracedRegion[]
  readonly classes: readonly FoundClass[]
  /** Colours that cover ground and are no class's. */
  readonly ground: readonly string[]
  readonly uncoveredPixels: number
  readonly maskedPixels: number
  readonly notes: readonly Note[]
}

/** Work that may be stopped: `step` is told how much is done, 0 to 1, and throws where it is to stop. */
export type Step = (fraction: number) => void

/** More regions are no map: a photograph, noise, a dither. */
const mostRegions = 20_000

/**
 * Finds the classes of a picture by their colours, heals what lies over them, and traces their regions as one coverage. The same
 * picture and choices give the same regions. Refuses two classes of one colour, colours that are nowhere, and what is no map of
 * areas.
 */
export function classRegions(pixels: Pixels, choices: ColourChoices, step: Step): Outcome<ClassRegions> {
  const close = closeColours(choices)
  if (!close.ok) return close
  step(0)
  const ground = groundColours(pixels, choices)
  step(0.1)
  const found = findRegions(pixels, choices, ground)
  step(0.2)
  const judged = judgeRegions(found, choices)
  if (!judged.ok) return judged
  const regions = traceRegions(found.healed, mostRegions, () => step(0.3))
  if (regions === null) return refused(problem('picture-speckled', { most: mostRegions }))
  step(0.4)
  let variant = 0
  const doubts = colourDoubt(pixels, choices, ground, found.healed, regions, () => step(0.4 + 0.15 * variant++))
  return done({
    regions,
    ground,
    notes: [...close.value, ...judged.value, ...noRegion(regions, choices)],
    ...counted(found, choices, regions, doubts),
  })
}

const noRegion = (regions: readonly TracedRegion[], { classes }: ColourChoices): Note[] =>
  classes.flatMap((own, i) =>
    regions.some(({ label }) => label === i + 1)
      ? []
      : [note('colour-nowhere', { class: own.class, color: colorText(own) })],
  )

const colorText = ({ colors, hatch }: ColourClass): string => (hatch ? hatch.join('+') : (colors ?? []).join(','))

function counted(
  { raw, healed }: FoundRegions,
  { classes }: ColourChoices,
  regions: readonly TracedRegion[],
  doubts: readonly ColourDoubt[],
) {
  const pixels = new Float64Array(256)
  const healedPixels = new Float64Array(256)
  let maskedPixels = 0
  for (let pixel = 0; pixel < raw.labels.length; pixel++) {
    pixels[healed.labels[pixel]!]!++
    if (healed.healed[pixel] === 1) healedPixels[healed.labels[pixel]!]!++
    if (raw.labels[pixel] === maskedLabel) maskedPixels++
  }
  const traced = new Float64Array(256)
  for (const region of regions) traced[region.label]! += ringPixels(region)
  return {
    classes: classes.map((own, i): FoundClass => ({
      class: own.class,
      color: colorText(own),
      pixels: pixels[i + 1]!,
      healedPixels: healedPixels[i + 1]!,
      tracedPixels: traced[i + 1]!,
      ...doubts[i]!,
    })),
    uncoveredPixels: pixels[0]! - maskedPixels,
    maskedPixels,
  }
}
