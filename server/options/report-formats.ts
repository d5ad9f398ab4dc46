export const reportFormats = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  /** All pages one under another, to be looked at. */
  svg: 'image/svg+xml',
} as const
export type ReportFormat = keyof typeof reportFormats

export const isReportFormat = (format: string): format is ReportFormat => Object.hasOwn(reportFormats, format)
