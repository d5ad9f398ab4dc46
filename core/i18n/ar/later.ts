import { drawing } from './drawing.ts'
import { placing } from './placing.ts'

/** What the page says only where somebody draws or places a picture: it brings these words with those views. */
export const later = { ...drawing, ...placing } as const
