/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

export function millisecondsOf(job: () => unknown): number {
  const start = performance.now()
  job()
  return performance.now() - start
}

/** Processor time of this thread and of those that help it, waiting not counted. */
export function processorMsOf(job: () => unknown): number {
  const start = process.cpuUsage()
  job()
  return process.cpuUsage(start).user / 1000
}

export const markdownRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Rows of cells as a Markdown table. */
export const markdown = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(markdownRow).join('\n')

export const inMs = (ms: number): string => (ms < 10 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en'))

export const asRatio = (ratio: number): string =>
  ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString('en')
