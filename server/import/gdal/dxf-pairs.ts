import { problem, type Problem } from '../../../core/result/problem.ts'

/**
 * What is wrong with the text of a drawing as pairs of lines, a group's number and its value, down to the pair that ends
 * it; `null` where it is sound. GDAL loses its place for ever in one that is not, or takes its first half for the whole.
 */
export function faultOfPairs(file: string, text: string): Problem | null {
  let at = 0
  for (let line = 1; at < text.length; line += 2) {
    const endOfCode = endOfLine(text, at)
    const code = text.slice(at, endOfCode).trim()
    if (!/^-?\d{1,4}$/.test(code)) return problem('dxf-broken', { file, line, text: code.slice(0, 40) })
    const start = endOfCode + 1
    const end = endOfLine(text, start)
    if (code === '0' && text.slice(start, end).trim() === 'EOF') return null
    at = end + 1
  }
  return problem('dxf-truncated', { file })
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
