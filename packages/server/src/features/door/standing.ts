import type { DoorView } from '@ochno/contract/door'
import { mayCommand } from '@ochno/domain/access/may'
import type { Reference } from '@ochno/domain/consent/binding'
import { documentsOf } from '@ochno/domain/identity/steps'
import { atDoor, type AtDoor, heldAtDoor, whoHelps } from '@ochno/domain/identity/visit'
import { wordingOf } from '@ochno/domain/identity/wording'
import type { ExamId, SessionId } from '@ochno/domain/ids'
import { onlyFromPlatform } from '@ochno/domain/lms/launch'
import type { ActPolicy } from '@ochno/domain/policy/act-policy'
import { type Instant, isBefore } from '@ochno/domain/time'
import type { DoorVisit, IdentityEvidence } from '../../ports/door.ts'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, no } from './deps.ts'

export type Standing = {
  readonly session: SessionFacts
  readonly rules: ExamRules
  readonly visit: DoorVisit
  readonly door: AtDoor
  readonly reference: Reference | null
}

/** Rules already read for a list: everybody of one exam is under the same. */
export type KnownRules = Map<ExamId, ExamRules>

export async function standingOf(tx: Tx, session: SessionFacts, known?: KnownRules): Promise<Standing> {
  const rules = known?.get(session.exam) ?? (await tx.rules.ofSession(session.id))
  if (!rules) throw new Error(`${session.id} has no exam`)
  known?.set(session.exam, rules)
  const [found, reference] = [await tx.doors.find(session.id), await tx.doors.reference(session.examinee)]
  const door = atDoor({ policy: rules.policy, mode: rules.card.mode }, found, reference)
  return {
    session,
    rules,
    reference,
    door,
    visit: { ...door.visit, document: found?.document ?? null },
  }
}

/** The examinee's own session while it may still begin; nobody else changes it until the transaction ends. */
export async function ownStanding(tx: Tx, asker: Asker, id: SessionId, now: Instant) {
  const session = await tx.sessions.lock(id)
  if (!session || !mayCommand(asker, session, 'authorize')) return no('not_found')
  if (session.state !== 'admitted') return no('not_now')
  if (isBefore(now, session.opensAt)) return no('too_early')
  if (!isBefore(now, session.closesAt)) return no('too_late')
  const standing = await standingOf(tx, session)
  // The proctor there sees who came; nobody comes to a classroom from home.
  if (standing.rules.card.mode === 'offline') return no('in_a_room')
  return (await platformMissed(tx, asker, standing)) ? no('launch_from_lms') : { ok: true as const, standing }
}

/** R4-5.4: the platforms to come from, where the rules let people in from there alone and this sign-in did not. */
async function platformMissed(tx: Tx, { signIn }: Asker, { session, rules }: Standing) {
  if (session.state !== 'admitted' || !onlyFromPlatform(rules.policy, rules.card.mode)) return null
  const platforms = await tx.lms.platforms()
  return platforms.length === 0 || (await tx.lms.cameBy(session.id, signIn)) ? null : platforms
}

const takenOf = (evidence: readonly IdentityEvidence[], step: string): number =>
  new Set(evidence.filter((one) => one.step === step).map(({ part }) => part)).size

async function wordsOf(tx: Tx, { rules, door }: Standing) {
  if (!rules.frozen || !door.steps.some(({ kind }) => kind === 'words')) return () => []
  const edition = await tx.acts.find(rules.frozen.act)
  const policy: ActPolicy | null = edition?.policy ?? null
  return (id: DoorView['steps'][number]['id']) => (policy ? wordingOf(policy, id) : [])
}

/** The door as its examinee sees it. */
export async function doorView(tx: Tx, asker: Asker, standing: Standing, now: Instant): Promise<DoorView> {
  const { session, rules, visit, door } = standing
  const held = heldAtDoor(door)
  const [evidence, decisions, words] = [
    await tx.doors.evidence(session.id),
    await tx.doors.decisions(session.id),
    await wordsOf(tx, standing),
  ]
  const said = decisions.at(-1) ?? null
  return {
    now: now.toString(),
    state: visit.state,
    steps: door.steps.map(({ id, kind, pictures, clauses }) => ({
      id,
      kind,
      pictures,
      taken: visit.done.includes(id) || !visit.asked.includes(id) ? takenOf(evidence, id) : 0,
      done: visit.done.includes(id),
      clauses: [...clauses],
      words: words(id).map((one) => ({ ...one })),
    })),
    documents: [...documentsOf(rules.policy)],
    document: visit.document,
    by: door.by,
    held,
    comeFrom: ((await platformMissed(tx, asker, standing)) ?? []).map(({ name, home }) => ({ name, home })),
    helpers: held ? [...whoHelps(held, session.proctors.length)] : [],
    place: await tx.doors.place(session.id),
    cameAt: visit.cameAt?.toString() ?? null,
    proctors: session.proctors.map(({ name }) => name),
    said: said && {
      is: said.is,
      at: said.at.toString(),
      reason: said.reason,
      why: said.why,
      steps: [...said.steps],
    },
  }
}
