import { describe, expect, test } from 'vitest'
import { done, refused, type Outcome } from '../../../../core/result/outcome.ts'
import { problem } from '../../../../core/result/problem.ts'
import type { TaskContext } from '../../../../core/parallel/worker-pool.ts'
import { keepJobs } from '../../../../server/http/exchange/jobs.ts'

/** Work that ends when it is told to, or is cancelled. */
function slow() {
  let end: (outcome: Outcome<string>) => void = () => {}
  const run = ({ signal, progress }: TaskContext): Promise<Outcome<string>> =>
    new Promise((resolve) => {
      progress?.(0.5, 'timeline.measuring')
      end = resolve
      signal!.addEventListener('abort', () => resolve(refused(problem('job-cancelled'))))
    })
  return { run, end: (outcome: Outcome<string>) => end(outcome) }
}

const nothingWrong = {
  bug(error: unknown): never {
    throw error
  },
  job() {},
}

describe('jobs', () => {
  test('one that was told of can be found to its end and after it, with its result', async () => {
    const jobs = keepJobs<string>(nothingWrong)
    const work = slow()
    const { id, finished, tell } = jobs.start('k', 'a', work.run)
    expect(tell()).toMatchObject({ id, kind: 'k', state: 'queued', progress: 0 })
    const seen: string[] = []
    const stop = jobs.watch(id, ({ state, progress, message }) => seen.push(`${state} ${progress} ${message}`))
    await Promise.resolve()
    work.end(done('result'))
    expect(await finished).toEqual(done('result'))
    stop()
    expect(seen).toEqual(['running 0.5 Measuring each date', 'done 1 Measuring each date'])
    expect(jobs.find(id)).toMatchObject({ ok: true, value: { state: 'done', value: 'result' } })
  })

  test('one that nobody was told of is forgotten at its end', async () => {
    const jobs = keepJobs<string>(nothingWrong)
    const { id, finished } = jobs.start('k', 'a', async () => done('result'))
    await finished
    expect(jobs.find(id)).toMatchObject({ ok: false, problem: { code: 'job-not-found' } })
  })

  test('the same work is done once; it is cancelled when the last who wanted it leaves', async () => {
    const jobs = keepJobs<string>(nothingWrong)
    const work = slow()
    const first = jobs.start('k', 'a', work.run)
    const second = jobs.start('k', 'a', () => Promise.reject(new Error('done twice')))
    expect(second.id).toBe(first.id)
    await Promise.resolve()
    first.leave()
    expect(jobs.find(first.id)).toMatchObject({ ok: true, value: { state: 'running' } })
    second.leave()
    const third = jobs.start('k', 'a', async () => done('anew'))
    expect(third.id).not.toBe(first.id)
    expect(await first.finished).toMatchObject({ problem: { code: 'job-cancelled' } })
    expect(await third.finished).toEqual(done('anew'))
  })

  test('a bug is reported with the number that the user is told, and the job fails', async () => {
    const reported: unknown[] = []
    const jobs = keepJobs<string>({ ...nothingWrong, bug: (error, id) => reported.push([String(error), id]) })
    const { id, finished, tell } = jobs.start('k', 'a', () => Promise.reject(new Error('a bug')))
    tell()
    expect(await finished).toMatchObject({ ok: false, problem: { code: 'internal', values: { requestId: id } } })
    expect(reported).toEqual([['Error: a bug', id]])
    expect(jobs.find(id)).toMatchObject({ ok: true, value: { state: 'failed' } })
  })

  test('a full disk is no bug', async () => {
    const jobs = keepJobs<string>(nothingWrong)
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' })
    expect(await jobs.start('k', 'a', () => Promise.reject(full)).finished).toMatchObject({
      problem: { code: 'disk-full' },
    })
  })
})
