import type { Attributes, AttributeValue } from '../../../core/geometry/shapes.ts'
import { note, type Note } from '../../../core/result/note.ts'
import { bytesOf, isCutLetter, keptRun } from './kept-bytes.ts'

const mostShown = 5
const contextLetters = 24

/**
 * Settles bytes that are no text of their encoding: each is shown as U+FFFD, except that where fields have a width
 * (`hasWidths`) a letter cut at the end of a value is lost. What was found is counted and named by place, text and bytes.
 */
export function damagedText(file: string, encoding: string, hasWidths = false) {
  const found = { damaged: { count: 0, places: [] as string[] }, cut: { count: 0, places: [] as string[] } }

  /** One value, name or cell; `place` says where it stands. */
  function value(text: string, place: () => string): string {
    return isMarked(text) ? settle(text, place) : text
  }

  function settle(text: string, place: () => string): string {
    const bytes: string[] = []
    let isCut = false
    const resolved = text.replace(keptRun, (run: string, at: number) => {
      bytes.push(bytesOf(run))
      if (hasWidths && at + run.length === text.length && isCutLetter(run, encoding)) {
        isCut = true
        return ''
      }
      return '\uFFFD'.repeat(run.length)
    })
    if (bytes.length === 0) return text
    const kind = isCut && bytes.length === 1 ? found.cut : found.damaged
    if (kind.count++ < mostShown) kind.places.push(`${place()}: “${near(resolved)}” (${bytes.join(', ')})`)
    return resolved
  }

  /** A text of lines that other programs read on. */
  function lines(text: string): string {
    if (!isMarked(text)) return text
    return text
      .split('\n')
      .map((line, i) => value(line, () => `${i + 1}`))
      .join('\n')
  }

  function rows(given: readonly Attributes[]): readonly Attributes[] {
    const names = new Map<string, string>()
    const nameOf = (name: string): string => {
      const resolved = names.get(name) ?? value(name, () => '#')
      names.set(name, resolved)
      return resolved
    }
    return given.map((row, i) => {
      const entries = Object.entries(row)
      if (!entries.some(([name, each]) => isMarked(name) || (typeof each === 'string' && isMarked(each)))) return row
      return Object.fromEntries(
        entries.map(([given, each]): [string, AttributeValue] => {
          const name = nameOf(given)
          return [name, typeof each === 'string' ? value(each, () => `${i + 1}, ${name}`) : each]
        }),
      )
    })
  }

  const tell = (code: 'text-damaged' | 'text-cut', { count, places }: { count: number; places: string[] }): Note[] =>
    count === 0
      ? []
      : [note(code, { file, encoding, count, places: places.join('; ') + (count > mostShown ? '; …' : '') })]

  return {
    value,
    lines,
    rows,
    notes: (): readonly Note[] => [...tell('text-cut', found.cut), ...tell('text-damaged', found.damaged)],
  }
}

const isMarked = (text: string): boolean => /[\uDC80-\uDCFF]/.test(text)

/** The text round its first damage. */
function near(text: string): string {
  const at = Math.max(0, text.indexOf('\uFFFD'))
  const from = Math.max(0, at - contextLetters)
  return (
    (from > 0 ? '…' : '') +
    text.slice(from, at + contextLetters).trim() +
    (text.length > at + contextLetters ? '…' : '')
  )
}
