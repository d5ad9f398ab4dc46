import type { Layer } from '../model/layer.ts'
import type { Study } from '../model/study.ts'
import type { Text } from '../model/text.ts'
import type { Step } from './entry.ts'

type Values = Step['values']

/** What a change did to a study, by what differs: the same name whoever made it. */
export function nameChange(before: Study, after: Study): Step {
  const known = new Map(before.layers.map((layer) => [layer.id, layer]))
  const added = after.layers.filter(({ id }) => !known.has(id))
  const staying = new Set(after.layers.map(({ id }) => id))
  const removed = before.layers.filter(({ id }) => !staying.has(id))
  const [firstRemoved] = removed
  const [firstAdded] = added
  if (firstRemoved && firstAdded) return step('layers-replaced', { ...titled(firstRemoved), count: added.length })
  if (firstAdded?.drawn && added.length === 1)
    return step(firstAdded.features === 0 ? 'drawing-started' : 'drawing-copied', titled(firstAdded))
  if (firstAdded) return step('layers-loaded', { ...titled(firstAdded), count: added.length })
  if (firstRemoved) return step('layers-removed', { ...titled(firstRemoved), count: removed.length })
  const steps = after.layers.flatMap((layer) => {
    const changed = layerStep(known.get(layer.id)!, layer)
    return changed ? [changed] : []
  })
  const isOfRole = steps.some(({ code }) => code === 'layer-role')
  const follows = (part: string): boolean => part === 'sources' || (part === 'plan' && isOfRole)
  const parts = changedParts(before, after).filter((part) => steps.length === 0 || !follows(part))
  const [first] = steps
  if (first && parts.length === 0) return ofSeveral(first, steps)
  if (first) return step('study-changed', { parts: ['layers', ...parts].join() })
  if (parts.length > 1) return step('study-changed', { parts: parts.join() })
  const [part] = parts
  if (part === 'title')
    return step('study-renamed', { ...inTexts('from', before.title), ...inTexts('to', after.title) })
  if (part === 'asOf') return step('study-day', { from: before.asOf ?? '', to: after.asOf ?? '' })
  return part === undefined ? step('nothing-changed', {}) : step('study-changed', { parts: part })
}

const step = (code: string, values: Values): Step => ({ code, values })

/** A change of all snapshots of a series is one change of it. */
function ofSeveral(first: Step, steps: readonly Step[]): Step {
  // A layer that moves moves others along.
  if (steps.every(({ code }) => code === 'layer-order')) return step('layers-order', {})
  if (steps.length === 1) return first
  // A new plan makes what was one before context.
  const plan = steps.find(({ code, values }) => code === 'layer-role' && values['to'] === 'plan')
  if (
    plan &&
    steps.every(({ code, values }) => code === 'layer-role' && (values['to'] === 'plan' || values['from'] === 'plan'))
  )
    return plan
  const { from: _from, ...same } = first.values
  const isAlike = steps.every(
    ({ code, values: { from: _own, ...values } }) =>
      code === first.code && JSON.stringify({ ...values, layer: 0 }) === JSON.stringify({ ...same, layer: 0 }),
  )
  return isAlike ? first : step('layers-changed', { ...titledOf(first.values), count: steps.length })
}

const titledOf = ({ layer = '', title_en = '', title_ar }: Values): Values => ({
  layer,
  title_en,
  ...(title_ar === undefined ? {} : { title_ar }),
})

const titled = ({ id, title }: Layer): Values => ({ layer: id, ...inTexts('title', title) })

const inTexts = (name: string, { en, ar }: Text): Values => ({
  [`${name}_en`]: en,
  ...(ar === undefined ? {} : { [`${name}_ar`]: ar }),
})

/** What is said of a layer, by the change it makes when alone; what follows from others of them is left out. */
const membersOf = {
  'layer-accuracy': ['accuracyM', 'accuracy'],
  'layer-renamed': ['title', 'name'],
  'layer-role': ['role'],
  'layer-days': ['date', 'from', 'to', 'dateFields', 'dateOrder'],
  'layer-buffer': ['bufferM'],
  'layer-classes': ['classes', 'classField'],
  'layer-source': ['source', 'sourcesField'],
  'layer-order': ['order'],
  'layer-opacity': ['opacity'],
  'layer-labels': ['labelField', 'labels'],
  'layer-sensitive': ['sensitive'],
  'layer-read-again': [
    'file',
    'sha256',
    'crs',
    'encoding',
    'sublayer',
    'where',
    'positions',
    'threshold',
    'geometryType',
    'evenOdd',
  ],
  'layer-remark': ['remark'],
  'layer-changed': ['idField', 'buildingsField', 'base', 'events', 'method', 'schematic', 'drawnTo'],
} as const satisfies Readonly<Record<string, readonly (keyof Layer)[]>>

function layerStep(before: Layer, after: Layer): Step | null {
  const codes = Object.entries(membersOf).flatMap(([code, members]) =>
    members.some((member) => !isSame(before[member], after[member])) ? [code] : [],
  )
  const [code] = codes
  if (code === undefined) return null
  if (codes.includes('layer-read-again') && before.drawn && after.drawn)
    return step(before.features === after.features ? 'drawing-moved' : 'drawing', {
      ...titled(after),
      from: before.features,
      to: after.features,
    })
  if (codes.includes('layer-read-again')) return step('layer-read-again', titled(after))
  // A layer of another role has its classes in other colours, and may be left without what only its former role has.
  if (codes.includes('layer-role') && codes.every((own) => own === 'layer-role' || own === 'layer-classes'))
    return step('layer-role', { ...titled(after), ...fromTo('layer-role', before, after) })
  if (codes.length > 1) return step('layer-changed', titled(after))
  return step(code, { ...titled(code === 'layer-renamed' ? before : after), ...fromTo(code, before, after) })
}

function fromTo(code: string, before: Layer, after: Layer): Values {
  if (code === 'layer-accuracy') return { from: before.accuracyM ?? '', to: after.accuracyM ?? '' }
  if (code === 'layer-buffer') return { from: before.bufferM ?? '', to: after.bufferM ?? '' }
  if (code === 'layer-opacity') return { from: before.opacity ?? 1, to: after.opacity ?? 1 }
  if (code === 'layer-role') return { from: before.role, to: after.role }
  if (code === 'layer-renamed') return inTexts('to', after.title)
  if (code === 'layer-days') return { from: daysOf(before), to: daysOf(after) }
  return {}
}

const daysOf = ({ date, from, to }: Layer): string => date ?? (from || to ? `${from ?? '…'}/${to ?? '…'}` : '')

const studyParts = [
  'title',
  'asOf',
  'plan',
  'headline',
  'events',
  'published',
  'claims',
  'claimed',
  'gaps',
  'sources',
  'summary',
  'precedents',
  'publication',
] as const satisfies readonly (keyof Study)[]

function changedParts(before: Study, after: Study): string[] {
  const parts: string[] = studyParts.filter((part) => !isSame(before[part], after[part]))
  const order = ({ layers }: Study): string => layers.map(({ id }) => id).join()
  return order(before) === order(after) ? parts : [...parts, 'order']
}

/** Whether a study says the same as before: there is nothing to write, and nothing that could be undone. */
export const isUnchanged = (before: Study, after: Study): boolean =>
  isSame(before, { ...after, id: before.id, revision: before.revision })

/** The order of members says nothing. */
const isSame = (before: unknown, after: unknown): boolean => inOrder(before) === inOrder(after)

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, own: unknown) =>
    typeof own === 'object' && own !== null && !Array.isArray(own)
      ? Object.fromEntries(Object.entries(own).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : own,
  )
