/// <reference path="../vite.d.ts" />
// Watching as a page sees it: begun, told of the camera, ended. The page itself looks at nothing.
import type { SeatSeen } from '@ochno/domain/equipment/seat'
import type { Signal } from '@ochno/domain/hint/signal'
import type { Effort, FromEyes, ToEyes } from '../protocol.ts'
import type { Mode } from '../schedule.ts'
import type { UsualPosture } from '../sense/baseline.ts'
import type { CameraFacts } from '../sense/picture-sense.ts'
import type { Voice } from '../sense/voice-sense.ts'
import workerUrl from '../worker/detect-worker.ts?worker&url'

export type EyesState =
  | { readonly is: 'loading'; readonly part: number }
  | { readonly is: 'watching'; readonly things: boolean }
  /** A fact of this machine, for the proctor; no hint and no fault of the examinee. */
  | { readonly is: 'cannot'; readonly why: string }

export type WatchOptions = {
  /** Where the recorder answers with frames; see `tapCamera` of @ochno/capture. */
  readonly frames: MessagePort
  readonly mode?: Mode
  /** How this person sat at the equipment check: it only ever takes hints away. */
  readonly checked?: UsualPosture | null
  /** Moments on this page's `performance.now()`. */
  readonly onSignals: (signals: readonly Signal[]) => void
  /** Twice a second while there is sound; without it nothing is listened to. */
  readonly onVoice?: (voice: Voice | null, heldMs: number) => void
  readonly onState?: (state: EyesState) => void
  readonly onEffort?: (effort: Effort) => void
  /** For the check itself: where head and irises stand, look by look. */
  readonly onPosture?: (posture: UsualPosture) => void
  /** For advice before the exam: where the face is and how the light falls, look by look. */
  readonly onSeat?: (seen: SeatSeen) => void
}

export type Eyes = {
  readonly camera: (facts: CameraFacts) => void
  readonly mode: (mode: Mode) => void
  readonly stop: () => void
}

export function openEyes(options: WatchOptions): Eyes {
  const { frames, mode = 'usual', checked = null } = options
  const { onSignals, onVoice, onState, onEffort, onPosture, onSeat } = options
  onState?.({ is: 'loading', part: 0 })
  const worker = new Worker(trusted(workerUrl), { type: 'module', name: 'ochno-detect' })
  const post = (message: ToEyes, transfer: Transferable[] = []) => worker.postMessage(message, transfer)
  worker.onmessage = ({ data }: MessageEvent<FromEyes>) => {
    switch (data.t) {
      case 'loading':
        return onState?.({ is: 'loading', part: data.part })
      case 'watching':
        return onState?.({ is: 'watching', things: data.things })
      case 'cannot':
        return onState?.({ is: 'cannot', why: data.why })
      case 'posture':
        return onPosture?.(data.posture)
      case 'seat':
        return onSeat?.(data.seen)
      case 'signals':
        return onSignals(data.signals)
      case 'voice':
        return onVoice?.(data.voice, data.heldMs)
      case 'effort':
        return onEffort?.(data.effort)
    }
  }
  worker.onerror = (event) => onState?.({ is: 'cannot', why: event.message || 'worker' })
  const start = {
    t: 'start',
    mode,
    frames,
    origin: performance.timeOrigin,
    listen: onVoice !== undefined,
    checked,
    learns: onPosture !== undefined,
    coaches: onSeat !== undefined,
  } as const
  post(start, [frames])
  return {
    camera: (camera) => post({ t: 'camera', camera }),
    mode: (next) => post({ t: 'mode', mode: next }),
    stop: () => {
      post({ t: 'stop' })
      worker.onmessage = null
    },
  }
}

type Factory = {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string }
}
let policy: ReturnType<Factory['createPolicy']> | undefined

/** The page's policy lets a worker be started only from an address that a named policy vouches for (ADR 4). */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Factory }
  if (!trustedTypes) return url
  policy ??= trustedTypes.createPolicy('ochno-detect', {
    createScriptURL: (wished) => {
      if (wished !== workerUrl) throw new TypeError('only the watching worker')
      return wished
    },
  })
  return policy.createScriptURL(url)
}
