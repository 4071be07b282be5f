import { createRecorder, idleState, type Recorder, type RecorderState } from '@ochno/capture'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { chosenDevices } from '../../machine/chosen-devices.ts'
import { looksTheSame } from './seen-state.ts'

const nothing = () => () => {}

/** One recorder for one open page. Leaving the page stops the devices; what was not sent stays on the disk for the next start. */
export function useRecorder(sessionId: string): { recorder: Recorder | null; state: RecorderState } {
  const [recorder, setRecorder] = useState<Recorder | null>(null)
  useEffect(() => {
    const made = createRecorder({ baseUrl: location.origin, sessionId, choice: chosenDevices() })
    setRecorder(made)
    return () => made.close()
  }, [sessionId])
  const seen = useRef<{ state: RecorderState; stream: MediaStream | null }>({
    state: idleState,
    stream: null,
  })
  const state = useSyncExternalStore(
    recorder?.subscribe ?? nothing,
    useCallback(() => {
      const [state, stream] = [recorder?.getState() ?? idleState, recorder?.preview() ?? null]
      // Another camera in the place of the first changes no word of the state.
      if (stream !== seen.current.stream || !looksTheSame(seen.current.state, state))
        seen.current = { state, stream }
      return seen.current.state
    }, [recorder]),
  )
  return { recorder, state }
}
