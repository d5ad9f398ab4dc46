import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { done, refused } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { addLayer } from '../../../core/layers/layer-set.ts'
import type { LayerDraft } from '../../../core/layers/build-layer.ts'
import { newStudy } from '../../../core/model/new-study.ts'
import { openFolderStore } from '../../../server/store/folder-store.ts'
import type { Store } from '../../../server/store/store.ts'

const draft: Omit<LayerDraft, 'name' | 'sha256'> = {
  role: 'context',
  title: { en: 'Layer' },
  geometryType: 'polygon',
  evenOdd: 'polygon',
  classes: [],
  crs: { code: 'EPSG:4326', name: 'WGS 84', operation: null, accuracyM: 0, shiftM: 0 },
  encoding: null,
  method: 'unknown',
  schematic: false,
  features: 0,
  extent: null,
  notes: [],
}

describe('studies in folders', () => {
  let workspace = ''
  let store: Store
  beforeEach(async () => {
    workspace = await mkdtemp(join(tmpdir(), 'basilia-store-'))
    store = await openFolderStore(workspace, join(workspace, 'no-bundled-studies'))
    await store.create(newStudy('s', { en: 'S' }))
  })
  afterEach(() => rm(workspace, { recursive: true }))

  const titled = (title: string) =>
    store.change('s', null, (study) => done({ study: { ...study, title: { en: title } } }))

  test('a change counts the revision up and is there for whoever opens the workspace next', async () => {
    const changed = await titled('T')
    expect(changed).toMatchObject({ ok: true, value: { revision: 2, title: { en: 'T' } } })
    const again = await openFolderStore(workspace, join(workspace, 'none'))
    expect(await again.read('s')).toEqual(changed)
  })

  test('a refused change writes nothing', async () => {
    const before = await store.read('s')
    expect((await store.change('s', null, () => refused(problem('study-changed', { id: 's' })))).ok).toBe(false)
    expect((await store.change('s', 7, (study) => done({ study }))).ok).toBe(false)
    expect(await store.read('s')).toEqual(before)
  })

  test('changes at the same moment, from two programs on one workspace, are all kept', async () => {
    const other = await openFolderStore(workspace, join(workspace, 'none'))
    const added = (by: Store, date: string) =>
      by.change('s', null, (study) =>
        done({ study: { ...study, events: [...study.events, { date, title: { en: date }, kind: 'other' as const }] } }),
      )
    const days = Array.from({ length: 20 }, (_, i) => `2018-01-${String(i + 1).padStart(2, '0')}`)
    for (const [i, day] of days.entries()) await added(i % 2 === 0 ? store : other, day)
    const read = await store.read('s')
    expect(read.ok && read.value.events.map(({ date }) => date)).toEqual(days)
    expect(read.ok && read.value.revision).toBe(21)
    await Promise.all(days.map((day) => added(store, day)))
    const after = await store.read('s')
    expect(after.ok && after.value.events).toHaveLength(40)
  })

  /** Loads a layer of so many bytes, whose features nobody reads here. */
  async function loadLayer(by: Store, name: string, bytes: number): Promise<void> {
    const from = join(workspace, '.incoming', name)
    await writeFile(from, 'x'.repeat(bytes))
    const loaded = await by.change('s', null, (study) => {
      const added = addLayer(study, { ...draft, name, sha256: createHash('sha256').update(name).digest('hex') })
      if (!added.ok) return added
      return done({ study: added.value.study, incoming: [{ from, file: added.value.layer.file }] })
    })
    if (!loaded.ok) throw new Error(loaded.problem.code)
  }
  const removeLayers = (by: Store) => by.change('s', null, (study) => done({ study: { ...study, layers: [] } }))
  const layersOf = async () => (await readdir(join(workspace, 's', 'layers'))).toSorted()

  test('what was removed is kept for so many changes, and not for one less', async () => {
    const limited = await openFolderStore(workspace, join(workspace, 'none'), { changes: 3, bytes: 1e9 })
    await loadLayer(limited, 'gone', 10)
    await removeLayers(limited)
    // A layer of the same name gets another file.
    await loadLayer(limited, 'gone', 20)
    await titled('1')
    expect(await layersOf()).toEqual(['gone-2.geojson', 'gone.geojson'])
    await limited.change('s', null, (study) => done({ study: { ...study, title: { en: '2' } } }))
    expect(await layersOf()).toEqual(['gone-2.geojson'])
    for (let i = 0; i < 3; i++) expect((await limited.step('s', null, 'undo')).ok).toBe(true)
    expect(await limited.step('s', null, 'undo')).toMatchObject({ ok: false, problem: { code: 'nothing-to-undo' } })
    for (let i = 0; i < 3; i++) expect((await limited.step('s', null, 'redo')).ok).toBe(true)
    const after = await limited.read('s')
    expect(after.ok && [after.value.title.en, after.value.layers.map(({ file }) => file)]).toEqual([
      '2',
      ['layers/gone-2.geojson'],
    ])
  })

  test('what was removed is kept up to so many bytes, the latest first', async () => {
    const limited = await openFolderStore(workspace, join(workspace, 'none'), { changes: 100, bytes: 100 })
    await loadLayer(limited, 'large', 90)
    await removeLayers(limited)
    expect(await layersOf()).toEqual(['large.geojson'])
    await loadLayer(limited, 'small', 50)
    await removeLayers(limited)
    expect(await layersOf()).toEqual(['small.geojson'])
    expect((await limited.step('s', null, 'undo')).ok).toBe(true)
    expect(await limited.history('s')).toMatchObject({ ok: true, value: { fault: null, entries: { length: 5 } } })
  })

  test('the lock of a program that died is taken over', async () => {
    await writeFile(join(workspace, 's', '.lock'), '999999999')
    expect((await titled('T')).ok).toBe(true)
    expect(await readdir(join(workspace, 's'))).toEqual(['history', 'history.jsonl', 'layers', 'study.json'])
  })

  test('what a crash left half-made long ago is swept, what is young is not', async () => {
    await mkdir(join(workspace, '.new-x-1'))
    await mkdir(join(workspace, '.deleted-y-1'))
    await mkdir(join(workspace, '.new-z-1'))
    const longAgo = new Date(Date.now() - 2 * 3_600_000)
    await utimes(join(workspace, '.new-x-1'), longAgo, longAgo)
    await utimes(join(workspace, '.deleted-y-1'), longAgo, longAgo)
    await openFolderStore(workspace, join(workspace, 'none'))
    expect((await readdir(workspace)).sort()).toEqual(['.incoming', '.new-z-1', 's'])
  })

  test('a folder copied by hand is a study under its own name', async () => {
    await mkdir(join(workspace, 'copy'))
    const study = await store.read('s')
    await writeFile(join(workspace, 'copy', 'study.json'), JSON.stringify(study.ok && study.value))
    expect(await store.read('copy')).toMatchObject({ ok: true, value: { id: 'copy', title: { en: 'S' } } })
    const { studies } = await store.list()
    expect(studies.map(({ study: { id }, origin }) => [id, origin])).toEqual([
      ['copy', 'own'],
      ['s', 'own'],
    ])
  })

  test('an id that is no id reads nothing', async () => {
    for (const id of ['..', '.', '', 'S', 's/../s', '.incoming', 's\0']) {
      expect(await store.read(id)).toMatchObject({ ok: false, problem: { code: 'study-not-found' } })
    }
  })
})
