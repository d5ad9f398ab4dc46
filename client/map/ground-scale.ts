import { metresPerRadian } from '../../core/geometry/local-radii.ts'

const mercatorRadiusM = 6_378_137

/** Metres on the ground, eastwards, for one metre of Web Mercator at a latitude. */
export const groundScale = (latDegrees: number): number => metresPerRadian(latDegrees).eastM / mercatorRadiusM
