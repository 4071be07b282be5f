// The devices of an exam with a recorder that sends nothing: what it made lives in this page alone (ADR 29).
import { type Asked, askCamera, askScreen, type CameraChoice, type DeviceState } from '@ochno/capture'
import type { Device } from '@ochno/domain/trial/mend'

export type LocalState = {
  readonly camera: DeviceState
  readonly microphone: DeviceState
  readonly screen: DeviceState
  readonly recording: boolean
  /** Something of it is really recorded. */
  readonly written: { readonly cam: boolean; readonly screen: boolean }
  /** Devices that went away while it was recorded. */
  readonly lost: readonly Device[]
}

export const nothingYet: LocalState = {
  camera: 'off',
  microphone: 'off',
  screen: 'off',
  recording: false,
  written: { cam: false, screen: false },
  lost: [],
}

type Track = 'cam' | 'screen'
const CAM_BITS = 400_000
const SCREEN_BITS = 300_000

const deviceOf = (track: Track, kind: string): Device =>
  track === 'screen' ? 'screen' : kind === 'video' ? 'camera' : 'microphone'

export function createLocalRecorder(chosen: CameraChoice) {
  const listeners = new Set<() => void>()
  const streams: Record<Track, MediaStream | null> = { cam: null, screen: null }
  const pieces: Record<Track, Blob[]> = { cam: [], screen: [] }
  const recorders: Record<Track, MediaRecorder | null> = { cam: null, screen: null }
  let state = nothingYet
  let choice = chosen

  const set = (change: Partial<LocalState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const record = (track: Track) => {
    const stream = streams[track]
    if (!stream || !state.recording || typeof MediaRecorder === 'undefined') return
    // Another device in the middle makes another file; the last one is kept.
    pieces[track] = []
    const own = pieces[track]
    const made = new MediaRecorder(stream, {
      videoBitsPerSecond: track === 'cam' ? CAM_BITS : SCREEN_BITS,
      audioBitsPerSecond: 32_000,
    })
    made.ondataavailable = ({ data }) => {
      if (data.size === 0) return
      own.push(data)
      if (!state.written[track]) set({ written: { ...state.written, [track]: true } })
    }
    made.start(1_000)
    recorders[track] = made
  }
  const give = (track: Track, stream: MediaStream) => {
    for (const old of streams[track]?.getTracks() ?? []) old.stop()
    streams[track] = stream
    for (const source of stream.getTracks()) {
      const device = deviceOf(track, source.kind)
      source.addEventListener('ended', () => {
        if (streams[track] !== stream) return
        set({
          [device]: 'lost',
          ...(state.recording ? { lost: [...new Set([...state.lost, device])] } : {}),
        })
      })
      set({ [device]: source.readyState === 'live' ? 'live' : 'lost' })
    }
    record(track)
  }
  const after = (track: Track, asked: Asked): Asked => {
    if (asked.ok) give(track, asked.stream)
    return asked
  }
  const finish = async (track: Track): Promise<Blob | null> => {
    const made = recorders[track]
    if (!made) return null
    if (made.state !== 'inactive')
      await new Promise<void>((resolve) => {
        made.addEventListener('stop', () => resolve(), { once: true })
        made.stop()
      })
    const [first] = pieces[track]
    return first ? new Blob(pieces[track], { type: first.type }) : null
  }

  return {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    preview: () => streams.cam,
    replaceCamera: async (wish = choice) => {
      choice = wish
      return after('cam', await askCamera(wish))
    },
    shareScreen: async () => after('screen', await askScreen({ requireMonitor: true })),
    start: () => {
      set({ recording: true, lost: [] })
      record('cam')
      record('screen')
    },
    /** What was recorded, and the devices are let go. */
    finish: async () => {
      const clips = { cam: await finish('cam'), screen: await finish('screen') }
      close()
      return clips
    },
    close: () => close(),
  }
  function close() {
    for (const track of ['cam', 'screen'] as const) {
      if (recorders[track]?.state === 'recording') recorders[track]?.stop()
      const stream = streams[track]
      streams[track] = null
      for (const source of stream?.getTracks() ?? []) source.stop()
    }
    set({ recording: false, camera: 'off', microphone: 'off', screen: 'off' })
  }
}

export type LocalRecorder = ReturnType<typeof createLocalRecorder>
export type Clips = Awaited<ReturnType<LocalRecorder['finish']>>
