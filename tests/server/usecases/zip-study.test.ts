import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zipStudy } from '../../../server/usecases/zip-study.ts'
import { backUpWorkspace } from '../../../server/usecases/back-up-workspace.ts'
import { openStudy } from '../../../server/store/open-study.ts'
import { fileURLToPath } from 'node:url'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basilia-zip-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a study of which a file is a folder, or a link to itself, is told and not a fault of ours', async () => {
  const opened = await openStudy('marota-city')
  if (!opened.ok) throw new Error(opened.problem.code)
  const { study } = opened.value
  const loop = join(folder, 'loop')
  await symlink(loop, loop)
  const codeOf = async (path: string): Promise<string | null> => {
    const zipped = await zipStudy({ study, files: [{ name: 'originals/a', path }], to: join(folder, 'study.zip') })
    return zipped.ok ? null : zipped.problem.code
  }
  expect(await codeOf(folder)).toBe('study-unreadable')
  expect(await codeOf(loop)).toBe('study-file-missing')
  expect(await codeOf(join(folder, 'none'))).toBe('study-file-missing')
})

test('a backup copies a study as it lies whose list of loaded files is broken', async () => {
  const workspace = join(folder, 'broken-list')
  const study = join(workspace, 'qaboun')
  await cp(fileURLToPath(new URL('../../../data/qaboun', import.meta.url)), study, { recursive: true })
  const { layers } = JSON.parse(await readFile(join(study, 'study.json'), 'utf8')) as { layers: { sha256: string }[] }
  await mkdir(join(study, 'originals'))
  await writeFile(join(study, 'originals', `${layers[0]!.sha256}.json`), '[')
  const made = await backUpWorkspace(workspace, join(folder, 'broken-list-copy'))
  expect(made).toMatchObject({ ok: true, value: { studies: [], unreadable: ['qaboun'] } })
})

test('a backup copies a study as it lies of which a file is a link to itself, and goes on with the others', async () => {
  const workspace = join(folder, 'workspace')
  const data = fileURLToPath(new URL('../../../data/', import.meta.url))
  for (const id of ['marota-city', 'qaboun']) await cp(join(data, id), join(workspace, id), { recursive: true })
  const [layer] = (await readdir(join(workspace, 'marota-city', 'layers'))).toSorted()
  const file = join(workspace, 'marota-city', 'layers', layer!)
  await rm(file)
  await symlink(file, file)
  const made = await backUpWorkspace(workspace, join(folder, 'backup'))
  expect(made).toMatchObject({ ok: true, value: { studies: ['qaboun'], unreadable: ['marota-city'] } })
})
