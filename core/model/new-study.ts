import type { Study } from './study.ts'
import { studyVersion } from './study.ts'
import type { Text } from './text.ts'

type Known = {
  readonly [Key in keyof Omit<Study, 'schema' | 'revision' | 'layers' | 'title' | 'id' | 'plan'>]?:
    | Study[Key]
    | undefined
}

/** A study without layers; its plan is named as the study until it has a name of its own. */
export function newStudy(
  id: string,
  title: Text,
  plan: Partial<Omit<Study['plan'], 'layer' | 'name'>> & { readonly name?: Text | undefined } = {},
  known: Known = {},
): Study {
  const { summary, headline, publication, precedents } = known
  return {
    schema: studyVersion,
    id,
    title,
    ...(summary ? { summary } : {}),
    revision: 1,
    asOf: known.asOf ?? null,
    plan: { layer: null, ...plan, name: plan.name ?? title },
    ...(headline ? { headline } : {}),
    layers: [],
    events: known.events ?? [],
    published: known.published ?? [],
    claims: known.claims ?? [],
    gaps: known.gaps ?? [],
    sources: known.sources ?? [],
    claimed: known.claimed ?? [],
    ...(publication ? { publication } : {}),
    ...(precedents ? { precedents } : {}),
  }
}
