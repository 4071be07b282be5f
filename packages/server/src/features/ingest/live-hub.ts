// What moves through this node right now, for those who watch (media.md 1: the record is the live picture).
import type { SessionId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import { copyOf } from '@ochno/evidence/bytes'
import { KIND, type Part, type RecordHeader } from '@ochno/evidence/record'
import type { LiveFrame, LiveHub, LiveSnapshot } from '../../ports/live.ts'
import { copy, type Held, hold, nothingHeld } from './held.ts'
import type { OpenFragment } from './parts.ts'

type Whole = { readonly header: Uint8Array; readonly payload: Uint8Array }
type TrackNow = {
  init: Whole | null
  /** The newest whole fragment; no header before the first. */
  lastHeader: Uint8Array | null
  readonly last: Held
  open: OpenFragment | null
}

export type Stage = LiveHub & {
  /** An accepted record; `cameAsParts` when those who watch have its bytes already. */
  readonly record: (
    session: SessionId,
    tid: TrackId,
    parsed: RecordHeader,
    header: Uint8Array,
    payload: Uint8Array,
    cameAsParts: boolean,
  ) => void
  readonly part: (session: SessionId, tid: TrackId, open: OpenFragment, part: Part) => void
  /** Nobody sends for this session any more. */
  readonly leave: (session: SessionId) => void
  /** After a restart the decoder's head of a running epoch is read back from the record. */
  readonly prime: (session: SessionId, tid: TrackId, init: Whole) => void
  readonly closed: (session: SessionId) => void
  /** The tracks whose decoder's head is known. */
  readonly primed: (session: SessionId) => readonly TrackId[]
}

export function makeStage(): Stage {
  const sessions = new Map<SessionId, Map<TrackId, TrackNow>>()
  const listeners = new Map<SessionId, Set<(frame: LiveFrame) => void>>()

  function now(session: SessionId, tid: TrackId): TrackNow {
    const tracks = sessions.get(session) ?? new Map<TrackId, TrackNow>()
    sessions.set(session, tracks)
    const track = tracks.get(tid) ?? { init: null, lastHeader: null, last: nothingHeld(), open: null }
    tracks.set(tid, track)
    return track
  }

  function tell(session: SessionId, frame: LiveFrame): void {
    for (const listener of listeners.get(session) ?? []) listener(frame)
  }

  return {
    record: (session, tid, parsed, header, payload, cameAsParts) => {
      const track = now(session, tid)
      track.open = null
      if (parsed.kind === KIND.init) {
        track.init = { header, payload: copyOf(payload) }
        track.lastHeader = null
      } else if (parsed.kind === KIND.media) {
        track.lastHeader = header
        track.last.size = 0
        hold(track.last, payload)
      }
      tell(session, { is: 'record', tid, header, payload, cameAsParts })
    },
    part: (session, tid, open, { epoch, seq, offset, bytes }) => {
      now(session, tid).open = open
      tell(session, { is: 'part', tid, epoch, seq, offset, bytes })
    },
    leave: (session) => void sessions.delete(session),
    prime: (session, tid, init) => {
      now(session, tid).init ??= init
    },
    closed: (session) => {
      tell(session, { is: 'closed' })
      sessions.delete(session)
    },
    primed: (session) => [...(sessions.get(session) ?? [])].flatMap(([tid, { init }]) => (init ? [tid] : [])),
    subscribe: (session, listener) => {
      const all = listeners.get(session) ?? new Set()
      listeners.set(session, all.add(listener))
      return () => {
        all.delete(listener)
        if (all.size === 0) listeners.delete(session)
      }
    },
    snapshot: (session) => [...(sessions.get(session) ?? [])].map(([tid, track]) => snapshotOf(tid, track)),
  }
}

const snapshotOf = (tid: TrackId, { init, lastHeader, last, open }: TrackNow): LiveSnapshot => ({
  tid,
  init,
  last: lastHeader && { header: lastHeader, payload: copy(last) },
  open: open?.epoch == null ? null : { epoch: open.epoch, seq: open.seq, bytes: copy(open.bytes) },
})
