/** Tells the operator of a bug of ours; the user gets the number of the request or job only. */
export type ReportBug = (error: unknown, id: string) => void
