/**
 * Whether ground under these classes of a layer is claimed by several: by two parties, or by classes without one. Classes of
 * one owner are no conflict.
 */
export const isSeveral = <Name>(classes: readonly Name[], ownerOf: (name: Name) => unknown): boolean =>
  classes.length > 1 && new Set(classes.map(ownerOf)).size > 1
