import type { Features } from '../geometry/shapes.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { comma, translate, type Language } from '../i18n/translate.ts'
import { classText } from './classes.ts'
import type { Confidence } from '../model/confidence.ts'
import { builtClass } from './default-classes.ts'
import { disputes } from './disputes.ts'
import { featureSources, sourcesKey, unknownSource } from '../model/feature-sources.ts'
import { isMeasured, patterns, type Layer, type LayerClass } from '../model/layer.ts'
import { sourceOf, type Source } from '../model/sources.ts'
import { changedText, textIn, type Text } from '../model/text.ts'
import { distinctVoices, voicesOf, type VoiceOf } from '../model/voices.ts'
import { strictSources } from '../model/wide-sense.ts'

type Sourced = Pick<Layer, 'name' | 'role' | 'title' | 'classField' | 'sourcesField' | 'dateFields' | 'classes'>

/** Classes of the same values, which differ in nothing but their sources; without sets of sources where no feature is of them. */
type Family = {
  readonly name: string | null
  readonly label: Text
  readonly party: string | undefined
  readonly members: readonly LayerClass[]
  readonly sets: readonly (readonly string[])[]
  /** Of each feature the set that it names, by its text; `null` of one that is in another family. */
  readonly setAt: readonly (string | null)[]
}

/**
 * The classes of a layer with the confidence that follows from who names them. Where the features of a class name
 * different sources there is a class for each set of them, with a name of its own and one party; ground that nobody names
 * is inferred and has no party. Sources of one publisher count once, and those that name another party on the ground speak of it too. Layers where nobody names sources keep their classes. Refuses by its number a feature that
 * names a source which is not among `sources`.
 */
export function sourcedClasses(
  layer: Sourced,
  features: Features | null,
  sources: readonly Source[],
): Outcome<LayerClass[]> {
  const { classes, sourcesField } = layer
  if (sourcesField === undefined && !classes.some((own) => own.sources)) return done([...classes])
  const named =
    sourcesField === undefined || features === null
      ? null
      : features.attributes.map((attributes) => featureSources(attributes[sourcesField]))
  const unknown = features && unknownSource(layer, features, sources)
  if (unknown) return refused(unknown)
  if (!isMeasured(layer)) return done([...classes])
  const families = familiesOf(layer, features, named, sources)
  const others = othersOn(layer, features, families)
  const voiceOf = voicesOf(sources)
  const confidenceOf = (family: Family, own: readonly string[], known: LayerClass): Confidence => {
    const party = families.filter((each) => partyOf(each) === partyOf(family))
    const speakers = party.flatMap((each) => each.sets.flatMap((set) => [...set, ...others(each, set)]))
    const isDisputed = others(family, own).length > 0
    return own.length === 0
      ? 'inferred'
      : isDisputed
        ? 'some-sources'
        : confidenceFrom(
            distinctVoices(strictSources(known, own), voiceOf).length,
            distinctVoices(own, voiceOf).length,
            distinctVoices(speakers, voiceOf).length,
          )
  }
  return done(
    withUniqueNames(
      families.flatMap((family) =>
        family.sets.length === 0
          ? family.members
          : membersOf(family, (own, known) => confidenceOf(family, own, known), sources, voiceOf),
      ),
    ),
  )
}

const partyOf = ({ party, name }: Family): string => party ?? name ?? ''

/**
 * At least two independent sources name the ground itself, and all that speak of the party name it, be it in the wide sense of a
 * larger place; else some of them, or one alone. Ground that all name only widely is never agreed.
 */
const confidenceFrom = (strict: number, own: number, all: number): Confidence =>
  strict >= 2 && own === all ? 'agreed' : 'some-sources'

/** The sources that name another party on the ground of a set of sources. */
function othersOn(
  layer: Sourced,
  features: Features | null,
  families: readonly Family[],
): (family: Family, set: readonly string[]) => readonly string[] {
  if (features === null) return () => []
  const parsedFlags = families.flatMap((family) =>
    family.sets
      .filter((set) => set.length > 0)
      .map((set) => {
        const key = sourcesKey(set)
        return {
          family,
          set,
          key,
          party: partyOf(family),
          features: family.setAt.flatMap((own, feature) => (own === key ? [feature] : [])),
        }
      }),
  )
  const found = disputes(layer, features, parsedFlags)
  return (family, set) => {
    const i = parsedFlags.findIndex((own) => own.family === family && own.key === sourcesKey(set))
    return (found[i] ?? []).flatMap((other) => parsedFlags[other]!.set)
  }
}

function familiesOf(
  layer: Sourced,
  features: Features | null,
  named: readonly (readonly string[])[] | null,
  sources: readonly Source[],
): Family[] {
  const { classField, title, name } = layer
  const known =
    classField === undefined && layer.classes.length === 0
      ? [{ ...builtClass({ class: name, values: [''] }, 0, layer.role), label: title }]
      : layer.classes
  const groups = new Map<string, LayerClass[]>()
  for (const own of known)
    groups.set(JSON.stringify(own.values), [...(groups.get(JSON.stringify(own.values)) ?? []), own])
  return [...groups.values()].map((members): Family => {
    const first = members[0]!
    const unreported = members.find((own) => own.confidence === 'inferred')?.sources ?? first.sources ?? []
    const values = new Set(first.values)
    const isOf = (attributes: Features['attributes'][number]): boolean =>
      classField === undefined || values.has(classText(attributes[classField]) ?? '')
    const setsAt = (features?.attributes ?? []).map((attributes, i) =>
      !isOf(attributes) ? null : named === null ? (first.sources ?? []) : named[i]!.length > 0 ? named[i]! : unreported,
    )
    const sets = named ? setsAt.filter((set) => set !== null) : members.map((own) => own.sources ?? [])
    const distinct = [...new Map(sets.map((set) => [sourcesKey(set), set])).values()]
    const isSplit = distinct.length > 1 || members.length > 1
    return {
      ...(isSplit ? bareName(first, sources) : { name: first.class, label: first.label }),
      party: members.find(({ party }) => party !== undefined)?.party,
      members,
      setAt: setsAt.map((set) => set && sourcesKey(set)),
      sets: ordered(distinct.length === 0 && unreported.length > 0 ? [unreported] : distinct, unreported),
    }
  })
}

/** By how many they are; that of features which name none stands first, where it is not empty, by which it is found again. */
const ordered = (sets: readonly (readonly string[])[], unreported: readonly string[]): (readonly string[])[] =>
  sets.toSorted((a, b) => {
    const [one, two] = [a, b].map((set) =>
      unreported.length > 0 && sourcesKey(set) === sourcesKey(unreported) ? Infinity : set.length,
    ) as [number, number]
    return one === two ? (sourcesKey(a) < sourcesKey(b) ? -1 : 1) : two - one
  })

function membersOf(
  { name, label, party, members, sets }: Family,
  confidenceOf: (set: readonly string[], known: LayerClass) => Confidence,
  sources: readonly Source[],
  voiceOf: VoiceOf,
): LayerClass[] {
  const knownOf = (set: readonly string[], i: number): LayerClass =>
    members.find((own) => sourcesKey(own.sources ?? []) === sourcesKey(set)) ?? {
      ...members[0]!,
      pattern: patternAt(members[0]!, i),
    }
  const ofSome = sets.filter((set, i) => confidenceOf(set, knownOf(set, i)) === 'some-sources').length
  return sets.map((set, i): LayerClass => {
    const { party: _party, publishers: _publishers, widelyBy = [], ...known } = knownOf(set, i)
    const confidence = confidenceOf(set, { ...known, widelyBy })
    const publishers = distinctVoices(set, voiceOf).length
    const widely = widelyBy.filter((id) => set.includes(id))
    const kind = sets.length === 1 ? null : confidence === 'some-sources' && ofSome > 1 ? 'sources' : confidence
    const owner = party ?? (sets.length > 1 && name !== null ? name : undefined)
    return {
      ...known,
      class: name === null && kind === null ? null : `${name ?? '∅'}${suffixOf(kind, set, 'en', [])}`,
      label: changedText(label, (text, language) => text + suffixOf(kind, set, language, sources)),
      ...(confidence === 'inferred' || owner === undefined ? {} : { party: owner }),
      sources: [...set],
      ...(publishers < set.length ? { publishers } : {}),
      confidence,
      ...(widely.length === 0 ? {} : { widelyBy: widely }),
    }
  })
}

const fills = patterns.filter((pattern) => pattern !== 'none')

/** Classes of one colour are told apart by their patterns. */
const patternAt = ({ pattern }: LayerClass, place: number): LayerClass['pattern'] =>
  place === 0 || pattern === 'none' ? pattern : fills[(fills.indexOf(pattern) + place) % fills.length]!

type Suffix = Confidence | 'sources' | null

/** What tells the classes of one name apart; without `sources` their ids stand for them. */
function suffixOf(kind: Suffix, set: readonly string[], language: Language, sources: readonly Source[]): string {
  if (kind === null || kind === 'agreed') return ''
  if (kind !== 'sources')
    return translate(language, 'class.of-confidence', { confidence: translate(language, `confidence.${kind}`) })
  const names = set.map((id) => {
    const source = sourceOf(sources, id)
    return source ? textIn(language, source.publisher ?? source.title) : id
  })
  const texts = [...new Set(names)].map((name) => {
    const count = names.filter((own) => own === name).length
    return count === 1 ? name : translate(language, 'class.reports', { publisher: name, count })
  })
  return `: ${texts.join(comma(language))}`
}

/** The name and label of a class without what an earlier split put behind them. */
function bareName(
  { class: name, label, sources: set = [] }: LayerClass,
  sources: readonly Source[],
): { readonly name: string | null; readonly label: Text } {
  const kinds = ['sources', 'some-sources', 'inferred'] as const
  const bare = (text: string, language: Language, known: readonly Source[]): string => {
    const suffix = kinds
      .map((kind) => suffixOf(kind, set, language, known))
      .find((own) => text.length > own.length && text.endsWith(own))
    return suffix === undefined ? text : text.slice(0, -suffix.length)
  }
  return {
    name: name === null ? null : bare(name, 'en', []),
    label: changedText(label, (text, language) => bare(text, language, sources)),
  }
}

function withUniqueNames(classes: readonly LayerClass[]): LayerClass[] {
  const taken = new Set<string | null>()
  return classes.map((own) => {
    let name = own.class
    for (let number = 2; taken.has(name); number++) name = `${own.class ?? '∅'} (${number})`
    taken.add(name)
    return { ...own, class: name }
  })
}
