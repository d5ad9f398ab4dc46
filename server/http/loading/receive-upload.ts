import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import busboy from 'busboy'
import type { Request } from 'express'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem, type Problem } from '../../../core/result/problem.ts'
import { diskProblem } from '../../store/disk-problem.ts'
import type { Uploads } from './uploads.ts'

const mostFiles = 64
const mostOptionsBytes = 1_000_000

export type Received = {
  /** `null` where the request brought options only. */
  readonly uploadId: string | null
  /** The JSON text of the part `options`. */
  readonly options: string
}

/** Streams the files of a multipart request to disk, within limits; on any refusal nothing of it stays. */
export async function receiveUpload(req: Request, uploads: Uploads, limitMB: number): Promise<Outcome<Received>> {
  const type = req.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) {
    return refused(problem('media-type-unknown', { expected: 'multipart/form-data', type: type || '—' }))
  }
  const { id, path } = await uploads.begin()
  let isKept = false
  try {
    const received = await receiveParts(req, path, limitMB)
    if (!received.ok) return received
    const { names, options } = received.value
    if (names.length === 0) return done({ uploadId: null, options })
    await uploads.complete(id, names)
    isKept = true
    return done({ uploadId: id, options })
  } finally {
    if (!isKept) await uploads.remove(id)
  }
}

/** Streams the one file that a request is to disk, within the limit; on any refusal nothing of it stays. */
export async function receiveFile(
  req: Request,
  uploads: Uploads,
  limitMB: number,
  name: string,
): Promise<Outcome<string>> {
  const { id, path } = await uploads.begin()
  let isKept = false
  try {
    const file = await open(path(0), 'wx')
    let bytes = 0
    let fault: unknown = null
    try {
      // What is refused, or cannot be written, is read to its end and dropped, so that the sender gets to read the answer.
      for await (const chunk of req as AsyncIterable<Buffer>) {
        bytes += chunk.length
        if (fault === null && bytes <= limitMB * 1e6)
          await file.writeFile(chunk).catch((error: unknown) => void (fault = error))
      }
    } catch (error) {
      return refused(problem('upload-broken', { reason: (error as Error).message }))
    } finally {
      await file.close()
    }
    if (fault !== null) throw fault as Error
    if (bytes > limitMB * 1e6) return refused(problem('upload-too-large', { limit: limitMB }))
    await uploads.complete(id, [name])
    isKept = true
    return done(id)
  } finally {
    if (!isKept) await uploads.remove(id)
  }
}

type Parts = { names: string[]; options: string }

async function receiveParts(req: Request, path: (n: number) => string, limitMB: number): Promise<Outcome<Parts>> {
  const parts: Parts = { names: [], options: '' }
  const writing: Promise<void>[] = []
  let refusal: Problem | null = null
  let bytes = 0
  const refuse = (first: Problem): void => {
    refusal ??= first
  }
  try {
    const limits = { files: mostFiles, fields: 8, fieldSize: mostOptionsBytes, parts: mostFiles + 8 }
    const reader = busboy({ headers: req.headers, defParamCharset: 'utf8', limits })
    const save = async (stream: Readable, to: string): Promise<void> => {
      try {
        const file = await open(to, 'wx')
        try {
          for await (const chunk of stream as AsyncIterable<Buffer>) {
            bytes += chunk.length
            if (bytes > limitMB * 1e6) refuse(problem('upload-too-large', { limit: limitMB }))
            // Once refused the rest is read and dropped, so that the sender gets to read the answer.
            if (!refusal) await file.writeFile(chunk)
          }
        } finally {
          await file.close()
        }
      } catch (error) {
        reader.destroy(error as Error)
        throw error
      }
    }
    reader.on('file', (field, stream, { filename }) => {
      if (field === 'options') writing.push(readText(stream).then((text) => void (parts.options = text)))
      else {
        const count = parts.names.push(filename || 'file') - 1
        writing.push(save(stream, path(count)))
      }
      // A stream that fails with the reader is answered by the reader's own error.
      stream.on('error', () => undefined)
      writing.at(-1)!.catch(() => undefined)
    })
    reader.on('field', (field, value, { valueTruncated }) => {
      if (field === 'options') parts.options = value
      if (valueTruncated) refuse(problem('body-too-large', { limit: '1 MB' }))
    })
    reader.on('filesLimit', () => refuse(problem('upload-too-many-files', { limit: mostFiles })))
    await feed(req, reader)
    await Promise.all(writing)
  } catch (error) {
    await Promise.allSettled(writing)
    const refusedByDisk = diskProblem(error)
    if (refusedByDisk) return refused(refusedByDisk)
    return refused(problem('upload-broken', { reason: (error as Error).message }))
  }
  return refusal ? refused(refusal) : done(parts)
}

/** Ends when the form has been read; where it is broken, the rest is dropped so that the sender gets to read the answer. */
const feed = (req: Request, reader: busboy.Busboy): Promise<void> =>
  new Promise((resolve, reject) => {
    reader.once('close', resolve)
    // A broken form can be reported more than once, and a report that nobody hears would end the server.
    reader.on('error', (error) => {
      req.unpipe(reader)
      req.resume()
      reject(error)
    })
    req.on('error', (error) => reader.destroy(error))
    const hungUp = (): void => {
      if (!req.complete) reader.destroy(new Error('the sender hung up'))
    }
    req.once('close', hungUp)
    // It may have done so while the upload was begun.
    if (req.destroyed) hungUp()
    req.pipe(reader)
  })

async function readText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostOptionsBytes) throw new Error('the options are larger than 1 MB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
