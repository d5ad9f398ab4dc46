import type { LoggedJob } from './server-log.ts'

type Labels = Readonly<Record<string, string>>
type Family = {
  readonly name: string
  readonly help: string
  readonly kind: 'counter' | 'gauge' | 'histogram'
  readonly samples: readonly (readonly [suffix: string, labels: Labels, value: number])[]
}

export type Gauge = {
  readonly name: string
  readonly help: string
  readonly kind?: 'counter'
  readonly values: readonly (readonly [labels: Labels, value: number])[]
}

export type Metrics = ReturnType<typeof keepMetrics>

/** Upper ends of the classes of durations, in seconds. */
const ends = [0.005, 0.02, 0.1, 0.25, 1, 5, 30, 120]

/** Counts of what was asked and done since the start, as the text that Prometheus reads. */
export function keepMetrics() {
  const requests = counts()
  const jobs = counts()
  const requestSeconds = durations()
  const jobSeconds = durations()

  return {
    /** `route` is an address as it is declared, so that there are not more of them than addresses. */
    request(method: string, route: string, status: number, seconds: number): void {
      requests.add({ method, route, status: String(status) }, 1)
      requestSeconds.add({ route }, seconds)
    },

    job({ kind, state, ms }: LoggedJob): void {
      jobs.add({ kind, state }, 1)
      jobSeconds.add({ kind }, ms / 1000)
    },

    /** All counts, and `gauges` as they stand now. */
    text: (gauges: readonly Gauge[]): string =>
      [
        family('basilia_requests_total', 'counter', 'Requests answered', requests.samples()),
        family('basilia_request_seconds', 'histogram', 'Time to the end of the answer', requestSeconds.samples()),
        family('basilia_jobs_total', 'counter', 'Pieces of work that have ended', jobs.samples()),
        family('basilia_job_seconds', 'histogram', 'Time from asking for work to its end', jobSeconds.samples()),
        ...gauges.map(({ name, help, kind = 'gauge' as const, values }) =>
          family(
            name,
            kind,
            help,
            values.map(([labels, value]) => ['', labels, value] as const),
          ),
        ),
      ]
        .map(textOf)
        .join(''),
  }
}

const family = (name: string, kind: Family['kind'], help: string, samples: Family['samples']): Family => ({
  name,
  kind,
  help,
  samples,
})

function counts() {
  const byLabels = new Map<string, { readonly labels: Labels; value: number }>()
  return {
    add(labels: Labels, by: number): void {
      const key = JSON.stringify(labels)
      const own = byLabels.get(key)
      if (own) own.value += by
      else byLabels.set(key, { labels, value: by })
    },
    samples: (): Family['samples'] => [...byLabels.values()].map(({ labels, value }) => ['', labels, value]),
  }
}

function durations() {
  const byLabels = new Map<string, { readonly labels: Labels; readonly under: number[]; count: number; sum: number }>()
  return {
    add(labels: Labels, seconds: number): void {
      const key = JSON.stringify(labels)
      const own = byLabels.get(key) ?? { labels, under: ends.map(() => 0), count: 0, sum: 0 }
      byLabels.set(key, own)
      own.count++
      own.sum += seconds
      for (const [i, end] of ends.entries()) if (seconds <= end) own.under[i]!++
    },
    samples: (): Family['samples'] =>
      [...byLabels.values()].flatMap(({ labels, under, count, sum }) => [
        ...under.map((value, i) => ['_bucket', { ...labels, le: String(ends[i]) }, value] as const),
        ['_bucket', { ...labels, le: '+Inf' }, count] as const,
        ['_sum', labels, sum] as const,
        ['_count', labels, count] as const,
      ]),
  }
}

function textOf({ name, help, kind, samples }: Family): string {
  const lines = samples.map(([suffix, labels, value]) => {
    const said = Object.entries(labels).map(([label, text]) => `${label}="${text.replaceAll(/[\\"\n]/g, escaped)}"`)
    return `${name}${suffix}${said.length > 0 ? `{${said.join(',')}}` : ''} ${value}\n`
  })
  return `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${lines.join('')}`
}

const escaped = (sign: string): string => (sign === '\n' ? '\\n' : `\\${sign}`)
