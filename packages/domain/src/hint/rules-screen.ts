import { cannot, no, rulesOn, type Sight, when } from './rule.ts'
import type { BrowserSignal } from './signal.ts'

export const screenRules = rulesOn('screen')({
  // A dialogue of the page or a window of the system takes the focus for a moment too.
  focus_lost: {
    code: 'focus_switch',
    least: { secondsIfSet: 'detect.focus_lost_s' },
    look: ({ focused }) => when(!focused),
  },
  not_fullscreen: {
    code: 'browser_not_fullscreen',
    least: 'at_once',
    look: ({ fullscreen }) => when(!fullscreen),
  },
  // A shared window or tab is no video of the screen (TR-50).
  no_screen_video: {
    code: 'screen_video_missing',
    least: 'at_once',
    look: ({ shared, black }) => when(shared !== 'monitor' || black),
  },
  // What is recorded in its place is not what the examinee sees.
  frozen_screen: {
    code: 'screen_video_missing',
    least: 'at_once',
    look: ({ shared, frozen }) => (shared === 'monitor' ? when(frozen === true) : no),
  },
  second_monitor: { code: 'additional_monitor', least: 'at_once', look: ({ extended }) => when(extended) },
})

const took = ({ screenshotKey, took: how }: BrowserSignal): Sight =>
  screenshotKey ? { ...seen, ...(how && { name: how }) } : no
const seen = { sees: 'yes', strength: 1 } as const

/** Much else explains it: a person looks, and the hint says how little it is worth. */
const WEAK = 0.3
const weak = (what: string | boolean | undefined): Sight =>
  what === undefined || what === false
    ? no
    : { sees: 'yes', strength: WEAK, ...(typeof what === 'string' && { name: what }) }

export const browserRules = rulesOn('browser')({
  translator: { code: 'browser_builtin_tools', least: 'at_once', look: (one) => when(one.translator) },
  virtual_machine: { code: 'virtual_machine', least: 'at_once', look: (one) => when(one.virtualMachine) },
  virtual_machine_weak: {
    code: 'virtual_machine',
    least: 'at_once',
    look: ({ virtualWeak }) => weak(virtualWeak),
  },
  camera_replaced: {
    code: 'video_signal_interrupted',
    least: 'at_once',
    look: ({ changed }) => weak(changed?.camera),
  },
  microphone_replaced: {
    code: 'microphone_sensitivity_changed',
    least: 'at_once',
    look: ({ changed }) => weak(changed?.microphone),
  },
  camera_program: {
    code: 'video_quality_artificially_reduced',
    least: 'at_once',
    look: ({ changed }) => weak(changed?.program),
  },
  monitor_replaced: {
    code: 'additional_monitor',
    least: 'at_once',
    look: ({ changed }) => weak(changed?.monitor),
  },
  screenshot_key: { code: 'task_screenshot', least: 'at_once', look: took },
  other_session: {
    code: 'account_credentials_transfer',
    least: 'at_once',
    look: (one) => when(one.otherSession),
  },
})

export const linkRules = rulesOn('link')({
  link_lost: { code: 'video_signal_interrupted', least: 'at_once', look: ({ online }) => when(!online) },
  link_lost_long: {
    code: 'technical_failure_long',
    least: { minutes: 'tech_failure.min_minutes' },
    look: ({ online }) => when(!online),
  },
  // A failed network stops uploads too: only a recorder that stands still on a good link is a hint.
  recorder_stopped: {
    code: 'video_recording_disabled',
    least: 'at_once',
    look: ({ online, recording }) => (online ? when(!recording) : cannot),
  },
  not_in_session: {
    code: 'examinee_absent_from_session',
    least: 'at_once',
    look: ({ online, joined }) => (online ? when(!joined) : no),
  },
})
