import type { Text } from '../model/text.ts'

/** Ground that a locator shows, drawn by this project: schematic, each point good to about 10 km, none a legal boundary. */
export type LocatorGround = {
  readonly name: Text
  /** The middle of its name. */
  readonly nameAt: readonly [lonDegrees: number, latDegrees: number]
  /** Longitude and latitude in degrees, the first point not repeated. */
  readonly outline: readonly (readonly [lonDegrees: number, latDegrees: number])[]
  /** Towns that readers know, the side of the dot on which the name stands as seen on paper. */
  readonly towns: readonly {
    readonly name: Text
    readonly at: readonly [number, number]
    readonly side: 'left' | 'right'
  }[]
}

/** One row of data for each country that has been drawn; a study elsewhere is placed by degrees alone. */
export const locatorGrounds: readonly LocatorGround[] = [
  {
    name: { en: 'Syria', ar: 'سوريا' },
    nameAt: [39.4, 34.6],
    outline: [
      [35.9, 35.95],
      [36.2, 35.8],
      [36.4, 36.05],
      [36.65, 36.25],
      [36.5, 36.5],
      [36.65, 36.85],
      [37.1, 36.65],
      [37.6, 36.75],
      [38.0, 36.85],
      [38.3, 36.9],
      [38.8, 36.7],
      [39.4, 36.7],
      [40.1, 36.85],
      [40.7, 37.1],
      [41.3, 37.1],
      [42.0, 37.2],
      [42.35, 37.15],
      [42.2, 36.9],
      [41.8, 36.6],
      [41.3, 36.4],
      [41.4, 35.6],
      [41.2, 35.1],
      [41.25, 34.75],
      [41.0, 34.4],
      [39.9, 33.95],
      [38.8, 33.35],
      [37.8, 32.85],
      [36.85, 32.3],
      [36.4, 32.35],
      [36.1, 32.5],
      [35.75, 32.75],
      [35.65, 32.7],
      [35.65, 33.0],
      [35.6, 33.25],
      [35.85, 33.4],
      [36.05, 33.6],
      [35.95, 33.75],
      [36.4, 33.85],
      [36.6, 34.2],
      [36.4, 34.5],
      [36.3, 34.65],
      [35.95, 34.65],
      [35.9, 35.0],
      [35.95, 35.25],
      [35.75, 35.55],
      [35.8, 35.8],
    ],
    towns: [
      { name: { en: 'Damascus', ar: 'دمشق' }, at: [36.3, 33.5], side: 'right' },
      { name: { en: 'Homs', ar: 'حمص' }, at: [36.7, 34.75], side: 'right' },
      { name: { en: 'Aleppo', ar: 'حلب' }, at: [37.15, 36.2], side: 'right' },
      { name: { en: 'Deir ez-Zor', ar: 'دير الزور' }, at: [40.15, 35.35], side: 'left' },
    ],
  },
]
