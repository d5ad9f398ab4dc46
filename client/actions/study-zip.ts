const endRecord = 0x06054b50
const directoryEntry = 0x02014b50
const endBytes = 65_557
const mostDirectoryBytes = 4_000_000

/** Whether a file is the zip of a whole study, by the names in its directory: a `study.json` at the top or in one folder. */
export async function isStudyZip(file: File): Promise<boolean> {
  if (!/\.zip$/i.test(file.name)) return false
  const from = Math.max(0, file.size - endBytes)
  const tail = new DataView(await file.slice(from).arrayBuffer())
  let end = tail.byteLength - 22
  while (end >= 0 && tail.getUint32(end, true) !== endRecord) end--
  if (end < 0) return false
  const [bytes, offset] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)]
  if (bytes > mostDirectoryBytes) return false
  const directory = await file.slice(offset, offset + bytes).arrayBuffer()
  return namesIn(directory).some((name) => /^(?:[^/]+\/)?study\.json$/.test(name))
}

function namesIn(directory: ArrayBuffer): string[] {
  const view = new DataView(directory)
  const names: string[] = []
  for (let at = 0; at + 46 <= view.byteLength && view.getUint32(at, true) === directoryEntry;) {
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ]
    names.push(new TextDecoder().decode(directory.slice(at + 46, at + 46 + name)))
    at += 46 + name + extra + comment
  }
  return names
}
