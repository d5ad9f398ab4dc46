import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/** Files in the memory of the WebAssembly module. */
type MemoryFiles = {
  readonly mkdirTree: (path: string) => void
  readonly writeFile: (path: string, bytes: Uint8Array) => void
  readonly readFile: (path: string) => Uint8Array
  readonly readdir: (path: string) => string[]
  readonly stat: (path: string) => { readonly mode: number }
  readonly isDir: (mode: number) => boolean
  readonly unlink: (path: string) => void
  readonly rmdir: (path: string) => void
}

type Argument = string | number | null

type GdalModule = {
  readonly FS: MemoryFiles
  readonly HEAPU8: Uint8Array
  readonly HEAPU32: Uint32Array
  readonly ccall: (
    name: string,
    gives: 'number' | 'string' | null,
    takes: readonly ('number' | 'string')[],
    given: readonly Argument[],
  ) => unknown
  readonly lengthBytesUTF8: (text: string) => number
  readonly stringToUTF8: (text: string, at: number, room: number) => void
  readonly _malloc: (length: number) => number
  readonly _free: (at: number) => void
}

type Start = (config: {
  readonly path: string
  readonly logHandler: (text: string) => void
  readonly errorHandler: (text: string) => void
}) => Promise<{ readonly Module: GdalModule }>

/** GDAL as readers use it; what it says while it works is collected in `said`. */
export type Gdal = {
  readonly files: MemoryFiles
  readonly said: string[]
  readonly heapBytes: () => number
  /** Calls a C function; texts are passed and given back as they are, pointers as numbers. */
  readonly number: (name: string, ...given: readonly Argument[]) => number
  readonly text: (name: string, ...given: readonly Argument[]) => string
  /** A null-terminated list of texts in C memory for the time of `use`. */
  readonly withTexts: <T>(texts: readonly string[], use: (at: number) => T) => T
  /** A pointer in C memory for the time of `use`. */
  readonly withPointer: <T>(pointer: number, use: (at: number) => T) => T
}

let running: Promise<Gdal> | null = null

/**
 * Does `use` with GDAL 3.8 (gdal3.js) in this thread; the first use starts it, in about a second. What it has taken of
 * memory it never gives back, and a file that breaks it breaks it for good: files of others are read by `askGdal`.
 */
export async function withGdal<T>(use: (gdal: Gdal) => T): Promise<T> {
  const gdal = await (running ??= start())
  gdal.said.length = 0
  return use(gdal)
}

async function start(): Promise<Gdal> {
  const require = createRequire(import.meta.url)
  const main = require.resolve('gdal3.js/node.js')
  const said: string[] = []
  const hear = (text: string): void => void (said.length < 1_000 && said.push(text))
  // It reads its parts relative to the working directory, whatever it is told.
  const path = relative(process.cwd(), join(dirname(main), 'dist', 'package')) || '.'
  const before = faultEvents.map((event) => process.rawListeners(event))
  const { Module } = await (require(main) as Start)({ path, logHandler: hear, errorHandler: hear })
  // It takes the process for its own page: what it hangs on it would trouble others.
  for (const [i, event] of faultEvents.entries()) {
    for (const listener of process.rawListeners(event)) {
      if (!before[i]!.includes(listener)) process.off(event, listener as () => void)
    }
  }
  Reflect.deleteProperty(globalThis, 'location')
  const gdal = gdalOf(Module, said)
  // After a thousand errors and warnings it would fall silent for good, and what a file is told by would stay unsaid.
  gdal.number('CPLSetConfigOption', 'CPL_MAX_ERROR_REPORTS', String(2 ** 31 - 1))
  return gdal
}

const faultEvents = ['uncaughtException', 'unhandledRejection'] as const

function gdalOf(module: GdalModule, said: string[]): Gdal {
  const call = (name: string, gives: 'number' | 'string', given: readonly Argument[]): unknown =>
    module.ccall(
      name,
      gives,
      given.map((each) => (typeof each === 'number' ? 'number' : 'string')),
      given,
    )
  const { _malloc: reserve, _free: release } = module
  const textAt = (text: string): number => {
    const room = module.lengthBytesUTF8(text) + 1
    const at = reserve(room)
    module.stringToUTF8(text, at, room)
    return at
  }
  return {
    files: module.FS,
    said,
    heapBytes: () => module.HEAPU8.length,
    number: (name, ...given) => call(name, 'number', given) as number,
    text: (name, ...given) => call(name, 'string', given) as string,
    withTexts(texts, use) {
      const pointers = texts.map(textAt)
      const at = reserve(4 * (texts.length + 1))
      module.HEAPU32.set([...pointers, 0], at / 4)
      const result = use(at)
      for (const pointer of [...pointers, at]) release(pointer)
      return result
    },
    withPointer(pointer, use) {
      const at = reserve(4)
      module.HEAPU32[at / 4] = pointer
      const result = use(at)
      release(at)
      return result
    },
  }
}
