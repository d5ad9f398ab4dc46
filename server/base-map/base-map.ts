import { basename } from 'node:path'
import { done, refused, type Outcome } from '../../core/result/outcome.ts'
import { problem } from '../../core/result/problem.ts'
import { version } from '../../core/result/version.ts'
import { openPmtiles, type Pmtiles } from './pmtiles.ts'
import { PmtilesFault } from './pmtiles-directory.ts'

type Tile = { readonly bytes: Uint8Array; readonly type: 'image/png' | 'image/jpeg' | 'image/webp' }

/** Where the pictures of the ground come from. */
export type BaseMap = {
  /** Whose it is, as page and sheet say it. */
  readonly name: string
  /** The site that is asked; `null` for a file of this computer. */
  readonly host: string | null
  readonly minZoom: number
  readonly maxZoom: number
  readonly tile: (zoom: number, x: number, y: number, signal?: AbortSignal) => Promise<Outcome<Tile>>
}

const longestMs = 10_000
const largestTileBytes = 2_000_000
const deepestOnline = 19
const mostRedirects = 3

/** Whether a base map's setting is a file rather than an address. */
export const isTileFile = (setting: string): boolean => /\.pmtiles$/i.test(setting) && !/^https?:/.test(setting)

/** What a base map's setting is called before it is opened, and where it cannot be. */
export function nameOfSetting(setting: string): string {
  if (setting === 'none') return '–'
  if (isTileFile(setting)) return basename(setting)
  const { host } = new URL(setting)
  return host.endsWith('openstreetmap.org') ? `© OpenStreetMap contributors (${host})` : host
}

/** Opens the base map of a setting: a PMTiles file, or an address with {z}, {x} and {y}; `null` for "none". */
export async function openBaseMap(setting: string): Promise<Outcome<BaseMap | null>> {
  if (setting === 'none') return done(null)
  if (!isTileFile(setting)) return done(online(setting))
  try {
    return done(fromFile(await openPmtiles(setting), basename(setting)))
  } catch (error) {
    return fileFault(basename(setting), error)
  }
}

/** The same, opened once; a file that could not be read is tried again, for it may lie on a disk that is plugged in later. */
export function keepBaseMap(setting: string): () => Promise<Outcome<BaseMap | null>> {
  let opened: Outcome<BaseMap | null> | null = null
  return async () => (opened = opened?.ok ? opened : await openBaseMap(setting))
}

const fileFault = (file: string, error: unknown): Outcome<never> => {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof PmtilesFault) return refused(problem('base-map-file-unusable', { file, reason: error.message }))
  if (code !== undefined) return refused(problem('base-map-file-unusable', { file, reason: code }))
  throw error
}

function fromFile({ name, minZoom, maxZoom, tile }: Pmtiles, file: string): BaseMap {
  return {
    name,
    host: null,
    minZoom,
    maxZoom,
    async tile(zoom, x, y) {
      try {
        const bytes = await tile(zoom, x, y)
        if (!bytes) return refused(problem('base-map-tile-absent', { file, tile: `${zoom}/${x}/${y}` }))
        const type = pictureType(bytes)
        return type
          ? done({ bytes, type })
          : fileFault(file, new PmtilesFault(`its tile ${zoom}/${x}/${y} is no picture`))
      } catch (error) {
        return fileFault(file, error)
      }
    },
  }
}

function online(address: string): BaseMap {
  const { host } = new URL(address)
  const unusable = (reason: string): Outcome<never> => refused(problem('base-map-unusable', { host, reason }))
  return {
    name: nameOfSetting(address),
    host,
    minZoom: 0,
    maxZoom: deepestOnline,
    async tile(zoom, x, y, signal) {
      const limit = AbortSignal.timeout(longestMs)
      try {
        const wanted = new URL(address.replace('{z}', String(zoom)).replace('{x}', String(x)).replace('{y}', String(y)))
        const answer = await fetchFromHost(wanted, signal ? AbortSignal.any([signal, limit]) : limit)
        if (typeof answer === 'string') return unusable(answer)
        const bytes = await readAtMost(answer, largestTileBytes)
        if (bytes === null) return unusable(`> ${largestTileBytes / 1e6} MB`)
        const type = pictureType(bytes)
        const isUsable = answer.ok && type !== null
        return isUsable
          ? done({ bytes, type })
          : unusable(`${answer.status} ${answer.headers.get('content-type') ?? ''}`)
      } catch (error) {
        return unusable(error instanceof Error ? error.message : String(error))
      }
    },
  }
}

/** Follows redirects within the host that the program is set to; another may be a machine that only this one can reach. */
async function fetchFromHost(wanted: URL, signal: AbortSignal): Promise<Response | string> {
  let url = wanted
  for (let step = 0; step <= mostRedirects; step++) {
    const answer = await fetch(url, {
      headers: { 'user-agent': `basilia-overlay/${version}` },
      redirect: 'manual',
      signal,
    })
    const location = answer.headers.get('location')
    if (answer.status < 300 || answer.status > 399 || location === null) return answer
    await answer.body?.cancel()
    url = new URL(location, url)
    const isSameHost = url.host === wanted.host || (url.hostname === wanted.hostname && url.protocol === 'https:')
    if (!isSameHost) return `${answer.status} → ${url.host}`
  }
  return `> ${mostRedirects} × 3xx`
}

/** The body, read no further than so many bytes; `null` where it is longer. */
async function readAtMost(answer: Response, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = answer.body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.length
    if (length > most) {
      await reader?.cancel()
      return null
    }
    chunks.push(next.value)
  }
  return Buffer.concat(chunks)
}

/** What a picture is by its first bytes, whatever was said of it. */
function pictureType(bytes: Uint8Array): Tile['type'] | null {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  return head.startsWith('RIFF') && head.endsWith('WEBP') ? 'image/webp' : null
}
