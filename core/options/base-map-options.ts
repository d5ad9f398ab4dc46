import { z } from 'zod'
import { option } from './option.ts'

/** What a base map may be named by, in an address and on the command line. */
export const baseMapMeaning =
  'the base map: an address with {z}, {x} and {y}, a WMS address with its layers, or a PMTiles or GeoTIFF file by its address or its name (on a server: in the folder BaseMaps of its workspace); else BASILIA_BASE_MAP, else OpenStreetMap’s'

/** Another base map than that which the program is set to, as a reader names it. */
export const baseMapOptions = {
  baseMap: option(z.string().min(1).max(2_000).optional(), baseMapMeaning, { value: 'ADDRESS|FILE' }),
  baseMapCredit: option(
    z.string().trim().min(1).max(200).optional(),
    'whose the base map is, as the sheet says it; else what its file or address says',
    { value: 'TEXT' },
  ),
} as const
