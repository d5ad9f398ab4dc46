const dateAndTime = Buffer.from([0, 0, 0x21, 0])

/** An archive that another program made, with every date in it set to 1 January 1980; its bytes are changed in place. */
export function withFixedDates(archive: Buffer): Buffer {
  const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0) throw new Error('no directory at the end of the archive')
  let record = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    archive.set(dateAndTime, record + 12)
    archive.set(dateAndTime, archive.readUInt32LE(record + 42) + 10)
    record +=
      46 + archive.readUInt16LE(record + 28) + archive.readUInt16LE(record + 30) + archive.readUInt16LE(record + 32)
  }
  return archive
}
