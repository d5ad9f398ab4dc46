import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { trusted } from '../../../server/base-map/base-map.ts'
import { comparesOthers, exportFormats, type ExportFormat } from '../../../core/options/export-options.ts'
import {
  runJob,
  type WorkerPool,
  type JobName,
  type Jobs,
  type TaskContext,
} from '../../../core/parallel/worker-pool.ts'
import type { Outcome } from '../../../core/result/outcome.ts'
import type { ReportStyle } from '../../../core/report/report-style.ts'
import { defaultLayout } from '../../../core/sheet/sheet-layout.ts'
import { openStudy, type OpenStudy } from '../../../server/store/open-study.ts'
import { compareMeasured } from '../../../server/usecases/compare-measured.ts'
import { makeExport } from '../../../server/usecases/make-export.ts'
import { makeSheet } from '../../../server/usecases/make-sheet.ts'
import { measureStored } from '../../../server/usecases/measure-study.ts'
import { publishedStored } from '../../../server/usecases/published-study.ts'
import { timelineStored } from '../../../server/usecases/timeline-study.ts'
import { uncertaintyStored } from '../../../server/usecases/uncertainty-study.ts'
import { writeReport } from '../../../server/usecases/make-report.ts'
import { keepAnswers } from '../../../server/workers/keep-answers.ts'

const measuring = { draws: 20, seed: 1 }

/** Threads that do their work in this one, and write down what was drawn and what was walked. */
function countingPool(): { readonly pool: WorkerPool; readonly drawn: string[]; readonly walked: string[] } {
  const drawn: string[] = []
  const walked: string[] = []
  return {
    drawn,
    walked,
    pool: {
      isShared: true,
      runAll<Name extends JobName>(name: Name, input: Jobs[Name]['input'], parts: number) {
        if (name === 'drawBlock') drawn.push(digestOf(input))
        if (name === 'sumBlock') walked.push(digestOf((input as Jobs['sumBlock']['input']).packed))
        return Array.from({ length: parts }, (_, part) => runJob(name, input, part))
      },
    },
  }
}

/** Of plain data, typed arrays by what they hold. */
const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value, (_, own: unknown) => (ArrayBuffer.isView(own) ? [...(own as Float64Array)] : own)))
    .digest('hex')

const repeats = (questions: readonly string[]): number => questions.length - new Set(questions).size

/** The value; a refusal fails the test. */
async function made<Value>(requested: Promise<Outcome<Value>>): Promise<Value> {
  const outcome = await requested
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}

describe('each question is drawn and walked once', () => {
  let studies: readonly OpenStudy[]
  beforeAll(async () => {
    studies = await Promise.all(['basilia-city', 'qaboun', 'baba-amr'].map((id) => made(openStudy(id))))
  })
  afterAll(async () => {
    for (const study of studies) await study.close()
  })

  const report = (work: TaskContext, style: ReportStyle = 'full') => {
    const [own, ...others] = studies as [OpenStudy, ...OpenStudy[]]
    return made(writeReport({ ...own, others, report: { language: 'en', style, measuring } }, work))
  }
  const exported = async (format: ExportFormat, work: TaskContext) => {
    const [own, ...others] = studies as [OpenStudy, ...OpenStudy[]]
    const request = { format, language: 'en', pieces: 'combination', separator: 'comma', fields: [] } as const
    const measurement = await made(measureStored({ ...own, request: measuring }, work))
    return made(makeExport({ ...own, others: comparesOthers(format) ? others : [], measurement, request }, work))
  }
  const sheet = (pages: 'dates' | 'studies', work: TaskContext) => {
    const [own, ...others] = studies as [OpenStudy, ...OpenStudy[]]
    const requested = {
      format: 'svg',
      language: 'en',
      layout: defaultLayout,
      dpi: 96,
      standard: 'ua-1',
      baseMap: trusted('none'),
    } as const
    return made(
      makeSheet({ ...own, beside: pages === 'studies' ? others : [], sheet: { ...requested, pages, measuring } }, work),
    )
  }
  const compared = (work: TaskContext) => {
    const pathsOf = new Map(studies.map(({ study, paths }) => [study, paths]))
    return made(
      compareMeasured(
        [...pathsOf.keys()],
        measuring,
        {
          measure: (study, request, own) => measureStored({ study, paths: pathsOf.get(study)!, request }, own),
          publish: (study, at, drawing, own) =>
            publishedStored({ study, paths: pathsOf.get(study)!, at, ...drawing }, own),
        },
        work,
      ),
    )
  }
  const timeline = (work: TaskContext) => made(timelineStored({ ...studies[0]!, request: measuring }, work))
  const uncertainty = (work: TaskContext) => made(uncertaintyStored({ ...studies[0]!, request: measuring }, work))

  const requested: Readonly<Record<string, (work: TaskContext) => Promise<unknown>>> = {
    report: (work) => report(work),
    'brief report': (work) => report(work, 'brief'),
    'sheets of the days': (work) => sheet('dates', work),
    'sheets of several studies': (work) => sheet('studies', work),
    ...Object.fromEntries(
      (Object.keys(exportFormats) as ExportFormat[]).map((format) => [
        `export.${format}`,
        (work: TaskContext) => exported(format, work),
      ]),
    ),
    comparison: compared,
    timeline,
    uncertainty,
  }

  test.each(Object.entries(requested))('of one %s', async (_, ask) => {
    const { pool, drawn, walked } = countingPool()
    await ask({ pool, memo: keepAnswers() })
    expect(drawn.length).toBeGreaterThan(0)
    expect(walked.length).toBeGreaterThan(0)
    expect(repeats(drawn)).toBe(0)
    expect(repeats(walked)).toBe(0)
  })

  test('and the count would tell: a report that keeps nothing asks again', async () => {
    const { pool, drawn, walked } = countingPool()
    await report({ pool })
    expect(repeats(drawn)).toBeGreaterThan(0)
    expect(repeats(walked)).toBeGreaterThan(0)
  })

  test('a brief report draws its figures and the changes that it tells of, and nothing else', async () => {
    const memo = keepAnswers()
    const asked = countingPool()
    const { study, paths } = studies[0]!
    await made(
      measureStored({ study, paths, request: { ...measuring, unitIntervals: false } }, { pool: asked.pool, memo }),
    )
    await made(timelineStored({ study, paths, request: { ...measuring, only: 'changes' } }, { pool: asked.pool, memo }))
    const brief = countingPool()
    await report({ pool: brief.pool, memo }, 'brief')
    expect(brief.drawn).toEqual([])
    const alone = countingPool()
    await report({ pool: alone.pool, memo: keepAnswers() }, 'brief')
    expect(alone.drawn.length).toBeGreaterThan(1)
    expect(new Set(asked.drawn)).toEqual(new Set([...asked.drawn, ...alone.drawn]))
    const full = countingPool()
    await report({ pool: full.pool, memo: keepAnswers() })
    expect(alone.drawn.length).toBeLessThan(full.drawn.length)
  })

  test('what the page has asked the report, the sheet and the tables do not draw again', async () => {
    const memo = keepAnswers()
    const page = countingPool()
    for (const { study, paths } of studies) {
      await made(measureStored({ study, paths, request: measuring }, { pool: page.pool, memo }))
      await made(publishedStored({ study, paths, at: study.asOf, ...measuring }, { pool: page.pool, memo }))
    }
    for (const ask of [timeline, uncertainty, compared]) await ask({ pool: page.pool, memo })
    const after = countingPool()
    const work = { pool: after.pool, memo }
    const kept = await report(work)
    await sheet('studies', work)
    await exported('xlsx', work)
    expect(page.drawn.length).toBeGreaterThan(20)
    expect(after.drawn).toEqual([])
    expect(kept).toEqual(await report({ pool: after.pool }))
  })
})
