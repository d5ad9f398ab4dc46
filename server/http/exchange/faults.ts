/** Tells the operator of a bug of ours; the user gets the number of the request or job only. */
export type ReportBug = (error: unknown, id: string) => void

/** The one failure of the machine that a user can mend. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')
