import { open, stat } from 'node:fs/promises'
import { askSite } from './ask-site.ts'

/** A file of this computer or of a site, of which parts are read. */
export type ByteSource = {
  /** In bytes. */
  readonly size: number
  /** Exactly so many bytes; throws a `SourceFault` or the file system's error. */
  readonly read: (offset: number, length: number, signal?: AbortSignal) => Promise<Buffer>
}

/** What is wrong with a file, in words. */
export class SourceFault extends Error {}

const tooShort = 'it ends before what it speaks of'

export async function openFile(path: string): Promise<ByteSource> {
  const about = await stat(path)
  if (!about.isFile()) throw new SourceFault('it is no file')
  return {
    size: about.size,
    async read(offset, length) {
      if (offset + length > about.size) throw new SourceFault(tooShort)
      const file = await open(path)
      try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, offset)
        if (bytesRead < length) throw new SourceFault(tooShort)
        return buffer
      } finally {
        await file.close()
      }
    },
  }
}

/** A file of a site that gives parts of it (HTTP range requests); it is never fetched whole. */
export async function openAddress(url: URL, mayBePrivate: boolean): Promise<ByteSource> {
  const ask = async (first: number, length: number, signal?: AbortSignal) => {
    const answer = await askSite(url, {
      most: length,
      range: [first, first + length - 1],
      mayBePrivate,
      signal,
    })
    if (typeof answer === 'string') throw new SourceFault(answer)
    if (answer.status !== 206) throw new SourceFault(`${url.host} gives no parts of it (${answer.status})`)
    return answer
  }
  const start = await ask(0, 1)
  const size = Number(/\/(\d+)$/.exec(start.headers['content-range'] ?? '')?.[1])
  if (!Number.isSafeInteger(size)) throw new SourceFault(`${url.host} does not tell its size`)
  return {
    size,
    async read(offset, length, signal) {
      if (offset + length > size) throw new SourceFault(tooShort)
      const { bytes } = await ask(offset, length, signal)
      if (bytes.length !== length) throw new SourceFault(tooShort)
      return Buffer.from(bytes)
    },
  }
}
