import { z } from 'zod'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem, type Problem } from '../result/problem.ts'
import { claimedProblem, claimedSchema } from './claimed.ts'
import { layerSchema } from './layer-schema.ts'
import { isSensitive, type Layer } from './layer.ts'
import { givenSourceSchema, listSource, sourceReferenceSchema, type Source, type SourceReference } from './sources.ts'
import {
  claimSchema,
  eventKinds,
  eventSchema,
  gapSchema,
  placeSchema,
  publishedSchema,
  studySchema,
  type Study,
} from './study.ts'
import { dateSchema, givenTextSchema } from './text-schema.ts'
import { withoutTypedAgreement } from './typed-agreement.ts'

const givenPlaceSchema = z.union([
  placeSchema,
  z.strictObject({ type: z.literal('Point'), coordinates: placeSchema }).transform(({ coordinates }) => coordinates),
])

/** What may be said of a plan beside its layer; `areaM2` must be the figure that `areaFrom` names. */
export const givenPlanSchema = z.strictObject({
  name: givenTextSchema.optional(),
  announced: dateSchema.optional(),
  place: givenPlaceSchema.optional(),
  areaFrom: studySchema.shape.plan.shape.areaFrom,
  areaM2: z.number().positive().optional(),
})

/** `recapture` is what basilia-study/1 called `taken`. */
const givenKindSchema = z
  .enum([...eventKinds, 'recapture'])
  .transform((kind) => (kind === 'recapture' ? 'taken' : kind))

/** The records of a study as users give them: a source may stand where its id belongs, and published figures get ids. */
export const givenRecords = {
  events: z.array(eventSchema.extend({ kind: givenKindSchema, source: sourceReferenceSchema.optional() })).default([]),
  published: z
    .array(publishedSchema.extend({ id: publishedSchema.shape.id.optional(), source: sourceReferenceSchema }))
    .default([]),
  claims: z.array(claimSchema.extend({ source: sourceReferenceSchema })).default([]),
  gaps: z.array(gapSchema.extend({ source: sourceReferenceSchema.optional() })).default([]),
  claimed: z.array(claimedSchema.extend({ source: sourceReferenceSchema })).default([]),
  sources: z.array(givenSourceSchema.extend({ id: studySchema.shape.id })).default([]),
}

/** A study as a file or a body gives it. */
export const givenStudySchema = studySchema.extend({
  ...givenRecords,
  plan: studySchema.shape.plan.extend({ place: givenPlanSchema.shape.place, areaM2: givenPlanSchema.shape.areaM2 }),
  layers: z.array(layerSchema.extend({ source: sourceReferenceSchema.optional() })),
})
export type GivenStudy = z.infer<typeof givenStudySchema>

/**
 * The study with every source in its list and an id wherever one is referred to. Refuses by their place: an id that two
 * sources or figures have, a reference to a source or a figure that is not there, a claimed figure that cannot be.
 */
export function buildStudy(given: GivenStudy): Outcome<Study> {
  const { id } = given
  const { areaM2, ...plan } = given.plan
  const twice = idTwice(given)
  if (twice) return refused(twice)
  let sources: readonly Source[] = given.sources
  let refusal: Problem | null = null
  const idOf = (reference: SourceReference, where: string): string => {
    const listed = listSource(sources, reference, { id, where })
    if (listed.ok) sources = listed.value.sources
    else refusal ??= listed.problem
    return listed.ok ? listed.value.id : ''
  }
  const withId =
    <Entry extends { readonly source?: SourceReference | undefined }>(key: string) =>
    ({ source, ...entry }: Entry, i: number) => ({
      ...entry,
      ...(source === undefined ? {} : { source: idOf(source, `${key}.${i}.source`) }),
    })
  const withNeeded =
    <Entry extends { readonly source: SourceReference }>(key: string) =>
    (entry: Entry, i: number) => ({ ...entry, source: idOf(entry.source, `${key}.${i}.source`) })
  const resolved = {
    ...given,
    plan,
    layers: given.layers.map(withId('layers')).map((layer) => ({ ...layer, ...withoutTypedAgreement(layer) })),
    events: given.events.map(withId('events')),
    published: withFigureIds(given.published).map(withNeeded('published')),
    claims: given.claims.map(withNeeded('claims')),
    gaps: given.gaps.map(withId('gaps')),
    claimed: given.claimed.map(withNeeded('claimed')),
  }
  if (refusal) return refused(refusal)
  const study: Study = { ...resolved, sources: [...sources] }
  const wrong = layersProblem(study) ?? figuresProblem(study) ?? planProblem(study, areaM2)
  return wrong ? refused(wrong) : done(study)
}

/** The first layer that refers to a source or a published figure which is not there. */
function layersProblem(study: Study): Problem | null {
  for (const [i, layer] of study.layers.entries()) {
    const wrong = layerProblem(study, layer, `layers.${i}`)
    if (wrong) return wrong
  }
  return null
}

/**
 * A plan that is sensitive, a class that names a source which is not there, or a drawing fitted to a figure which is not
 * there; `where` is the layer's place.
 */
export function layerProblem({ id, sources, published }: Study, layer: Layer, where: string): Problem | null {
  const { classes, drawnTo = [] } = layer
  if (layer.role === 'plan' && isSensitive(layer)) return problem('plan-sensitive', { layer: layer.name })
  for (const [k, own] of classes.entries()) {
    const unknown = own.sources?.find((named) => !sources.some((source) => source.id === named))
    if (unknown !== undefined)
      return problem('source-unknown', { id, where: `${where}.classes.${k}.sources`, source: unknown })
  }
  const absent = drawnTo.find((named) => !published.some((figure) => figure.id === named))
  return absent === undefined
    ? null
    : problem('published-unknown', { id, where: `${where}.drawnTo`, published: absent })
}

function figuresProblem({ id, claimed }: Study): Problem | null {
  for (const [i, figure] of claimed.entries()) {
    const wrong = claimedProblem(figure, { id, where: `claimed.${i}` })
    if (wrong) return wrong
  }
  return null
}

function planProblem({ id, plan: { areaFrom }, published }: Study, areaM2: number | undefined): Problem | null {
  const figure = published.find((own) => own.id === areaFrom)
  if (areaFrom !== undefined && !figure)
    return problem('published-unknown', { id, where: 'plan.areaFrom', published: areaFrom })
  if (figure && (figure.measure !== 'areaM2' || figure.value <= 0))
    return problem('area-from-not-area', { id, where: 'plan.areaFrom', published: figure.id })
  return areaM2 === undefined || areaM2 === figure?.value
    ? null
    : problem('plan-area-differs', { id, where: 'plan.areaM2', value: areaM2, published: figure?.value ?? '–' })
}

/** Published figures in their order, those without an id numbered by their place. */
function withFigureIds(published: GivenStudy['published']) {
  const taken = new Set(published.flatMap(({ id }) => id ?? []))
  return published.map((figure, i) => {
    let number = i + 1
    while (figure.id === undefined && taken.has(`published-${number}`)) number++
    const { id = `published-${number}`, ...rest } = figure
    taken.add(id)
    return { id, ...rest }
  })
}

function idTwice(given: GivenStudy): Problem | null {
  for (const key of ['sources', 'published', 'claimed'] as const) {
    const ids = given[key].map((own) => own.id)
    const i = ids.findIndex((own, place) => own !== undefined && ids.indexOf(own) < place)
    if (i < 0) continue
    const where = `${key}.${i}.id`
    return key === 'sources'
      ? problem('source-id-twice', { id: given.id, where, source: ids[i]! })
      : problem('figure-id-twice', { id: given.id, where, figure: ids[i]! })
  }
  return null
}
