/** What is used of a package that brings no types. */
declare module 'mgrs' {
  /** Longitude and latitude of the middle of the square; throws where the letters name none. */
  export const toPoint: (reference: string) => [lon: number, lat: number]
  /** The reference of a position, to a metre. */
  export const forward: (position: [lon: number, lat: number]) => string
}
