const semiMajorM = 6_378_137
const flattening = 1 / 298.257223563
const e2 = flattening * (2 - flattening)

/** Metres per radian of longitude (east) and of latitude (north) on WGS 84: N cos phi and M (Snyder 1987, 4-20, 4-19). */
export function metresPerRadian(latDegrees: number): { eastM: number; northM: number } {
  const phi = (latDegrees * Math.PI) / 180
  const w2 = 1 - e2 * Math.sin(phi) ** 2
  const primeVerticalM = semiMajorM / Math.sqrt(w2)
  return { eastM: primeVerticalM * Math.cos(phi), northM: (primeVerticalM * (1 - e2)) / w2 }
}
