import type { EyesState } from '@ochno/detect'
import type { DeviceState, RecorderState } from '@ochno/capture'
import type { Loudness } from '../../ui/loudness.ts'
import type { DeviceView, LinkView, RecordingView, WarningView } from './recording-view.ts'

const BYTES_PER_MINUTE = (730_000 / 8) * 60
/** Less than this is the recorder's ordinary rhythm, not something that waits. */
export const RHYTHM_S = 5

function device(state: DeviceState, phase: RecorderState['phase']): DeviceView {
  if (state !== 'live') return state
  // A device that is open and goes nowhere is not recorded.
  if (phase === 'failed' || phase === 'closed') return 'off'
  return phase === 'starting' || phase === 'idle' ? 'starting' : 'on'
}

function link(state: RecorderState): LinkView {
  const waitingS = state.backlog.seconds > RHYTHM_S ? state.backlog.seconds : 0
  if (state.lane === null)
    return { is: state.lastReceiptMs === null ? 'connecting' : 'offline', waitingS: state.backlog.seconds }
  if (state.warnings.includes('slow_network')) return { is: 'slow', waitingS }
  return { is: waitingS ? 'sending' : 'online', waitingS }
}

function warnings(state: RecorderState): readonly WarningView[] {
  const lost: WarningView['code'][] = [
    ...(state.camera === 'lost' ? (['camera_lost'] as const) : []),
    ...(state.microphone === 'lost' && state.camera !== 'lost' ? (['microphone_lost'] as const) : []),
    ...(state.screen !== 'live' && state.phase === 'recording' ? (['screen_ended'] as const) : []),
  ]
  // What the recorder can not hear or see from a lost device is already said.
  const said = new Set<string>([
    ...(state.camera === 'live' ? [] : ['camera_silent']),
    ...(state.microphone === 'live' ? [] : ['microphone_silent']),
    ...(state.screen === 'live' ? [] : ['screen_silent']),
  ])
  const free = state.storage ? state.storage.quotaBytes - state.storage.usedBytes : 0
  return [...lost, ...state.warnings.filter((code) => !said.has(code))].map((code) => ({
    code,
    raw: code,
    ...(code === 'storage_low' ? { minutes: Math.max(0, Math.floor(free / BYTES_PER_MINUTE)) } : {}),
  }))
}

/** The recorder's state in the words of the exam page. */
export const showRecording = (
  state: RecorderState,
  preview: MediaStream | null,
  level: Loudness,
  eyes: EyesState | null = null,
): RecordingView => ({
  camera: device(state.camera, state.phase),
  microphone: device(state.microphone, state.phase),
  screen: device(state.screen, state.phase),
  level,
  preview: state.camera === 'live' ? preview : null,
  link: link(state),
  warnings: warnings(state),
  getsReady: eyes?.is === 'loading' ? eyes.part : null,
})
