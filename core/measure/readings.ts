import { partyText } from '../model/party-text.ts'
import { isReported, underAny, voicesOver, type Together } from '../overlay/together.ts'
import type { Layer, LayerClass } from '../model/layer.ts'
import type { ClassName, OtherParty } from '../model/measurement.ts'
import { sliverShare } from '../model/sliver-share.ts'
import { distinctVoices, type VoiceOf } from '../model/voices.ts'
import { strictSources } from '../model/wide-sense.ts'

/** Plan ground under one set of classes of a layer, by their places. */
export type Cover = { readonly classes: readonly number[]; readonly areaM2: number }

/** A layer with its classes, whose voice each source has, and the plan ground that it covers. */
export type ReportedLayer = {
  readonly layer: Layer
  readonly names: readonly ClassName[]
  readonly voiceOf: VoiceOf
  readonly covers: readonly Cover[]
  readonly planM2: number
}

/** The narrowest and the widest reading of classes whose ground is reported together. Inferred ground is in neither. */
export type Span = {
  /** What every source says that speaks of any of it; where classes name no sources, what not only some sources speak of. */
  readonly agreed: Together
  readonly all: Together
  /** Ids of the sources that speak of it, also those that name somebody else there; missing where classes name none. */
  readonly sources?: readonly string[]
  /** How many of them are independent, where they are not all. */
  readonly publishers?: number
  /** Only the widest reading takes the places that sources name in their wide sense. */
  readonly widely?: true
  /** Whom else sources name on its ground. */
  readonly others?: readonly OtherParty[]
}

/** Ground that at least so many independent sources name. */
export type Reading = {
  readonly atLeast: number
  /** How many independent sources speak of any of it, also those that name somebody else there. */
  readonly of: number
  /** Those that each name all of its ground; where fewer than `atLeast` do, all that name any. */
  readonly sources: readonly string[]
  /** Whether `sources` are not the same for all of its ground. */
  readonly varies: boolean
  readonly widely?: true
  /** Of `sources` those that name some of its ground only in a wider sense, where others name the ground itself. */
  readonly widelyBy?: readonly string[]
  readonly ground: Together
  readonly speakers: readonly string[]
}

/** The span of the classes at some places: from the first of their readings to the last. */
export function spanAmong(reported: ReportedLayer, places: readonly number[]): Span {
  const known = knownBy(reported)
  const all = places.filter((i) => known(i)?.confidence !== 'inferred')
  const readings = readingsAmong(reported, all)
  const [first, last] = [readings[0], readings.at(-1)]
  if (!first || !last)
    return { agreed: underAny(all.filter((i) => known(i)?.confidence !== 'some-sources')), all: underAny(all) }
  const publishers = first.of === first.speakers.length ? {} : { publishers: first.of }
  const others = otherParties(reported, all)
  return {
    agreed: first.widely ? underAny([]) : first.ground,
    all: last.ground,
    sources: first.speakers,
    ...publishers,
    ...(last.widely ? { widely: true } : {}),
    ...(others.length === 0 ? {} : { others }),
  }
}

/**
 * From the ground that all independent sources name which speak of any of it, to that which any of them names; places that
 * are only meant in the wide sense of a name come last of all. Who names ground is told by all of the classes that cover it
 * together. Where a class of another party covers it too, its sources speak of it and not all name it for this one. Each
 * reading contains the one before.
 */
export function readingsAmong(reported: ReportedLayer, places: readonly number[]): Reading[] {
  const { voiceOf } = reported
  const known = knownBy(reported)
  const sourcesAt = (i: number): readonly string[] => known(i)?.sources ?? []
  const named = places.filter((i) => sourcesAt(i).length > 0)
  if (named.length === 0) return []
  const others = disputing(reported, named)
  const naming = [...new Set(named.flatMap(sourcesAt))].toSorted()
  const speakers = [...new Set([...naming, ...others.flatMap(sourcesAt)])].toSorted()
  const voices = distinctVoices(speakers, voiceOf)
  const of = voices.length
  const voicesAt = (i: number): number[] => distinctVoices(sourcesAt(i), voiceOf).map((voice) => voices.indexOf(voice))
  const voicesOf = (classes: readonly number[]): Together['voices'] =>
    reported.names.map((_, i) => (classes.includes(i) ? voicesAt(i) : []))
  const reading = (atLeast: number, classes: readonly number[]): Reading => {
    const ground: Together = { voices: voicesOf(classes), atLeast, unless: atLeast === of && of > 1 ? others : [] }
    const parts = partsOf(reported, ground, classes)
    const throughout = (parts.length === 0 ? speakers : naming).filter((id) =>
      parts.every((part) => part.some((i) => classes.includes(i) && sourcesAt(i).includes(id))),
    )
    const varies = distinctVoices(throughout, voiceOf).length < atLeast
    const by = varies ? naming : throughout
    const widelyBy = by.filter((id) => parts.some((part) => isOnlyWidely(id, part)))
    return {
      atLeast,
      of,
      sources: by,
      varies,
      ...(widelyBy.length === 0 ? {} : { widelyBy }),
      ground,
      speakers,
    }
  }
  const isOnlyWidely = (id: string, part: readonly number[]): boolean => {
    const saying = part.filter((i) => named.includes(i) && sourcesAt(i).includes(id))
    return saying.length > 0 && saying.every((i) => strictSources(known(i) ?? {}, [id]).length === 0)
  }
  const narrow = named.filter((i) => known(i)?.widely !== true)
  const wide = (): Reading => {
    const { widelyBy: _all, ...own } = reading(Math.min(...named.map((i) => voicesAt(i).length)), named)
    return { ...own, widely: true }
  }
  if (narrow.length === 0) return [wide()]
  const narrowVoices = voicesOf(narrow)
  const covers = coversOver(reported, narrow)
  const counts = (covers.length > 0 ? covers : narrow.map((i) => [i])).flatMap((part) => {
    const count = voicesOver(narrowVoices, part)
    const isDisputed = part.some((i) => others.includes(i))
    return count === of && of > 1 && isDisputed ? [count, of - 1] : [count]
  })
  const readings = [...new Set([of, ...counts])].toSorted((a, b) => b - a).map((atLeast) => reading(atLeast, narrow))
  if (narrow.length === named.length) return readings
  return [...readings, wide()]
}

const knownBy = ({ layer, names }: ReportedLayer): ((place: number) => LayerClass | undefined) => {
  const known = new Map(layer.classes.map((own) => [own.class, own]))
  return (place) => known.get(names[place]!)
}

/** Whom else sources name on ground of the classes at some places, each party once. */
function otherParties(reported: ReportedLayer, places: readonly number[]): OtherParty[] {
  const named = places.filter((i) => (knownBy(reported)(i)?.sources ?? []).length > 0)
  const others = disputing(reported, named)
  const areaWhere = (holds: (classes: readonly number[]) => boolean): number =>
    reported.covers.reduce((sum, { classes, areaM2 }) => (holds(classes) ? sum + areaM2 : sum), 0)
  const isOwn = (classes: readonly number[]): boolean => named.some((i) => classes.includes(i))
  return [...new Set(others.flatMap((i) => ownerIn(reported, i) ?? []))].map((party): OtherParty => {
    const own = others.filter((i) => ownerIn(reported, i) === party)
    const withoutM2 = areaWhere((classes) => isOwn(classes) && !own.some((i) => classes.includes(i)))
    const sourcesOf = (places: readonly number[]): string[] =>
      [...new Set(places.flatMap((i) => knownBy(reported)(i)?.sources ?? []))].toSorted()
    const shared = coversOver(reported, own).filter(isOwn)
    const naming = new Set(
      sourcesOf(named.filter((i) => shared.some((classes) => classes.includes(i)))).map(reported.voiceOf),
    )
    const sources = sourcesOf(own)
    return {
      party,
      label: reported.layer.classes.find((each) => each.class === party)?.label ?? partyText(party),
      sources,
      against: distinctVoices(sources, reported.voiceOf).filter((voice) => !naming.has(voice)).length,
      everywhere: withoutM2 <= sliverShare * reported.planM2,
    }
  })
}

/** Who holds the ground of a class: its party, or itself. */
const ownerIn = (reported: ReportedLayer, place: number): ClassName =>
  knownBy(reported)(place)?.party ?? reported.names[place]!

/** The classes of other parties that sources name on ground of these; only one party can hold ground. */
function disputing(reported: ReportedLayer, places: readonly number[]): number[] {
  if (reported.layer.role !== 'control') return []
  const known = knownBy(reported)
  const ownerOf = (i: number): ClassName => ownerIn(reported, i)
  const owners = new Set(places.map(ownerOf))
  return reported.names.flatMap((_, i) => {
    if (owners.has(ownerOf(i)) || (known(i)?.sources ?? []).length === 0) return []
    const sharedM2 = reported.covers.reduce(
      (sum, { classes, areaM2 }) =>
        classes.includes(i) && places.some((own) => classes.includes(own)) ? sum + areaM2 : sum,
      0,
    )
    return sharedM2 > sliverShare * reported.planM2 ? [i] : []
  })
}

/** The sets of classes over plan ground that hold any of these, without slivers. */
const coversOver = ({ covers, planM2 }: ReportedLayer, places: readonly number[]): (readonly number[])[] =>
  covers.flatMap(({ classes, areaM2 }) =>
    areaM2 > sliverShare * planM2 && classes.some((own) => places.includes(own)) ? [classes] : [],
  )

/** The sets of classes that make up ground; where it has none in the plan, the classes that each would. */
function partsOf(reported: ReportedLayer, ground: Together, places: readonly number[]): (readonly number[])[] {
  const holds = (classes: readonly number[]): boolean => isReported(ground, classes)
  const found = coversOver(reported, places).filter(holds)
  return found.length > 0 ? found : places.map((i) => [i]).filter(holds)
}
