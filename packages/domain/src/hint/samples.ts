// Signals of an honest examinee, and the settings of an exam whose institution took the proposals: for tests.
import type { ListingAct } from '../incident/violation.ts'
import { decide, proposalOf } from '../policy/act-policy.ts'
import { effectivePolicy } from '../policy/effective.ts'
import { preset } from '../policy/presets.ts'
import { policyKeys } from '../policy/schema.ts'
import { calibration1, type HintSettings } from './settings.ts'
import type { Measured, Sensor, Signal } from './signal.ts'

export function settingsOf(act: ListingAct): HintSettings {
  const policy = policyKeys
    .filter((key) => key.startsWith('detect.'))
    .reduce((before, key) => {
      const made = decide(before, key, { value: proposalOf(before, key) ?? 0, ground: 'Приказ' })
      if (!made.ok) throw new Error(`${key}: ${made.why}`)
      return made.policy
    }, preset(act))
  const effective = effectivePolicy(policy)
  if (!effective.ok) throw new Error('refused')
  return { act, policy: effective.policy, calibration: calibration1 }
}

export const honest = {
  face: {
    on: 'face',
    count: 1,
    share: 0.3,
    yaw: 0,
    pitch: 0,
    gaze: 'screen',
    eyesCovered: false,
  },
  objects: { on: 'objects', persons: 1, phone: 0, book: 0, headphones: 0 },
  picture: {
    on: 'picture',
    track: 'live',
    cover: 'none',
    dark: false,
    frozen: false,
    backlight: false,
    uneven: false,
    lightMoved: false,
    quality: 'good',
    virtualCamera: false,
  },
  sound: {
    on: 'sound',
    track: 'live',
    digitalSilence: false,
    level: 'usual',
    gainChanged: false,
    voice: 'none',
    speakers: 0,
    questionShown: true,
  },
  screen: {
    on: 'screen',
    shared: 'monitor',
    black: false,
    extended: false,
    focused: true,
    fullscreen: true,
  },
  browser: {
    on: 'browser',
    translator: false,
    virtualMachine: false,
    screenshotKey: false,
    otherSession: false,
  },
  link: { on: 'link', online: true, recording: true, joined: true },
} as const satisfies { readonly [S in Sensor]: Extract<Measured, { on: S }> }

type Change<S extends Sensor> = Partial<Omit<Extract<Measured, { on: S }>, 'on'>>

/** The honest examinee, but for this, twice a second while `from <= t < to`, and honest again at `to`. */
export const during = <S extends Sensor>(
  on: S,
  change: Change<S>,
  from: number,
  to: number,
): readonly Signal[] => {
  const seen = { ...honest[on], ...change } as Measured
  const many = Math.ceil((to - from) / 500)
  const held = Array.from({ length: many }, (_, step) => from + step * 500)
  return [...held.map((at): Signal => ({ no: at, at, ...seen })), { no: to, at: to, ...honest[on] }]
}
