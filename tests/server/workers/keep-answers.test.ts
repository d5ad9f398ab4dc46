import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { problem } from '../../../core/result/problem.ts'
import { openStudy } from '../../../server/store/open-study.ts'
import { answerFolder } from '../../../server/store/answer-folder.ts'
import { keepAnswers } from '../../../server/workers/keep-answers.ts'
import { startTaskRunner } from '../../../server/workers/task-runner.ts'

let path: string
beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'basilia-answers-'))
})
afterAll(() => rm(path, { recursive: true, force: true }))

test('an answer is found once for the same question, and anew for any other', () => {
  const memo = keepAnswers()
  let found = 0
  const ask = (...question: Parameters<typeof memo>[0]): number => memo(question, () => ++found)
  expect(ask('draws', 1, Float64Array.of(1, 2))).toBe(1)
  expect(ask('draws', 1, Float64Array.of(1, 2))).toBe(1)
  const others = [
    ['draws', 1, Float64Array.of(1, 3)],
    ['draws', 1, Float64Array.of(1), Float64Array.of(2)],
    ['draws', '1', Float64Array.of(1, 2)],
    ['draw', 's1', Float64Array.of(1, 2)],
    ['draws', 1, Float64Array.of(1, 2), Int32Array.of()],
    ['draws', 1, Float64Array.of(1, -0), 0],
    ['draws', 1, Float64Array.of(1, 0), 0],
  ]
  expect(others.map((question) => ask(...question))).toEqual([2, 3, 4, 5, 6, 7, 8])
})

test('an answer that cannot be put in its place leaves nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'basilia-answers-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'b.answer', 'taken'), { recursive: true })
  answerFolder(folder).write('b', { found: 1 })
  expect(await readdir(folder)).toEqual(['b.answer'])
  expect(answerFolder(folder).read('b')).toBeUndefined()
})

test('a file of the folder that is no answer is as if it were not there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'basilia-answers-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const answers = answerFolder(folder)
  answers.write('a', new Float64Array(500))
  expect([answers.has('a'), answers.has('b')]).toEqual([true, false])
  await truncate(join(folder, 'a.answer'), 1_000)
  expect(answers.read('a')).toBeUndefined()
  answers.write('a', { found: 1 })
  expect(answers.read('a')).toEqual({ found: 1 })
})

test('what fails is not kept', () => {
  const memo = keepAnswers()
  expect(() =>
    memo(['a'], () => {
      throw new Error('cancelled')
    }),
  ).toThrow('cancelled')
  expect(memo(['a'], () => 5)).toBe(5)
})

test('what would take more than is allowed is dropped, that asked for longest ago first', () => {
  const memo = keepAnswers({ most: 10_000 })
  const isKnown = (name: string, count: number): boolean => {
    let known = true
    memo([name], () => {
      known = false
      return new Float64Array(count)
    })
    return known
  }
  const requested = ['a', 'b', 'a', 'c', 'a', 'b'].map((name) => isKnown(name, 500))
  expect(requested).toEqual([false, false, true, false, true, false])
  expect(isKnown('too large for any', 2_000)).toBe(false)
  expect(isKnown('too large for any', 2_000)).toBe(false)
  expect(isKnown('b', 500)).toBe(true)
})

test('a folder gives others the same bits, drops the oldest, and does without what cannot be read', async () => {
  const [one, other] = [answerFolder(path, 10_000), answerFolder(path, 10_000)]
  const answer = { areaM2: Float64Array.of(0.1, -0, NaN), sets: [[[0], []]] }
  one.write('a', answer)
  expect(other.read('a')).toEqual(answer)
  expect(other.read('b')).toBeUndefined()
  one.write('large', new Float64Array(2_000))
  expect(other.read('large')).toBeUndefined()
  for (const key of ['c', 'd', 'e']) one.write(key, new Float64Array(500))
  expect((await readdir(path)).length).toBeLessThan(4)
  expect(other.read('e')).toEqual(new Float64Array(500))
  await rm(path, { recursive: true })
  expect(other.read('e')).toBeUndefined()
  other.write('f', 1)
  expect(one.read('f')).toBe(1)
  await rm(path, { recursive: true })
  await writeFile(path, 'no folder')
  one.write('g', 1)
  expect(one.read('g')).toBeUndefined()
  await rm(path)
})

test('what one process has drawn the others know, until the runner ends', async () => {
  const opened = await openStudy('basilia-city')
  if (!opened.ok) throw new Error(opened.problem.code)
  const { study, paths } = opened.value
  const runner = startTaskRunner({
    limitOf: () => ({ seconds: 300, late: problem('task-too-long', { seconds: 300 }) }),
    answersIn: path,
  })
  const ask = async (seed: number): Promise<{ readonly doing: Set<string>; readonly outcome: unknown }> => {
    const doing = new Set<string>()
    const progress = (_: number, what: string): void => void doing.add(what)
    const request = { draws: 400, seed }
    return { outcome: await runner.run('measure-study', { study, paths, request }, { progress }), doing }
  }
  try {
    const first = await ask(1)
    expect(first.doing).toContain('page.work.drawing')
    // Two at once take a process each.
    for (const { doing, outcome } of await Promise.all([ask(1), ask(1)])) {
      expect(doing).not.toContain('page.work.drawing')
      expect(outcome).toEqual(first.outcome)
    }
    expect((await ask(2)).doing).toContain('page.work.drawing')
  } finally {
    await runner.close()
    await opened.value.close()
  }
  await expect(readdir(path)).rejects.toThrow('ENOENT')
})
