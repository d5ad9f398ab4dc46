import type { AssumedAccuracy } from '../../core/layers/state-accuracy.ts'
import { schemaFault } from '../../core/result/schema-fault.ts'
import { layerOptionsSchema, type LayerOptions } from '../../core/model/layer-options.ts'
import type { Snapshots } from '../../core/model/series-options.ts'
import type { Role } from '../../core/model/layer.ts'
import { givenRoles, saidOfLayers, type layerFlags, type Said } from '../../core/options/layer-flags.ts'
import { flagOf, type OptionValues } from '../../core/options/option.ts'
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

export type LayerFlagValues = OptionValues<typeof layerFlags> & {
  readonly accuracy?: readonly AssumedAccuracy[] | undefined
}

/**
 * The layers that the flags name: the plan, the measured layers in their order, the units. A NAME may be given several
 * times: its files are the snapshots of one series, and the n-th `--date NAME=` is that of the n-th file.
 */
export function givenLayers(flags: LayerFlagValues, needsPlan = true): GivenLayer[] {
  if (flags.plan === undefined && needsPlan)
    throw new UsageError('measure needs a STUDY, or --plan FILE with --layer NAME=FILE.')
  const measured = flags.layer ?? []
  const names = new Set(measured.map(({ name }) => name))
  const hasUnits = flags.units !== undefined && !names.has('units')
  if (hasUnits) names.add('units')
  const said = parsedFlags(flags, names)
  const layers: GivenLayer[] =
    flags.plan === undefined ? [] : [{ file: flags.plan, options: checked(planOptions(flags)) }]
  for (const given of measured) {
    const { name, value: file } = given
    const files = measured.filter((each) => each.name === name)
    const dates = (flags.date ?? []).filter((each) => each.name === name)
    const date = dates[files.indexOf(given)]?.value
    const options = { role: roleOf(name), ...said.get(name), ...(date === undefined ? {} : { date }), name }
    const snapshots = flags.snapshots?.findLast((each) => each.name === name)?.value
    const isUndatedSnapshot = files.length > 1 && date === undefined && snapshots === undefined
    layers.push({
      file,
      options: checked(options),
      isUndatedSnapshot,
      ...(snapshots === undefined ? {} : { snapshots }),
    })
  }
  if (flags.units !== undefined) {
    const own = { idField: flags.unitsId, buildingsField: flags.unitsBuildings }
    const options = { ...(hasUnits ? said.get('units') : {}), name: 'units', role: 'units' as const }
    layers.push({ file: flags.units, options: checked({ ...options, ...own }) })
  }
  return layers
}

/** What the flags say of each named layer; of one that no file is given for they may say nothing. */
function parsedFlags(flags: LayerFlagValues, names: ReadonlySet<string>): Map<string, LayerOptions> {
  const said = new Map<string, LayerOptions>()
  const take = (flag: string, { name, value, text }: Said<LayerOptions>): void => {
    if (!names.has(name)) throw new UsageError(`--${flag} ${text}: there is no --layer ${name}=FILE.`)
    said.set(name, joined(said.get(name) ?? {}, value))
  }
  for (const name of Object.keys(saidOfLayers) as (keyof typeof saidOfLayers)[])
    for (const each of flags[name] ?? []) take(flagOf(name, saidOfLayers[name]), each)
  for (const { layer, accuracy } of flags.accuracy ?? [])
    take('accuracy', { name: layer, value: { accuracy }, text: layer })
  for (const { name, text } of flags.snapshots ?? [])
    if (!names.has(name)) throw new UsageError(`--snapshots ${text}: there is no --layer ${name}=FILE.`)
  return said
}

/** Options that have parts, such as the rules of events, are said in several flags. */
const joined = (before: LayerOptions, now: LayerOptions): LayerOptions => ({
  ...before,
  ...now,
  ...(before.where && now.where ? { where: { ...before.where, ...now.where } } : {}),
  ...(before.events && now.events ? { events: { ...before.events, ...now.events } } : {}),
  ...(before.dateFields && now.dateFields ? { dateFields: { ...before.dateFields, ...now.dateFields } } : {}),
})

const planOptions = (flags: LayerFlagValues): LayerOptions => ({
  role: 'plan',
  ...(flags.planCrs === undefined ? {} : { crs: flags.planCrs }),
  ...(flags.planEncoding === undefined ? {} : { encoding: flags.planEncoding }),
  ...(flags.planSublayer === undefined ? {} : { sublayer: flags.planSublayer }),
  ...flags.planWhere,
  ...flags.planAccuracy,
  ...(flags.planId === undefined ? {} : { idField: flags.planId }),
  ...(flags.planBuildings === undefined ? {} : { buildingsField: flags.planBuildings }),
})

/** A layer named like a role has it; of any other nobody said that it is about who held ground, so it is zones. */
const roleOf = (name: string): Role => givenRoles.find((role) => role === name.toLowerCase()) ?? 'zones'

function checked(options: LayerOptions): LayerOptions {
  const read = layerOptionsSchema.safeParse(options)
  if (read.success) return read.data
  const { where, value, reason } = schemaFault(read.error, options, 'options')
  throw new UsageError(`${where} of layer ${options.name ?? 'plan'} cannot be ${value}: ${reason}.`)
}
