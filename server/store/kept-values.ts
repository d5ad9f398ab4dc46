const mostBytes = 32 * 2 ** 20

export type KeptValues<Value> = ReturnType<typeof keepValues<Value>>

/**
 * Keeps what was read last by the question it answers, up to `most` bytes, of one value up to `mostOfOne`; whoever asks names all
 * that the answer follows from. The last stays, whatever its size.
 */
export function keepValues<Value>(bytesOf: (value: Value) => number, most = mostBytes, mostOfOne = most / 4) {
  const kept = new Map<string, Value>()
  let sum = 0
  return {
    find(key: string): Value | undefined {
      const value = kept.get(key)
      if (value === undefined) return undefined
      // To the end, behind all that was asked for longer ago.
      kept.delete(key)
      kept.set(key, value)
      return value
    },
    keep(key: string, value: Value): void {
      if (kept.has(key) || bytesOf(value) > mostOfOne) return
      kept.set(key, value)
      sum += bytesOf(value)
      for (const [oldest, own] of kept) {
        if (sum <= most || kept.size === 1) break
        kept.delete(oldest)
        sum -= bytesOf(own)
      }
    },
  }
}
