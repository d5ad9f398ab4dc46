import { note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { openNamesText, type OpenName } from '../result/open-names.ts'
import { problem } from '../result/problem.ts'
import { dateInName } from '../time/date-in-name.ts'
import { isPlausible } from '../time/days.ts'
import { withCommonClasses } from '../classify/classes-of-series.ts'
import type { LayerOptions } from '../model/layer-options.ts'
import type { Source } from '../model/sources.ts'
import type { DatedFile } from '../model/series-options.ts'
import { roleUnsaid } from '../model/layer.ts'
import { buildLayer, type LayerDraft, type LoadedLayer } from './build-layer.ts'

/** What the name of a file tells of its day: the day, or why none can be taken from it and what it may be. */
export type NamedSnapshot = OpenName & { readonly date: string | null }

/** The day in each name; an open one is asked for. */
export const snapshotsNamed = (names: readonly string[]): NamedSnapshot[] =>
  names.map((sublayer) => {
    const found = dateInName(sublayer)
    return found.kind === 'day'
      ? { sublayer, date: found.date, reason: null, readings: [] }
      : { sublayer, date: null, reason: found.reason, readings: found.readings }
  })

/**
 * One series of layers that were loaded together, a snapshot each. Refuses names without a day that is beyond doubt
 * (`more.snapshots` tells what each says), two snapshots of one day, days of another calendar and layers of several kinds.
 */
export function seriesOfFiles(
  loaded: readonly LoadedLayer[],
  meant: 'files' | readonly DatedFile[],
  options: LayerOptions,
  sha256: string,
  sources: readonly Source[] = [],
): Outcome<LayerDraft[]> {
  const given = meant === 'files' ? snapshotsNamed(loaded.map(({ name }) => name)) : meant
  const name = options.name ?? seriesName(loaded.map((layer) => layer.name))
  if (given.some(({ date }) => date === null)) return refused(undated(name, given as readonly NamedSnapshot[]))
  const dated = given.flatMap(({ sublayer, date }) => {
    const layer = loaded.find((each) => each.name === sublayer)
    return layer && date !== null ? [{ layer, date }] : []
  })
  const unknown = given.find(({ sublayer }) => !loaded.some((layer) => layer.name === sublayer))
  if (unknown) {
    const layers = loaded.map((layer) => layer.name).join(', ')
    return refused(problem('sublayer-unknown', { file: name, value: unknown.sublayer, layers }))
  }
  const strange = dated.find(({ date }) => !isPlausible(date))
  if (strange) return refused(problem('date-other-calendar', { layer: strange.layer.name, date: strange.date }))
  const twice = dated.find(({ date }, i) => dated.findIndex((each) => each.date === date) < i)
  if (twice) {
    const other = dated.find(({ date }) => date === twice.date)!
    return refused(problem('snapshots-one-day', { date: twice.date, file: other.layer.name, other: twice.layer.name }))
  }
  const kinds = [...new Set(dated.map(({ layer }) => layer.features.shapes.kind))]
  if (kinds.length > 1) return refused(problem('snapshots-of-kinds', { layer: name, kinds: kinds.join(', ') }))
  const shared = withCommonClasses(
    options,
    dated.map(({ layer }) => layer.features),
    options.role ?? roleUnsaid,
  )
  const drafts: LayerDraft[] = []
  for (const { layer, date } of dated.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const notes = meant === 'files' ? [note('date-from-name', { file: layer.name, date })] : []
    const draft = buildLayer(
      { ...layer, notes: [...notes, ...layer.notes] },
      { ...shared, name, date, sublayer: layer.name },
      sha256,
      sources,
    )
    if (!draft.ok) return draft
    drafts.push(draft.value)
  }
  return done(drafts)
}

const undated = (layer: string, snapshots: readonly NamedSnapshot[]) =>
  problem('snapshots-undated', { layer, list: openNamesText(snapshots, 'en') }, { snapshots })

/** What the names have in common before their days, without archives, such as `deepstatemap_data`; else the first name. */
function seriesName(names: readonly string[]): string {
  const first = names[0] ?? ''
  let length = 0
  while (length < first.length && names.every((name) => name[length] === first[length])) length++
  const common = first
    .slice(0, length)
    .replace(/[\d\s._-]+$/, '')
    .split('/')
    .at(-1)!
  return common === '' ? first : common
}
