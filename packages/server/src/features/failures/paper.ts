// F-004-9: the record of the failure, an annex to the protocol; what it says is on the record and can not change.
import { failureStanding } from '@ochno/domain/failure/decide'
import { dayAt } from '@ochno/domain/document/dates'
import { type Data0049, form0049 } from '@ochno/domain/document/f-004-9'
import type { FailureStep } from '@ochno/domain/failure/step'
import type { SessionId } from '@ochno/domain/ids'
import { type Instant, instant } from '@ochno/domain/time'
import { issuerOf } from '../../ports/papers.ts'
import type { Tx } from '../../ports/store.ts'
import { caseOf, type FailureCase } from './case.ts'
import { type Asker, entry, type FailureDeps, no } from './deps.ts'
import { hasPaper } from './view.ts'

type Deed = Extract<FailureStep, { kind: 'postponed' | 'offered' | 'refused' }>

function decisionOf({ kind }: Deed, agrees: boolean | null): Data0049['decision'] {
  if (kind === 'postponed') return 'postpone'
  if (kind === 'refused') return 'refused'
  if (agrees === null) return 'offered'
  return agrees ? 'retake' : 'declined'
}

async function documentOf(tx: Tx, one: FailureCase) {
  const { deed, answer } = failureStanding(one.steps)
  const rules = await tx.rules.ofSession(one.session.id)
  if (!deed?.step.ground || !rules || !hasPaper(rules.act)) return null
  const { step } = deed
  const ground = deed.step.ground
  const issuer = await issuerOf(tx)
  const act = (await tx.acts.list()).find(({ id }) => id === rules.frozen?.act)
  const edition = (await tx.protocols.ofSession(one.session.id))?.editions.at(-1)
  const decision = decisionOf(step, answer?.agrees ?? null)
  return form0049({
    institution: { ...issuer, dative: issuer.dative || issuer.name },
    quality: { code: act?.card.code ?? '', act: act?.card.title ?? rules.frozen?.quote ?? '' },
    protocol: {
      // Where nobody signed a protocol yet, its number is written in by hand.
      number: edition?.number ?? '______',
      on: dayAt(edition?.signedAt ?? deed.at, issuer.zone),
      template: `редакция ${edition?.edition ?? 1}`,
    },
    examinee: one.session.examineeName,
    outage: {
      from: instant(ground.from),
      to: instant(ground.until),
      side: ground.fault,
      description: ground.reason.trim() === '' ? 'обрыв связи, отмечен системой' : ground.reason,
      decision: '',
    },
    decision,
    newDay: step.kind === 'refused' ? null : dayAt(instant(step.to.opensAt), issuer.zone),
    reason: step.reason,
    channels: step.kind === 'refused' ? [] : step.channels,
    teacher: deed.by.name,
  })
}

export async function failurePaper(deps: FailureDeps, asker: Asker, id: SessionId, now: Instant) {
  const formed = await deps.store.inTenant(asker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    const one = session && (await caseOf(tx, session, now))
    return one ? documentOf(tx, one) : null
  })
  if (!formed) return no('not_found')
  if (!formed.ok) return { ...no('paper_lacks'), fields: formed.missing.map(({ field }) => field) }
  try {
    await deps.audit.record(entry(asker, now, 'paper', id, { form: 'F-004-9' }))
  } catch {
    return no('journal_unavailable')
  }
  const made = await deps.printer.pdf(formed.document)
  if (!made.ok) return no(made.why === 'busy' || made.why === 'too_slow' ? 'print_busy' : 'print_failed')
  return { ok: true as const, bytes: made.bytes, name: `F-004-9 ${formed.document.name}` }
}
