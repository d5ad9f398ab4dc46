/** WGS 84 (EPSG:7030): semi-major axis in metres, flattening, and what follows from them. */
export const semiMajorM = 6378137
const flattening = 1 / 298.257223563
export const eccentricity2 = flattening * (2 - flattening)
export const eccentricity = Math.sqrt(eccentricity2)
export const radiansPerDegree = Math.PI / 180
