import { z } from 'zod'
import { pdfStandards } from '../export/pdf-standards.ts'
import { wholeNumber } from './whole-number.ts'

/** The options of a sheet as text gives them: in an address, or on the command line. */
export const sheetOptions = {
  lang: z.enum(['en', 'ar']).default('en'),
  paper: z.enum(['a4', 'a3']).optional(),
  orientation: z.enum(['landscape', 'portrait']).optional(),
  size: z
    .string()
    .regex(/^\d{2,4}(\.\d+)?x\d{2,4}(\.\d+)?$/, 'it is no size in millimetres such as 85x110')
    .transform((text) => text.split('x').map(Number) as [number, number])
    .refine((sides) => sides.every((side) => side >= 60 && side <= 1200), 'each side is 60 to 1200 mm')
    .transform(([widthMm, heightMm]) => ({ widthMm, heightMm }))
    .optional(),
  scale: wholeNumber(100, 100_000_000).optional(),
  dpi: wholeNumber(36, 1_200).default(300),
  standard: z.enum(pdfStandards).default('ua-1'),
  page: wholeNumber(1, 1_000).optional(),
} as const
