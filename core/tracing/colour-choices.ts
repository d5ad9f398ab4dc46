import { z } from 'zod'
import { because } from '../result/schema-fault.ts'
import { mostClasses } from './pixel-grid.ts'

export const usualTolerance = 4
export const usualHealPx = 12

const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, because('why.not-colour'))
const pixel = z.number().min(0).max(1_000_000)

/** A class by its colours in the picture; `hatch` is a pattern of two, which is a class of its own. */
const colourClassSchema = z
  .strictObject({
    class: z.string().min(1).max(500),
    colors: z.array(color).min(1).max(20).optional(),
    hatch: z.tuple([color, color]).optional(),
  })
  .refine(({ colors, hatch }) => (colors === undefined) !== (hatch === undefined), because('why.colours-or-hatch'))
export type ColourClass = z.infer<typeof colourClassSchema>

/** How classes are found by their colours: every parameter of it. */
export const colourChoicesSchema = z.strictObject({
  classes: z.array(colourClassSchema).min(1).max(mostClasses),
  /** How far a pixel's colour may be from its class's: distance in OKLab times 100. */
  tolerance: z.number().positive().max(100),
  /** What is narrower than so many pixels is given to what surrounds it; 0 heals nothing. */
  healPx: z.number().min(0).max(200),
  /** Rectangles of the picture in which no map is: legend, title. */
  masks: z.array(z.tuple([pixel, pixel, pixel, pixel])).max(200),
  /** The colour of plain ground under colours that let it shine through. */
  base: color.optional(),
})
export type ColourChoices = z.infer<typeof colourChoicesSchema>

/** The same as a request says it, with what is usual where it says nothing. */
export const colourRequestSchema = colourChoicesSchema.extend({
  tolerance: colourChoicesSchema.shape.tolerance.default(usualTolerance),
  healPx: colourChoicesSchema.shape.healPx.default(usualHealPx),
  masks: colourChoicesSchema.shape.masks.default([]),
})

/** One `NAME=#RRGGBB` or `NAME=#A+#B`; `null` where it is neither. The name may hold any sign, also `=`. */
export function readColourClass(text: string): ColourClass | null {
  const [, name, first, second] = /^(.+)=(#[0-9a-f]{6})(?:\+(#[0-9a-f]{6}))?$/i.exec(text) ?? []
  if (name === undefined || first === undefined || name.trim() === '') return null
  return second === undefined
    ? { class: name.trim(), colors: [first.toLowerCase()] }
    : { class: name.trim(), hatch: [first.toLowerCase(), second.toLowerCase()] }
}

/** Classes as they were given one by one: colours of one name are one class. */
export function unitedClasses(given: readonly ColourClass[]): ColourClass[] {
  const united = new Map<string, ColourClass>()
  for (const own of given) {
    const key = `${own.class} ${own.hatch ? 'hatch' : ''}`
    const before = united.get(key)
    united.set(key, before?.colors && own.colors ? { ...own, colors: [...before.colors, ...own.colors] } : own)
  }
  return [...united.values()]
}
