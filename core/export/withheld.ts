import type { DamageReport } from '../damage/damage-answer.ts'
import type { EventReport } from '../events/event-answer.ts'
import type { NoteCode } from '../result/note.ts'
import { isSensitive, type Layer } from '../model/layer.ts'
import type { Measurement } from '../model/measurement.ts'
import type { Study } from '../model/study.ts'

/** Notes that say nothing of single features, and so may leave with a sensitive layer's figures. */
const ofWholeLayer: ReadonlySet<string> = new Set<NoteCode>([
  'layer-withheld',
  'layer-after-date',
  'layer-last-known',
  'layer-undated-holds',
  'layer-schematic',
  'layer-by-hand',
  'layer-by-hand-unknown',
  'layer-undrawn',
  'layer-shifted',
  'layer-shifted-unknown',
  'layer-without-source',
  'layer-without-outline',
  'hold-ended',
  'zones-by-radius',
  'lines-not-measured',
])

/** The study as it is told of to others: of sensitive layers nothing that was read in their files but their classes. */
export const shownStudy = (study: Study): Study => ({ ...study, layers: study.layers.map(shownLayer) })

function shownLayer(layer: Layer): Layer {
  if (!isSensitive(layer)) return layer
  const { where: _where, offers: _offers, ...rest } = layer
  return { ...rest, extent: null, notes: [] }
}

/** The features of layers that may be drawn for others. */
export const shownFeatures = <Features>(
  { layers }: Study,
  features: ReadonlyMap<string, Features>,
): ReadonlyMap<string, Features> => {
  const withheld = new Set(layers.filter(isSensitive).map(({ id }) => id))
  return new Map([...features].filter(([id]) => !withheld.has(id)))
}

/** The measurement as it leaves: its areas as they are, without rows of sensitive units and notes on sensitive features. */
export function shownMeasurement(study: Study, measurement: Measurement): Measurement {
  const withheld = new Set(study.layers.filter(isSensitive).map(({ name }) => name))
  if (withheld.size === 0) return measurement
  const { units, ...rest } = measurement
  return {
    ...rest,
    ...(units && !hasSensitiveUnits(study) ? { units } : {}),
    notes: measurement.notes.filter(
      ({ layer, code }) => layer === undefined || !withheld.has(layer) || ofWholeLayer.has(code),
    ),
  }
}

type Lists = { readonly damage: DamageReport; readonly events: EventReport }

/** The lists of a study as they leave: without the positions of sensitive events, and without rows of sensitive units. */
export function shownLists(study: Study, lists: Lists): Lists {
  const withheld = new Set(study.layers.filter(isSensitive).flatMap(({ id, name }) => [id, name]))
  if (withheld.size === 0) return lists
  const isWithoutUnits = hasSensitiveUnits(study)
  const ofUnits = <Row>(rows: readonly Row[]): Row[] => (isWithoutUnits ? [] : [...rows])
  const { damage, events } = lists
  const shownNotes = <Told extends { readonly layer?: string | undefined }>(notes: readonly Told[]): Told[] =>
    notes.filter(({ layer }) => layer === undefined || !withheld.has(layer))
  return {
    damage: {
      ...damage,
      lists: damage.lists.map((list) => ({ ...list, units: ofUnits(list.units) })),
      notes: shownNotes(damage.notes),
    },
    events: {
      ...events,
      lists: events.lists.map((list) => ({
        ...list,
        shared: withheld.has(list.layer) ? [] : list.shared,
        units: ofUnits(list.units),
      })),
      notes: shownNotes(events.notes),
    },
  }
}

const hasSensitiveUnits = ({ layers }: Study): boolean =>
  layers.some((layer) => layer.role === 'units' && isSensitive(layer))
