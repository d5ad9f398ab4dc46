import type { z } from 'zod'
import type { colourRecordSchema } from '../model/colour-record.ts'
import { note, type Note } from '../result/note.ts'
import type { ClassRegions, FoundClass } from '../tracing/class-regions.ts'
import type { ColourChoices } from '../tracing/colour-choices.ts'
import type { PictureAnswer } from './picture-answer.ts'

type ClassAreas = PictureAnswer['classes']

/** The classes in the order in which they were given, with their pixels as found, also those of which nothing was found. */
export const foundAreas = (found: readonly FoundClass[], areas: ClassAreas): ClassAreas =>
  found.map(({ class: name, color, pixels, healedPixels }) => ({
    class: name,
    color,
    pixels,
    healedPixels,
    areaM2: areas.find((own) => own.class === name)?.areaM2 ?? 0,
  }))

/** How much ground was healed: pixels of a class count for as much as its pixels do on average. */
export function healedNotes(classes: ClassAreas): Note[] {
  const healedM2 = classes.reduce(
    (sum, { pixels, healedPixels, areaM2 }) => sum + (pixels > 0 ? (healedPixels / pixels) * areaM2 : 0),
    0,
  )
  const allM2 = classes.reduce((sum, { areaM2 }) => sum + areaM2, 0)
  if (healedM2 === 0) return []
  return [
    note('ground-healed', {
      areaHa: Number((healedM2 / 1e4).toPrecision(3)),
      percent: Number(((100 * healedM2) / allM2).toPrecision(2)),
    }),
  ]
}

export const colourRecord = (
  { classes, ground, uncoveredPixels, maskedPixels }: ClassRegions,
  { tolerance, healPx, masks, base }: ColourChoices,
): z.infer<typeof colourRecordSchema> => ({
  classes: classes.map((own) => ({ ...own })),
  tolerance,
  healPx,
  masks: masks.map((mask) => [...mask]),
  ...(base === undefined ? {} : { base }),
  ground: [...ground],
  uncoveredPixels,
  maskedPixels,
})
