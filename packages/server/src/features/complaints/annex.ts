import { barredFrom, isOverdue, stateOf } from '@ochno/domain/complaint/complaint'
import { protocolsOf } from '@ochno/domain/decision/protocols'
import { complaintsAnnex } from '@ochno/domain/document/complaints-annex'
import { dayAt } from '@ochno/domain/document/dates'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { hasProtocol } from '@ochno/domain/protocol/rows'
import { issuerOf } from '../../ports/papers.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, type ComplaintDeps, concernedIn, entry, no } from './deps.ts'

async function documentOf(deps: ComplaintDeps, tx: Tx, asker: Asker, id: SessionId, now: Instant) {
  const session = await tx.sessions.find(id)
  const rules = session && (await tx.rules.ofSession(id))
  const complaints = session ? await tx.complaints.ofSession(id) : []
  const [first] = complaints
  if (!session || !rules || !first) return null
  const concerned = await concernedIn(deps, tx, first, now)
  if (barredFrom(concerned, asker.account) !== null) return null
  const issuer = await issuerOf(tx)
  const edition = (await tx.protocols.ofSession(id))?.editions.at(-1)
  return complaintsAnnex({
    institution: { ...issuer, dative: issuer.dative || issuer.name },
    form:
      edition?.facts.forms[0] ??
      (hasProtocol(rules.act) ? protocolsOf(rules.act, false, false).main : 'F-000-5'),
    protocol: edition
      ? {
          number: edition.number,
          on: dayAt(edition.signedAt, issuer.zone),
          template: `редакция ${edition.edition}`,
        }
      : null,
    examinee: session.examineeName,
    exam: session.examTitle,
    proctors: first.proctors.map(({ name }) => name),
    complaints: complaints
      .toReversed()
      .map((one) => ({ ...one, state: stateOf(one), overdue: isOverdue(one, now) })),
    at: now,
  })
}

export async function printComplaints(deps: ComplaintDeps, asker: Asker, id: SessionId, now: Instant) {
  const document = await deps.store.inTenant(asker.tenant, async (tx) => {
    const made = await documentOf(deps, tx, asker, id, now)
    if (made) await tx.audit(entry(asker, now, 'paper', id, {}))
    return made
  })
  if (!document) return no('not_found')
  const made = await deps.printer.pdf(document)
  if (!made.ok) return no(made.why === 'busy' || made.why === 'too_slow' ? 'print_busy' : 'print_failed')
  return { ok: true as const, bytes: made.bytes, name: document.name }
}
