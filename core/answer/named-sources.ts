import type { Layer } from '../model/layer.ts'
import type { Measurement } from '../model/measurement.ts'

/** Ids of the sources that name ground of a layer inside the plan, each once: what its figures rest on beside the layer's own source. */
export const namedIn = ({ layers }: Pick<Measurement, 'layers'>, layer: string): string[] => [
  ...new Set(
    layers
      .filter((own) => own.layer === layer)
      .flatMap(({ classes }) => classes.flatMap(({ areaM2, sources = [] }) => (areaM2 > 0 ? sources : []))),
  ),
]

/** Whether neither a layer nor any of its classes or features names a source. */
export const namesNoSource = ({
  source,
  sourcesField,
  classes,
}: Pick<Layer, 'source' | 'sourcesField' | 'classes'>): boolean =>
  source === undefined && sourcesField === undefined && classes.every(({ sources = [] }) => sources.length === 0)
