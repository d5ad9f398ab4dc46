/** What the measuring tool has drawn: metres along the line, and the ground that it encloses once it has three corners. */
export type Ruler = { readonly lengthM: number; readonly areaM2: number | null }

export const unusedRuler: Ruler = { lengthM: 0, areaM2: null }
