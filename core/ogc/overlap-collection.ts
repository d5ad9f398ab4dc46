import { classStyles } from '../export/class-styles.ts'
import { overlapLayer } from '../export/overlap-layer.ts'
import { uniqueNames } from '../export/unique-names.ts'
import { shownGround } from '../export/withheld-ground.ts'
import { shapesFromGeoJson } from '../geometry/geojson.ts'
import type { Attributes } from '../geometry/shapes.ts'
import type { Measurable } from '../measure/measurable.ts'
import type { Measurement } from '../model/measurement.ts'
import type { TaskContext } from '../parallel/worker-pool.ts'
import { dayFields, type Collection } from './collection.ts'

/** What the overlap of a study is called among its layers; no id of a layer has an underscore. */
export const overlapId = 'measured_overlap'

/** The plan's ground by combination of classes on the measured day, with its area and share; sensitive layers are left out. */
export function overlapCollection(all: Measurable, measured: Measurement, work: TaskContext): Collection {
  const { ground, measurement } = shownGround(all, measured)
  const layer = overlapLayer(ground, measurement, 'combination', classStyles(ground.measured), [], work)
  const day = measurement.at
  const features = layer.features.filter(({ geometry }) => geometry !== null)
  const given = layer.fields.map(({ name }) => name).filter((name) => name !== numberField)
  // Layers may be called as these are.
  const [id, date, until] = uniqueNames(['id', ...dayFields.map(({ name }) => name)], given) as [string, string, string]
  const nameOf = (name: string): string => (name === numberField ? id : name)
  return {
    fields: [
      ...layer.fields.map(({ name, type, title }) => ({ name: nameOf(name), type, title: title.en })),
      { ...dayFields[0]!, name: date },
      { ...dayFields[1]!, name: until },
    ],
    properties: features.map(({ properties }) => ({
      ...Object.fromEntries(Object.entries(properties as Attributes).map(([name, value]) => [nameOf(name), value])),
      [date]: day,
      [until]: day,
    })),
    days: features.map(() => ({ from: day, to: day })),
    shapes: shapesFromGeoJson(
      features.map(({ geometry }) => geometry),
      'polygon',
    ),
    evenOdd: 'polygon',
  }
}

/** The number of a polygon among the fields of a file, beside which the features of others may have an `id`. */
const numberField = 'nr'
