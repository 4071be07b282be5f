// One page in one room: the line, the media and the own devices together, as one thing a view looks at.
import type { RoomAsk, RoomPerson, RoomSaid, RoomTell } from '@ochno/contract/rooms'
import { openCamera, openMicrophone } from '../../talk/devices.ts'
import { type Gone, openLine } from './line.ts'
import { roomMedia, type Sent } from './media.ts'
import { listen } from './speaking.ts'

/** Between one asking for the media and the next, while they do not come. */
const MEDIA_AGAIN_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const

type Command = Extract<RoomAsk, { t: 'do' }>['command']

export type RoomSeen = {
  readonly line: 'opening' | 'open' | 'again'
  readonly media: boolean
  readonly gone: Gone | 'refused' | null
  readonly now: Extract<RoomTell, { t: 'room' }> | null
  readonly slots: Extract<RoomTell, { t: 'slots' }>['slots']
  readonly tracks: ReadonlyMap<string, MediaStreamTrack>
  readonly said: readonly RoomSaid[]
  readonly own: Sent
  readonly soundOnly: boolean
  readonly large: string | null
  /** What whoever leads switched off last. */
  readonly stopped: { readonly what: keyof Sent; readonly no: number } | null
  /** The last thing that did not go: a refusal of the server, or a device that did not open. */
  readonly trouble: { readonly why: string; readonly no: number } | null
}

const nothing: RoomSeen = {
  line: 'opening',
  media: false,
  gone: null,
  now: null,
  slots: {},
  tracks: new Map(),
  said: [],
  own: { microphone: null, camera: null, screen: null },
  soundOnly: false,
  large: null,
  stopped: null,
  trouble: null,
}

export type Room = {
  readonly seen: () => RoomSeen
  readonly changed: (listener: () => void) => () => void
  readonly command: (command: Command) => void
  readonly microphone: (on: boolean) => Promise<void>
  readonly camera: (on: boolean) => Promise<void>
  readonly screen: (on: boolean) => Promise<void>
  readonly say: (text: string) => void
  readonly wish: (wish: { readonly large?: string | null; readonly soundOnly?: boolean }) => void
  readonly end: () => void
  readonly close: () => void
}

export const meIn = (seen: RoomSeen): RoomPerson | null =>
  seen.now?.people.find(({ id }) => id === seen.now?.you) ?? null

export function openRoom(link: string, given: Pick<Sent, 'microphone' | 'camera'>): Room {
  let seen: RoomSeen = { ...nothing, own: { ...given, screen: null } }
  const listeners = new Set<() => void>()
  const set = (more: Partial<RoomSeen>) => {
    seen = { ...seen, ...more }
    for (const tell of listeners) tell()
  }
  let troubles = 0
  const trouble = (why: string) => set({ trouble: { why, no: ++troubles } })

  const say = (what: RoomAsk) => line.say(what)
  let mediaTries = 0
  let mediaLater: ReturnType<typeof setTimeout> | null = null
  const mediaAgain = () => {
    set({ media: false })
    if (mediaLater) return
    mediaLater = setTimeout(
      () => {
        mediaLater = null
        say({ t: 'media' })
      },
      MEDIA_AGAIN_MS[Math.min(mediaTries++, MEDIA_AGAIN_MS.length - 1)],
    )
  }
  const media = roomMedia(say, {
    tracks: (tracks) => set({ tracks }),
    on: (on) => {
      if (on) mediaTries = 0
      set({ media: on })
    },
  })
  const ear = listen(() => {
    if (meIn(seen)?.microphone) say({ t: 'do', command: { do: 'speaking' } })
  })
  const put = (own: Partial<Sent>) => {
    set({ own: { ...seen.own, ...own } })
    media.send(seen.own)
    ear.to(seen.own.microphone)
  }
  media.send(seen.own)
  ear.to(seen.own.microphone)

  /** Once inside, also after a cut: what one had on is asked for again. */
  function cameIn(): void {
    if (seen.own.microphone) say({ t: 'do', command: { do: 'microphone', on: true } })
    if (seen.own.camera) say({ t: 'do', command: { do: 'camera', on: true } })
    if (seen.own.screen) say({ t: 'do', command: { do: 'screen', on: true } })
    if (seen.soundOnly || seen.large) say({ t: 'wish', large: seen.large, soundOnly: seen.soundOnly })
  }

  const stop = (kind: keyof Sent) => {
    seen.own[kind]?.stop()
    if (seen.own[kind]) put({ [kind]: null })
  }

  function hear(what: RoomTell): void {
    switch (what.t) {
      case 'room': {
        const before = meIn(seen)
        const wasAt = seen.line === 'open' ? before?.at : undefined
        set({ now: what, line: 'open' })
        const me = meIn(seen)
        if (me?.at === 'room' && (wasAt !== 'room' || !entered)) {
          entered = true
          cameIn()
          return
        }
        // Whoever leads switched something off: the device goes off with it.
        for (const kind of ['microphone', 'camera', 'screen'] as const)
          if (before?.[kind] && me && !me[kind] && seen.own[kind]) {
            stop(kind)
            set({ stopped: { what: kind, no: ++troubles } })
          }
        return
      }
      case 'slots':
        return set({ slots: what.slots })
      case 'offer':
        void media.offer(what).catch(() => trouble('media_lost'))
        return
      case 'candidate':
        return media.candidate(what)
      case 'said': {
        const known = new Set(seen.said.map(({ no }) => no))
        return set({ said: [...seen.said, ...what.rows.filter(({ no }) => !known.has(no))] })
      }
      case 'no':
        if (what.why === 'floor_by_leave') stop(seen.own.screen ? 'screen' : 'microphone')
        if (what.why === 'screen_taken') stop('screen')
        if (what.why === 'media_lost') return mediaAgain()
        return trouble(what.why)
      case 'gone':
        set({ gone: what.why })
        return close()
    }
  }
  let entered = false
  const line = openLine(link, {
    tell: hear,
    on: (open) => {
      if (open) return
      entered = false
      set({ line: 'again', media: false })
    },
    refused: () => {
      set({ gone: 'refused' })
      close()
    },
  })

  function close(): void {
    if (mediaLater) clearTimeout(mediaLater)
    line.close()
    media.close()
    ear.close()
    for (const track of Object.values(seen.own)) track?.stop()
  }

  const command = (asked: Command) => say({ t: 'do', command: asked })
  return {
    seen: () => seen,
    changed: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    command,
    microphone: async (on) => {
      if (on && !seen.own.microphone) {
        const opened = await openMicrophone()
        if (!opened) return trouble('no_microphone')
        put({ microphone: opened })
      }
      command({ do: 'microphone', on })
      if (!on) stop('microphone')
    },
    camera: async (on) => {
      if (on && !seen.own.camera) {
        const opened = await openCamera()
        if (!opened) return trouble('no_camera')
        put({ camera: opened })
      }
      command({ do: 'camera', on })
      if (!on) stop('camera')
    },
    screen: async (on) => {
      if (!on) {
        command({ do: 'screen', on: false })
        return stop('screen')
      }
      const shown = await navigator.mediaDevices
        .getDisplayMedia({ video: { frameRate: { max: 10 } } })
        .catch(() => null)
      const track = shown?.getVideoTracks()[0]
      // Closing the browser's own question is an answer, not a fault.
      if (!track) return
      track.onended = () => {
        command({ do: 'screen', on: false })
        stop('screen')
      }
      put({ screen: track })
      command({ do: 'screen', on: true })
    },
    say: (text) => say({ t: 'say', text }),
    wish: (wish) => {
      set({ large: seen.large, ...wish })
      say({ t: 'wish', large: seen.large, soundOnly: seen.soundOnly })
    },
    end: () => say({ t: 'end' }),
    close,
  }
}

export const canShowScreen = (): boolean => typeof navigator.mediaDevices?.getDisplayMedia === 'function'
