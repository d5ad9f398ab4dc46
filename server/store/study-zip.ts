import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { unzip } from '../import/archive/zip.ts'

const limits = { files: 5_000, totalBytes: 2_000_000_000, depth: 1, ratio: 200 }
const member =
  /^(?:study\.json|history\.jsonl|history\/\d{1,15}\.json|layers\/[a-z0-9-]+\.geojson|originals\/[0-9a-f]{64}(?:\.json)?)$/

/** Whether a name is one of the files that a study consists of: `study.json`, its history, layers and originals. */
export const isStudyMember = (name: string): boolean => member.test(name)

/** Unpacks the zip of a study into `folder`; a study may lie at the top of the zip or in a folder of its own. `file` is what it is called. */
export async function unzipStudy(path: string, folder: string, file = basename(path)): Promise<Outcome<string>> {
  const isMember = (name: string): boolean => member.test(name) || member.test(withoutTop(name))
  const unzipped = await unzip({ name: file, bytes: await readFile(path) }, isMember, limits)
  if (!unzipped.ok) return unzipped
  const names = unzipped.value.files.map(({ name, bytes }) => ({ name: name.slice(file.length + 1), bytes }))
  const tops = new Set(names.map(({ name }) => (member.test(name) ? '' : name.slice(0, name.indexOf('/')))))
  if (tops.size !== 1) return refused(problem('study-zip-not-one', { file }))
  for (const { name, bytes } of names) {
    const to = join(folder, member.test(name) ? name : withoutTop(name))
    await mkdir(dirname(to), { recursive: true })
    await writeFile(to, bytes)
  }
  return done(folder)
}

const withoutTop = (name: string): string => name.slice(name.indexOf('/') + 1)
