import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

export type GdalDataset = { readonly path: string }

/** What is used of gdal3.js, GDAL compiled to WebAssembly. */
export type Gdal = {
  /** Opens files of the folder by their paths inside GDAL. */
  open(path: string, openOptions?: readonly string[]): Promise<{ datasets: GdalDataset[]; errors: unknown[] }>
  close(dataset: GdalDataset): Promise<void>
  ogrinfo(dataset: GdalDataset, options?: readonly string[]): Promise<unknown>
  /** Writes `/output/<name>.<the format's extension>`. */
  ogr2ogr(dataset: GdalDataset, options: readonly string[], name: string): Promise<unknown>
}

type Start = (config: Record<string, unknown>) => Promise<Gdal>

/** A folder of this thread's own; it exists only while a job runs. GDAL sees it as `/output` and nothing else of the disk. */
const folder = join(tmpdir(), `basilia-gdal-${randomUUID()}`)
let started: Promise<Gdal> | undefined
let last: Promise<unknown> = Promise.resolve()
/** What GDAL complained of during the job. */
let complaints: string[] = []

/**
 * Runs a job with GDAL and an empty folder that is `/output` inside GDAL; the folder is gone afterwards. The jobs of a
 * thread run one after the other. Starting takes about a second and 100 MB, once in each thread. GDAL writes 1980-01-01
 * wherever a format wants to know when a file was made, so that two runs give the same bytes.
 */
export function withGdal<Result>(job: (gdal: Gdal, folder: string) => Promise<Result>): Promise<Result> {
  const run = async (): Promise<Result> => {
    complaints = []
    await mkdir(folder, { recursive: true, mode: 0o700 })
    try {
      return await job(await (started ??= start()), folder)
    } catch (error) {
      throw asError(error)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  const result = last.then(run, run)
  last = result.catch(() => undefined)
  return result
}

async function start(): Promise<Gdal> {
  const require = createRequire(import.meta.url)
  const home = join(require.resolve('gdal3.js/package.json'), '..', 'dist', 'package')
  const listeners = ['uncaughtException', 'unhandledRejection'] as const
  const before = listeners.map((name) => process.rawListeners(name))
  const gdal = await (require('gdal3.js/node') as Start)({
    // It looks for its data below the current folder, whatever it is told.
    path: relative(process.cwd(), home),
    dest: folder,
    env: { OGR_CURRENT_DATE: '1980-01-01T00:00:00.000Z', OGR_GEOJSON_MAX_OBJ_SIZE: '0' },
    logHandler: () => undefined,
    errorHandler: (text: string) => complaints.push(text),
  })
  // It takes itself for a page: what it hangs on the process and the global scope would trouble others.
  for (const [i, name] of listeners.entries()) {
    for (const listener of process.rawListeners(name)) {
      if (!before[i]!.includes(listener)) process.off(name, listener as () => void)
    }
  }
  Reflect.deleteProperty(globalThis, 'location')
  return gdal
}

/** GDAL throws plain objects, and lists of them. */
function asError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown
  const [first] = [thrown].flat() as ({ readonly message?: string } | undefined)[]
  return new Error(`GDAL: ${[first?.message, ...complaints].filter((text) => text).join('; ') || 'no reason given'}`)
}
