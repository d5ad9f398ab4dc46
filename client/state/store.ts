/** The one place where the page's state lives: read it, change it, hear of changes. */
export type Store<State> = {
  readonly get: () => State
  /** Merges `change`; listeners hear of all changes of one turn at once. */
  readonly update: (change: Partial<State>) => void
  readonly subscribe: (listener: (state: State) => void) => void
}

export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial
  let isTellingDue = false
  const listeners: ((state: State) => void)[] = []
  const tell = (): void => {
    isTellingDue = false
    for (const listener of listeners) listener(state)
  }
  return {
    get: () => state,
    update(change) {
      state = { ...state, ...change }
      if (isTellingDue) return
      isTellingDue = true
      queueMicrotask(tell)
    },
    subscribe: (listener) => void listeners.push(listener),
  }
}
