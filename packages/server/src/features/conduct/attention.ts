import type { AttentionNote, AttentionView } from '@ochno/contract/attention'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { wholeSeconds } from '@ochno/domain/wall/attention'
import type { AttentionHad, AttentionSlice } from '../../ports/attention.ts'
import type { ConductDeps } from './deps.ts'

type Watcher = { readonly account: AccountId; readonly tenant: TenantId }

/** Counted back from now: a slice never lies in the future, whatever the console's clock says. */
function sliceOf(note: AttentionNote, now: Instant): AttentionSlice {
  const to = now.subtract({ milliseconds: note.agoMs })
  const base = { id: note.id, session: note.session, to }
  return note.what === 'answered'
    ? { ...base, what: 'answered', from: to, alert: note.alert }
    : { ...base, what: note.what, from: to.subtract({ milliseconds: note.lengthMs }), alert: null }
}

/** T-10: attention to somebody who is not one's own is not kept; the console is told that it need not come again. */
export const noteAttention = (
  deps: ConductDeps,
  watcher: Watcher,
  notes: readonly AttentionNote[],
  now: Instant,
) =>
  deps.store.inTenant(watcher.tenant, async (tx) => {
    const own = new Set<SessionId>()
    for (const id of new Set(notes.map(({ session }) => session))) {
      const session = await tx.sessions.find(id)
      if (session?.proctors.some((one) => one.id === watcher.account)) own.add(id)
    }
    const kept = notes.filter(({ session }) => own.has(session))
    await tx.attention.add(
      watcher.account,
      kept.map((note) => sliceOf(note, now)),
    )
    return { kept: notes.map(({ id }) => id) }
  })

/** How much attention the people had whose exams run now. */
export const readAttention = (deps: ConductDeps, { account, tenant }: Watcher, now: Instant) =>
  deps.store.inTenant(tenant, async (tx) => {
    const running = await tx.attention.watchedBy(account)
    const given = await tx.attention.ofSessions(running, now)
    const rows = running.flatMap((id) => {
      const one = given.get(id)
      return one ? [rowOf(id, one)] : []
    })
    return { now: now.toString(), me: account, rows }
  })

function rowOf(session: SessionId, { had, events }: AttentionHad): AttentionView {
  const answered = new Set(events.flatMap((event) => (event.is === 'alert_answered' ? [event.alert] : [])))
  return {
    session,
    enlargedS: wholeSeconds(had.enlargedMs),
    listenedS: wholeSeconds(had.listenedMs),
    alerts: had.alerts,
    alertsAnswered: had.alertsAnswered,
    lastEnlargedAt: had.lastEnlargedAt?.toString() ?? null,
    openAlerts: events.flatMap((event) =>
      event.is === 'alert' && !answered.has(event.alert)
        ? [{ alert: event.alert, at: event.at.toString() }]
        : [],
    ),
  }
}
