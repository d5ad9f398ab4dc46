import { getFileNameLowLevel, type Entry } from 'yauzl'
import { note, type Note } from '../../../core/result/note.ts'
import { decoderOf, encodingNamed } from '../text/code-pages.ts'
import { detectEncoding } from '../text/encoding.ts'
import { decodeUtf8, keptRun } from '../text/kept-bytes.ts'

type NamedEntry = Pick<Entry, 'fileNameRaw' | 'extraFields' | 'generalPurposeBitFlag'>

const isSaidUtf8 = ({ generalPurposeBitFlag: flags }: NamedEntry): boolean => (flags & 0x800) !== 0
/** Info-ZIP writes the name once more in UTF-8. */
const hasUnicodePath = ({ extraFields }: NamedEntry): boolean => extraFields.some(({ id }) => id === 0x7075)
const mostShown = 5

/**
 * The names in an archive. Many programs write them in UTF-8 or in a code page of their country without saying so, where
 * the format would have code page 437: what the names as a whole read as is taken, with a note. `asked` stands where they
 * are no UTF-8. Letters that macOS takes apart are put together.
 */
export function decodeNames(
  file: string,
  entries: readonly NamedEntry[],
  requested: string | undefined,
): { readonly names: readonly string[]; readonly notes: readonly Note[] } {
  const silent = entries.filter(
    (entry) => !isSaidUtf8(entry) && !hasUnicodePath(entry) && entry.fileNameRaw.some((byte) => byte > 0x7f),
  )
  const samples = silent.map(({ fileNameRaw }) => fileNameRaw)
  const detected = samples.length === 0 ? 'utf-8' : detectEncoding(samples).encoding
  const encoding = (detected === 'utf-8' ? null : encodingNamed(requested ?? '')) ?? detected
  const decode = decoderOf(encoding)!
  const nameOf = (entry: NamedEntry): string => {
    const { fileNameRaw: raw, extraFields, generalPurposeBitFlag } = entry
    if (isSaidUtf8(entry)) return decodeUtf8(raw)
    return hasUnicodePath(entry) ? getFileNameLowLevel(generalPurposeBitFlag, raw, extraFields, false) : decode(raw)
  }
  const plain = (entry: NamedEntry): string =>
    nameOf(entry).replace(keptRun, '\uFFFD').replaceAll('\\', '/').normalize('NFC')
  const shown = silent.map(plain)
  const names = shown.slice(0, mostShown).join(', ') + (shown.length > mostShown ? ', …' : '')
  return {
    names: entries.map(plain),
    notes: shown.length === 0 ? [] : [note('names-decoded', { file, encoding, names })],
  }
}
