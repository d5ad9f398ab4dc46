import { createHash, randomUUID } from 'node:crypto'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addLayer } from '../../../core/layers/layer-set.ts'
import type { LayerDraft } from '../../../core/layers/build-layer.ts'
import { newStudy } from '../../../core/model/new-study.ts'
import type { Study } from '../../../core/model/study.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import { listOriginals } from '../../../server/store/originals.ts'
import type { Store } from '../../../server/store/store.ts'
import type { HistoryLimits } from '../../../server/store/study-history.ts'
import { publicationTag } from '../../../server/store/workspace-publication.ts'

/** How stores of one kind are opened on the same studies, as by several servers. */
export type Opener = {
  open(limits?: HistoryLimits): Promise<Store>
  /** Where the studies lie that come with the program. */
  readonly bundledFolder: string
}

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

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Loads a layer with `text` for its features, which nobody reads here, and with the file that it was loaded from. */
async function loadLayer(by: Store, id: string, name: string, text: string, original = `of ${name}`): Promise<Study> {
  const put = async (content: string): Promise<string> => {
    const path = join(by.incomingFolder, randomUUID())
    await writeFile(path, content)
    return path
  }
  const list = listOriginals([{ name: `${name}.geojson`, sha256: sha256(original) }])
  const from = [await put(text), await put(original), await put(list.text)]
  const loaded = await by.change(id, null, (study) => {
    const added = addLayer(study, { ...draft, name, sha256: list.sha256 })
    if (!added.ok) return added
    const to = [added.value.layer.file, `originals/${sha256(original)}`, `originals/${list.sha256}.json`]
    return done({ study: added.value.study, incoming: to.map((file, i) => ({ from: from[i]!, file })) })
  })
  if (!loaded.ok) throw new Error(loaded.problem.code)
  return loaded.value
}

const titled = (by: Store, id: string, title: string, revision: number | null = null): Promise<Outcome<Study>> =>
  by.change(id, revision, (study) => done({ study: { ...study, title: { en: title } } }))

const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.problem.code)
const valueOf = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}

/** What holds of every store. `opener` is asked when tests run, each in studies of its own. */
export function conformsAsStore(opener: () => Opener): void {
  const open = (limits?: HistoryLimits): Promise<Store> => opener().open(limits)
  /** A store with a new study. */
  async function withStudy(limits?: HistoryLimits): Promise<{ store: Store; id: string }> {
    const store = await open(limits)
    const id = `s${randomUUID().slice(0, 8)}`
    valueOf(await store.create(newStudy(id, { en: 'S' })))
    return { store, id }
  }

  test('a change counts the revision up and is there for whoever opens the studies next', async () => {
    const { store, id } = await withStudy()
    const changed = await titled(store, id, 'T')
    expect(changed).toMatchObject({ ok: true, value: { revision: 2, title: { en: 'T' } } })
    expect(await (await open()).read(id)).toEqual(changed)
  })

  test('a study is made once', async () => {
    const { store, id } = await withStudy()
    expect(codeOf(await store.create(newStudy(id, { en: 'Again' })))).toBe('study-exists')
    const other = await open()
    const both = await Promise.all([store, other].map((by) => by.create(newStudy(`${id}-b`, { en: 'B' }))))
    expect(both.map(codeOf).toSorted()).toEqual(['done', 'study-exists'])
  })

  test('a refused change writes nothing', async () => {
    const { store, id } = await withStudy()
    const before = await store.read(id)
    expect((await store.change(id, null, () => refused(problem('study-changed', { id })))).ok).toBe(false)
    expect((await store.change(id, 7, (study) => done({ study }))).ok).toBe(false)
    expect(await store.read(id)).toEqual(before)
    expect(valueOf(await store.history(id)).entries).toEqual([])
  })

  test('of changes that were all made of one revision, by two servers, one is kept', async () => {
    const { store, id } = await withStudy()
    const other = await open()
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, i) => titled(i % 2 === 0 ? store : other, id, `T ${i}`, 1)),
    )
    const codes = all.map(codeOf)
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(codes.filter((code) => code === 'revision-stale')).toHaveLength(11)
    const kept = valueOf(all.find(({ ok }) => ok)!)
    expect(valueOf(await store.read(id))).toEqual(kept)
    expect(valueOf(await other.read(id))).toEqual(kept)
  })

  test('changes at the same moment, from two servers, are all kept', async () => {
    const { store, id } = await withStudy()
    const other = await open()
    const added = (by: Store, date: string) =>
      by.change(id, null, (study) =>
        done({ study: { ...study, events: [...study.events, { date, title: { en: date }, kind: 'other' as const }] } }),
      )
    const days = Array.from({ length: 16 }, (_, i) => `2018-01-${String(i + 1).padStart(2, '0')}`)
    const made = await Promise.all(days.map((day, i) => added(i % 2 === 0 ? store : other, day)))
    expect(made.map(codeOf)).toEqual(days.map(() => 'done'))
    const read = valueOf(await other.read(id))
    expect(read.events.map(({ date }) => date).toSorted()).toEqual(days)
    expect(read.revision).toBe(17)
    const { entries, fault } = valueOf(await store.history(id))
    expect([entries.length, fault]).toEqual([16, null])
  })

  test('the bytes of layers and of the files they were loaded from are given back as they came', async () => {
    const { store, id } = await withStudy()
    const text = `"quotes' $1 \\ \u0000 ${'x'.repeat(9_000_000)}"; DROP TABLE study; --`
    const study = await loadLayer(store, id, 'large', text, 'the file')
    for (const by of [store, await open()]) {
      expect(await readFile(await by.layerPath(study, 'layers/large.geojson'), 'utf8')).toBe(text)
      const [own, ...more] = valueOf(await by.originals(study, study.layers[0]!.sha256))
      expect([own!.name, more]).toEqual(['large.geojson', []])
      expect(await readFile(own!.path, 'utf8')).toBe('the file')
      expect(valueOf(await by.files(study)).map(({ name }) => name)).toEqual([
        'layers/large.geojson',
        ...[`originals/${sha256('the file')}`, `originals/${study.layers[0]!.sha256}.json`].toSorted(),
      ])
      const withHistory = valueOf(await by.files(study, true)).map(({ name }) => name)
      expect(withHistory).toEqual(expect.arrayContaining(['history.jsonl', 'history/1.json']))
    }
    expect(study.layers[0]!.fileSha256).toBe(sha256(text))
  })

  test('undo and redo go through the changes of every server', async () => {
    const { store, id } = await withStudy()
    const other = await open()
    await loadLayer(store, id, 'first', 'one')
    await titled(other, id, 'T')
    expect(valueOf(await store.step(id, 3, 'undo')).title.en).toBe('S')
    expect(codeOf(await other.step(id, 3, 'undo'))).toBe('revision-stale')
    expect(valueOf(await other.step(id, 4, 'undo')).layers).toEqual([])
    expect(codeOf(await store.step(id, null, 'undo'))).toBe('nothing-to-undo')
    const again = valueOf(await store.step(id, null, 'redo'))
    expect(await readFile(await other.layerPath(again, 'layers/first.geojson'), 'utf8')).toBe('one')
    expect(valueOf(await other.step(id, null, 'redo')).title.en).toBe('T')
    expect(codeOf(await other.step(id, null, 'redo'))).toBe('nothing-to-redo')
  })

  test('what was removed is kept for so many changes, and not for one less', async () => {
    const { store, id } = await withStudy({ changes: 3, bytes: 1e9 })
    await loadLayer(store, id, 'gone', 'x'.repeat(10))
    await store.change(id, null, (study) => done({ study: { ...study, layers: [] } }))
    // A layer of the same name gets another file.
    await loadLayer(store, id, 'gone', 'x'.repeat(20))
    await titled(store, id, '1')
    await titled(store, id, '2')
    for (let i = 0; i < 3; i++) expect((await store.step(id, null, 'undo')).ok).toBe(true)
    expect(codeOf(await store.step(id, null, 'undo'))).toBe('nothing-to-undo')
    for (let i = 0; i < 3; i++) expect((await store.step(id, null, 'redo')).ok).toBe(true)
    const after = valueOf(await store.read(id))
    expect([after.title.en, after.layers.map(({ file }) => file)]).toEqual(['2', ['layers/gone-2.geojson']])
  })

  test('a removed study is gone for everybody, comes back by undo, and leaves its id meanwhile', async () => {
    const { store, id } = await withStudy()
    const other = await open()
    await loadLayer(store, id, 'first', 'one')
    expect(codeOf(await other.remove(id, 1))).toBe('revision-stale')
    expect(codeOf(await other.remove(id, 2))).toBe('done')
    expect(codeOf(await store.read(id))).toBe('study-not-found')
    expect(codeOf(await titled(store, id, 'T'))).toBe('study-not-found')
    expect(codeOf(await store.step(id, null, 'redo'))).toBe('study-not-found')
    const back = valueOf(await store.step(id, 2, 'undo'))
    expect([back.revision, back.layers.length]).toEqual([2, 1])
    expect(await readFile(await other.layerPath(back, 'layers/first.geojson'), 'utf8')).toBe('one')
    await store.sweep()
    expect((await other.read(id)).ok).toBe(true)
  })

  test('a copy has a free id, the same files, and no history', async () => {
    const { store, id } = await withStudy()
    const study = await loadLayer(store, id, 'first', 'one')
    const other = await open()
    const copies = await Promise.all([store, other].map((by) => by.copy(id, (own) => ({ ...own, title: { en: 'C' } }))))
    expect(copies.map((copy) => valueOf(copy).id).toSorted()).toEqual([`${id}-2`, `${id}-3`])
    const copy = valueOf(copies[0]!)
    expect([copy.revision, copy.title.en, copy.layers]).toEqual([1, 'C', study.layers])
    expect(await readFile(await other.layerPath(copy, 'layers/first.geojson'), 'utf8')).toBe('one')
    expect(valueOf(await store.history(copy.id)).entries).toEqual([])
  })

  test('a folder of files becomes a study with its history', async () => {
    const { store, id } = await withStudy()
    const study = await loadLayer(store, id, 'first', 'one')
    const from = join(store.incomingFolder, randomUUID())
    await mkdir(join(from, 'layers'), { recursive: true })
    for (const { name, path } of valueOf(await store.files(study, true)))
      await cp(path, join(from, name), { recursive: true })
    const taken = valueOf(await store.takeOver(from, study))
    expect(taken.id).not.toBe(id)
    const { entries, fault } = valueOf(await (await open()).history(taken.id))
    expect([entries.length, fault]).toEqual([1, null])
    expect(valueOf(await store.step(taken.id, null, 'undo')).layers).toEqual([])
  })

  test('a bundled study is there, is copied by its first change, and stands again when the copy is removed', async () => {
    const store = await open()
    const other = await open()
    const id = `b${randomUUID().slice(0, 8)}`
    await mkdir(join(opener().bundledFolder, id, 'layers'), { recursive: true })
    const bundled = newStudy(id, { en: 'Bundled' })
    await writeFile(join(opener().bundledFolder, id, 'study.json'), JSON.stringify(bundled))
    const originOf = async () => (await other.list()).studies.find(({ study }) => study.id === id)?.origin
    expect(await originOf()).toBe('bundled')
    expect(codeOf(await store.remove(id, null))).toBe('study-bundled')
    expect(codeOf(await store.create(newStudy(id, { en: 'Mine' })))).toBe('study-exists')
    const revision = valueOf(await store.read(id)).revision
    const both = await Promise.all([store, other].map((by, i) => titled(by, id, `T ${i}`, revision)))
    expect(both.map(codeOf).toSorted()).toEqual(['done', 'revision-stale'])
    expect(await originOf()).toBe('copy')
    expect(codeOf(await other.remove(id, null))).toBe('done')
    expect(valueOf(await store.read(id)).title.en).toBe('Bundled')
    expect(valueOf(await store.step(id, null, 'undo')).title.en).toMatch(/^T /)
  })

  test('who publishes is one thing for all servers, and is changed by whoever has read it', async () => {
    const [store, other] = [await open(), await open()]
    const before = valueOf(await store.publication())
    const institution = "O'Hara; DROP TABLE publication"
    expect(codeOf(await store.setPublication({ institution }, publicationTag(before)))).toBe('done')
    expect(valueOf(await other.publication())).toEqual({ institution })
    expect(codeOf(await other.setPublication({}, publicationTag(before)))).toBe('publication-stale')
    expect(codeOf(await other.setPublication({}, null))).toBe('done')
  })

  test('an id that is no id reads nothing', async () => {
    const store = await open()
    for (const id of ['..', '.', '', 'S', 's/../s', '.incoming', 's\0', "s' OR true --", '"; DROP TABLE study', '$1']) {
      expect(codeOf(await store.read(id))).toBe('study-not-found')
      expect(codeOf(await titled(store, id, 'T'))).toBe('study-not-found')
      expect(codeOf(await store.remove(id, null))).toBe('study-not-found')
      expect(codeOf(await store.step(id, null, 'undo'))).toBe('study-not-found')
    }
  })
}
