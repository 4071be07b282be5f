// Watching the examinee's camera in the examinee's browser: pictures in, signals out.
export { cameraFacts, isVirtualCamera } from './page/camera-facts.ts'
export { type Eyes, type EyesState, openEyes, type WatchOptions } from './page/watch.ts'
export type { Effort } from './protocol.ts'
export type { Mode } from './schedule.ts'
export { type CameraFacts, usualCamera } from './sense/picture-sense.ts'
export { DETECTOR } from './sense/limits.ts'
export type { Voice } from './sense/voice-sense.ts'
