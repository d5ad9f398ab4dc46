import type { LayerOptions } from '../../core/model/layer-options.ts'
import { layerOptionsSchema } from '../../core/model/layer-options.ts'
import { snapshotsSchema, type Snapshots } from '../../core/model/series-options.ts'
import { namedValue } from './arguments.ts'
import { accuracyOf } from './study-flags.ts'
import { UsageError } from './usage-error.ts'

/** A file that becomes a layer, and what was said of it. */
export type GivenLayer = {
  readonly file: string
  readonly options: LayerOptions
  /** One of several files of its name without a date of its own, which its file's name must then tell. */
  readonly isUndatedSnapshot?: boolean
  /** The file holds the snapshots of a series: layers, or dated columns. */
  readonly snapshots?: Snapshots
}

const several = { type: 'string', multiple: true } as const

/** The flags of `measure` that make layers of files. */
export const layerFlags = {
  plan: { type: 'string' },
  'plan-crs': { type: 'string' },
  'plan-encoding': { type: 'string' },
  'plan-sublayer': { type: 'string' },
  'plan-where': { type: 'string' },
  'plan-accuracy': { type: 'string' },
  'plan-id': { type: 'string' },
  units: { type: 'string' },
  'units-id': { type: 'string' },
  'plan-buildings': { type: 'string' },
  'units-buildings': { type: 'string' },
  layer: several,
  class: several,
  classes: several,
  date: several,
  crs: several,
  encoding: several,
  sublayer: several,
  where: several,
  positions: several,
  accuracy: several,
  buffer: several,
  events: several,
  grid: several,
  'valid-from': several,
  'valid-to': several,
  from: several,
  to: several,
  shared: several,
  snapshots: several,
  destroyed: several,
  sources: several,
} as const

type FlagName = keyof typeof layerFlags
export type LayerFlagValues = {
  readonly [Name in FlagName]?: (typeof layerFlags)[Name] extends { multiple: true } ? string[] : string
}

/** What each flag for a named layer says, as an option of the layer. */
const saying: Readonly<Record<string, (value: string, before: LayerOptions) => LayerOptions>> = {
  class: (classField) => ({ classField }),
  classes: (classesFrom) => ({ classesFrom }),
  date: (date) => ({ date }),
  crs: (crs) => ({ crs }),
  encoding: (encoding) => ({ encoding }),
  sublayer: (sublayer) => ({ sublayer }),
  where: (condition, { where }) => ({ where: { ...where, ...conditionOf('where', condition) } }),
  positions: (columns) => ({ positions: positionsOf('positions', columns) }),
  accuracy: (text) => ({ accuracy: accuracyOf('accuracy', text) }),
  buffer: (metres) => ({ bufferM: metresOf(metres) }),
  events: (coarsest, { events }) => ({ events: { ...events, coarsest: coarsest as 'site' } }),
  grid: (cells, { events }) => ({ events: { ...events, ...gridOf(cells) } }),
  from: (from) => ({ from }),
  to: (to) => ({ to }),
  shared: (least, { events }) => ({ events: { ...events, sharedFrom: metresOf(least) } }),
  sources: (sourcesField) => ({ sourcesField }),
  destroyed: (code) => ({ destroyed: code as '3' }),
  'valid-from': (from, { dateFields }) => ({ dateFields: { ...dateFields, from } }),
  'valid-to': (to, { dateFields }) => ({ dateFields: { ...dateFields, to } }),
}

/**
 * The layers that the flags name: the plan, the measured layers in their order, the units. A NAME may be given several
 * times: its files are the snapshots of one series, and the n-th `--date NAME=` is that of the n-th file.
 */
export function givenLayers(flags: LayerFlagValues, needsPlan = true): GivenLayer[] {
  if (flags.plan === undefined && needsPlan)
    throw new UsageError('measure needs a STUDY, or --plan FILE with --layer NAME=FILE.')
  const measured = (flags.layer ?? []).map((text) => namedValue('layer', text))
  const names = new Set(measured.map(({ name }) => name))
  const hasUnits = flags.units !== undefined && !names.has('units')
  if (hasUnits) names.add('units')
  const said = sayings(flags, names)
  const dates = datesByName(flags.date ?? [])
  const series = snapshotsByName(flags.snapshots ?? [], names)
  const layers: GivenLayer[] =
    flags.plan === undefined ? [] : [{ file: flags.plan, options: checked(planOptions(flags)) }]
  for (const given of measured) {
    const { name, value: file } = given
    const files = measured.filter((each) => each.name === name)
    const date = dates.get(name)?.[files.indexOf(given)]
    const options = { ...said.get(name), ...(date === undefined ? {} : { date }), name, role: roleOf(name) }
    const snapshots = series.get(name)
    const isUndatedSnapshot = files.length > 1 && date === undefined && snapshots === undefined
    layers.push({
      file,
      options: checked(options),
      isUndatedSnapshot,
      ...(snapshots === undefined ? {} : { snapshots }),
    })
  }
  if (flags.units !== undefined) {
    const own = { idField: flags['units-id'], buildingsField: flags['units-buildings'] }
    const options = { ...(hasUnits ? said.get('units') : {}), name: 'units', role: 'units' as const }
    layers.push({ file: flags.units, options: checked({ ...options, ...own }) })
  }
  return layers
}

function sayings(flags: LayerFlagValues, names: ReadonlySet<string>): Map<string, LayerOptions> {
  const said = new Map<string, LayerOptions>()
  for (const [flag, say] of Object.entries(saying)) {
    for (const text of (flags[flag as FlagName] as string[] | undefined) ?? []) {
      const { name, value } = namedValue(flag, text)
      if (!names.has(name)) throw new UsageError(`--${flag} ${text}: there is no --layer ${name}=FILE.`)
      const before = said.get(name) ?? {}
      said.set(name, { ...before, ...say(value, before) })
    }
  }
  return said
}

function datesByName(texts: readonly string[]): Map<string, string[]> {
  const dates = new Map<string, string[]>()
  for (const text of texts) {
    const { name, value } = namedValue('date', text)
    dates.set(name, [...(dates.get(name) ?? []), value])
  }
  return dates
}

/** `files`, `columns`, or `FIELD@DATE,FIELD@DATE …` for the columns of one file. */
function snapshotsByName(texts: readonly string[], names: ReadonlySet<string>): Map<string, Snapshots> {
  return new Map(
    texts.map((text) => {
      const { name, value } = namedValue('snapshots', text)
      if (!names.has(name)) throw new UsageError(`--snapshots ${text}: there is no --layer ${name}=FILE.`)
      const columns = value.split(',').map((each) => {
        const place = each.lastIndexOf('@')
        return { field: each.slice(0, Math.max(0, place)), date: each.slice(place + 1) }
      })
      const read = snapshotsSchema.safeParse(value === 'files' || value === 'columns' ? value : columns)
      if (!read.success)
        throw new UsageError(`--snapshots ${text}: it is neither files, columns nor FIELD@YYYY-MM-DD,….`)
      return [name, read.data]
    }),
  )
}

function planOptions(flags: LayerFlagValues): LayerOptions {
  const condition = flags['plan-where']
  const accuracy = flags['plan-accuracy']
  const idField = flags['plan-id']
  const buildingsField = flags['plan-buildings']
  return {
    role: 'plan',
    ...(flags['plan-crs'] === undefined ? {} : { crs: flags['plan-crs'] }),
    ...(flags['plan-encoding'] === undefined ? {} : { encoding: flags['plan-encoding'] }),
    ...(flags['plan-sublayer'] === undefined ? {} : { sublayer: flags['plan-sublayer'] }),
    ...(condition === undefined ? {} : { where: conditionOf('plan-where', condition) }),
    ...(accuracy === undefined ? {} : { accuracy: accuracyOf('plan-accuracy', accuracy) }),
    ...(idField === undefined ? {} : { idField }),
    ...(buildingsField === undefined ? {} : { buildingsField }),
  }
}

function conditionOf(flag: string, text: string): Record<string, string> {
  const place = text.indexOf('=')
  if (place < 1) throw new UsageError(`--${flag} needs FIELD=VALUE, not "${text}".`)
  return { [text.slice(0, place)]: text.slice(place + 1) }
}

/** `X,Y`: the columns of east or longitude, and of north or latitude. */
export function positionsOf(flag: string, text: string): { x: string; y: string } {
  const [x = '', y = '', ...more] = text.split(',').map((each) => each.trim())
  if (x === '' || y === '' || x === y || more.length > 0)
    throw new UsageError(`--${flag} needs two columns X,Y, not "${text}".`)
  return { x, y }
}

/** `500` is cells of 500 m with any event, `500:3` with at least three. */
function gridOf(text: string): { cellM: number; least?: number } {
  const [cellM, least] = text.split(':')
  return { cellM: metresOf(cellM!), ...(least === undefined ? {} : { least: metresOf(least) }) }
}

/** What is no number becomes NaN, which the layer's schema refuses by name. */
const metresOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

/** A layer named after a measured role has it; any other is measured like ground under control. */
const roleOf = (name: string): 'control' | 'damage' | 'shelling' =>
  name === 'damage' || name === 'shelling' ? name : 'control'

function checked(options: LayerOptions): LayerOptions {
  const read = layerOptionsSchema.safeParse(options)
  if (read.success) return read.data
  const { path, message } = read.error.issues[0]!
  throw new UsageError(`${path.join('.')} of layer ${options.name ?? 'plan'}: ${message}.`)
}
