import { gunzipSync } from 'node:zlib'
import { note } from '../../../core/result/note.ts'
import { done, refused, type Outcome } from '../../../core/result/outcome.ts'
import { problem } from '../../../core/result/problem.ts'
import type { NamedBytes } from '../record/imported.ts'
import { isClutter, isHidden, usualZipLimits, type Unzipped } from './zip.ts'

const blockBytes = 512

/** Whether the bytes are packed by gzip. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Whether the bytes are an archive of tar: its mark, or the sum of its first header. */
export const isTar = (bytes: Uint8Array): boolean =>
  bytes.length >= blockBytes &&
  textAt(bytes, 257, 5) === 'ustar' &&
  sumOf(bytes.subarray(0, blockBytes)) === octalAt(bytes, 148, 8)

/** The file in a gzip, named without its ending (".tgz" holds a tar). */
export function gunzipped({ name, bytes }: NamedBytes): Outcome<NamedBytes> {
  const { totalBytes } = usualZipLimits
  try {
    const inner = name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '')
    return done({ name: inner, bytes: gunzipSync(bytes, { maxOutputLength: totalBytes }) })
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    return refused(
      isTooLarge
        ? problem('zip-too-large', { file: name, entry: name, limitMb: totalBytes / 1e6 })
        : problem('gzip-broken', { file: name }),
    )
  }
}

/** The files of a tar for which `wanted` holds, named "archive.tar/folder/file". */
export function untar({ name: file, bytes }: NamedBytes, wanted: (name: string) => boolean): Outcome<Unzipped> {
  const files: NamedBytes[] = []
  const ignored: string[] = []
  let longName: string | null = null
  for (let at = 0, entries = 0; at + blockBytes <= bytes.length && bytes[at] !== 0; entries++) {
    if (entries >= usualZipLimits.files)
      return refused(problem('zip-too-many-files', { file, count: entries + 1, limit: usualZipLimits.files }))
    const header = bytes.subarray(at, at + blockBytes)
    const length = octalAt(header, 124, 12)
    const from = at + blockBytes
    if (sumOf(header) !== octalAt(header, 148, 8) || from + length > bytes.length)
      return refused(problem('gzip-broken', { file }))
    const content = bytes.subarray(from, from + length)
    const kind = textAt(header, 156, 1)
    const prefix = textAt(header, 345, 155)
    const name: string = longName ?? (prefix === '' ? '' : `${prefix}/`) + textAt(header, 0, 100)
    longName = null
    if (kind === 'L') longName = textAt(content, 0, content.length)
    else if (kind === 'x') longName = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(new TextDecoder().decode(content))?.[1] ?? null
    else if ((kind === '0' || kind === '') && !isHidden(name)) {
      if (/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-z]:/i.test(name))
        return refused(problem('zip-unsafe-name', { file, entry: name.slice(0, 200) }))
      if (wanted(name)) files.push({ name: `${file}/${name.replace(/^\.\//, '')}`, bytes: content })
      else if (!isClutter(name)) ignored.push(name)
    }
    at = from + Math.ceil(length / blockBytes) * blockBytes
  }
  const names = ignored.slice(0, 10).join(', ') + (ignored.length > 10 ? ', …' : '')
  return done({
    files,
    notes: ignored.length > 0 ? [note('entries-ignored', { file, count: ignored.length, names })] : [],
  })
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  const field = bytes.subarray(at, at + length)
  const end = field.indexOf(0)
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end))
}

const octalAt = (bytes: Uint8Array, at: number, length: number): number =>
  Number.parseInt(textAt(bytes, at, length).trim() || '0', 8)

/** Sum of a header's bytes with its own sum taken for blanks. */
const sumOf = (header: Uint8Array): number =>
  header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 0x20 : byte), 0)
