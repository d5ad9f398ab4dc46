/** Measuring under way: what is sought, how far it is (0 to 1, `null` where unknown) and how to stop it. */
export type Busy = {
  readonly what: 'areas' | 'intervals'
  readonly fraction: number | null
  readonly cancel: () => void
}
