/** Waiting work of several owners: whoever has the least going on is next, and among those whoever has waited longest. */
export function fairQueue<Entry extends { readonly turn: string }>() {
  const waiting: Entry[] = []
  const running = new Map<string, number>()
  /** When an owner was last given something, in counts of what was given. */
  const served = new Map<string, number>()
  let given = 0

  return {
    get length(): number {
      return waiting.length
    },
    add: (entry: Entry): void => void waiting.push(entry),

    /** Takes an entry out before its turn; false where it is not waiting. */
    drop(entry: Entry): boolean {
      const place = waiting.indexOf(entry)
      if (place >= 0) waiting.splice(place, 1)
      return place >= 0
    },

    /** The next to be done, which is counted as its owner's until `finish`. */
    next(): Entry | undefined {
      const rank = ({ turn }: Entry): [number, number] => [running.get(turn) ?? 0, served.get(turn) ?? 0]
      let best = 0
      for (let i = 1; i < waiting.length; i++) {
        const [mine, its] = [rank(waiting[i]!), rank(waiting[best]!)]
        if (mine[0] < its[0] || (mine[0] === its[0] && mine[1] < its[1])) best = i
      }
      const [entry] = waiting.splice(best, 1)
      if (!entry) return undefined
      running.set(entry.turn, (running.get(entry.turn) ?? 0) + 1)
      served.set(entry.turn, ++given)
      return entry
    },

    finish({ turn }: Entry): void {
      const left = (running.get(turn) ?? 1) - 1
      if (left > 0) return void running.set(turn, left)
      running.delete(turn)
      if (running.size === 0 && waiting.length === 0) served.clear()
    },

    clear: (): Entry[] => waiting.splice(0),
  }
}
