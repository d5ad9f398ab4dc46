import { readFile } from 'node:fs/promises'
import type { TaskContext } from '../../core/parallel/worker-pool.ts'
import type { PixelRegions } from '../../core/picture/recipe.ts'
import { done, type Outcome } from '../../core/result/outcome.ts'
import { problem, type Problem } from '../../core/result/problem.ts'
import { classRegions, type ClassRegions } from '../../core/tracing/class-regions.ts'
import { usualTolerance, type ColourChoices } from '../../core/tracing/colour-choices.ts'
import { findColours, type FoundColour } from '../../core/tracing/found-colours.ts'
import { readPixels } from '../import/picture/picture-pixels.ts'
import type { NamedBytes } from '../import/record/imported.ts'

/** The regions that colours make of a picture, with what was found of each class. */
export async function regionsByColour(
  picture: NamedBytes,
  page: number | undefined,
  choices: ColourChoices,
  { progress, signal }: TaskContext,
): Promise<Outcome<{ readonly regions: PixelRegions; readonly found: ClassRegions }>> {
  const pixels = await readPixels(picture, page)
  if (!pixels.ok) return pixels
  const found = classRegions(pixels.value, choices, (fraction) => {
    signal?.throwIfAborted()
    progress?.(fraction, 'page.work.tracing')
  })
  if (!found.ok) return found
  const features = found.value.regions.map(({ label, rings }) => ({
    type: 'Feature' as const,
    properties: { class: choices.classes[label - 1]!.class },
    geometry: {
      type: 'Polygon' as const,
      coordinates: rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
    },
  }))
  return done({ regions: { type: 'FeatureCollection', features }, found: found.value })
}

/** The colours that a picture is made of, the commonest first. */
export async function findPictureColours(
  { name, path, page }: { readonly name: string; readonly path: string; readonly page?: number | undefined },
  { progress }: TaskContext,
): Promise<Outcome<readonly FoundColour[]>> {
  progress?.(0, 'reading')
  const pixels = await readPixels({ name, bytes: await readFile(path) }, page)
  return pixels.ok ? done(findColours(pixels.value, usualTolerance)) : pixels
}

/** What is said where colours were found and nobody said which classes they are. */
export const coloursUnnamed = (found: readonly FoundColour[]): Problem =>
  problem('colours-unnamed', {
    found: found.map(({ color, share }) => `${color} ${Number((100 * share).toPrecision(3))} %`).join(', '),
  })
