// What an examinee does at the door: shows, says, reads, joins the queue.
import type { Reference } from '@ochno/domain/consent/binding'
import { SOUND_BYTES, cleanPicture, soundKind } from '@ochno/domain/identity/picture'
import type { DocumentKind } from '@ochno/domain/identity/documents'
import type { StepId } from '@ochno/domain/identity/steps'
import { comeIn, doStep, missing, tryAgain } from '@ochno/domain/identity/visit'
import type { SessionId } from '@ochno/domain/ids'
import { retentionRule } from '@ochno/domain/retention/term'
import { type Instant, isBefore } from '@ochno/domain/time'
import type { DoorVisit, EvidenceKind, IdentityEvidence } from '../../ports/door.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, type DoorDeps, entry, no } from './deps.ts'
import { doorView, ownStanding, type Standing, standingOf } from './standing.ts'

/** Everything that was ever shown for one session, replaced or not. */
const MOST_EVIDENCE = 80

export const objectKey = ({ id, session }: Pick<IdentityEvidence, 'id' | 'session'>): string =>
  `identity/${session}/${id}`

export async function readDoor(deps: DoorDeps, asker: Asker, id: SessionId, now: Instant) {
  return deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    if (session?.examinee !== asker.account) return no('not_found')
    return { ok: true as const, body: await doorView(tx, asker, await standingOf(tx, session), now) }
  })
}

async function saved(tx: Tx, asker: Asker, before: Standing, visit: DoorVisit, now: Instant) {
  await tx.doors.save(before.session.id, visit, now)
  const after = await standingOf(tx, before.session)
  if (after.door.by === 'review' && missing(after.door.steps, visit.done).length === 0)
    await bindOwner(tx, asker, after, now)
  return { ok: true as const, body: await doorView(tx, asker, after, now) }
}

/** R3-6.3.2, R4-8.2.2: once, with both pictures, after the statement was accepted. */
export async function bindOwner(tx: Tx, asker: Asker, standing: Standing, now: Instant): Promise<void> {
  const { session, visit, door, reference } = standing
  if (reference || !door.steps.some(({ id }) => id === 'owner') || !visit.done.includes('owner')) return
  const evidence = await tx.doors.evidence(session.id)
  const [document, face] = (['document', 'face'] as const).map((step) =>
    evidence.find((one) => one.step === step),
  )
  if (!document || !face) return
  const made: Reference = { document: document.id, image: face.id, takenAt: now, statementAcceptedAt: now }
  await tx.doors.bind(session.examinee, made)
  await tx.audit(
    entry(
      asker,
      now,
      'owner_bound',
      session.examinee,
      asker.account === session.examinee ? 'examinee' : 'proctor',
      {
        session: session.id,
        document: document.id,
        face: face.id,
      },
    ),
  )
}

export type Shown = {
  readonly session: SessionId
  readonly step: StepId
  readonly part: number
  readonly document: DocumentKind | null
  readonly bytes: Uint8Array
}

type Payload = { readonly ok: true; readonly kind: EvidenceKind; readonly bytes: Uint8Array }

function payloadOf(kind: 'picture' | 'sound', bytes: Uint8Array) {
  if (kind === 'picture') {
    const clean = cleanPicture(bytes)
    return clean.ok ? ({ ok: true, kind: 'image/jpeg', bytes: clean.bytes } satisfies Payload) : no(clean.why)
  }
  if (bytes.length > SOUND_BYTES) return no('too_large')
  const sound = soundKind(bytes)
  return sound ? ({ ok: true, kind: sound, bytes } satisfies Payload) : no('not_a_sound')
}

/** The last day of a recording's term where it is known already; else it is kept until somebody decides (TR-10). */
function forgetAfter({ rules, session }: Standing, now: Instant): Instant | null {
  const rule = retentionRule(rules.policy)
  if (rule?.until !== 'months') return null
  const last = (isBefore(now, session.closesAt) ? session.closesAt : now).toZonedDateTimeISO('UTC')
  return last.add({ months: rule.months, days: 1 }).toInstant()
}

/** Sealed under a key of its own, apart from the recording. The bytes are durable before the row names them. */
export async function showStep(deps: DoorDeps, asker: Asker, shown: Shown, now: Instant) {
  if (!deps.diskTakesNew()) return no('disk')
  const may = await deps.store.inTenant(asker.tenant, (tx) => checked(tx, asker, shown, now))
  if (!may.ok) return may
  const payload = payloadOf(may.kind, shown.bytes)
  if (!payload.ok) return payload
  const id = deps.ids.make('evi')
  const { key, stored } = deps.seal.seal(id, payload.bytes)
  await deps.objects.put(objectKey({ id, session: shown.session }), stored)
  return deps.store.inTenant(asker.tenant, async (tx) => {
    const again = await checked(tx, asker, shown, now)
    if (!again.ok) return again
    const { standing, step } = again
    const evidence: IdentityEvidence = {
      id,
      key,
      session: shown.session,
      examinee: standing.session.examinee,
      step: shown.step,
      part: shown.part,
      kind: payload.kind,
      bytes: payload.bytes.length,
      sha256: deps.digest(payload.bytes),
      takenAt: now,
      forgetAfter: forgetAfter(standing, now),
    }
    await tx.doors.addEvidence(evidence)
    await tx.audit(
      entry(asker, now, 'show', shown.session, 'examinee', {
        step: shown.step,
        part: shown.part,
        evidence: id,
      }),
    )
    const have = new Set(
      (await tx.doors.evidence(shown.session))
        .filter((one) => one.step === shown.step)
        .map(({ part }) => part),
    )
    const document = shown.step === 'document' ? shown.document : standing.visit.document
    if (have.size < step.pictures) return saved(tx, asker, standing, { ...standing.visit, document }, now)
    const moved = doStep(standing.visit, shown.step, standing.door.steps)
    return moved.ok ? saved(tx, asker, standing, { ...moved.visit, document }, now) : moved
  })
}

async function checked(tx: Tx, asker: Asker, { session, step: id, part, document }: Shown, now: Instant) {
  const own = await ownStanding(tx, asker, session, now)
  if (!own.ok) return own
  const { standing } = own
  const moved = doStep(standing.visit, id, standing.door.steps)
  if (!moved.ok) return moved
  const step = standing.door.steps.find((one) => one.id === id)
  if (!step || step.kind === 'words' || step.kind === 'elsewhere') return no('not_asked')
  if (part >= Math.max(1, step.pictures)) return no('not_asked')
  if (id === 'document' && document === null) return no('no_document_kind')
  if (id === 'document' && !(await accepts(standing, document))) return no('not_asked')
  if ((await tx.doors.shownEver(session)) >= MOST_EVIDENCE) return no('too_many')
  return { ok: true as const, standing, step, kind: step.kind }
}

/** R4-6.3.3a: a student card is no document under 004. */
async function accepts({ rules }: Standing, document: DocumentKind | null): Promise<boolean> {
  const { value } = rules.policy['identity.documents']
  return Array.isArray(value) && value.includes(document)
}

export const acknowledgeStep = (deps: DoorDeps, asker: Asker, id: SessionId, step: StepId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const own = await ownStanding(tx, asker, id, now)
    if (!own.ok) return own
    const { standing } = own
    if (standing.door.steps.find((one) => one.id === step)?.kind !== 'words') return no('not_asked')
    const moved = doStep(standing.visit, step, standing.door.steps)
    if (!moved.ok) return moved
    const act = standing.rules.frozen?.act ?? null
    await tx.doors.acknowledge(id, step, act, now)
    await tx.audit(entry(asker, now, 'acknowledge', id, 'examinee', { step, act }))
    return saved(tx, asker, standing, { ...standing.visit, ...moved.visit }, now)
  })

export const comeToDoor = (deps: DoorDeps, asker: Asker, id: SessionId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const own = await ownStanding(tx, asker, id, now)
    if (!own.ok) return own
    const { standing } = own
    const moved = comeIn(standing.visit, standing.door.steps, standing.door.by, now)
    if (!moved.ok) return moved
    await tx.audit(entry(asker, now, 'come', id, 'examinee'))
    return saved(tx, asker, standing, { ...standing.visit, ...moved.visit }, now)
  })

export const tryDoorAgain = (deps: DoorDeps, asker: Asker, id: SessionId, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const own = await ownStanding(tx, asker, id, now)
    if (!own.ok) return own
    const moved = tryAgain(own.standing.visit, own.standing.door.steps)
    if (!moved.ok) return moved
    await tx.audit(entry(asker, now, 'try_again', id, 'examinee'))
    return saved(tx, asker, own.standing, { ...own.standing.visit, ...moved.visit }, now)
  })

const FRAME_BYTES = 200_000

export async function sendDoorFrame(deps: DoorDeps, asker: Asker, id: SessionId, bytes: Uint8Array) {
  if (bytes.length > FRAME_BYTES) return no('too_large')
  const clean = cleanPicture(bytes)
  if (!clean.ok) return no(clean.why)
  const own = await deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    if (session?.examinee !== asker.account) return no('not_found')
    if (session.state !== 'admitted') return no('not_now')
    const visit = await tx.doors.find(id)
    return visit?.state === 'waiting' ? { ok: true as const } : no('not_now')
  })
  if (!own.ok) return own
  deps.frames.put(id, clean.bytes)
  return { ok: true as const, body: undefined }
}
