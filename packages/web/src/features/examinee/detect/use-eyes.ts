import type { Recorder, RecorderState } from '@ochno/capture'
import {
  cameraFacts,
  type Eyes,
  type EyesState,
  isWeak,
  openEyes,
  type UsualPosture,
  type Voice,
  watchStrain,
} from '@ochno/detect'
import type { Signal } from '@ochno/domain/hint/signal'
import { useEffect, useRef, useState } from 'react'

type Watched = {
  /** Null: nothing is watched, and no network is loaded. */
  readonly recorder: Recorder | null
  readonly state: RecorderState
  /** How the person sat at the equipment check. */
  readonly checked: UsualPosture | null
  /** Signals of `face`, `objects` and `picture`, at moments of this page's `performance.now()`. */
  readonly onSignals: (signals: readonly Signal[]) => void
  /** Several times a second: whether somebody speaks, whose lips it might be and for how long. Null where it can not be said. */
  readonly onVoice?: (voice: Voice | null, heldMs: number) => void
}

/** The eyes on the camera that is recorded, for as long as it is; what they can not do is in the state. */
export function useEyes({ recorder, state, checked, onSignals, onVoice }: Watched): EyesState | null {
  const [known, setKnown] = useState<EyesState | null>(null)
  const [eyes, setEyes] = useState<Eyes | null>(null)
  const heard = useRef({ onSignals, onVoice })
  heard.current = { onSignals, onVoice }
  const recording = recorder !== null && state.phase === 'recording'

  useEffect(() => {
    if (!recorder || !recording) return
    const { port1, port2 } = new MessageChannel()
    recorder.tapCamera(port1)
    const weak = isWeak(navigator)
    const opened = openEyes({
      frames: port2,
      mode: weak ? 'low' : 'usual',
      checked,
      onSignals: (signals) => heard.current.onSignals(signals),
      onVoice: (voice, heldMs) => heard.current.onVoice?.(voice, heldMs),
      onState: setKnown,
    })
    setEyes(opened)
    const leave = weak ? null : watchStrain(opened.mode)
    return () => {
      leave?.()
      opened.stop()
      setEyes(null)
      setKnown(null)
    }
  }, [recorder, recording, checked])

  const slowNetwork = state.level > 0 || state.warnings.includes('slow_network')
  const { camera } = state
  const stream = recorder?.preview() ?? null
  useEffect(() => {
    if (!eyes || !recorder) return
    const track = stream?.getVideoTracks()[0]
    const tell = () =>
      eyes.camera(
        cameraFacts({
          state: camera,
          muted: track?.muted ?? false,
          label: track?.label ?? '',
          height: track?.getSettings().height ?? null,
          slowNetwork,
        }),
      )
    tell()
    track?.addEventListener('mute', tell)
    track?.addEventListener('unmute', tell)
    return () => {
      track?.removeEventListener('mute', tell)
      track?.removeEventListener('unmute', tell)
    }
    // Another camera is another stream: its name and its size are asked anew.
  }, [eyes, recorder, stream, camera, slowNetwork])

  return known
}
