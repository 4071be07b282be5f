import type { Unit } from '@ochno/domain/policy/parameter'

/** Shares are kept from 0 to 1 and read in per cent. */
export const asShown = (unit: Unit | undefined, value: number): number =>
  unit === 'share' ? Math.round(value * 1000) / 10 : value

export const asKept = (unit: Unit | undefined, shown: number): number =>
  unit === 'share' ? Math.round(shown * 10) / 1000 : shown
