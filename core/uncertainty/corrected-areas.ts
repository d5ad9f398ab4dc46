import { countedTwiceM2 } from '../answer/overlapping-rows.ts'
import { note, type Note } from '../result/note.ts'
import { done, refused, type Outcome } from '../result/outcome.ts'
import { problem } from '../result/problem.ts'
import { formatNumber } from '../format/format.ts'
import type { Layer } from '../model/layer.ts'
import type { LayerMeasurement, Measurement } from '../model/measurement.ts'
import type { Study } from '../model/study.ts'
import { estimateAreas, type AreaEstimate, type ErrorMatrix } from '../uncertainty/error-matrix.ts'
import { translate, translateInEach } from '../i18n/translate.ts'

/** Whether somebody states that the sample units were drawn at random within each map class. */
export type Sampling = 'probability' | 'unknown'

const leastM2 = 0.5

/**
 * The areas of a measured layer's classes corrected by an error matrix (Olofsson et al. 2014). The matrix names classes as
 * the layer does, by name or label; the ground that the layer says nothing about takes part as "not covered" where it has
 * a row. Refuses a layer of points, classes that the layer does not have, and a matrix that lacks one that has ground.
 */
export function correctedAreas(
  study: Study,
  measurement: Measurement,
  layerName: string,
  file: string,
  matrix: ErrorMatrix,
  sampling: Sampling,
): Outcome<AreaEstimate> {
  const measured = measurement.layers.find(({ name, layer }) => name === layerName && layer !== null)
  if (measurement.points?.some(({ layer }) => layer === layerName))
    return refused(problem('error-matrix-of-points', { layer: layerName }))
  const known = measurement.layers.map(({ name }) => name).join(', ') || '—'
  if (!measured) return refused(problem('error-matrix-layer', { layer: layerName, known }))
  const layer = study.layers.find(({ id }) => id === measured.layer)
  const rows = rowsOf(measured, layer)
  const chosen = matrix.classes.map((name) => rows.find(({ names }) => names.includes(name.toLowerCase())))
  const strange = chosen.findIndex((row) => row === undefined)
  if (strange >= 0) {
    const has = rows.map(({ names }) => names[0]).join(', ')
    return refused(
      problem('error-matrix-class-unknown', { file, class: matrix.classes[strange]!, layer: layerName, known: has }),
    )
  }
  const missing = rows.find((row) => row.kind === 'class' && row.areaM2 > leastM2 && !chosen.includes(row))
  if (missing)
    return refused(problem('error-matrix-class-missing', { file, class: missing.names[0]!, layer: layerName }))
  const estimate = estimateAreas(
    matrix,
    chosen.map((row) => row!.areaM2),
  )
  if (!estimate.ok) return estimate
  const hasUncovered = chosen.some((row) => row!.kind === 'uncovered')
  return done({
    ...estimate.value,
    notes: [
      ...samplingNotes(sampling),
      ...groundNotes(measured, measurement.plan.areaM2, hasUncovered),
      ...estimate.value.notes,
    ],
  })
}

/** The interval speaks of chance alone: where units were chosen, or nobody knows how, it means little. */
export const samplingNotes = (sampling: Sampling): Note[] =>
  sampling === 'probability' ? [] : [note('error-matrix-sampling')]

function groundNotes(measured: LayerMeasurement, planM2: number, hasUncovered: boolean): Note[] {
  const { name, uncoveredM2 } = measured
  const twiceM2 = countedTwiceM2(measured, planM2)
  const areaHa = (areaM2: number): string => formatNumber(areaM2 / 10_000, 1)
  return [
    ...(twiceM2 > leastM2
      ? [note('error-matrix-several', { layer: name, areaHa: areaHa(twiceM2) }, { layer: name })]
      : []),
    ...(uncoveredM2 > leastM2 && !hasUncovered
      ? [note('error-matrix-uncovered', { layer: name, areaHa: areaHa(uncoveredM2) }, { layer: name })]
      : []),
  ]
}

type MapRow = { readonly kind: 'class' | 'uncovered'; readonly names: readonly string[]; readonly areaM2: number }

/** What the rows of a matrix may be called, in lower case. */
function rowsOf({ classes, uncoveredM2 }: LayerMeasurement, layer: Layer | undefined): MapRow[] {
  return [
    ...classes.map(({ class: name, areaM2 }): MapRow => {
      const label = layer?.classes.find((each) => each.class === name)?.label
      const names = [name ?? translate('en', 'class.empty'), label?.en, label?.ar].flatMap(
        (text) => text?.toLowerCase() ?? [],
      )
      return { kind: 'class', names, areaM2 }
    }),
    { kind: 'uncovered', names: Object.values(translateInEach('class.uncovered')), areaM2: uncoveredM2 },
  ]
}
