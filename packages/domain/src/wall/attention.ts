// Whom a proctor looked at and listened to, out of what the console reported; it goes into the protocol.
import type { AccountId, SessionId } from '../ids.ts'
import { coverage, type Span } from '../recording/coverage.ts'
import type { Instant } from '../time.ts'

/** One tile at most is enlarged and one listened to: the next takes the place of the one before; null lets go of it. */
export type AttentionEvent =
  | {
      readonly is: 'enlarged' | 'listening'
      readonly at: Instant
      readonly proctor: AccountId
      readonly session: SessionId | null
    }
  | { readonly is: 'left_console'; readonly at: Instant; readonly proctor: AccountId }
  | { readonly is: 'alert'; readonly at: Instant; readonly session: SessionId; readonly alert: string }
  | {
      readonly is: 'alert_answered'
      readonly at: Instant
      readonly proctor: AccountId
      readonly session: SessionId
      readonly alert: string
    }

export type Attention = {
  readonly enlargedMs: number
  readonly listenedMs: number
  readonly alerts: number
  readonly alertsAnswered: number
  /** Null: nobody has enlarged it. While it is enlarged it is now. */
  readonly lastEnlargedAt: Instant | null
}

type Looked = { readonly session: SessionId; readonly span: Span }

/** What each proctor enlarged (or listened to), from when until when. */
function looked(
  events: readonly AttentionEvent[],
  what: 'enlarged' | 'listening',
  now: Instant,
): readonly Looked[] {
  const done: Looked[] = []
  const open = new Map<AccountId, { session: SessionId; from: number }>()
  const close = (proctor: AccountId, to: number) => {
    const held = open.get(proctor)
    if (held && to > held.from) done.push({ session: held.session, span: { from: held.from, to } })
    open.delete(proctor)
  }
  for (const event of events) {
    const at = event.at.epochMilliseconds
    if (event.is === 'left_console') close(event.proctor, at)
    if (event.is !== what) continue
    close(event.proctor, at)
    if (event.session !== null) open.set(event.proctor, { session: event.session, from: at })
  }
  for (const proctor of open.keys()) close(proctor, now.epochMilliseconds)
  return done
}

const sumMs = (window: Span, spans: readonly Span[]): number => coverage(window, spans).coveredMs

/** Attention within the control window; two proctors who look at the same time are one second of attention, not two. */
export function attentionTo(
  session: SessionId,
  window: { readonly from: Instant; readonly until: Instant },
  events: readonly AttentionEvent[],
): Attention {
  const sorted = events.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
  const within = { from: window.from.epochMilliseconds, to: window.until.epochMilliseconds }
  const of = (what: 'enlarged' | 'listening') =>
    looked(sorted, what, window.until)
      .filter((one) => one.session === session)
      .map(({ span }) => ({ from: Math.max(span.from, within.from), to: Math.min(span.to, within.to) }))
      .filter(({ from, to }) => from < to)
  const alerts = new Set(sorted.flatMap((e) => (e.is === 'alert' && e.session === session ? [e.alert] : [])))
  const answered = new Set(
    sorted.flatMap((e) => (e.is === 'alert_answered' && e.session === session ? [e.alert] : [])),
  )
  const enlarged = of('enlarged')
  const last = Math.max(...enlarged.map(({ to }) => to))
  return {
    enlargedMs: sumMs(within, enlarged),
    listenedMs: sumMs(within, of('listening')),
    alerts: alerts.size,
    alertsAnswered: [...alerts].filter((alert) => answered.has(alert)).length,
    lastEnlargedAt: enlarged.length === 0 ? null : window.until.subtract({ milliseconds: within.to - last }),
  }
}

/** Seconds for the protocol: whole ones that passed, none that only began. */
export const wholeSeconds = (ms: number): number => Math.floor(ms / 1000)
