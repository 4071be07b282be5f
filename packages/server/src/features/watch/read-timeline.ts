import { packIndex } from '@ochno/contract/index-columns'
import type { TimelineView } from '@ochno/contract/watch'
import type { SessionId } from '@ochno/domain/ids'
import { coverage } from '@ochno/domain/recording/coverage'
import { isWatchedThroughout, type TrackId, trackNumbers } from '@ochno/domain/recording/track'
import type { ViewId, WatchedSession } from '../../ports/watching.ts'
import { type AccessRefusal, accessTo } from './access.ts'
import { type Timeline, timelineWithin, tracksWithin } from './cut.ts'
import { type No, no, type Viewer, type WatchDeps } from './deps.ts'
import { journalled, wholeSession } from './journalled.ts'
import { headsOf, type Placed, type PlacedTrack, place } from './place.ts'

export async function readTimeline(
  deps: WatchDeps,
  viewer: Viewer,
  session: SessionId,
  view: ViewId | null,
): Promise<{ ok: true; timeline: Timeline } | No<AccessRefusal | 'journal_unavailable'>> {
  const access = await accessTo(deps, viewer, session, view)
  if (!access.ok) return access
  const written = await journalled(deps, viewer, {
    ...wholeSession,
    session,
    role: access.role,
    action: 'timeline',
    purpose: access.purpose,
    view: access.view,
  })
  if (!written) return no('journal_unavailable')
  const whole = await timelineOf(deps, access.session)
  if (!access.piece) return { ok: true, timeline: whole }
  const span = { from: access.piece.from - whole.zeroMs, to: access.piece.to - whole.zeroMs }
  return { ok: true, timeline: timelineWithin(whole, span, tracksWithin(whole, span)) }
}

export async function timelineOf(
  deps: Pick<WatchDeps, 'recordings' | 'clock'>,
  session: WatchedSession,
): Promise<Timeline> {
  const placed = await placeSession(deps, session)
  const control = controlOf(session, placed, deps.clock.ms())
  return {
    ...factsOf(session),
    now: deps.clock.now().toString(),
    zeroMs: Math.round(placed.zeroMs),
    lengthMs: Math.round(Math.max(placed.lengthMs, control?.toMs ?? 0)),
    control,
    tracks: await Promise.all(placed.tracks.map((track) => viewOf(deps, session, track, control, placed))),
  }
}

export const factsOf = (s: WatchedSession) => ({
  session: s.id,
  examinee: { name: s.examineeName },
  exam: { title: s.examTitle },
  state: s.state,
  opensAt: s.opensAt.toString(),
  closesAt: s.closesAt.toString(),
  authorizedAt: s.authorizedAt?.toString() ?? null,
  deadline: s.deadline?.toString() ?? null,
  deauthorizedAt: s.deauthorizedAt?.toString() ?? null,
})

export async function placeSession(
  deps: Pick<WatchDeps, 'recordings'>,
  session: Pick<WatchedSession, 'tenant' | 'id'>,
): Promise<Placed> {
  const tracks = await deps.recordings.tracks(session.tenant, session.id)
  const heads = await Promise.all(
    tracks
      .filter(({ tid }) => tid !== 'events')
      .map(async ({ tid }) => ({
        tid,
        heads: headsOf(await deps.recordings.index(session.tenant, session.id, tid)),
      })),
  )
  return place(heads)
}

type Control = { readonly fromMs: number; readonly toMs: number } | null

/** The control window on the session's timeline; while it is open it ends where the recording has come to. */
export function controlOf(session: WatchedSession, placed: Placed, nowMs: number): Control {
  if (!session.authorizedAt || !placed.base) return null
  const at = (ms: number) => Math.round(ms - placed.zeroMs)
  const end = session.deauthorizedAt?.epochMilliseconds
  return {
    fromMs: at(session.authorizedAt.epochMilliseconds),
    toMs: end === undefined ? Math.round(Math.min(at(nowMs), placed.lengthMs)) : at(end),
  }
}

async function viewOf(
  deps: Pick<WatchDeps, 'recordings'>,
  session: WatchedSession,
  track: PlacedTrack,
  control: Control,
  placed: Placed,
): Promise<TimelineView['tracks'][number]> {
  const window = control ?? { fromMs: 0, toMs: placed.lengthMs }
  const length = window.toMs - window.fromMs
  const spans = track.fragments.map((f) => ({ from: f.atMs, to: f.atMs + f.durMs }))
  const throughout = isWatchedThroughout(track.tid)
  const { coveredMs, gaps } = throughout
    ? coverage({ from: window.fromMs, to: window.toMs }, spans)
    : { coveredMs: length, gaps: [] }
  const reasons = await gapReasons(deps, session, track)
  return {
    tid: track.tid,
    no: trackNumbers[track.tid],
    epochs: [...track.epochs],
    fragments: packIndex(track.fragments),
    coverage: length > 0 ? coveredMs / length : 1,
    gaps: gaps.map(({ from, to }) => ({
      fromMs: Math.round(from),
      toMs: Math.round(to),
      why: reasons.find((reason) => reason.atMs >= from - 1000 && reason.atMs <= to + 1000)?.why ?? null,
    })),
    ended: track.ended,
  }
}

/** ING-6: a GAP record stands between the fragments it explains. */
async function gapReasons(
  deps: Pick<WatchDeps, 'recordings'>,
  session: WatchedSession,
  track: PlacedTrack,
): Promise<{ atMs: number; why: string }[]> {
  const found: { atMs: number; why: string }[] = []
  for (const seq of track.gapSeqs.slice(0, 200)) {
    const before = track.fragments.findLast((f) => f.seq < seq)
    const why = await gapType(deps, session, track.tid, seq)
    if (why) found.push({ atMs: before ? before.atMs + before.durMs : 0, why })
  }
  return found
}

const GAP_TYPES = new Set(['sleep', 'storage_lost', 'device_lost', 'share_ended', 'crash'])

async function gapType(
  deps: Pick<WatchDeps, 'recordings'>,
  session: WatchedSession,
  tid: TrackId,
  seq: number,
): Promise<string | null> {
  for await (const { payload } of deps.recordings.read(session.tenant, session.id, tid, seq, seq)) {
    try {
      const said: unknown = JSON.parse(new TextDecoder().decode(payload))
      const type = said !== null && typeof said === 'object' && 'type' in said ? said.type : null
      return typeof type === 'string' && GAP_TYPES.has(type) ? type : null
    } catch {
      return null
    }
  }
  return null
}
