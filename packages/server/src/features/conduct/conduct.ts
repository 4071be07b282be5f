import { callTimes } from '@ochno/domain/call/call'
import { type ConductEntry, type ConductParty, isHiddenFrom } from '@ochno/domain/conduct/entry'
import { refuseConduct } from '@ochno/domain/conduct/refuse'
import { scanSeconds, warnBy } from '@ochno/domain/conduct/rules'
import { owedMs } from '@ochno/domain/conduct/standing'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { isWholeInRoom } from '@ochno/domain/wall/warning'
import type { Said } from '../../ports/conduct.ts'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { refuseReceiver } from './hand-over.ts'
import { audited, type ConductDeps, no, partyOf, rulesOf, type Speaker, standingView, view } from './deps.ts'

/** Of one side in one session; more is no conversation any more. */
const MOST = 400

/** What a proctor or an examinee gives; the media of a warning and the term of a scan are the rules' and not theirs. */
export type Given =
  | Exclude<ConductEntry, { kind: 'warning' | 'scan' | 'call' | 'given' | 'stop' | 'scan_end' }>
  | Omit<Extract<ConductEntry, { kind: 'warning' }>, 'media'>
  | Omit<Extract<ConductEntry, { kind: 'scan' | 'call' }>, 'answerUntil'>
  | (Omit<Extract<ConductEntry, { kind: 'scan_end' }>, 'reason'> & { readonly reason?: string })

function entryOf(given: Given, rules: ExamRules, now: Instant): ConductEntry {
  switch (given.kind) {
    case 'warning':
      return { ...given, media: warnBy(rules) }
    case 'scan':
      return { ...given, answerUntil: now.add({ seconds: scanSeconds(rules) ?? 0 }).toString() }
    case 'call':
      return { ...given, answerUntil: now.add({ seconds: callTimes(rules).ringSeconds }).toString() }
    case 'scan_end':
      return { ...given, reason: given.reason ?? '' }
    default:
      return given
  }
}

/** SM-17: what a pause or a failure took is added to the time the moment it ends, and stands in the log. */
async function giveBack(tx: Tx, session: SessionFacts, rules: ExamRules, pause: number, now: Instant) {
  const ms = owedMs(await tx.conduct.read(session.id, 0), rules, session.lengthMinutes, now)
  if (ms === 0 || session.deadline === null) return
  await tx.conduct.add(session.id, {
    at: now,
    party: 'system',
    by: null,
    entry: { kind: 'given', of: pause, ms },
  })
  await tx.sessions.save({ ...session, deadline: session.deadline.add({ milliseconds: ms }) })
}

/** A message whose answer was lost on the way is sent again with its mark, and stands in the log once. */
const sentBefore = (log: readonly Said[], as: ConductParty, given: Given): Said | undefined =>
  given.kind === 'chat' && given.once
    ? log.find(({ party, entry }) => party === as && entry.kind === 'chat' && entry.once === given.once)
    : undefined

/** Nobody's page shows a warning in a classroom: the proctor gives it there himself, by every medium of the act. */
function refuseWarningHere(entry: ConductEntry, { card, ...rules }: ExamRules) {
  if (entry.kind !== 'warning') return null
  const inRoom = card.mode === 'offline'
  if (!inRoom) return entry.inRoom === undefined ? null : ('not_in_a_room' as const)
  return isWholeInRoom(warnBy(rules), entry.inRoom ?? []) ? null : ('warning_not_whole' as const)
}

export async function say(
  deps: ConductDeps,
  speaker: Speaker,
  {
    session: id,
    as,
    given,
  }: { readonly session: SessionId; readonly as: ConductParty; readonly given: Given },
  now: Instant,
) {
  const outcome = await deps.store.inTenant(speaker.tenant, async (tx) => {
    const session = await tx.sessions.lock(id)
    if (!session || !partyOf(speaker, session, as)) return no('not_found')
    const rules = await rulesOf(tx, id)
    if (!rules) return no('not_found')
    const log = await tx.conduct.read(id, 0)
    const again = sentBefore(log, as, given)
    if (again) return { ok: true as const, body: view(again) }
    if (log.filter(({ party }) => party === as).length >= MOST) return no('too_many')
    const entry = entryOf(given, rules, now)
    const place = refuseWarningHere(entry, rules)
    if (place) return no(place)
    const why = refuseConduct(entry, as, { ...session, log }, rules, now)
    // T-12: no private channel to a pupil outside the exam.
    if (why === 'not_running' && as === 'proctor' && entry.kind === 'chat') return no('no_private_channel')
    if (why) return no(why)
    if (entry.kind === 'offer') {
      const receiver = await refuseReceiver(tx, speaker, entry.to)
      if (receiver) return no(receiver)
    }
    const seq = await tx.conduct.add(id, { at: now, party: as, by: speaker.account, entry })
    if (entry.kind === 'complaint') await deps.complained(tx, id, rules, seq, now)
    if (entry.kind === 'resume') await giveBack(tx, session, rules, entry.of, now)
    if (entry.kind === 'call_end' || entry.kind === 'call') await tx.calls.forget(id)
    await tx.audit(
      audited(speaker, as, id, `conduct.${entry.kind}`, now, {
        seq,
        ...('reason' in entry && entry.reason ? { reason: entry.reason } : {}),
      }),
    )
    const [said] = await tx.conduct.read(id, seq - 1)
    return said ? { ok: true as const, body: view(said) } : no('not_found')
  })
  if (outcome.ok) deps.bell.ring(id)
  return outcome
}

export const readAsProctor = (
  deps: ConductDeps,
  speaker: Speaker,
  { session: id, after }: { readonly session: SessionId; readonly after: number },
  now: Instant,
) =>
  deps.store.inTenant(speaker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    if (!session || !partyOf(speaker, session, 'proctor')) return no('not_found')
    return shown(tx, session, { after, party: 'proctor', now })
  })

export const readAsExaminee = async (
  deps: ConductDeps,
  speaker: Speaker,
  asked: {
    readonly session: SessionId
    readonly after: number
    readonly waitMs: number
    readonly gone: AbortSignal
  },
  now: Instant,
) => {
  const read = (at: Instant) =>
    deps.store.inTenant(speaker.tenant, async (tx) => {
      const session = await tx.sessions.find(asked.session)
      if (!session || !partyOf(speaker, session, 'examinee')) return no('not_found')
      return shown(tx, session, { after: asked.after, party: 'examinee', now: at })
    })
  // Listening begins before looking: what is said between the two is not missed.
  const rang = deps.bell.wait(asked.session, asked.waitMs, asked.gone)
  const first = await read(now)
  if (!first.ok || first.body.rows.length > 0 || asked.waitMs === 0) return first
  await rang
  return read(deps.clock.now())
}

async function shown(
  tx: Tx,
  session: SessionFacts,
  { after, party, now }: { readonly after: number; readonly party: ConductParty; readonly now: Instant },
) {
  const rules = await rulesOf(tx, session.id)
  if (!rules) return no('not_found')
  const log = await tx.conduct.read(session.id, 0)
  const rows = log.filter(({ seq, entry }) => seq > after && !isHiddenFrom(party, entry.kind))
  return {
    ok: true as const,
    body: {
      now: now.toString(),
      rows: rows.map(view),
      standing: standingView(log, session, rules, party, now),
    },
  }
}
