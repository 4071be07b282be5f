/// <reference path="../vite.d.ts" />
// The recorder as a page sees it. Everything of weight happens in the worker; here are the person's devices and choices.
import type { TrackId } from '@ochno/domain/recording/track'
import type { SignedReceipt } from '@ochno/evidence/receipt'
import { type CapturePath, choosePath, type Unsupported } from '../probe/choose-path.ts'
import { probeFeatures } from '../probe/features.ts'
import type {
  DeviceKind,
  EngineState,
  FromWorker,
  MediaTrack,
  OwnTrack,
  ToWorker,
  WarningCode,
} from '../protocol.ts'
import workerUrl from '../worker/worker.ts?worker&url'
import { feedChunks } from './chunk-feed.ts'
import { type Asked, askCamera, askScreen, type CameraChoice } from './devices.ts'
import { type Feed, feedTrack, feedVoice, joined } from './feeds.ts'

export type RecorderOptions = {
  /** Origin of the server, e.g. `location.origin`. */
  readonly baseUrl: string
  readonly sessionId: string
  readonly tracks?: readonly MediaTrack[]
  /** Default true: only a whole monitor counts as a shared screen. */
  readonly requireMonitor?: boolean
  /** The camera and the microphone that were chosen before on this machine. */
  readonly choice?: CameraChoice
  /** Tests and odd machines: skip the probe. */
  readonly path?: CapturePath
}

export type DeviceState = 'off' | 'live' | 'lost'
export type RecorderState = Omit<EngineState, 'phase'> & {
  readonly phase: EngineState['phase'] | 'idle' | 'closed'
  readonly unsupported: Unsupported | null
  readonly camera: DeviceState
  readonly microphone: DeviceState
  readonly screen: DeviceState
}

export type Receipts = { readonly [tid in TrackId]?: SignedReceipt }

export type Recorder = {
  readonly getState: () => RecorderState
  readonly subscribe: (listener: () => void) => () => void
  /** What the camera sees, for the page's own preview; or the screen as it is shared. */
  readonly preview: (track?: OwnTrack) => MediaStream | null
  /** Begins to record whatever is or will be given. Resolves when the worker runs, not when the server answers. */
  readonly start: () => Promise<void>
  /** Asks for camera and microphone, also again with another choice: a new epoch of the same record. What is gone of a choice is told. */
  readonly replaceCamera: (choice?: CameraChoice) => Promise<Asked>
  /** Asks for the screen; must be called from a click. */
  readonly shareScreen: () => Promise<Asked>
  /** The camera's next frame for this port whenever it posts `next`, the microphone's sound once it posts `sound`; neither is opened again. */
  readonly tapCamera: (port: MessagePort) => void
  /** Somebody talks with the examinee: this voice goes into the record beside the microphone's; null: the talk is over. */
  readonly addVoice: (voice: MediaStreamTrack | null) => void
  /** The caller's picture goes into the record as a track of its own, for as long as it is shown. */
  readonly addPicture: (picture: MediaStreamTrack | null) => void
  /** A fact about the exam page (hidden, left full screen …) for the session's events. */
  readonly note: (type: string, facts?: Record<string, unknown>) => void
  /** Ends the record, waits until the server has confirmed all of it, and wipes this machine. */
  readonly finish: () => Promise<Receipts>
  /** Stops without finishing; what was not confirmed stays for the next start. */
  readonly close: () => void
}

const REPLUG_MS = 3_000

export const idleState: RecorderState = {
  phase: 'idle',
  reason: null,
  unsupported: null,
  lane: null,
  backlog: { records: 0, bytes: 0, seconds: 0 },
  storage: null,
  lastReceiptMs: null,
  level: 0,
  fragmentsViaParts: 0,
  fragmentsWhole: 0,
  tracks: { cam: null, screen: null },
  warnings: [],
  camera: 'off',
  microphone: 'off',
  screen: 'off',
}

export function createRecorder(options: RecorderOptions): Recorder {
  const wanted = options.tracks ?? ['cam', 'screen', 'call']
  const listeners = new Set<() => void>()
  const ownWarnings = new Set<WarningCode>()
  const feeds: Record<MediaTrack, Feed[]> = { cam: [], screen: [], call: [] }
  let state = idleState
  let worker: Worker | null = null
  let path: CapturePath | null = null
  let streams: Record<MediaTrack, MediaStream | null> = { cam: null, screen: null, call: null }
  let choice: CameraChoice = options.choice ?? {}
  let replug: ReturnType<typeof setTimeout> | null = null
  let tap: MessagePort | null = null
  let voice: { readonly track: MediaStreamTrack; readonly feed: Feed | null } | null = null
  let finished: ((receipts: Receipts) => void) | null = null
  let done: Promise<Receipts> | null = null
  let starting: Promise<void> | null = null

  const set = (change: Partial<RecorderState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const post = (message: ToWorker, transfer: Transferable[] = []) => worker?.postMessage(message, transfer)
  const running = () => worker !== null && path !== null

  const heard = (message: FromWorker) => {
    if (message.t === 'state') {
      set({ ...message.state, warnings: [...message.state.warnings, ...ownWarnings] })
      // Nothing more will be confirmed: who waits for the end is not left waiting.
      if (message.state.phase === 'failed') finished?.({})
    }
    if (message.t === 'grab') for (const feed of feeds[message.track]) feed.grab()
    if (message.t === 'finished') {
      set({ phase: 'finished' })
      release()
      finished?.(message.receipts)
    }
  }

  const deviceOf = (track: OwnTrack, kind: DeviceKind) =>
    track === 'screen' ? 'screen' : kind === 'video' ? 'camera' : 'microphone'

  const give = (track: OwnTrack, stream: MediaStream) => {
    for (const feed of feeds[track].splice(0)) feed.stop()
    for (const old of streams[track]?.getTracks() ?? []) if (!stream.getTracks().includes(old)) old.stop()
    streams = { ...streams, [track]: stream }
    for (const source of stream.getTracks()) {
      const kind: DeviceKind = source.kind === 'video' ? 'video' : 'audio'
      if (track === 'screen') source.contentHint = 'text'
      source.addEventListener('ended', () => {
        if (streams[track] !== stream) return
        set({ [deviceOf(track, kind)]: 'lost' })
        post({ t: 'gone', track, kind })
        if (track === 'cam') awaitReplug()
      })
      set({ [deviceOf(track, kind)]: source.readyState === 'live' ? 'live' : 'lost' })
    }
    feedWorker(track)
  }

  const feedWorker = (track: MediaTrack) => {
    const stream = streams[track]
    if (!stream || !path || !running() || !wanted.includes(track)) return
    const labels = stream
      .getTracks()
      .map((source) => ({ kind: source.kind, label: source.label, settings: settingsOf(source) }))
    post({ t: 'event', body: { type: 'devices', track, labels } })
    feeds[track] =
      path.feed === 'chunks'
        ? [feedFile({ ...path, feed: path.feed }, track, stream)]
        : stream
            .getTracks()
            .filter((source) => source.readyState === 'live')
            .map((source) =>
              feedTrack(path as CapturePath, track, source, post, () => {
                ownWarnings.add('audio_unavailable')
                set({ warnings: [...new Set([...state.warnings, ...ownWarnings])] })
              }),
            )
  }

  const feedFile = (as: CapturePath & { feed: 'chunks' }, track: MediaTrack, stream: MediaStream): Feed => {
    const kbps = track === 'cam' ? 400 : track === 'screen' ? 300 : 200
    if (track !== 'cam' || !voice) return feedChunks(as, track, stream, kbps, post)
    const both = joined(stream, voice.track)
    const fed = feedChunks(as, track, both.stream, kbps, post)
    const stop = () => {
      fed.stop()
      both.stop()
    }
    return { ...fed, stop }
  }

  const hear = (track: MediaStreamTrack | null) => {
    if (voice?.track === track || (!voice && !track)) return
    voice?.feed?.stop()
    voice = track && { track, feed: null }
    if (!path || !running()) return
    if (path.feed === 'chunks') {
      for (const feed of feeds.cam.splice(0)) feed.stop()
      feedWorker('cam')
    } else if (track) voice = { track, feed: feedVoice(path, track, post, () => {}) }
  }

  const see = (picture: MediaStreamTrack | null) => {
    if (streams.call) {
      for (const feed of feeds.call.splice(0)) feed.stop()
      for (const old of streams.call.getTracks()) old.stop()
      streams = { ...streams, call: null }
      post({ t: 'gone', track: 'call', kind: 'video' })
    }
    if (!picture) return
    // Its own copy: ended here, it goes on being shown.
    streams = { ...streams, call: new MediaStream([picture.clone()]) }
    feedWorker('call')
  }

  /** A replugged camera is taken back without a click: the permission is still there. */
  const awaitReplug = () => {
    if (replug !== null) return
    const attempt = async () => {
      replug = null
      if (!running() || (state.camera !== 'lost' && state.microphone !== 'lost')) return
      const asked = await askCamera(choice)
      const both = asked.ok ? asked : await askCamera()
      if (both.ok && running()) give('cam', both.stream)
      else if (running()) awaitReplug()
    }
    replug = setTimeout(attempt, REPLUG_MS)
  }

  const onHidden = () => post({ t: 'event', body: { type: 'visibility', hidden: document.hidden } })
  const onOnline = () => post({ t: 'online' })

  const release = () => {
    document.removeEventListener('visibilitychange', onHidden)
    removeEventListener('online', onOnline)
    if (replug !== null) clearTimeout(replug)
    replug = null
    for (const track of ['cam', 'screen', 'call'] as const) {
      for (const feed of feeds[track].splice(0)) feed.stop()
      for (const source of streams[track]?.getTracks() ?? []) source.stop()
    }
    streams = { cam: null, screen: null, call: null }
    const ending = worker
    worker = null
    ending?.postMessage({ t: 'close' } satisfies ToWorker)
    set({ camera: 'off', microphone: 'off', screen: 'off', backlog: state.backlog })
  }

  const begin = async () => {
    if (worker) return
    set({ phase: 'starting' })
    const chosen = options.path ?? choosePath(await probeFeatures(), wanted.includes('screen'))
    // Left meanwhile: nobody would ever stop what is started now.
    if (state.phase === 'closed') return
    if ('unsupported' in chosen) return set({ phase: 'failed', unsupported: chosen.unsupported })
    path = chosen
    worker = new Worker(trusted(workerUrl), { type: 'module', name: 'ochno-capture' })
    worker.onmessage = (message: MessageEvent<FromWorker>) => heard(message.data)
    worker.onerror = () => set({ phase: 'failed', reason: 'worker_died' })
    document.addEventListener('visibilitychange', onHidden)
    addEventListener('online', onOnline)
    const { baseUrl, sessionId } = options
    post({ t: 'start', config: { baseUrl, sessionId, format: path.format, tracks: wanted } })
    if (tap) post({ t: 'tap', port: tap }, [tap])
    tap = null
    for (const track of ['cam', 'screen', 'call'] as const) feedWorker(track)
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    preview: (track = 'cam') => streams[track],
    start: () => {
      // Asked again before the worker runs, it would run twice, and the second would take the first for another tab.
      starting ??= begin().finally(() => {
        starting = null
      })
      return starting
    },
    replaceCamera: async (wish = choice) => {
      const asked = await askCamera(wish)
      if (asked.ok) {
        choice = wish
        give('cam', asked.stream)
      }
      return asked
    },
    shareScreen: async () => {
      const asked = await askScreen({ requireMonitor: options.requireMonitor ?? true })
      if (asked.ok) give('screen', asked.stream)
      return asked
    },
    tapCamera: (port) => {
      if (worker) post({ t: 'tap', port }, [port])
      else tap = port
    },
    addVoice: hear,
    addPicture: see,
    note: (type, facts = {}) => post({ t: 'event', body: { ...facts, type } }),
    finish: () => {
      done ??= new Promise<Receipts>((resolve) => {
        finished = resolve
        if (worker && state.phase !== 'failed') post({ t: 'finish' })
        else resolve({})
      })
      return done
    },
    close: () => {
      release()
      set({ phase: 'closed' })
    },
  }
}

function settingsOf(source: MediaStreamTrack): Record<string, unknown> {
  const { width, height, frameRate, displaySurface, sampleRate, autoGainControl } = source.getSettings()
  return { width, height, frameRate, displaySurface, sampleRate, autoGainControl }
}

/** Pages under Trusted Types let a worker be started only from a URL that a named policy vouches for. */
function trusted(url: string): string {
  const types = (
    globalThis as {
      trustedTypes?: {
        createPolicy(
          name: string,
          rules: { createScriptURL(url: string): string },
        ): { createScriptURL(url: string): string }
      }
    }
  ).trustedTypes
  if (!types) return url
  policy ??= types.createPolicy('ochno-capture', {
    createScriptURL: (wished) => {
      if (wished !== workerUrl) throw new TypeError('only the recording worker')
      return wished
    },
  })
  return policy.createScriptURL(url)
}
let policy: { createScriptURL(url: string): string } | undefined
