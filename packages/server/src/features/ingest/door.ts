// One device's way in: both lanes end here (ING-14). Who may send was decided before; here it is what and how much.
import { type TrackId, trackByNumber } from '@ochno/domain/recording/track'
import { copyOf } from '@ochno/evidence/bytes'
import { FLAG, HEADER, readHeader, readPart } from '@ochno/evidence/record'
import type { Seat } from '../../ports/ingest.ts'
import type { Acceptor } from './acceptor.ts'
import type { Stage } from './live-hub.ts'
import { addPart, assembled, noFragment, type OpenFragment, shut } from './parts.ts'
import { type Bucket, spend } from '@ochno/domain/recording/quota'
import { LIMITS } from './refusal.ts'
import { type Answer, topOf, type Track } from './track.ts'
import { accepts, type IngestPolicy } from '@ochno/domain/recording/window'

export type DoorDeps = {
  readonly acceptor: Acceptor
  readonly stage: Stage
  readonly policy: IngestPolicy
  readonly nowMs: () => number
  /** False while the disk is too full for this write (ING-34). */
  readonly diskTakes: () => boolean
  /** The node is being stopped: the client keeps the record for the next one. */
  readonly leaving: () => boolean
}

export type Door = {
  seat: Seat
  readonly bucket: Bucket
  readonly open: Map<TrackId, OpenFragment>
  /** Records of a track are offered in the order they came, also while its state is being read. */
  readonly tracks: Map<TrackId, Track | Promise<Track>>
}

/** `tid` is null when the frame does not even name a track. */
export type FrameAnswer = (
  tid: TrackId | null,
  seq: number,
  outcome: Parameters<Answer>[0] & { retryAfterS?: number },
) => void

const PART_MAGIC = 0x31

/** Takes one binary frame: a part or a record. `frame` is not kept past the call unless it was copied. */
export function takeFrame(deps: DoorDeps, door: Door, frame: Uint8Array, answer: FrameAnswer): void {
  if (frame[2] === 0x50 && frame[3] === PART_MAGIC) takePart(deps, door, frame)
  else takeRecord(deps, door, frame, answer)
}

/** A part that can not be used is passed over: sealing will ask for the whole fragment (`parts`). */
function takePart({ stage, policy, nowMs }: DoorDeps, door: Door, frame: Uint8Array): void {
  const part = readPart(frame)
  const tid = part && trackByNumber(part.track)
  if (!part || !tid || !accepts(door.seat, policy, nowMs())) return
  const track = door.tracks.get(tid)
  // Only the fragment that comes next is shown before it is recorded, and its bytes count like those of a record.
  if (!track || track instanceof Promise || part.seq !== comesNext(track)) return
  if (spend(door.bucket, part.bytes.length, policy, nowMs()) > 0) return
  const open = openOf(door, tid)
  if (addPart(open, part)) stage.part(door.seat.session, tid, open, part)
}

/** Above a hole that nobody can fill any more the newest goes on (ING-10). */
const comesNext = (track: Track): number => (track.ahead.size === 0 ? track.next : topOf(track).top)

function openOf(door: Door, tid: TrackId): OpenFragment {
  const open = door.open.get(tid) ?? noFragment()
  door.open.set(tid, open)
  return open
}

export function takeRecord(deps: DoorDeps, door: Door, frame: Uint8Array, answer: FrameAnswer): void {
  // What is kept until the receipt is 128 bytes of their own: a view would keep the whole frame.
  const header = copyOf(frame.subarray(0, HEADER))
  const parsed = readHeader(header)
  const tid = parsed && trackByNumber(parsed.track)
  if (!parsed || !tid) return answer(null, 0, { ok: false, why: 'malformed', next: 0 })
  const { seq } = parsed
  const no = (why: 'closed' | 'quota' | 'disk' | 'too_large' | 'busy', retryAfterS?: number): void =>
    answer(tid, seq, { ok: false, why, next: seq, ...(retryAfterS ? { retryAfterS } : {}) })
  const nowMs = deps.nowMs()
  if (!accepts(door.seat, deps.policy, nowMs)) return no('closed')
  if (parsed.payloadLen > LIMITS.payload) return no('too_large')
  if (deps.leaving()) return no('busy', 5)
  if (!deps.diskTakes()) return no('disk', 30)
  const viaParts = (parsed.flags & FLAG.parts) !== 0 && frame.length === HEADER && parsed.payloadLen > 0
  // Parts were counted when they came.
  const wait = spend(door.bucket, viaParts ? HEADER : HEADER + parsed.payloadLen, deps.policy, nowMs)
  if (wait > 0) return no('quota', wait)
  const open = openOf(door, tid)
  const whole = viaParts ? assembled(open, parsed.epoch, seq, parsed.payloadLen) : frame.subarray(HEADER)
  const offer = (track: Track, payload: Uint8Array | null): void => {
    if (!payload) return answer(tid, seq, { ok: false, why: 'parts', next: track.next })
    const before = track.n
    deps.acceptor.offer(track, parsed, header, payload, (outcome) => {
      if (!outcome.ok && outcome.why === 'busy') door.tracks.delete(tid)
      answer(tid, seq, outcome)
    })
    // Taken, not repeated: those who watch see it now; that it is durable is for the receipt to say.
    if (track.n !== before) deps.stage.record(door.seat.session, tid, parsed, header, payload, viaParts)
  }
  const track = withTrack(deps, door, tid)
  if (track instanceof Promise) {
    // The next part may come before the track is known.
    const kept = viaParts && whole ? copyOf(whole) : whole
    track.then(
      (known) => offer(known, kept),
      () => {
        door.tracks.delete(tid)
        no('busy', 1)
      },
    )
  } else offer(track, whole)
  shut(open)
}

function withTrack({ acceptor }: DoorDeps, door: Door, tid: TrackId): Track | Promise<Track> {
  const found = door.tracks.get(tid)
  if (found) return found
  const { tenant, session } = door.seat
  const opening = acceptor.open(tenant, session, tid)
  door.tracks.set(tid, opening)
  opening.then(
    (track) => {
      if (door.tracks.get(tid) === opening) door.tracks.set(tid, track)
    },
    () => {},
  )
  return opening
}
