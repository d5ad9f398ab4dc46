import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { done } from '../../../core/result/outcome.ts'
import { addLayer } from '../../../core/layers/layer-set.ts'
import type { LayerDraft } from '../../../core/layers/build-layer.ts'
import { newStudy } from '../../../core/model/new-study.ts'
import { openFolderStore } from '../../../server/store/folder-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { conformsAsStore } from './store-conformance.ts'

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

  conformsAsStore(() => ({
    open: (limits) => openFolderStore(workspace, join(workspace, '.bundled'), limits),
    bundledFolder: join(workspace, '.bundled'),
  }))
})
