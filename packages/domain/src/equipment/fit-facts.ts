// For tests: the facts of a computer that suits every act.
import type { CameraFacts, Facts } from './facts.ts'

export const fitCamera = {
  width: 640,
  height: 480,
  fps: 15,
  light: { mean: 120, middle: 130, edges: 110, left: 128, right: 132 },
  virtual: false,
  blurred: false,
} satisfies CameraFacts

export const fitFacts = {
  machine: {
    mobile: false,
    os: { windows: true, nt: 10 },
    browser: { brand: 'chrome', major: 142 },
    memoryGb: 8,
    cores: 4,
    extended: false,
    virtualGraphics: false,
    cannotRecord: null,
    storageMb: 5000,
  },
  cameras: [fitCamera],
  microphone: { speech: 0.3, silence: 0.01, autoGain: false },
  toneHeard: true,
  network: { downMbps: 40, upMbps: 12, rttMs: 30, jitterMs: 5, lost: 0 },
  share: 'monitor' as const,
} satisfies Facts
