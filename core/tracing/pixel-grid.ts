/** A picture as sRGB: three bytes a pixel, row by row from the top left one. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgb: Uint8Array }

/** What each pixel of a picture belongs to: 0 is nothing, others are numbers of classes from 1 on. */
export type LabelGrid = { readonly width: number; readonly height: number; readonly labels: Uint8Array }

/** Classes that a picture may have: their numbers, and those for ground, stand in a byte. */
export const mostClasses = 200
/** Of colours that are no class and cover ground widely: the paper, or what the base map is made of. */
export const groundLabel = 254
/** Of masked pixels, which belong to nothing and heal nothing. */
export const maskedLabel = 255
