/** Area of a box between two parallels and two meridians on WGS 84 in closed form (Snyder 1987, eq. 3-12). */
export function ellipsoidalRectangleM2(west: number, south: number, east: number, north: number): number {
  const [a, f] = [6_378_137, 1 / 298.257223563]
  const e = Math.sqrt(f * (2 - f))
  const q = (lat: number): number => {
    const s = Math.sin((lat * Math.PI) / 180)
    return (1 - e * e) * (s / (1 - e * e * s * s) + Math.atanh(e * s) / e)
  }
  return (((a * a) / 2) * (east - west) * Math.PI * (q(north) - q(south))) / 180
}
