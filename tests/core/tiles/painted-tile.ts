import MVT from 'ol/format/MVT.js'

type Ring = number[][]
export type ReadFeature = {
  readonly id: number | undefined
  readonly attributes: Readonly<Record<string, unknown>>
  readonly rings: Ring[]
}

/** The features of a tile as OpenLayers reads them, their positions in parts of the tile's side, y down. */
export function readTile(tile: Uint8Array): ReadFeature[] {
  const format = new MVT()
  const side = 2 ** 20
  const features = format.readFeatures(new Uint8Array(tile).buffer, {
    extent: [0, 0, side, side],
    featureProjection: 'EPSG:3857',
  })
  return features.map((feature) => {
    const flat = feature.getFlatCoordinates()
    let start = 0
    const rings = (feature.getEnds() as number[]).map((end) => {
      const ring: Ring = []
      for (; start < end; start += 2) ring.push([flat[start]! / side, 1 - flat[start + 1]! / side])
      return ring
    })
    const { layer: _layer, ...attributes } = feature.getProperties()
    return { id: feature.getId() as number | undefined, attributes, rings }
  })
}

/** The share of the tile's pixels whose middle lies in the rings, filled by winding as a canvas fills them. */
export function paintedShare(rings: readonly Ring[], pixels = 4096): number {
  let painted = 0
  const crossings: [number, number][] = []
  const rows: [number, number][][] = Array.from({ length: pixels }, () => [])
  for (const ring of rings)
    ring.forEach(([bx, by], i) => {
      const [ax, ay] = ring.at(i - 1)!
      if (ay === by) return
      const [upper, lower, way] = ay! < by! ? [ay!, by!, 1] : [by!, ay!, -1]
      const first = Math.max(0, Math.ceil(upper * pixels - 0.5))
      for (let row = first; row < pixels && (row + 0.5) / pixels < lower; row++)
        rows[row]!.push([ax! + ((bx! - ax!) * ((row + 0.5) / pixels - ay!)) / (by! - ay!), way])
    })
  for (const row of rows) {
    crossings.splice(0, crossings.length, ...row.sort(([a], [b]) => a - b))
    let winding = 0
    crossings.forEach(([x, way], i) => {
      winding += way
      if (winding === 0) return
      const from = Math.max(0, Math.ceil(x * pixels - 0.5))
      const to = Math.min(pixels, Math.ceil((crossings[i + 1]?.[0] ?? x) * pixels - 0.5))
      painted += Math.max(0, to - from)
    })
  }
  return painted / pixels ** 2
}
