// P-25, E-T9: the piece behind a mark goes to whom it concerns the way every viewing goes: a row first, then exactly these records.
import type { ClipState, OpenedClip } from '@ochno/contract/clips'
import { RECORDS_AT_ONCE } from '@ochno/contract/watch'
import { type ClipRefusal, clipSpan } from '@ochno/domain/appeal/clip'
import type { SessionId } from '@ochno/domain/ids'
import type { Span } from '@ochno/domain/recording/coverage'
import type { TrackId } from '@ochno/domain/recording/track'
import { isBefore, Temporal } from '@ochno/domain/time'
import type { ClipStanding, ClipStandingOf, ClipTrack } from '../../ports/clips.ts'
import type { Store } from '../../ports/store.ts'
import type { ViewId } from '../../ports/watching.ts'
import { timelineWithin, tracksWithin } from './cut.ts'
import { no, type No, type Viewer, type WatchDeps } from './deps.ts'
import { journalled, wholeSession } from './journalled.ts'
import { bytesOf } from './read-records.ts'
import { timelineOf } from './read-timeline.ts'

const CLIP_LASTS = Temporal.Duration.from({ minutes: 30 })
const PURPOSE = 'own_mark'

export type ClipDeps = Omit<WatchDeps, 'hub' | 'destroyed' | 'blocked' | 'disputeUse'> & {
  readonly store: Store
  readonly standing: ClipStandingOf
}

const standingOf = (deps: ClipDeps, viewer: Viewer, session: SessionId) =>
  deps.standing(viewer.tenant, session, viewer.account, deps.clock.now())

export async function readClips(
  deps: ClipDeps,
  viewer: Viewer,
  session: SessionId,
): Promise<{ ok: true; body: ClipState } | No<'not_found'>> {
  const standing = await standingOf(deps, viewer, session)
  if (!standing) return no('not_found')
  const { right, who, windowOver } = standing
  const waits = right.ok && who === 'examinee' && !right.tracks.includes('screen')
  return {
    ok: true,
    body: {
      why: right.ok ? null : right.why,
      tracks: right.ok ? [...right.tracks] : [],
      screenFrom: waits ? windowOver.toString() : null,
    },
  }
}

type Opened = Omit<OpenedClip, 'timeline'> & { readonly timeline: Omit<OpenedClip['timeline'], 'viewer'> }

export async function openClip(
  deps: ClipDeps,
  viewer: Viewer,
  session: SessionId,
  key: string,
): Promise<{ ok: true; clip: Opened } | No<'not_found' | ClipRefusal | 'journal_unavailable'>> {
  const standing = await standingOf(deps, viewer, session)
  const mark = standing?.marks.find((one) => one.key === key)
  if (!standing || !mark) return no('not_found')
  const { right, who } = standing
  if (!right.ok) return right
  const found = await deps.sessions.find(viewer.tenant, session, viewer.account)
  if (!found) return no('not_found')
  const now = deps.clock.now()
  const whole = await timelineOf(deps, found.session)
  const span = spanOf(standing, mark, whole)
  const tracks = tracksWithin(whole, span, (tid) => right.tracks.includes(tid as TrackId))
  const view = {
    id: deps.ids.make('viw'),
    tenant: viewer.tenant,
    session,
    account: viewer.account,
    signIn: viewer.signIn,
    role: who,
    purpose: PURPOSE,
    ground: key,
    openedAt: now,
    endsAt: now.add(CLIP_LASTS),
  }
  await deps.views.open(view)
  await deps.store.inTenant(viewer.tenant, (tx) =>
    tx.clips.open(
      view.id,
      key,
      tracks.map(({ tid, fragments, epochs }) => ({
        tid: tid as TrackId,
        from: Math.min(...fragments.map(({ seq }) => seq)),
        to: Math.max(...fragments.map(({ seq }) => seq)),
        inits: epochs.map(({ initSeq }) => initSeq),
      })),
    ),
  )
  const act = {
    ...wholeSession,
    session,
    role: who,
    action: 'view.open',
    purpose: PURPOSE,
    view: view.id,
  } as const
  if (!(await journalled(deps, viewer, act))) return no('journal_unavailable')
  return {
    ok: true,
    clip: {
      view: view.id,
      endsAt: view.endsAt.toString(),
      fromMs: Math.round(span.from),
      toMs: Math.round(span.to),
      timeline: timelineWithin(whole, span, tracks),
    },
  }
}

function spanOf(
  { setting }: ClipStanding,
  mark: ClipStanding['marks'][number],
  {
    zeroMs,
    control,
    lengthMs,
  }: { zeroMs: number; control: OpenedClip['timeline']['control']; lengthMs: number },
): Span {
  const window = control ? { from: control.fromMs, to: control.toMs } : { from: 0, to: lengthMs }
  const on = { from: mark.from - zeroMs, to: mark.to === null ? null : mark.to - zeroMs }
  return clipSpan(on, setting, window)
}

type Ask = {
  readonly session: SessionId
  readonly view: ViewId
  readonly tid: TrackId
  readonly from: number
  readonly to: number
  readonly init: number | null
}
type Bytes = { readonly ok: true; readonly bytes: AsyncIterable<Uint8Array> }

/** The right is looked at anew for every piece: an appeal may have ended, the recording may have been closed. */
export async function readClipRecords(
  deps: ClipDeps,
  viewer: Viewer,
  ask: Ask,
): Promise<Bytes | No<'not_found' | 'view_over' | ClipRefusal | 'range_too_large' | 'journal_unavailable'>> {
  if (ask.to < ask.from || ask.to - ask.from >= RECORDS_AT_ONCE) return no('range_too_large')
  const standing = await standingOf(deps, viewer, ask.session)
  if (!standing) return no('not_found')
  const view = await deps.views.find(viewer.tenant, ask.view)
  const own =
    view?.session === ask.session &&
    view.account === viewer.account &&
    view.signIn === viewer.signIn &&
    view.role === standing.who
  const clip = own ? await deps.store.inTenant(viewer.tenant, (tx) => tx.clips.find(ask.view)) : null
  const track = clip?.tracks.find(({ tid }) => tid === ask.tid)
  if (!view || !track || !inside(track, ask)) return no('not_found')
  if (!standing.right.ok) return standing.right
  if (!standing.right.tracks.includes(ask.tid)) return no('not_found')
  if (!standing.marks.some(({ key }) => key === clip?.mark)) return no('not_found')
  if (!isBefore(deps.clock.now(), view.endsAt)) return no('view_over')
  const written = await journalled(deps, viewer, {
    session: ask.session,
    role: standing.who,
    action: 'records',
    purpose: PURPOSE,
    view: ask.view,
    tid: ask.tid,
    seqFrom: ask.from,
    seqTo: ask.to,
    startedAt: null,
    endedAt: null,
  })
  if (!written) return no('journal_unavailable')
  return { ok: true, bytes: bytesOf(deps, viewer, ask) }
}

const inside = (track: ClipTrack, { from, to, init }: Ask): boolean =>
  from >= track.from && to <= track.to && (init === null || track.inits.includes(init))
