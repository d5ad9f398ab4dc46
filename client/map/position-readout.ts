/** Latitude and longitude of the pointer, as gazetteers of this field print them; empty without a pointer. */
export function showPosition(element: HTMLElement, position: readonly number[] | null): void {
  element.textContent = position === null ? '' : formatPosition(position[0]!, position[1]!)
  element.hidden = position === null
}

export const formatPosition = (lonDegrees: number, latDegrees: number): string =>
  `${Math.abs(latDegrees).toFixed(4)}° ${latDegrees < 0 ? 'S' : 'N'} ${Math.abs(lonDegrees).toFixed(4)}° ${lonDegrees < 0 ? 'W' : 'E'}`
