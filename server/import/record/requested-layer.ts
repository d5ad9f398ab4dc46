import { problem, type Problem } from '../../../core/result/problem.ts'
import type { Shapes } from '../../../core/geometry/shapes.ts'

/** How the layer of one kind is told from the others of a file that mixes kinds. */
export const kindNames: Readonly<Record<Shapes['kind'], string>> = {
  polygon: 'polygons',
  line: 'lines',
  point: 'points',
}

/** Whether `asked` means the layer `name`, or the part of it that is of one kind ("roads (lines)"). */
export const isRequested = (requested: string | undefined, name: string): boolean =>
  requested === undefined ||
  requested === name ||
  Object.values(kindNames).some((kind) => requested === `${name} (${kind})`)

/** Whether a layer that was read is the one that is asked for, or a part of it. */
export const isMeant = (requested: string | undefined, name: string): boolean =>
  requested === undefined || isRequested(name, requested)

/** The refusal of a layer that is not there, with the names of those that are. */
export const sublayerUnknown = (file: string, requested: string, layers: readonly string[]): Problem =>
  problem('sublayer-unknown', { file, value: requested, layers: layers.join(', ') }, { layers })
