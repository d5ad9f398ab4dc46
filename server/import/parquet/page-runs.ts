/** An unpacked page of data, in the first or the second form of pages. */
export type PageBody = {
  readonly body: Uint8Array
  /** Of the second form, whose levels stand before the packed values with their lengths said outside. */
  readonly lengths:
    | { readonly repetition: number; readonly definition: number; readonly levels: Uint8Array }
    | undefined
  /** The highest levels of repetition and of definition. */
  readonly levels: { readonly repetition: number; readonly definition: number }
  readonly encoding: string
  readonly type: string
  readonly values: number
}

const bitsOf = (level: number): number => 32 - Math.clz32(level)

/**
 * Whether the runs of a page hold no more than the page does: those of its levels, of its references into a dictionary,
 * and the blocks of its differences. A run of five bytes may claim two thousand million values. (Parquet's format,
 * "Encodings": https://parquet.apache.org/docs/file-format/data-pages/encodings/)
 */
export function areRunsBounded({ body, lengths, levels, encoding, type, values }: PageBody): boolean {
  let rest = body
  if (lengths) {
    const { repetition, definition, levels: bytes } = lengths
    if (!areLevelsBounded(bytes.subarray(0, repetition), levels.repetition, values)) return false
    if (!areLevelsBounded(bytes.subarray(repetition, repetition + definition), levels.definition, values)) return false
  } else {
    for (const level of [levels.repetition, levels.definition]) {
      if (level === 0) continue
      const own = withLength(rest)
      if (!own || !areLevelsBounded(own.inside, level, values)) return false
      rest = own.after
    }
  }
  if (encoding === 'RLE' || encoding.endsWith('_DICTIONARY')) {
    // Only truth values are written in runs of themselves, others as references.
    if ((encoding === 'RLE') !== (type === 'BOOLEAN')) return false
    if (rest.length === 0) return true
    if (encoding !== 'RLE') return areHybridRunsBounded(rest.subarray(1), rest[0]!, values)
    const own = withLength(rest)
    return own !== null && areHybridRunsBounded(own.inside, 1, values)
  }
  return !encoding.startsWith('DELTA_') || values === 0 || isDifferencesHead(rest)
}

const areLevelsBounded = (bytes: Uint8Array, level: number, values: number): boolean =>
  level === 0 || areHybridRunsBounded(bytes, bitsOf(level), values)

/** What stands behind a length of four bytes. */
function withLength(bytes: Uint8Array): { readonly inside: Uint8Array; readonly after: Uint8Array } | null {
  if (bytes.length < 4) return null
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  if (4 + length > bytes.length) return null
  return { inside: bytes.subarray(4, 4 + length), after: bytes.subarray(4 + length) }
}

/** Runs of one value, and of groups of eight packed values, until there are as many as the page holds. */
function areHybridRunsBounded(bytes: Uint8Array, bits: number, values: number): boolean {
  if (bits > 32) return false
  let seen = 0
  let at = 0
  while (seen < values && at < bytes.length) {
    const head = lengthAt(bytes, at)
    if (head === null) return false
    const count = head.value % 2 === 1 ? 8 * Math.floor(head.value / 2) : head.value / 2
    // The last group of eight is filled up, and some writers fill up a whole run.
    if (count > values - seen + 512) return false
    at = head.after + (head.value % 2 === 1 ? (count * bits) / 8 : Math.ceil(bits / 8))
    seen += count
  }
  return true
}

/** The head of a page of differences: values to a block and parts of a block, of which each holds 32 values or more. */
function isDifferencesHead(bytes: Uint8Array): boolean {
  const block = lengthAt(bytes, 0)
  const parts = block && lengthAt(bytes, block.after)
  return !!block && !!parts && parts.value >= 1 && block.value % parts.value === 0 && isPart(block.value / parts.value)
}
const isPart = (values: number): boolean => values >= 8 && values <= 65_536

/** A number of up to 32 bits, seven to a byte. */
function lengthAt(bytes: Uint8Array, from: number): { readonly value: number; readonly after: number } | null {
  let value = 0
  for (let i = 0; i < 5; i++) {
    const byte = bytes[from + i]
    if (byte === undefined) return null
    value += (byte & 0x7f) * 2 ** (7 * i)
    if (byte < 0x80) return value < 2 ** 31 ? { value, after: from + i + 1 } : null
  }
  return null
}
