/** What the map is over: the middle in degrees, and OpenLayers' zoom. */
export type Camera = { readonly zoom: number; readonly lat: number; readonly lon: number }

/** As it stands in the address: `14.2/33.4856/36.3041`. */
export const cameraText = ({ zoom, lat, lon }: Camera): string =>
  [Number(zoom.toFixed(2)), Number(lat.toFixed(5)), Number(lon.toFixed(5))].join('/')

/** `null` for what is none. */
export function readCamera(text: string | null): Camera | null {
  const [, zoom, lat, lon] =
    /^(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/.exec(text ?? '') ?? []
  const camera = { zoom: Number(zoom), lat: Number(lat), lon: Number(lon) }
  return camera.zoom <= 20 && Math.abs(camera.lat) <= 85 && Math.abs(camera.lon) <= 180 ? camera : null
}
