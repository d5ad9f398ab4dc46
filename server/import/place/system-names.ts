import { wgs84 } from '../../../core/crs/systems.ts'
import type { CrsCandidate } from '../../../core/crs/candidates.ts'

/** "EPSG:22770 (Deir ez Zor / Syria Lambert)". */
export const nameOfSystem = ({ code, name }: { readonly code: string; readonly name: string }): string =>
  code === name ? name : `${code} (${name})`

/** The candidates as a sentence names them; WGS 84 where there are none. */
export const nameCandidates = (candidates: readonly CrsCandidate[]): string =>
  (candidates.length > 0 ? candidates : [wgs84]).map(nameOfSystem).join(', ')
