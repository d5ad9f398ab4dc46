import { classText } from '../classify/classes.ts'
import { featureIds } from '../measure/feature-ids.ts'
import { layersAt } from '../model/snapshot.ts'
import type { ReportInput } from './report-input.ts'

/** What units are called, by the id that the measurement names them with. */
export function unitNames({ study, features, measurement, language }: ReportInput): Map<string, string> {
  const names = new Map<string, string>()
  for (const layer of layersAt(study, measurement.at)) {
    const own = features.get(layer.id)
    if (layer.role !== 'units' || !own || !layer.labelField) continue
    const { ids } = featureIds(layer, own)
    const field = layer.labelField[language] ?? layer.labelField.en
    own.attributes.forEach((attributes, feature) => {
      const name = classText(attributes[field])
      if (name !== null) names.set(ids[feature]!, name)
    })
  }
  return names
}
