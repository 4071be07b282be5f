// What a proctor sees and says at the door. A row in the access journal comes before anything is shown (P-25).
import type { DoorCase, DoorRow } from '@ochno/contract/door'
import {
  askable,
  checklist,
  failuresOf,
  refuseVerdict,
  type Verdict,
  violationOf,
} from '@ochno/domain/identity/verdict'
import { isIdentificationKept, placeSteps } from '@ochno/domain/identity/steps'
import { judge, judgeLater, missing } from '@ochno/domain/identity/visit'
import type { SessionId } from '@ochno/domain/ids'
import { type Instant, isBefore, minutes, Temporal } from '@ochno/domain/time'
import type { EvidenceId, IdentityEvidence } from '../../ports/door.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import type { Access } from '../../ports/watching.ts'
import { type Asker, type DoorDeps, entry, type No, no } from './deps.ts'
import { bindOwner, objectKey } from './pass-door.ts'
import { forgetDue } from './owner-and-provider.ts'
import { type KnownRules, type Standing, standingOf } from './standing.ts'

/** As for the live picture: a quarter of an hour before the window, until a quarter after the end. */
const AROUND = minutes(15)

const endOf = (session: SessionFacts): Instant =>
  session.deauthorizedAt ?? session.deadline ?? session.closesAt.add({ minutes: session.lengthMinutes })

/** What was fixed before an asynchronous exam is judged with its recording, while a proctor keeps that (rights of watching). */
const REVIEWED_WITHIN = Temporal.Duration.from({ hours: 24 })

async function lookAt(tx: Tx, found: SessionFacts | null, asker: Asker, now: Instant, known?: KnownRules) {
  if (!found?.proctors.some(({ id }) => id === asker.account)) return no('not_found')
  const standing = await standingOf(tx, found, known)
  const until = endOf(found).add(standing.door.by === 'review' ? REVIEWED_WITHIN : AROUND)
  if (isBefore(now, found.opensAt.subtract(AROUND)) || !isBefore(now, until)) return no('outside_window')
  return { ok: true as const, session: found, standing }
}

const looked = (deps: DoorDeps, asker: Asker, id: SessionId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => lookAt(tx, await tx.sessions.find(id), asker, now))

/** What a person compares or confirms once it was shown, without holding the start: the asynchronous mode, and the place under 001. */
const isJudgedLater = ({ door: { by, steps } }: Standing): boolean =>
  by === 'review' || (by === 'system' && placeSteps(steps).length > 0)

/** Null: nothing a proctor has to do with. */
function rowState(standing: Standing): DoorRow['state'] | null {
  const { session, visit, door } = standing
  if (door.by === 'proctor')
    return session.authorizedAt === null || visit.state === 'admitted' ? visit.state : null
  if (!isJudgedLater(standing)) return null
  const judged = visit.state !== 'preparing'
  if (judged) return visit.state
  return session.authorizedAt !== null && missing(door.steps, visit.done).length === 0
    ? door.by === 'review'
      ? 'to_review'
      : 'place_shown'
    : null
}

export async function journalled(
  deps: DoorDeps,
  asker: Asker,
  session: SessionId,
  action: Access['action'],
  details: Readonly<Record<string, unknown>>,
  purpose: 'identification' | 'dishonesty_check' = 'identification',
): Promise<boolean> {
  const at = deps.clock.now()
  try {
    await Promise.all([
      deps.journal.write({
        at,
        tenant: asker.tenant,
        session,
        account: asker.account,
        role: 'proctor',
        signIn: asker.signIn,
        ip: asker.ip,
        action,
        purpose,
        view: null,
        tid: null,
        seqFrom: null,
        seqTo: null,
        startedAt: null,
        endedAt: null,
      }),
      deps.audit.record({
        ...entry(asker, at, action.replace('door.', 'view_'), session, 'proctor', details),
        purpose,
      }),
    ])
    return true
  } catch (cause) {
    deps.log.error('door_journal_failed', { session, action }, cause)
    return false
  }
}

export async function readDoorQueue(deps: DoorDeps, asker: Asker, now: Instant) {
  const rows = await deps.store.inTenant(asker.tenant, async (tx): Promise<DoorRow[]> => {
    const found: DoorRow[] = []
    const known: KnownRules = new Map()
    for (const one of await tx.doors.queue(asker.account)) {
      const look = await lookAt(tx, await tx.sessions.find(one.session), asker, now, known)
      const state = look.ok ? rowState(look.standing) : null
      if (!look.ok || state === null) continue
      // Who did not come in time is not waited for any more.
      if (look.session.authorizedAt === null && !isBefore(now, one.closesAt)) continue
      found.push({ ...rowOf(look.standing), state })
    }
    return found
  })
  return { now: now.toString(), rows }
}

const rowOf = ({ session, visit, door }: Standing) => ({
  session: session.id,
  exam: { title: session.examTitle },
  examinee: { id: session.examinee, name: session.examineeName },
  cameAt: visit.cameAt?.toString() ?? null,
  shown: door.steps.filter(({ id }) => visit.done.includes(id)).length,
  steps: door.steps.length,
})

const evidenceView = ({ id, step, part, kind, takenAt }: IdentityEvidence) => ({
  id,
  step,
  part,
  kind,
  takenAt: takenAt.toString(),
})

/** The document and the face of an earlier sign-in; what was shown for this very exam is no reference to compare it with. */
async function referenceOf(tx: Tx, { session, reference }: Standing): Promise<readonly IdentityEvidence[]> {
  if (!reference) return []
  const ids = [reference.document, reference.image] as EvidenceId[]
  const found = [
    await tx.doors.evidenceById(ids[0] as EvidenceId),
    await tx.doors.evidenceById(ids[1] as EvidenceId),
  ]
  return found.filter((one) => one !== null).filter((one) => one.session !== session.id)
}

async function caseView(tx: Tx, standing: Standing, now: Instant): Promise<DoorCase> {
  const { session, rules, visit, door, reference } = standing
  const evidence = await tx.doors.evidence(session.id)
  const earlier = await referenceOf(tx, standing)
  const decisions = await tx.doors.decisions(session.id)
  return {
    ...rowOf(standing),
    now: now.toString(),
    state: rowState(standing) ?? visit.state,
    opensAt: session.opensAt.toString(),
    closesAt: session.closesAt.toString(),
    document: visit.document,
    // What is being shown anew is not shown before it is whole.
    evidence: evidence.filter((one) => visit.done.includes(one.step)).map(evidenceView),
    reference:
      reference && earlier.length > 0
        ? { takenAt: reference.takenAt.toString(), evidence: earlier.map(evidenceView) }
        : null,
    checks: [...checklist(rules.policy, door.steps, earlier.length > 0)],
    failures: door.by === 'system' ? [] : [...failuresOf(door.steps)],
    askable: door.by === 'proctor' ? [...askable(rules.policy, door.steps)] : [],
    history: decisions.map(({ is, at, byName, reason, why }) => ({
      is,
      at: at.toString(),
      by: byName,
      reason,
      why,
    })),
  }
}

export async function readDoorCase(deps: DoorDeps, asker: Asker, id: SessionId, now: Instant) {
  const may = await looked(deps, asker, id, now)
  if (!may.ok) return may
  if (!(await journalled(deps, asker, id, 'door.case', {}))) return no('journal_unavailable')
  const body = await deps.store.inTenant(asker.tenant, (tx) => caseView(tx, may.standing, now))
  return { ok: true as const, body }
}

type Bytes = { readonly ok: true; readonly bytes: Uint8Array; readonly kind: string }
type LookRefusal = 'not_found' | 'outside_window' | 'journal_unavailable'

/** A picture of this session, or of the reference of its examinee; another session's is not there. */
export async function viewEvidence(
  deps: DoorDeps,
  asker: Asker,
  ask: { readonly session: SessionId; readonly evidence: EvidenceId },
  now: Instant,
): Promise<Bytes | No<LookRefusal>> {
  const found = await deps.store.inTenant(asker.tenant, async (tx) => {
    const may = await lookAt(tx, await tx.sessions.find(ask.session), asker, now)
    if (!may.ok) return may
    const evidence = await tx.doors.evidenceById(ask.evidence)
    const { reference } = may.standing
    const known =
      evidence?.session === ask.session ||
      (reference !== null && [reference.document, reference.image].includes(ask.evidence))
    return evidence?.key && known ? { ok: true as const, evidence, key: evidence.key } : no('not_found')
  })
  if (!found.ok) return found
  const { evidence, key } = found
  const told = { evidence: evidence.id, step: evidence.step, part: evidence.part }
  if (!(await journalled(deps, asker, ask.session, 'door.evidence', told))) return no('journal_unavailable')
  const stored = await deps.objects.get(objectKey(evidence))
  if (!stored) return no('not_found')
  return { ok: true, kind: evidence.kind, bytes: deps.seal.open(evidence.id, key, stored) }
}

/** A look that goes on is one act: told again after a pause. */
const SAME_LOOK_MS = 5 * 60_000
const looks = new WeakMap<DoorDeps, Map<string, number>>()

export async function viewDoorFrame(
  deps: DoorDeps,
  asker: Asker,
  session: SessionId,
  now: Instant,
): Promise<Bytes | No<LookRefusal>> {
  const may = await looked(deps, asker, session, now)
  if (!may.ok) return may
  if (may.session.state !== 'admitted') return no('outside_window')
  const bytes = deps.frames.get(session)
  if (!bytes) return no('not_found')
  const told = looks.get(deps) ?? new Map<string, number>()
  looks.set(deps, told)
  const key = `${asker.signIn} ${session}`
  const nowMs = deps.clock.mono()
  if (nowMs - (told.get(key) ?? Number.NEGATIVE_INFINITY) > SAME_LOOK_MS) {
    if (!(await journalled(deps, asker, session, 'door.frame', {}))) return no('journal_unavailable')
    for (const [other, atMs] of told) if (nowMs - atMs > SAME_LOOK_MS) told.delete(other)
    told.set(key, nowMs)
  }
  return { ok: true, kind: 'image/jpeg', bytes }
}

/** The word of the proctor, with what was looked at and what it was said of; state, decision and journal commit together. */
export async function decideAtDoor(
  deps: DoorDeps,
  asker: Asker,
  id: SessionId,
  verdict: Verdict,
  now: Instant,
) {
  const outcome = await deps.store.inTenant(asker.tenant, async (tx) => {
    const may = await lookAt(tx, await tx.sessions.lock(id), asker, now)
    if (!may.ok) return may
    const { session, standing } = may
    const { rules, visit, door } = standing
    if (rules.card.mode === 'offline') return no('in_a_room')
    const later = isJudgedLater(standing)
    if (later ? session.authorizedAt === null : session.state !== 'admitted') return no('not_now')
    const moved = later ? judgeLater(visit, door.steps, verdict) : judge(visit, verdict)
    if (!moved.ok) return no(moved.why)
    const earlier = await referenceOf(tx, standing)
    const why = refuseVerdict(rules.policy, door.steps, verdict, {
      by: door.by ?? 'machine',
      reference: earlier.length > 0,
    })
    if (why) return no(why)
    const evidence = (await tx.doors.evidence(id)).map((one) => one.id)
    await tx.doors.addDecision({
      id: deps.ids.make('dec'),
      session: id,
      is: verdict.is,
      checks: verdict.is === 'admitted' ? verdict.checks : [],
      steps: verdict.is === 'again' ? verdict.steps : [],
      why: verdict.is === 'refused' ? verdict.why : null,
      violation: verdict.is === 'refused' ? violationOf(rules.policy, verdict.why) : null,
      reason: verdict.is === 'admitted' ? null : verdict.reason,
      evidence,
      by: asker.account,
      at: now,
    })
    await tx.doors.save(id, { ...visit, ...moved.visit }, now)
    if (verdict.is === 'admitted') await bindOwner(tx, asker, standing, now)
    const details =
      verdict.is === 'admitted'
        ? { identified: true, verified: [...verdict.checks], evidence }
        : verdict.is === 'again'
          ? { steps: [...verdict.steps], reason: verdict.reason }
          : { why: verdict.why, violation: violationOf(rules.policy, verdict.why), reason: verdict.reason }
    await tx.audit(entry(asker, now, verdict.is, id, 'proctor', details))
    const over = verdict.is !== 'again' && !isIdentificationKept(rules.policy, door.by)
    if (over) await tx.doors.letGo(id, now)
    return { ok: true as const, over, body: await caseView(tx, await standingOf(tx, session), now) }
  })
  if (!outcome.ok) return outcome
  deps.frames.drop(id)
  // What is cut off here is done by the sweep.
  if (outcome.over)
    await forgetDue(deps, asker.tenant, now).catch((cause) =>
      deps.log.warn('door_forget_waits', {
        session: id,
        known: String(cause instanceof Error ? cause.name : cause),
      }),
    )
  return { ok: true as const, body: outcome.body }
}
