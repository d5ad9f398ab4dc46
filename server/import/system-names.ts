import type { CoordinateSystem } from '../../core/crs/system.ts'
import type { CrsCandidate } from '../../core/study/inspection.ts'

export const nameOfSystem = ({ code, name }: CoordinateSystem): string => (code === name ? name : `${code} (${name})`)

export const nameCandidates = (candidates: readonly CrsCandidate[]): string =>
  (candidates.length > 0 ? candidates : [{ code: 'EPSG:4326', name: 'WGS 84' }]).map(({ code, name }) => `${code} (${name})`).join(', ')
