// Photographs lie in the chain of events of the recording: one key, one manifest, one destruction with it.
import type { PhotoSheet } from '@ochno/contract/photos'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import { epochStartMs } from '@ochno/domain/recording/epoch-clock'
import { photoEveryS, photoGaps } from '@ochno/domain/recording/photos'
import { fromMs } from '@ochno/domain/time'
import { unbase64 } from '@ochno/evidence/bytes'
import { KIND } from '@ochno/evidence/record'
import type { Store } from '../../ports/store.ts'
import type { ViewId, WatchedSession } from '../../ports/watching.ts'
import { type AccessRefusal, accessTo } from './access.ts'
import { no, type No, type Viewer, type WatchDeps } from './deps.ts'
import { journalled, wholeSession } from './journalled.ts'
import { clocksOf, headsOf } from './place.ts'
import { controlOf, placeSession } from './read-timeline.ts'

export type PhotoDeps = Omit<WatchDeps, 'hub' | 'destroyed' | 'disputeUse'> & { readonly store: Store }

const everySOf = (deps: Pick<PhotoDeps, 'store'>, tenant: TenantId, session: SessionId) =>
  deps.store.inTenant(tenant, async (tx) => {
    const rules = await tx.rules.ofSession(session)
    return rules?.frozen ? photoEveryS(rules.policy) : null
  })

export const readPhotoPlan = async (
  deps: Pick<PhotoDeps, 'store' | 'sessions'>,
  { tenant, account }: { readonly tenant: TenantId; readonly account: AccountId },
  id: SessionId,
) => {
  const found = await deps.sessions.find(tenant, id, account)
  if (found?.session.examinee !== account) return no('not_found')
  return { ok: true as const, body: { everyS: await everySOf(deps, tenant, id) } }
}

/** R1-7.2a: the sheet is one viewing of all of them, so that its row stands before the first picture. */
export async function listPhotos(
  deps: PhotoDeps,
  viewer: Viewer,
  id: SessionId,
  view: ViewId | null,
): Promise<{ ok: true; body: PhotoSheet } | No<AccessRefusal | 'journal_unavailable'>> {
  const access = await accessTo(deps, viewer, id, view)
  if (!access.ok) return access
  const act = { ...wholeSession, session: id, role: access.role, action: 'timeline' as const }
  if (!(await journalled(deps, viewer, { ...act, purpose: access.purpose, view: access.view })))
    return no('journal_unavailable')
  const everyS = await everySOf(deps, viewer.tenant, id)
  const placed = await placeSession(deps, access.session)
  const piece = access.piece && {
    fromMs: access.piece.from - placed.zeroMs,
    toMs: access.piece.to - placed.zeroMs,
  }
  const photos = (await photosOf(deps, access.session, placed.base)).filter(inPiece(piece))
  const control = piece ?? controlOf(access.session, placed, deps.clock.ms())
  const gaps =
    everyS === null || !control
      ? []
      : photoGaps(
          { from: control.fromMs, to: control.toMs },
          everyS,
          photos.map(({ atMs }) => atMs),
        )
  return {
    ok: true,
    body: {
      everyS,
      photos: photos.map(({ seq, atMs }) => ({
        seq,
        atMs,
        at: fromMs(Math.round(placed.zeroMs + atMs)).toString(),
      })),
      gaps: gaps.map(({ from, to }) => ({ fromMs: Math.round(from), toMs: Math.round(to) })),
    },
  }
}

const inPiece =
  (piece: { readonly fromMs: number; readonly toMs: number } | null) =>
  ({ atMs }: { readonly atMs: number }): boolean =>
    piece === null || (atMs >= piece.fromMs && atMs <= piece.toMs)

type Clocks = Parameters<typeof epochStartMs>[0]

async function photosOf(deps: Pick<PhotoDeps, 'recordings'>, session: WatchedSession, base: Clocks | null) {
  const { tenant, id } = session
  const heads = headsOf(await deps.recordings.index(tenant, id, 'events')).filter(
    ({ kind }) => kind === KIND.event,
  )
  const last = heads.at(-1)
  if (!base || !last) return []
  const at = new Map(heads.map((head) => [head.seq, Math.round(epochStartMs(base, clocksOf(head), 0))]))
  const found: { seq: number; atMs: number }[] = []
  for await (const { seq, payload } of deps.recordings.read(
    tenant,
    id,
    'events',
    heads[0]?.seq ?? 0,
    last.seq,
  )) {
    const atMs = at.get(seq)
    if (atMs !== undefined && jpegIn(payload)) found.push({ seq, atMs })
  }
  return found
}

/** Null: another event, or nothing that is a picture. */
function jpegIn(payload: Uint8Array): Uint8Array | null {
  const text = new TextDecoder().decode(payload)
  if (!text.includes('"photo"')) return null
  const said = JSON.parse(text) as { readonly type?: unknown; readonly jpeg?: unknown }
  const bytes = said.type === 'photo' && typeof said.jpeg === 'string' ? unbase64(said.jpeg) : null
  return bytes && bytes[0] === 0xff && bytes[1] === 0xd8 ? bytes : null
}

export async function readPhoto(
  deps: PhotoDeps,
  viewer: Viewer,
  { session, seq, view }: { readonly session: SessionId; readonly seq: number; readonly view: ViewId | null },
): Promise<{ ok: true; bytes: Uint8Array } | No<AccessRefusal | 'journal_unavailable'>> {
  const access = await accessTo(deps, viewer, session, view)
  if (!access.ok) return access
  if (access.piece) {
    const { base, zeroMs } = await placeSession(deps, access.session)
    const piece = { fromMs: access.piece.from - zeroMs, toMs: access.piece.to - zeroMs }
    const own = (await photosOf(deps, access.session, base)).filter(inPiece(piece))
    if (!own.some((one) => one.seq === seq)) return no('not_found')
  }
  const written = await journalled(deps, viewer, {
    ...wholeSession,
    session,
    role: access.role,
    action: 'records',
    purpose: access.purpose,
    view: access.view,
    tid: 'events',
    seqFrom: seq,
    seqTo: seq,
  })
  if (!written) return no('journal_unavailable')
  for await (const { payload } of deps.recordings.read(viewer.tenant, session, 'events', seq, seq)) {
    const bytes = jpegIn(payload)
    if (bytes) return { ok: true, bytes }
  }
  return no('not_found')
}
