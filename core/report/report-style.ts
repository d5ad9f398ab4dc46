/** How much of a report is written: all of it, or its first page, its figures, what follows from them, and the sources. */
export const reportStyles = ['full', 'brief'] as const
export type ReportStyle = (typeof reportStyles)[number]
