import type { Overlay } from '../core/overlay/overlay.ts'

/** Square metres of the plan's ground under one class of the zones. */
export const classM2 = ({ combinations }: Overlay, of: number): number =>
  combinations.filter(({ classes }) => classes[1]!.includes(of)).reduce((sum, one) => sum + one.areaM2, 0)
