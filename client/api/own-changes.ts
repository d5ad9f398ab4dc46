let underWay = 0
let endedAt = Number.NEGATIVE_INFINITY

/** So long the page may take to read what its own change has made. */
const settlingMs = 30_000

/** Marks a request as a change of the page's own. */
export async function asOwnChange<T>(work: Promise<T>): Promise<T> {
  underWay++
  try {
    return await work
  } finally {
    underWay--
    endedAt = performance.now()
  }
}

/** Whether a new revision may well be the page's own doing. */
export const mayBeOwnChange = (): boolean => underWay > 0 || performance.now() - endedAt < settlingMs
