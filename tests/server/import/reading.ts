import { expect } from 'vitest'
import { isMessageKey } from '../../../core/i18n/translate.ts'
import { describeProblem, type Problem } from '../../../core/result/problem.ts'
import type { ImportedLayer, ImportOptions, NamedBytes } from '../../../server/import/record/imported.ts'
import { readFiles } from '../../../server/import/read-files.ts'

/** The layers of files that can be read. */
export async function layersOf(files: readonly NamedBytes[], options: ImportOptions = {}): Promise<ImportedLayer[]> {
  const read = await readFiles(files, options)
  if (!read.ok) throw new Error(describeProblem('en', read.problem))
  return read.value
}

/** The one layer of files that hold one. */
export async function layerOf(files: readonly NamedBytes[], options: ImportOptions = {}): Promise<ImportedLayer> {
  const [layer, ...others] = await layersOf(files, options)
  expect(others).toEqual([])
  return layer!
}

/** Why files cannot be read: a problem whose sentences are whole in both languages. */
export async function refusalOf(files: readonly NamedBytes[], options: ImportOptions = {}): Promise<Problem> {
  const read = await readFiles(files, options)
  if (read.ok) throw new Error(`read ${read.value.length} layers`)
  expectSentence(read.problem)
  return read.problem
}

export function expectSentence(problem: Problem): void {
  expect(isMessageKey(`problem.${problem.code}`)).toBe(true)
  for (const language of ['en', 'ar'] as const)
    expect(describeProblem(language, problem)).not.toMatch(/\{\w+\}|undefined/)
}

/** Codes of the notes, but for that two readers agree, which every sound shapefile has. */
export const codesOf = ({ notes }: Pick<ImportedLayer, 'notes'>): string[] =>
  notes.map(({ code }) => code).filter((code) => !/^read-twice(?:-area)?$/.test(code))
