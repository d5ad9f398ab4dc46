import { fromBuffer } from 'yauzl'

/** The files in a zip, by name. */
export const unzipped = (zip: Buffer): Promise<Map<string, Buffer>> =>
  new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, archive) => {
      if (error) return reject(error)
      const files = new Map<string, Buffer>()
      archive.on('end', () => resolve(files))
      archive.on('error', reject)
      archive.on('entry', (entry) => {
        archive.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure)
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => parts.push(part))
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(parts))
            archive.readEntry()
          })
        })
      })
      archive.readEntry()
    })
  })

const markup =
  /<(?:\?[^]*?\?|!--[^]*?--|(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);[^"<&]*)*")*)\s*(\/?))>/y
const characters = /(?:[^<&]|&(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)+/y
// oxlint-disable-next-line no-control-regex -- these are what XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/** What is wrong with a text as XML, near the place where it is; `null` where it is well formed. */
export function wellFormed(text: string): string | null {
  const open: string[] = []
  let at = 0
  if (forbidden.test(text)) return 'a character that XML forbids'
  while (at < text.length) {
    const pattern = text[at] === '<' ? markup : characters
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) return text.slice(at, at + 80)
    at = pattern.lastIndex
    const [, closing, name, , alone] = found
    if (name === undefined || alone === '/') continue
    if (closing !== '/') open.push(name)
    else if (open.pop() !== name) return `</${name}> closes nothing`
  }
  return open.length === 0 ? null : `<${open.at(-1)}> is not closed`
}
