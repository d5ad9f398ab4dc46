import type { OverlayLayer } from '../core/overlay/overlay.ts'
import { m2PerDegree2, type Peer } from './peer.ts'
import { polygonsOf } from './polygons.ts'
import { resolved } from './resolved.ts'

/** What is used of mapshaper, which is no dependency. */
type Layer = {
  readonly data: { readonly getRecords: () => readonly { readonly class: number }[] }
  readonly shapes: readonly unknown[]
}
type Dataset = { layers: Layer[]; readonly arcs: unknown }
type Options = Readonly<Record<string, unknown>>
type Mapshaper = {
  readonly cmd: {
    readonly splitLayer: (layer: Layer, field: string, options: Options) => Layer[]
    readonly dissolve: (layers: readonly Layer[], dataset: Dataset, options: Options) => Layer[]
    readonly clipLayers: (layers: readonly Layer[], by: Dataset, dataset: Dataset, options: Options) => Layer[]
  }
  readonly geom: { readonly getPlanarShapeArea: (shape: unknown, arcs: unknown) => number }
  readonly internal: {
    readonly importContent: (content: { readonly json: { readonly content: string } }, options: Options) => Dataset
    readonly copyDataset: (dataset: Dataset) => Dataset
  }
}

const quiet = { quiet: true }

/**
 * mapshaper's commands `-split class`, `-dissolve class` and `-clip` by the plan, called on datasets that are imported
 * already, because `applyCommands` would read and write GeoJSON each time. Split first: where the classes of one layer
 * overlap, 0.7.70 clips them wrongly together (by its code, a ring of the plan inside one class and cut by another is lost).
 */
export async function mapshaper(): Promise<Peer | undefined> {
  const module = await resolved<{ readonly default: Mapshaper }>('mapshaper')
  if (!module) return undefined
  const { cmd, geom, internal } = module.default
  const imported = (layer: OverlayLayer): Dataset => internal.importContent({ json: { content: geoJsonOf(layer) } }, {})
  return {
    name: 'mapshaper',
    every: { W1: 1, W2: 1, W3: 1, W4: 1 },
    load({ plan, zones }) {
      const [under, over] = [imported(plan), imported(zones)]
      let last: { readonly layers: readonly Layer[]; readonly arcs: unknown } | undefined
      return {
        runMs() {
          const [by, dataset] = [internal.copyDataset(under), internal.copyDataset(over)]
          const start = performance.now()
          dataset.layers = cmd.splitLayer(dataset.layers[0]!, 'class', quiet)
          dataset.layers = cmd.dissolve(dataset.layers, dataset, { fields: ['class'], ...quiet })
          const layers = cmd.clipLayers(dataset.layers, by, dataset, quiet)
          const ms = performance.now() - start
          last = { layers, arcs: dataset.arcs }
          return ms
        },
        classesM2() {
          const areas = Array.from({ length: zones.classCount }, () => 0)
          for (const { data, shapes } of last!.layers) {
            for (const [i, { class: of }] of data.getRecords().entries())
              areas[of]! += geom.getPlanarShapeArea(shapes[i], last!.arcs) * m2PerDegree2
          }
          return areas
        },
        close: () => {},
      }
    },
    close: () => {},
  }
}

function geoJsonOf(layer: OverlayLayer): string {
  const features = polygonsOf(layer).map((coordinates, polygon) => ({
    type: 'Feature',
    properties: { class: layer.polygonClass[polygon] },
    geometry: { type: 'Polygon', coordinates },
  }))
  return JSON.stringify({ type: 'FeatureCollection', features })
}
