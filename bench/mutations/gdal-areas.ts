import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '../../server/config/project-root.ts'
import type { ImportedLayer, NamedBytes } from '../../server/import/record/imported.ts'

/** Areas in square degrees of all polygons of a file, as they were read here and as GDAL reads them. */
type ReadAreas = { readonly ours: number; readonly gdal: number }
export type GdalAreas = {
  /** `null` where GDAL does not read the file. */
  readonly compare: (
    files: readonly NamedBytes[],
    open: string,
    layers: readonly ImportedLayer[],
  ) => Promise<ReadAreas | null>
}

/** A process of Python with GDAL and shapely, which reads each file and measures it in its own plane by the even-odd rule. */
export function gdalAreas(): GdalAreas {
  const script = join(projectRoot, 'bench', 'mutations', 'areas.py')
  const child = spawn('/usr/bin/python3', [script], { stdio: ['pipe', 'pipe', 'ignore'] })
  child.unref()
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const folder = mkdtempSync(join(tmpdir(), 'basilia-mutations-'))
  process.on('exit', () => {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    async compare(files, open, layers) {
      rmSync(folder, { recursive: true, force: true })
      for (const { name, bytes } of files) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), bytes)
      }
      child.stdin.write(`${JSON.stringify({ path: join(folder, open), features: layers.flatMap(featuresOf) })}\n`)
      const { value, done } = await lines.next()
      if (done) throw new Error('python with GDAL and shapely is missing, or ended')
      return JSON.parse(value) as ReadAreas | null
    },
  }
}

/** The rings of each feature with polygons. */
function featuresOf({ features: { shapes } }: ImportedLayer): number[][][][] {
  if (shapes.kind !== 'polygon') return []
  const features = new Map<number, number[][][]>()
  for (let part = 0; part < shapes.partPolygon.length; part++) {
    const feature = shapes.polygonFeature[shapes.partPolygon[part]!]!
    const ring: number[][] = []
    for (let i = shapes.partStart[part]!; i < shapes.partStart[part + 1]!; i++)
      ring.push([shapes.coordinates[2 * i]!, shapes.coordinates[2 * i + 1]!])
    features.set(feature, [...(features.get(feature) ?? []), ring])
  }
  return [...features.values()]
}
