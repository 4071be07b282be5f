// What a trial showed that has to be mended before the exam. Advice to one person: nothing here is a violation or a hint.
import { type StepId, stepIds } from '../identity/steps.ts'

export const devices = ['camera', 'microphone', 'screen'] as const
export type Device = (typeof devices)[number]

/** What the page saw after the check of the machine; nothing of it is a picture or a sound. */
export type TrialSeen = {
  /** Steps of the door that were not made, and those whose picture could hardly be read. */
  readonly left: readonly StepId[]
  readonly unclear: readonly StepId[]
  /** Devices that went away in the middle. */
  readonly lost: readonly Device[]
  /** Times the page was left for another window. */
  readonly away: number
  /** The clip could be recorded and played back. */
  readonly recorded: boolean
}

export const mendCodes = [
  'step_left',
  'step_unclear',
  'camera_lost',
  'microphone_lost',
  'screen_lost',
  'not_recorded',
  'page_left',
] as const
export type MendCode = (typeof mendCodes)[number]

/** `must`: the exam would not begin or would stop; `should`: it goes on, with a worse recording or questions after it. */
export type Weight = 'must' | 'should'

const weights = {
  step_left: 'must',
  step_unclear: 'should',
  camera_lost: 'must',
  microphone_lost: 'must',
  screen_lost: 'must',
  not_recorded: 'must',
  page_left: 'should',
} as const satisfies Record<MendCode, Weight>

export type Mend = { readonly code: MendCode; readonly weight: Weight; readonly step: StepId | null }

const one = (code: MendCode, step: StepId | null = null): Mend => ({ code, weight: weights[code], step })
const when = (so: boolean, code: MendCode): readonly Mend[] => (so ? [one(code)] : [])
const inOrder = (steps: readonly StepId[]) => stepIds.filter((id) => steps.includes(id))

/** What must be mended stands before what should. */
export function toMend(seen: TrialSeen): readonly Mend[] {
  const found = [
    ...when(!seen.recorded, 'not_recorded'),
    ...inOrder(seen.left).map((step) => one('step_left', step)),
    ...when(seen.lost.includes('camera'), 'camera_lost'),
    ...when(seen.lost.includes('microphone'), 'microphone_lost'),
    ...when(seen.lost.includes('screen'), 'screen_lost'),
    ...inOrder(seen.unclear).map((step) => one('step_unclear', step)),
    ...when(seen.away > 0, 'page_left'),
  ]
  return [
    ...found.filter(({ weight }) => weight === 'must'),
    ...found.filter(({ weight }) => weight === 'should'),
  ]
}
