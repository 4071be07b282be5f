import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { chosenDevices } from '../../../machine/chosen-devices.ts'
import { createLocalRecorder, type LocalRecorder, type LocalState, nothingYet } from './local-recorder.ts'

const nothing = () => () => {}

/** One for one open page; leaving the page lets the devices go. */
export function useLocalRecorder(): { recorder: LocalRecorder | null; state: LocalState } {
  const [recorder, setRecorder] = useState<LocalRecorder | null>(null)
  useEffect(() => {
    const made = createLocalRecorder(chosenDevices())
    setRecorder(made)
    return () => made.close()
  }, [])
  const state = useSyncExternalStore(
    recorder?.subscribe ?? nothing,
    useCallback(() => recorder?.getState() ?? nothingYet, [recorder]),
  )
  return { recorder, state }
}
