import { note, type Note } from '../result/note.ts'
import { formatNumber } from '../format/format.ts'
import type { Layer } from '../model/layer.ts'
import type { MeasuredLayer } from './measured-layer.ts'

const leastOverlapM2 = 0.5

/** What a reader must know of the layers behind the numbers: schematic outlines, missing sources, overlapping rows. */
export function measurementNotes(
  plan: Layer,
  measured: readonly MeasuredLayer[],
  overlapsM2: { readonly plan: number; readonly units: number },
): Note[] {
  const notes: Note[] = []
  for (const layer of [plan, ...measured.map(({ layer }) => layer)]) {
    const about = { layer: layer.name }
    if (layer.schematic) {
      notes.push(note('layer-schematic', { layer: layer.name, accuracyM: layer.accuracyM ?? '?' }, about))
    }
    if (layer.method === 'by-hand') {
      const { name, accuracyM } = layer
      notes.push(
        accuracyM === undefined
          ? note('layer-by-hand-unknown', { layer: name }, about)
          : note(
              'layer-by-hand',
              { layer: name, accuracyM: formatNumber(accuracyM, Number.isInteger(accuracyM) ? 0 : 1) },
              about,
            ),
      )
    }
    if (layer.crs.operation !== null) {
      const { operation, accuracyM, shiftM } = layer.crs
      const moved = { layer: layer.name, operation, shiftM: Math.round(shiftM) }
      notes.push(
        accuracyM === null
          ? note('layer-shifted-unknown', moved, about)
          : note('layer-shifted', { ...moved, accuracyM }, about),
      )
    }
    if (layer.source === undefined && layer.sourcesField === undefined)
      notes.push(note('layer-without-source', { layer: layer.name }, about))
  }
  if (overlapsM2.plan > leastOverlapM2) {
    notes.push(note('plan-features-overlap', { areaHa: formatNumber(overlapsM2.plan / 10_000, 1) }))
  }
  if (overlapsM2.units > leastOverlapM2) {
    notes.push(note('units-overlap', { areaHa: formatNumber(overlapsM2.units / 10_000, 1) }))
  }
  return notes
}
