import { z } from 'zod'

const pixels = z.number().min(0)

/** How the classes of a layer were found by their colours, and how much of each was healed; pixels are those of the picture. */
export const colourRecordSchema = z.strictObject({
  classes: z.array(
    z.strictObject({
      class: z.string(),
      color: z.string(),
      pixels,
      healedPixels: pixels,
      tracedPixels: pixels,
      /** Length of its outline. */
      outlinePx: pixels,
      /** The most that its area moves with the tolerance, and with the healing width. */
      byTolerancePixels: pixels,
      byHealingPixels: pixels,
      /** What follows from these and half a pixel for the place of its outline: one standard deviation of a move in or out, all along it. */
      outlineSdPx: pixels,
    }),
  ),
  tolerance: z.number(),
  healPx: z.number(),
  masks: z.array(z.array(z.number()).length(4)),
  base: z.string().optional(),
  /** Colours that cover ground and are no class's. */
  ground: z.array(z.string()),
  uncoveredPixels: pixels,
  maskedPixels: pixels,
})
