// Which kind of light, camera and device a person had, out of the check before the exam. Classes and not machines: a rare
// camera would be a name.
import type { Facts } from '../equipment/facts.ts'
import { lightFault } from '../equipment/light.ts'

export const lightClasses = ['good', 'poor', 'unknown'] as const
export type LightClass = (typeof lightClasses)[number]
export const cameraClasses = ['below_480', 'from_480', 'from_720', 'unknown'] as const
export type CameraClass = (typeof cameraClasses)[number]
export const deviceClasses = ['modest', 'usual', 'unknown'] as const
export type DeviceClass = (typeof deviceClasses)[number]

/** Engineering proposals: at or below either a machine is modest (detection runs slower on it). */
export const modestMachine = { memoryGb: 4, cores: 2 } as const

type Known = Pick<Facts, 'machine' | 'cameras'> | null

/** Of several cameras the one with the most lines: it is the one that records. */
const cameraOf = (facts: Known) => facts?.cameras?.toSorted((a, b) => b.height - a.height)[0]

export function lightClass(facts: Known): LightClass {
  const camera = cameraOf(facts)
  if (!camera) return 'unknown'
  return lightFault(camera.light) === null ? 'good' : 'poor'
}

export function cameraClass(facts: Known): CameraClass {
  const height = cameraOf(facts)?.height
  if (height === undefined) return 'unknown'
  return height < 480 ? 'below_480' : height < 720 ? 'from_480' : 'from_720'
}

export function deviceClass(facts: Known): DeviceClass {
  const { memoryGb = null, cores = null } = facts?.machine ?? {}
  if (memoryGb === null && cores === null) return 'unknown'
  const small = (value: number | null, most: number) => value !== null && value <= most
  return small(memoryGb, modestMachine.memoryGb) || small(cores, modestMachine.cores) ? 'modest' : 'usual'
}
