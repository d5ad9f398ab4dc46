/** Latitude and longitude of the pointer, as gazetteers of this field print them; empty without a pointer. */
export function showPosition(element: HTMLElement, position: readonly number[] | null): void {
  element.textContent = position === null ? '' : formatPosition(position[0]!, position[1]!)
  element.hidden = position === null
}

export function formatPosition(lonDegrees: number, latDegrees: number): string {
  const [lat, lon] = [Math.abs(latDegrees).toFixed(4), Math.abs(lonDegrees).toFixed(4)]
  return `${lat}° ${latDegrees < 0 ? 'S' : 'N'} ${lon}° ${lonDegrees < 0 ? 'W' : 'E'}`
}
