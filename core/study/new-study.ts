import type { Study } from './study.ts'
import { studyVersion } from './study.ts'
import type { Text } from './text.ts'

type Known = {
  readonly [Key in keyof Omit<Study, 'schema' | 'revision' | 'layers' | 'title' | 'id' | 'plan'>]?: Study[Key] | undefined
}

/** A study without layers; its plan is named as the study until it has a name of its own. */
export function newStudy(
  id: string,
  title: Text,
  plan: { name?: Text | undefined; announced?: string | undefined } = {},
  known: Known = {},
): Study {
  const { summary, headline } = known
  return {
    schema: studyVersion,
    id,
    title,
    ...(summary ? { summary } : {}),
    revision: 1,
    asOf: known.asOf ?? null,
    plan: {
      layer: null,
      name: plan.name ?? title,
      ...(plan.announced === undefined ? {} : { announced: plan.announced }),
    },
    ...(headline ? { headline } : {}),
    layers: [],
    events: known.events ?? [],
    published: known.published ?? [],
    claims: known.claims ?? [],
    gaps: known.gaps ?? [],
  }
}
