// From the first answer to the hand-over; a signed edition is never changed, a correction is the next one.
import type { ProtocolDraftGiven } from '@ochno/contract/protocols'
import { onlyAssigned } from '@ochno/domain/access/may'
import type { PrintedDocument } from '@ochno/domain/document/model'
import type { SessionId } from '@ochno/domain/ids'
import { deniedRows, type ProtocolDraft, wantingOf } from '@ochno/domain/protocol/draft'
import { protocolRows } from '@ochno/domain/protocol/rows'
import { isNew, lastOf } from '@ochno/domain/protocol/happened'
import type { Instant } from '@ochno/domain/time'
import { hex } from '@ochno/evidence/bytes'
import type { PaperId, ProtocolFacts } from '../../ports/protocols.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, no, type ProtocolDeps, seen, type Writer, writes } from './deps.ts'
import { documentsOf, formsOf } from './documents.ts'
import { paperKey } from './press-papers.ts'
import { coverageOf, evidenceOf } from './recording.ts'
import { draftFrom, draftOf, viewOf } from './show.ts'
import { type Known, knownOf, situationOf } from './situation.ts'

export const listProtocols = (deps: ProtocolDeps, reader: Writer, now: Instant) =>
  deps.store.inTenant(reader.tenant, async (tx) => ({
    now: now.toString(),
    rows: (await tx.protocols.over(reader.account, onlyAssigned(reader))).map((row) => ({
      session: row.session,
      exam: { id: row.exam, title: row.examTitle },
      event: row.event,
      examinee: row.examinee,
      group: row.group,
      endedAt: row.endedAt.toString(),
      state: row.state,
      number: row.number,
      mine: row.mine,
    })),
  }))

/** Of a session the person may see, with what its act says about protocols. */
async function known(tx: Tx, reader: Writer, id: SessionId, toWrite: boolean) {
  const session = await seen(tx, reader, id)
  if (!session) return no('not_found')
  // Nobody else writes this protocol until the transaction ends.
  if (toWrite) await tx.sessions.lock(id)
  const all = await knownOf(tx, session)
  if (all === 'no_form') return no('no_form_of_act')
  return toWrite && !writes(reader, all) ? no('not_found') : { ok: true as const, known: all }
}

async function answer(deps: ProtocolDeps, tx: Tx, reader: Writer, one: Known, now: Instant) {
  const coverage = await coverageOf(deps, reader.tenant, one.session.id)
  return { ok: true as const, body: await viewOf(tx, reader, one, coverage, now) }
}

async function again(deps: ProtocolDeps, tx: Tx, reader: Writer, id: SessionId, now: Instant) {
  const found = await known(tx, reader, id, false)
  return found.ok ? answer(deps, tx, reader, found.known, now) : found
}

export const readProtocol = (deps: ProtocolDeps, reader: Writer, id: SessionId, now: Instant) =>
  deps.store.inTenant(reader.tenant, (tx) => again(deps, tx, reader, id, now))

/** A result stands on the protocol as it was; whoever reopens the result opens the protocol too. */
const isDecided = async (tx: Tx, id: SessionId): Promise<boolean> => {
  const decision = await tx.decisions.ofSession(id)
  return decision !== null && decision.state !== 'pending' && decision.state !== 'recommended'
}

function isOfTheForm(draft: ProtocolDraft, one: Known): boolean {
  const rows = situationOf(one).byRows ? protocolRows(one.act).map(({ row }) => row) : []
  const marks = one.marks.map(({ key }) => key)
  return (
    Object.keys(draft.answers).every((row) => rows.includes(row)) &&
    Object.keys(draft.marks).every((key) => marks.includes(key)) &&
    (one.final || draft.status === null)
  )
}

export const saveProtocol = (
  deps: ProtocolDeps,
  writer: Writer,
  id: SessionId,
  given: {
    readonly revision: number
    readonly draft: ProtocolDraftGiven
    readonly seen?: number | undefined
  },
  now: Instant,
) =>
  deps.store.inTenant(writer.tenant, async (tx) => {
    const found = await known(tx, writer, id, true)
    if (!found.ok) return found
    const one = found.known
    if ((one.protocol?.revision ?? 0) !== given.revision) return no('changed_meanwhile')
    if (await isDecided(tx, id)) return no('already_decided')
    const draft = draftFrom(given.draft)
    if (!isOfTheForm(draft, one)) return no('not_on_the_form')
    // What came while it was being written was not before the writer's eyes.
    const read = Math.min(given.seen ?? one.protocol?.seen ?? 0, lastOf(one.log))
    await tx.protocols.saveDraft(id, draft, read, writer.account, now)
    await tx.audit(entry(writer, now, 'save', id))
    return again(deps, tx, writer, id, now)
  })

type Ready =
  | {
      readonly ok: true
      readonly facts: ProtocolFacts
      readonly edition: number
      readonly number: string
      readonly documents: readonly PrintedDocument[]
    }
  | { readonly ok: false; readonly why: string; readonly fields?: readonly string[] }

type Signature = {
  readonly revision: number
  readonly reason: string | null
  readonly seen?: number | undefined
}

async function ready(
  deps: ProtocolDeps,
  tx: Tx,
  writer: Writer,
  one: Known,
  given: Signature,
  now: Instant,
): Promise<Ready> {
  const { protocol, session } = one
  if ((protocol?.revision ?? 0) !== given.revision) return no('changed_meanwhile')
  if (await isDecided(tx, session.id)) return no('already_decided')
  if (!protocol?.draft) return no('nothing_to_sign')
  const last = protocol.editions.at(-1)
  if (last && (given.reason ?? '').trim() === '') return no('no_reason')
  const draft = await draftOf(tx, one)
  const open = wantingOf(draft, situationOf(one))
  if (open.length > 0) return { ok: false, why: 'protocol_open', fields: open.map(({ field }) => field) }
  const { seen: known } = given
  // Nobody signs for what was not before their eyes.
  if (known !== undefined && one.happened.some((row) => isNew(row, known))) return no('protocol_news')
  const coverage = await coverageOf(deps, writer.tenant, session.id)
  if (coverage === null) return no('recording_open')
  const evidence = await evidenceOf(deps, writer.tenant, session.id, one.marks)
  const facts: ProtocolFacts = {
    act: one.act,
    forms: formsOf(one),
    draft,
    marks: one.marks.map((mark) => ({
      ...mark,
      verdict: draft.marks[mark.key]?.is ?? 'mistaken',
      reason: draft.marks[mark.key]?.reason ?? '',
      evidence: evidence.get(mark.key) ?? [],
    })),
    coverage,
    recordingConfirmed: coverage.some(({ track, percent }) => track === 'cam' && percent > 0),
    happened: one.happened,
    watched: one.watched,
    ...(one.failures.length > 0 ? { failures: one.failures } : {}),
    review: one.review,
  }
  const edition = (last?.edition ?? 0) + 1
  const number = `${await tx.protocols.numberOf(session.id)}-П`
  const by = (await tx.accounts.find(writer.account))?.fullName ?? ''
  const formed = await documentsOf(tx, one, facts, { number, edition, by, at: now }, null)
  const missing = formed.flatMap((each) => (each.ok ? [] : each.missing.map(({ field }) => field)))
  if (missing.length > 0) return { ok: false, why: 'protocol_open', fields: missing }
  return {
    ok: true,
    facts,
    edition,
    number,
    documents: formed.flatMap((each) => (each.ok ? [each.document] : [])),
  }
}

/** Printing takes seconds, so it happens between two transactions; the second one looks again whether anything changed. */
export async function signProtocol(
  deps: ProtocolDeps,
  writer: Writer,
  id: SessionId,
  given: Signature,
  now: Instant,
) {
  const before = await deps.store.inTenant(writer.tenant, async (tx) => {
    const found = await known(tx, writer, id, true)
    return found.ok ? ready(deps, tx, writer, found.known, given, now) : found
  })
  if (!before.ok) return before
  const pressed = await deps.press(writer.tenant, id, before.edition, before.documents, now)
  if (!pressed.ok) return pressed
  return deps.store.inTenant(writer.tenant, async (tx) => {
    const found = await known(tx, writer, id, true)
    if (!found.ok) return found
    const after = await ready(deps, tx, writer, found.known, given, now)
    if (!after.ok) return after
    if (JSON.stringify(after.facts) !== JSON.stringify(before.facts)) return no('protocol_news')
    const { facts, edition, number } = after
    const reason = edition > 1 ? given.reason : null
    await tx.protocols.addEdition(id, {
      edition,
      number,
      facts,
      reason,
      signedBy: writer.account,
      signedAt: now,
    })
    for (const paper of pressed.papers) await tx.protocols.addPaper(paper)
    await tx.audit(
      entry(writer, now, edition > 1 ? 'correct' : 'sign', id, {
        edition,
        number,
        reason,
        denied: deniedRows(facts.draft).length,
        papers: pressed.papers.map(({ form, kind, sha256 }) => ({ form, kind, sha256: hex(sha256) })),
      }),
    )
    return again(deps, tx, writer, id, now)
  })
}

export const handOverProtocol = (deps: ProtocolDeps, writer: Writer, id: SessionId, now: Instant) =>
  deps.store.inTenant(writer.tenant, async (tx) => {
    const found = await known(tx, writer, id, true)
    if (!found.ok) return found
    const { protocol } = found.known
    const last = protocol?.editions.at(-1)
    if (!last || last.handedOverAt !== null || protocol?.draft) return no('nothing_to_hand_over')
    await tx.protocols.handOver(id, last.edition, now)
    await tx.audit(entry(writer, now, 'hand_over', id, { edition: last.edition, number: last.number }))
    return again(deps, tx, writer, id, now)
  })

/** The row is in the journal before the first byte (E-T9). */
export async function readPaper(
  deps: ProtocolDeps,
  reader: Writer,
  id: SessionId,
  pid: PaperId,
  now: Instant,
) {
  const paper = await deps.store.inTenant(reader.tenant, async (tx) =>
    (await seen(tx, reader, id)) ? (await tx.protocols.papers(id)).find((one) => one.id === pid) : undefined,
  )
  if (!paper) return no('not_found')
  try {
    await deps.audit.record(entry(reader, now, 'read', id, { paper: pid, form: paper.form }))
  } catch {
    return no('journal_unavailable')
  }
  const stored = await deps.objects.get(paperKey(reader.tenant, pid))
  if (!stored) return no('not_found')
  return { ok: true as const, paper, bytes: deps.seal.open(pid, paper.key, stored) }
}
