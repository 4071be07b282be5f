// The examinee's recorder: `createRecorder`, and the checks before the exam.
export { type Level, levels } from './core/ladder.ts'
export {
  type Asked,
  askCamera,
  askScreen,
  type CameraChoice,
  type DeviceRefusal,
  type Gone,
} from './page/devices.ts'
export {
  createRecorder,
  type DeviceState,
  idleState,
  type Receipts,
  type Recorder,
  type RecorderOptions,
  type RecorderState,
} from './page/recorder.ts'
export type { Check } from './probe/check.ts'
export { checkCamera } from './probe/check-camera.ts'
export { checkMicrophone, microphoneLevel } from './probe/check-microphone.ts'
export {
  askOne,
  isBlurred,
  measureCamera,
  measureMachine,
  measureVirtual,
  playTone,
} from './probe/measure.ts'
export { isPhone } from './probe/features.ts'
export { checkPermission } from './probe/check-permission.ts'
export { checkScreens } from './probe/check-screen.ts'
export { checkStorage } from './probe/check-storage.ts'
export type { CapturePath, Unsupported } from './probe/choose-path.ts'
export { type Probe, probe } from './probe/probe.ts'
export {
  type EndReason,
  type MediaTrack,
  type TrackHealth,
  type WarningCode,
  warningCodes,
} from './protocol.ts'
