import { randomFrom, type Random } from '../random.ts'
import type { NamedBytes } from '../../server/import/record/imported.ts'

const whole = (random: Random, below: number): number => Math.floor(random() * below)
const one = <T>(random: Random, of: readonly T[]): T => of[whole(random, of.length)]!

const tellingBytes = [0, 1, 0x0a, 0x20, 0x22, 0x2c, 0x2d, 0x2e, 0x30, 0x39, 0x65, 0x7f, 0x80, 0xff] as const
const tellingNumbers = [0, -0, 1, -1, 180.5, 91, 1e-300, 1e7, 1e300, Number.NaN, Infinity] as const
const tellingTexts = [
  '',
  '-',
  'NaN',
  '1e400',
  '0',
  '180.0000001',
  '-33.47',
  '36,28',
  '٣٦٫٢٨',
  'null',
  '"',
  '</',
] as const

type Change = (bytes: Uint8Array, random: Random) => Uint8Array

/** What may befall a file: bytes, numbers or words of it changed, its end lost, pieces lost, repeated or exchanged. */
const changes: readonly Change[] = [
  (bytes, random) => {
    const copy = Uint8Array.from(bytes)
    for (let i = whole(random, 6); i >= 0; i--) copy[whole(random, copy.length)] = whole(random, 256)
    return copy
  },
  (bytes, random) => {
    const copy = Uint8Array.from(bytes)
    for (let i = whole(random, 3); i >= 0; i--) copy[whole(random, copy.length)] = one(random, tellingBytes)
    return copy
  },
  (bytes, random) => {
    const copy = Uint8Array.from(bytes)
    const at = whole(random, Math.max(1, copy.length - 8))
    if (copy.length >= 8)
      new DataView(copy.buffer).setFloat64(at & (random() < 0.5 ? ~3 : ~0), one(random, tellingNumbers), true)
    return copy
  },
  (bytes, random) => withNumberOfText(bytes, random),
  (bytes, random) => bytes.slice(0, whole(random, bytes.length)),
  (bytes, random) => {
    const [from, length] = [whole(random, bytes.length), 1 + whole(random, 40)]
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)])
  },
  (bytes, random) => {
    const [from, length, to] = [whole(random, bytes.length), 1 + whole(random, 200), whole(random, bytes.length)]
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, from + length), bytes.subarray(to)])
  },
  (bytes, random) => {
    const copy = Uint8Array.from(bytes)
    const [from, length, to] = [whole(random, bytes.length), 1 + whole(random, 64), whole(random, bytes.length)]
    copy.set(bytes.subarray(from, Math.min(from + length, from + copy.length - to)), to)
    return copy
  },
]

/** One of the numbers or words of a text as another; a few bytes changed where there is none near. */
function withNumberOfText(bytes: Uint8Array, random: Random): Uint8Array {
  const isOfWord = (byte: number | undefined): boolean =>
    byte !== undefined && /[\w.+-]/.test(String.fromCharCode(byte))
  let from = whole(random, bytes.length)
  for (let looked = 0; looked < 200 && !isOfWord(bytes[from]); looked++) from = (from + 1) % bytes.length
  let to = from
  while (from > 0 && to - from < 30 && isOfWord(bytes[from - 1])) from--
  while (to < bytes.length && to - from < 30 && isOfWord(bytes[to])) to++
  const text = new TextEncoder().encode(one(random, tellingTexts))
  return Buffer.concat([bytes.subarray(0, from), text, bytes.subarray(to)])
}

/** Files of which one is changed, by the number of the mutation: the same on every machine. */
export function mutatedFiles(files: readonly NamedBytes[], number: number): NamedBytes[] {
  const random = randomFrom(number + 1)
  for (let i = 0; i < 4; i++) random()
  const changed = whole(random, files.length)
  return files
    .map(({ name, bytes }, i) => {
      let result = bytes
      for (let times = i === changed ? 1 + whole(random, 2) : 0; times > 0 && result.length > 0; times--)
        result = one(random, changes)(result, random)
      return { name, bytes: new Uint8Array(result) }
    })
    .filter(({ bytes }, i) => i !== changed || bytes.length > 0)
}
