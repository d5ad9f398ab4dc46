import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

const deflate = promisify(deflateRaw)
const longest = 0xffffffff

/** A file of an archive: its name in there, with `/` between folders, and where its bytes come from. */
export type ZipEntry = { readonly name: string; readonly read: () => Promise<Uint8Array> }

/**
 * Writes an archive to `path`, one entry in memory at a time. Every date is 1 January 1980, so that the same entries
 * give the same bytes. False where the archive would be longer than 4 GB, which this form of zip cannot hold.
 */
export async function writeZip(path: string, entries: readonly ZipEntry[]): Promise<boolean> {
  const file = await open(path, 'wx')
  try {
    const isWhole = await pack(entries, async (bytes) => void (await file.write(bytes)))
    if (isWhole) await file.sync()
    return isWhole
  } finally {
    await file.close()
  }
}

/** A small archive in memory, of the same bytes as `writeZip` writes. */
export async function zipInMemory(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<Buffer> {
  const parts: Uint8Array[] = []
  const entries = files.map(({ name, bytes }): ZipEntry => ({ name, read: async () => bytes }))
  if (!(await pack(entries, async (bytes) => void parts.push(bytes))))
    throw new RangeError('the archive is longer than 4 GB')
  return Buffer.concat(parts)
}

async function pack(entries: readonly ZipEntry[], write: (bytes: Uint8Array) => Promise<void>): Promise<boolean> {
  const directory: Buffer[] = []
  let offset = 0
  const append = async (bytes: Uint8Array): Promise<void> => {
    await write(bytes)
    offset += bytes.length
  }
  for (const { name, read } of entries) {
    const bytes = await read()
    const packed = await deflate(bytes)
    const nameBytes = Buffer.from(name)
    const common = commonHeader(nameBytes, bytes, packed)
    directory.push(directoryRecord(common, offset), nameBytes)
    for (const part of [localSignature, common, nameBytes, packed]) await append(part)
    if (offset > longest) return false
  }
  const records = Buffer.concat(directory)
  const start = offset
  await append(records)
  if (offset > longest) return false
  await append(endRecord(entries.length, records.length, start))
  return true
}

const localSignature = Buffer.from([0x50, 0x4b, 3, 4])

/** What the header before a file and its record in the directory share; names are UTF-8, bytes are deflated. */
function commonHeader(name: Buffer, bytes: Uint8Array, packed: Uint8Array): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(0x0800, 2)
  header.writeUInt16LE(8, 4)
  header.writeUInt16LE((1 << 5) | 1, 8)
  header.writeUInt32LE(crc32(bytes), 10)
  header.writeUInt32LE(packed.length, 14)
  header.writeUInt32LE(bytes.length, 18)
  header.writeUInt16LE(name.length, 22)
  return header
}

function directoryRecord(common: Buffer, offset: number): Buffer {
  const record = Buffer.alloc(46)
  record.set([0x50, 0x4b, 1, 2, 20, 0])
  record.set(common, 6)
  record.writeUInt32LE(offset, 42)
  return record
}

function endRecord(count: number, length: number, start: number): Buffer {
  const record = Buffer.alloc(22)
  record.set([0x50, 0x4b, 5, 6])
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(length, 12)
  record.writeUInt32LE(start, 16)
  return record
}
