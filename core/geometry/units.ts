/** Square metres in one of each unit. */
const m2Per = { m2: 1, dunum: 1_000, ha: 10_000, km2: 1_000_000 } as const

export type AreaUnit = keyof typeof m2Per

export const areaIn = (unit: AreaUnit, areaM2: number): number => areaM2 / m2Per[unit]

export const areaFrom = (unit: AreaUnit, value: number): number => value * m2Per[unit]
