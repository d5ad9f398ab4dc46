import type { ClaimedFigure } from '../model/claimed-figure.ts'
import type { Measurement } from '../model/measurement.ts'
import { isReported } from '../model/outline.ts'
import type { Study } from '../model/study.ts'
import type { LayerGround, PlanDay } from './comparison-answer.ts'
import type { Basis, CoverageTopic } from './comparison-terms.ts'

/** For each thing that studies are compared in: by what right this one speaks of it. */
export type Coverage = Readonly<Record<CoverageTopic, Basis>>

/** What of a study is measured, what only claimed, and what is not known, on the day of the measurement. */
export function coverageOf(study: Study, measurement: Measurement, { held, shelled, damaged }: PlanDay): Coverage {
  const isDrawn = (name: string | undefined): boolean =>
    study.layers.some((layer) => layer.name === name && (layer.drawnTo?.length ?? 0) > 0)
  const isCounted = (role: string): boolean =>
    (measurement.points ?? []).some(({ layer }) => study.layers.some((own) => own.name === layer && own.role === role))
  // A layer of records does not say that there was nothing where it records nothing.
  const recorded = (own: LayerGround | null): LayerGround | null => (own && own.wideM2 > 0 ? own : null)
  const ground = (own: LayerGround | null, role: 'control' | 'shelling' | 'damage'): Basis => {
    if (own) return isDrawn(own.layer) ? 'drawn' : own.schematic && role !== 'control' ? 'named' : 'measured'
    if (isCounted(role)) return 'measured'
    return measurement.claimed.some(({ about }) => about === role) ? 'claimed' : 'unknown'
  }
  const plan = study.layers.find(({ id }) => id === study.plan.layer)
  return {
    area: isReported(measurement) ? 'claimed' : isDrawn(plan?.name) ? 'drawn' : 'measured',
    held: ground(held, 'control'),
    shelled: ground(recorded(shelled), 'shelling'),
    damaged: ground(recorded(damaged), 'damage'),
  }
}

/** What a study comes to in a comparison: measured ground, places that reports name, an outline and nothing measured inside it, or figures that are told. */
export type Standing = 'measured' | 'named' | 'outlined' | 'told'

export function standingOf({ area, ...ground }: Coverage, layers: Measurement['layers']): Standing {
  if (area === 'claimed') return 'told'
  const known = Object.values(ground)
  // Zones are about none of the things that studies are compared in, and measured all the same.
  const isOfZones = layers.some(({ role, layer }) => role === 'zones' && layer !== null)
  return known.includes('measured') || isOfZones ? 'measured' : known.includes('named') ? 'named' : 'outlined'
}

/** Claimed figures of one thing, or of what is none of them (`null`). */
export const claimedAbout = (claimed: readonly ClaimedFigure[], topic: CoverageTopic | null): ClaimedFigure[] =>
  claimed.filter(({ about }) => about === (topic === null ? null : aboutOf[topic]))

const aboutOf = { area: undefined, held: 'control', shelled: 'shelling', damaged: 'damage' } as const
