// When a machine should be looked at less: a weak one for good, another for as long as its battery ends or its processor labours.
import type { Mode } from '../schedule.ts'

/** `level`: 0 to 1. */
export type Battery = { readonly charging: boolean; readonly level: number }
export type Pressure = 'nominal' | 'fair' | 'serious' | 'critical'

export type Strain = {
  readonly battery: boolean
  readonly labours: boolean
  /** Since when the processor is at ease again; null while it labours, or never did. */
  readonly calmSince: number | null
}

export const atEase: Strain = { battery: false, labours: false, calmSince: null }

const LOW_LEVEL = 0.2
/** A level that wavers about its limit changes nothing. */
const ENOUGH_LEVEL = 0.25
/** So long at ease, and it is looked as often as before. */
const CALM_MS = 60_000

export const onBattery = (was: Strain, { charging, level }: Battery): Strain => ({
  ...was,
  battery: !charging && (was.battery ? level < ENOUGH_LEVEL : level <= LOW_LEVEL),
})

export const onPressure = (was: Strain, pressure: Pressure, at: number): Strain =>
  pressure === 'serious' || pressure === 'critical'
    ? { ...was, labours: true, calmSince: null }
    : onTime({ ...was, calmSince: was.labours ? (was.calmSince ?? at) : null }, at)

/** The browser tells of changes alone, so the calm is counted here. */
export const onTime = (was: Strain, at: number): Strain =>
  was.calmSince !== null && at - was.calmSince >= CALM_MS ? { ...was, labours: false, calmSince: null } : was

export const modeOf = ({ battery, labours }: Strain): Mode => (battery || labours ? 'low' : 'usual')

const WEAK_MEMORY_GB = 4

/** One core, or little memory: fewer looks from the start. Firefox and Safari do not tell the memory. */
export const isWeak = (machine: {
  readonly deviceMemory?: number
  readonly hardwareConcurrency: number
}): boolean =>
  (machine.deviceMemory ?? Number.POSITIVE_INFINITY) <= WEAK_MEMORY_GB || machine.hardwareConcurrency < 2
