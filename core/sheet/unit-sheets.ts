import { textIn } from '../model/text.ts'
import { isSeveral } from '../overlay/several.ts'
import { ownersIn } from '../model/owners.ts'
import { chosenPolygons } from '../geometry/chosen-polygons.ts'
import { isReported, type Together } from '../overlay/together.ts'
import { groupAreas, readingAreas } from '../measure/class-groups.ts'
import { classText } from '../classify/classes.ts'
import { featureIds } from '../measure/feature-ids.ts'
import type { FeatureMeasurement, GroundArea, Measurement } from '../model/measurement.ts'
import { layersAt } from '../model/snapshot.ts'
import type { Study } from '../model/study.ts'
import { readingsOf, sumOf, reportedLayer } from '../measure/overlay-cells.ts'
import { voicesOf } from '../model/voices.ts'
import type { SheetInput } from './sheet-input.ts'

/** A sheet for each unit that has ground inside the plan, in the order of the measurement; none where the study has no units. */
export function unitSheets(input: SheetInput): SheetInput[] {
  const { study, features, measurement, language } = input
  const layer = layersAt(study, measurement.at).find(({ role }) => role === 'units')
  const own = layer && features.get(layer.id)
  if (!layer || !own) return []
  const { ids } = featureIds(layer, own)
  const field = layer.labelField && textIn(language, layer.labelField)
  return (measurement.units ?? []).flatMap((row) => {
    if (row.id === null || row.areaM2 <= 0) return []
    const { id } = row
    const name = (field && classText(own.attributes[ids.indexOf(id)]?.[field])) ?? id
    const shapes = chosenPolygons(own.shapes, (polygon) => ids[own.shapes.polygonFeature[polygon]!] === id)
    return [{ ...input, measurement: unitMeasurement(study, measurement, row, name), unit: { id, name, shapes } }]
  })
}

/** The measurement of one unit, its ground in the place of the plan's; without intervals, which were drawn for the plan. */
function unitMeasurement(
  study: Study,
  measured: Measurement,
  { areaM2, combinations }: FeatureMeasurement,
  name: string,
): Measurement {
  const ofLayer = (layer: string, holds: (classes: readonly (string | null)[]) => boolean): number =>
    sumOf(combinations.filter(({ classes }) => holds(classes[layer] ?? [])).map((own) => own.areaM2))
  const { ellipsoid, edges, engine } = measured.method
  return {
    schema: measured.schema,
    at: measured.at,
    atFrom: measured.atFrom,
    plan: { name, features: 1, areaM2 },
    layers: measured.layers.map(({ name: layer, layer: id, role, date, classes, bySources, ended }) => {
      const known = study.layers.find((each) => each.id === id)
      const names = classes.map((named) => named.class)
      const placesOver = (over: readonly (string | null)[]): number[] => over.map((name) => names.indexOf(name))
      const groundOf = (together: Together): GroundArea => {
        const own = ofLayer(layer, (over) => isReported(together, placesOver(over)))
        return { areaM2: own, share: own / areaM2 }
      }
      // Who speaks of the ground is told of the whole plan.
      const ground = measured.combinations.map((own) => ({
        classes: [placesOver(own.classes[layer] ?? [])],
        areaM2: own.areaM2,
      }))
      const reported =
        known && reportedLayer({ layer: known, names }, ground, 0, measured.plan.areaM2, voicesOf(study.sources))
      return {
        name: layer,
        layer: id,
        role,
        date,
        ...(ended ? { ended: ended.map(({ party, date, title, label }) => ({ party, date, title, label })) } : {}),
        classes: classes.map(({ class: name, confidence, party, sources, publishers }) => {
          const own = ofLayer(layer, (over) => over.includes(name))
          return {
            class: name,
            areaM2: own,
            share: own / areaM2,
            ...(confidence ? { confidence } : {}),
            ...(party === undefined ? {} : { party }),
            ...(sources ? { sources } : {}),
            ...(publishers === undefined ? {} : { publishers }),
          }
        }),
        groups: reported ? groupAreas(reported, groundOf) : [],
        ...(reported && bySources ? readingsOf(readingAreas(reported, groundOf), bySources[0]!.party) : {}),
        multipleM2: ofLayer(layer, (over) => isSeveral(over, ownersIn(classes))),
        uncoveredM2: ofLayer(layer, (over) => over.length === 0),
      }
    }),
    combinations: combinations.map((own) => ({ classes: own.classes, areaM2: own.areaM2, share: own.areaM2 / areaM2 })),
    claimed: [],
    reconciliation: measured.reconciliation,
    method: { ellipsoid, edges, engine },
    notes: measured.notes,
  }
}
