import { z } from 'zod'

/** A whole number from text, without the leniency of Number(): no "", no "1e3", no "0x10". */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, 'it is no whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `it is not between ${least} and ${most}`)
