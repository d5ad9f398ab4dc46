/**
 * What a PDF is made to, as Typst enforces it; it writes one standard at a time. PDF/UA-1 is for readers with a screen
 * reader, PDF/A-2a and A-2b are for archives: A-2a asks for tags and letters that can be read back beside what A-2b
 * asks for.
 */
export const pdfStandards = ['ua-1', 'a-2a', 'a-2b'] as const
export type PdfStandard = (typeof pdfStandards)[number]
