import { array, assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fairQueue } from '../../../server/workers/task-queue.ts'

type Entry = { readonly turn: string; readonly number: number }

describe('work of several studies', () => {
  test('is done in turn: one piece of a study waits for at most one of each other, however much these ask for', () => {
    assert(
      property(array(integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 60 }), (owners) => {
        const queue = fairQueue<Entry>()
        owners.forEach((owner, number) => queue.add({ turn: `study-${owner}`, number }))
        const studies = new Set(owners).size
        const lastSeen = new Map<string, number>()
        const left = new Map<string, number>()
        for (const owner of owners) left.set(`study-${owner}`, (left.get(`study-${owner}`) ?? 0) + 1)
        for (let place = 0; place < owners.length; place++) {
          const entry = queue.next()!
          queue.finish(entry)
          lastSeen.set(entry.turn, place)
          left.set(entry.turn, left.get(entry.turn)! - 1)
          for (const [turn, count] of left)
            if (count > 0) expect(place - (lastSeen.get(turn) ?? -1)).toBeLessThan(studies + 1)
        }
        expect(queue.next()).toBeUndefined()
      }),
      { seed: 17 },
    )
  })

  test('goes first to whoever has nothing going on', () => {
    const queue = fairQueue<Entry>()
    for (const number of [1, 2, 3]) queue.add({ turn: 'busy', number })
    queue.next()
    queue.add({ turn: 'new', number: 4 })
    expect(queue.next()).toEqual({ turn: 'new', number: 4 })
    expect(queue.next()).toEqual({ turn: 'busy', number: 2 })
  })

  test('keeps the order in which one study asked, and forgets what is dropped', () => {
    const queue = fairQueue<Entry>()
    const entries = [1, 2, 3].map((number) => ({ turn: 'one', number }))
    for (const entry of entries) queue.add(entry)
    expect([queue.drop(entries[1]!), queue.drop(entries[1]!)]).toEqual([true, false])
    expect([queue.next()?.number, queue.next()?.number, queue.next()]).toEqual([1, 3, undefined])
  })
})
