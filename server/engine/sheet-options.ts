import { z } from 'zod'
import { pdfStandards } from '../export/pdf-standards.ts'
import { wholeNumber } from './whole-number.ts'

/** The options of a sheet as text gives them: in an address, or on the command line. */
export const sheetOptions = {
  lang: z.enum(['en', 'ar']).default('en'),
  paper: z.enum(['a4', 'a3']).default('a4'),
  orientation: z.enum(['landscape', 'portrait']).default('landscape'),
  scale: wholeNumber(100, 100_000_000).optional(),
  dpi: wholeNumber(36, 1_200).default(300),
  standard: z.enum(pdfStandards).default('ua-1'),
} as const
