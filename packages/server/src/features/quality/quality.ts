// R1-4.1k, R3-4.2.4.1, R4-6.3.4: figures of a recording for whoever has to judge by its pictures.
import type { QualityView } from '@ochno/contract/quality'
import type { SessionId, TenantId } from '@ochno/domain/ids'
import {
  type MinuteFigures,
  minutesOf,
  type Piece,
  type PictureTrack,
  type Told,
  pictureTracks,
} from '@ochno/domain/quality/figures'
import { poorSpans, qualityLimits1, summaryOf } from '@ochno/domain/quality/poor'
import { unjudgedOf } from '@ochno/domain/quality/unjudged'
import type { Span } from '@ochno/domain/recording/coverage'
import { isBlind } from '@ochno/domain/review/second-look'
import type { Instant } from '@ochno/domain/time'
import { type Asker, no } from '../../ports/asking.ts'
import type { ToldMinute } from '../../ports/quality.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Store, Tx } from '../../ports/store.ts'

export type { Asker } from '../../ports/asking.ts'

/** Where the fragments lie on the timeline the player shows (R1-2.2b). */
type PlacedFragments = (
  tenant: TenantId,
  session: SessionId,
) => Promise<{
  readonly zeroMs: number
  readonly tracks: readonly {
    readonly tid: string
    readonly fragments: readonly {
      readonly atMs: number
      readonly durMs: number
      readonly bytes: number
    }[]
  }[]
}>

export type QualityDeps = { readonly store: Store; readonly placed: PlacedFragments }

/** Two tracks of a day; more is a broken browser. */
const MOST = 4_000
/** A browser that was without a network tells later. */
const LATE_HOURS = 24

type Given = {
  readonly session: SessionId
  readonly run: string
  readonly nowMs: number
  readonly minutes: readonly {
    readonly track: PictureTrack
    readonly fromMs: number
    readonly toMs: number
    readonly frames: number | null
    readonly frozenMs: number | null
    readonly sharpness: number | null
  }[]
}

export const reportQuality = (deps: QualityDeps, asker: Asker, given: Given, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.lock(given.session)
    if (session?.examinee !== asker.account) return no('not_found')
    if (!takes(session, now)) return no('not_running')
    if ((await tx.quality.count(session.id)) + given.minutes.length > MOST) return no('too_many')
    const lag = now.epochMilliseconds - given.nowMs
    const minutes = given.minutes
      .filter(({ fromMs, toMs }) => fromMs < toMs && toMs <= given.nowMs)
      .map(
        ({ fromMs, toMs, ...one }): ToldMinute => ({
          ...one,
          run: given.run,
          ownFrom: fromMs,
          from: fromMs + lag,
          to: toMs + lag,
        }),
      )
    const taken = await tx.quality.add(session.id, minutes)
    return { ok: true as const, body: { now: now.toString(), taken } }
  })

const takes = ({ authorizedAt, deauthorizedAt }: SessionFacts, now: Instant): boolean =>
  authorizedAt !== null &&
  (deauthorizedAt === null ||
    now.epochMilliseconds - deauthorizedAt.epochMilliseconds < LATE_HOURS * 3_600_000)

/** T-10: the assigned proctor, the commission, and whom a look at this recording was given to. */
async function reads(tx: Tx, asker: Asker, session: SessionFacts): Promise<Reading | null> {
  const whole = { blind: false, piece: null }
  if (asker.roles.includes('commission')) return whole
  if (!asker.roles.includes('proctor')) return null
  if (session.proctors.some(({ id }) => id === asker.account)) return whole
  // Of a control its piece and nothing beside it, until it is finished.
  const mine = (await tx.reviews.ofSession(session.id)).filter(
    ({ kind, reviewer, reviewedAt }) =>
      reviewer === asker.account && (kind !== 'control' || reviewedAt === null),
  )
  if (mine.length === 0) return null
  const piece = mine.every(({ kind }) => kind === 'control') ? (mine[0]?.piece ?? null) : null
  return { blind: mine.some(({ kind }) => isBlind(kind)), piece }
}

type Reading = { readonly blind: boolean; readonly piece: Span | null }

export async function readQuality(deps: QualityDeps, asker: Asker, id: SessionId, now: Instant) {
  const known = await deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    const sees = session && (await reads(tx, asker, session))
    if (!session || !sees) return null
    return { session, sees, told: await tx.quality.of(id), log: await tx.conduct.read(id, 0) }
  })
  if (!known) return no('not_found')
  const { session, sees, told, log } = known
  const from = sees.piece?.from ?? session.authorizedAt?.epochMilliseconds ?? now.epochMilliseconds
  const end = sees.piece?.to ?? session.deauthorizedAt?.epochMilliseconds
  const pieces = await piecesOf(deps, asker.tenant, id)
  const minutes = minutesOf({ from, to: end ?? now.epochMilliseconds }, pieces, toldIn(told, sees.piece))
  // While it runs, the last minute is not over and its pieces are on their way.
  const whole =
    end === undefined ? minutes.filter(({ to }) => to <= now.epochMilliseconds - SETTLE_MS) : minutes
  const said = unjudgedOf(log).find(({ taken }) => taken === null)
  const by = said && log.find(({ seq }) => seq === said.seq)
  const shown = said && (!sees.blind || by?.by === asker.account) ? said : null
  return {
    ok: true as const,
    body: {
      now: now.toString(),
      limits: qualityLimits1.version,
      tracks: summaries(whole),
      lately: end === undefined ? summaries(lastOf(whole)) : [],
      minutes: whole.map(({ from, to, ...one }) => ({ ...one, fromMs: from, toMs: to })),
      poor: poorSpans(whole).map(({ from, to, why, track }) => ({
        track,
        fromMs: from,
        toMs: to,
        why: [...why],
      })),
      unjudged: shown && {
        seq: shown.seq,
        at: shown.at.toString(),
        by: by?.name ?? '',
        reason: shown.reason,
        spans: [...shown.spans],
      },
    } satisfies QualityView,
  }
}

/** A minute told across the edge of a piece is of what lies beside it too. */
const toldIn = (told: readonly Told[], piece: Span | null): readonly Told[] =>
  piece === null ? told : told.filter(({ from, to }) => from >= piece.from && to <= piece.to)

const SETTLE_MS = 10_000

const summaries = (minutes: readonly MinuteFigures[]) =>
  pictureTracks.flatMap((track) => summaryOf(minutes, track) ?? [])

const lastOf = (minutes: readonly MinuteFigures[]): readonly MinuteFigures[] =>
  pictureTracks.flatMap((track) => minutes.findLast((one) => one.track === track) ?? [])

async function piecesOf(
  { placed }: QualityDeps,
  tenant: TenantId,
  session: SessionId,
): Promise<readonly Piece[]> {
  const { zeroMs, tracks } = await placed(tenant, session)
  return tracks.flatMap(({ tid, fragments }) => {
    const track = pictureTracks.find((one) => one === tid)
    return track === undefined
      ? []
      : fragments.map(({ atMs, durMs, bytes }) => ({
          track,
          from: zeroMs + atMs,
          to: zeroMs + atMs + durMs,
          bytes,
        }))
  })
}
