/** What is used of a package that brings no types. */
declare module 'mgrs' {
  const mgrs: {
    /** Longitude and latitude of the middle of the square; throws where the letters name none. */
    readonly toPoint: (reference: string) => [lon: number, lat: number]
    /** The reference of a position, to a metre. */
    readonly forward: (position: [lon: number, lat: number]) => string
  }
  export default mgrs
}
