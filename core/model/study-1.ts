import { note } from '../result/note.ts'
import { confidenceOf, givenConfidenceSchema } from './confidence.ts'

type Content = Record<string, unknown>

/** The accuracy that basilia-study/1 wrote where an operation's was not known, in metres. */
const unknownAccuracyM = 999

/**
 * basilia-study/1 as basilia-study/2. Sources stay where they stand, from where reading moves them to the list. What is
 * not of the form that was written is left for the schema to refuse by its place.
 */
export const fromStudy1 = (study: Content): Content => ({
  ...study,
  schema: 'basilia-study/2',
  layers: each(withBases(study['layers']), layerOf),
  events: each(study['events'] ?? [], (event) => (event['kind'] === 'recapture' ? { ...event, kind: 'taken' } : event)),
})

/**
 * Layers of one publisher and title erred together; layers of one source or one base do now. Where the sources of such
 * layers differ in other members, the layers get a base.
 */
function withBases(layers: unknown): unknown {
  const keyOf = ({ base, source }: Content): string | null =>
    base === undefined && isContent(source) ? JSON.stringify([source['publisher'], source['title']]) : null
  const sources = new Map<string, Set<string>>()
  each(layers, (layer) => {
    const key = keyOf(layer)
    if (key !== null) sources.set(key, (sources.get(key) ?? new Set()).add(JSON.stringify(layer['source'])))
    return layer
  })
  return each(layers, (layer) => {
    const key = keyOf(layer)
    return key !== null && sources.get(key)!.size > 1 ? { ...layer, base: baseOf(layer['source'] as Content) } : layer
  })
}

const longestBase = 200

const baseOf = ({ publisher, title }: Content): string =>
  [publisher, title]
    .filter((text) => typeof text === 'string')
    .join(': ')
    .slice(0, longestBase)

function layerOf(layer: Content): Content {
  const unstated: string[] = []
  const classes = each(layer['classes'] ?? [], ({ confidence, ...own }) => {
    const word = givenConfidenceSchema.safeParse(confidence)
    if (!word.success) return confidence === undefined ? own : { ...own, confidence }
    const { isStated, confidence: meant } = confidenceOf(word.data)
    if (!isStated) unstated.push(String(own['class']))
    return meant === undefined ? own : { ...own, confidence: meant }
  })
  const name = String(layer['name'])
  const found = note('confidence-not-stated', { layer: name, classes: unstated.join('; ') }, { layer: name })
  const notes = layer['notes'] ?? []
  return {
    ...layer,
    classes,
    crs: isContent(layer['crs']) ? crsOf(layer['crs']) : layer['crs'],
    notes: unstated.length > 0 && Array.isArray(notes) ? [...(notes as unknown[]), found] : notes,
  }
}

const crsOf = (crs: Content): Content => (crs['accuracyM'] === unknownAccuracyM ? { ...crs, accuracyM: null } : crs)

const each = (list: unknown, change: (entry: Content) => Content): unknown =>
  Array.isArray(list) ? list.map((entry: unknown) => (isContent(entry) ? change(entry) : entry)) : list

const isContent = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
