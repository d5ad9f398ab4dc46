import { fromBufferPromise, validateFileName, type Entry, type ZipFile } from 'yauzl'
import { note, type Note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { NamedBytes } from '../record/imported.ts'
import { decodeNames } from './entry-names.ts'

/** What an archive may be at most; `ratio` of what is in it to its own size counts beyond a hundred megabytes. */
export type ZipLimits = {
  readonly files: number
  readonly totalBytes: number
  readonly depth: number
  readonly ratio: number
}

/** Tables of blanks shrink to a hundredth, nothing that anybody made to a two-hundredth. */
export const usualZipLimits: ZipLimits = { files: 2_000, totalBytes: 600_000_000, depth: 2, ratio: 200 }
const ratioCountsFromBytes = 100_000_000

export type Unzipped = { readonly files: readonly NamedBytes[]; readonly notes: readonly Note[] }

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7)

/**
 * The files of an archive for which `wanted` holds, named "archive.zip/folder/file"; archives in it are opened down to
 * `limits.depth`. `encoding` is that of names which do not say theirs. Sizes are checked in the directory before anything is unpacked, and again while it is.
 */
export async function unzip(
  archive: NamedBytes,
  wanted: (name: string) => boolean,
  limits: ZipLimits = usualZipLimits,
  signal?: AbortSignal,
  encoding?: string,
): Promise<Outcome<Unzipped>> {
  const files: NamedBytes[] = []
  const notes: Note[] = []
  const ignored: string[] = []
  let left = limits.totalBytes
  const fault = await open(archive, 1)
  if (fault) return fault
  if (ignored.length > 0) {
    const names = ignored.slice(0, 10).join(', ') + (ignored.length > 10 ? ', …' : '')
    notes.push(note('entries-ignored', { file: archive.name, count: ignored.length, names }))
  }
  return done({ files, notes })

  async function open({ name: file, bytes }: NamedBytes, depth: number): Promise<ReturnType<typeof refused> | null> {
    const listed = await list(file, bytes, limits.files, encoding)
    if (!listed.ok) return listed
    const { zip, entries } = listed.value
    notes.push(...listed.value.notes)
    let unpacked = 0
    for (const { entry, name } of entries) {
      signal?.throwIfAborted()
      if (name.endsWith('/') || isHidden(name)) continue
      const nested = /\.(zip|kmz)$/i.test(name)
      if (!nested && !wanted(name)) {
        if (!isClutter(name)) ignored.push(name)
        continue
      }
      if (nested && depth >= limits.depth) {
        notes.push(note('zip-nested-ignored', { file, entry: name }))
        continue
      }
      left -= entry.uncompressedSize
      unpacked += entry.uncompressedSize
      if (left < 0) return refused(problem('zip-too-large', { file, entry: name, limitMb: limits.totalBytes / 1e6 }))
      if (unpacked > ratioCountsFromBytes && unpacked > limits.ratio * bytes.length) {
        return refused(problem('zip-too-dense', { file, entry: name, ratio: limits.ratio }))
      }
      const method = packedBy(entry)
      if (method !== null) return refused(problem('zip-method-unread', { file, entry: name, method }))
      const content = await unpack(zip, entry)
      if (!content) return refused(problem('zip-entry-broken', { file, entry: name }))
      const inner = { name: `${file}/${name}`, bytes: content }
      if (!nested) files.push(inner)
      else if (isZip(content)) {
        const fault = await open(inner, depth + 1)
        if (fault) return fault
      }
    }
    return null
  }
}

/** Ways of packing that are not unpacked here, by their numbers (APPNOTE 4.4.5). */
const methods: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  98: 'PPMd',
  99: 'AES',
}

/** The name of the compression method of an entry that cannot be unpacked, or of its encryption; `null` where it can. */
function packedBy(entry: Entry): string | null {
  if (entry.isEncrypted()) return 'encrypted'
  const { compressionMethod: method } = entry
  return method === 0 || method === 8 ? null : (methods[method] ?? `method ${method}`)
}

/** The archive without what stands before it (a program that unpacks itself, a page) or behind its end. */
function archiveWithin(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 200_000); at--) {
    if (view.getUint32(at) !== 0x504b0506) continue
    const [size, offset] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)]
    const end = at + 22 + view.getUint16(at + 20, true)
    const before = at - size - offset
    if (end > bytes.length || before < 0 || view.getUint32(at - size) !== 0x504b0102) continue
    // Offsets may count from the file's beginning all the same.
    return bytes.subarray(before, end)
  }
  return bytes
}

/** What other systems put beside files. */
export const isHidden = (name: string): boolean => /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/i.test(name)

/** Indices, locks and descriptions that no reader needs. */
export const isClutter = (name: string): boolean =>
  /(^|\/)(gdb|timestamps)$/i.test(name) ||
  /\.(sbn|sbx|qix|qpj|xml|fbn|fbx|ain|aih|atx|ixs|mxs|spx|freelist|horizon|lock)$/i.test(name)

type Listed = {
  readonly zip: ZipFile
  readonly entries: readonly { readonly entry: Entry; readonly name: string }[]
  readonly notes: readonly Note[]
}

async function list(
  file: string,
  bytes: Uint8Array,
  most: number,
  encoding: string | undefined,
): Promise<Outcome<Listed>> {
  try {
    const archive = archiveWithin(bytes)
    const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false })
    if (zip.entryCount > most)
      return refused(problem('zip-too-many-files', { file, count: zip.entryCount, limit: most }))
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > most) {
        return refused(problem('zip-too-many-files', { file, count: entries.length, limit: most }))
      }
    }
    const { names, notes } = decodeNames(file, entries, encoding)
    const unsafe = names.find((name) => validateFileName(name) !== null)
    if (unsafe !== undefined) return refused(problem('zip-unsafe-name', { file, entry: unsafe.slice(0, 200) }))
    return done({ zip, entries: entries.map((entry, i) => ({ entry, name: names[i]! })), notes })
  } catch {
    return refused(problem('zip-unreadable', { file }))
  }
}

/** The bytes of an entry, of exactly the size that the directory says; `null` where they cannot be had. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array | null> {
  if (entry.isEncrypted() || !entry.canDecodeFileData()) return null
  try {
    const stream = await zip.openReadStreamPromise(entry)
    const content = new Uint8Array(entry.uncompressedSize)
    let length = 0
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (length + chunk.length > content.length) return null
      content.set(chunk, length)
      length += chunk.length
    }
    return length === content.length ? content : null
  } catch {
    return null
  }
}
