/**
 * Ground of one layer that is reported together: where the classes over it are named by at least so many voices between them,
 * and by none of the classes of `unless`.
 */
export type Together = {
  /** Of each class, by its place, the numbers of the voices that name it; of one that does not count none. */
  readonly voices: readonly (readonly number[])[]
  readonly atLeast: number
  readonly unless: readonly number[]
}

/** Ground under any of the classes. */
export const underAny = (classes: readonly number[]): Together => {
  const voices: number[][] = []
  for (let place = 0; place <= Math.max(-1, ...classes); place++) voices.push(classes.includes(place) ? [0] : [])
  return { voices, atLeast: 1, unless: [] }
}

/** By how many voices the classes over ground are named between them. */
export const voicesOver = (voices: Together['voices'], classes: readonly number[]): number =>
  new Set(classes.flatMap((own) => voices[own] ?? [])).size

/** Whether ground under these classes is told. */
export const isReported = ({ voices, atLeast, unless }: Together, classes: readonly number[]): boolean =>
  !unless.some((own) => classes.includes(own)) && voicesOver(voices, classes) >= atLeast
