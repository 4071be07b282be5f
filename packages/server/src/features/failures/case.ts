// The failures of a session with everything that was said about them, read anew each time.
import { type KnownOutage, outagesOf } from '@ochno/domain/failure/outages'
import { type FailurePowers, powersOf } from '@ochno/domain/failure/powers'
import type { LoggedStep } from '@ochno/domain/failure/step'
import type { Instant } from '@ochno/domain/time'
import type { StoredBlindness } from '../../ports/hints.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'

export type FailureCase = {
  readonly session: SessionFacts
  readonly outages: readonly KnownOutage[]
  readonly steps: readonly LoggedStep[]
  readonly powers: FailurePowers
}

async function caseWith(
  tx: Tx,
  session: SessionFacts,
  about: {
    readonly steps: readonly LoggedStep[]
    readonly blind: readonly StoredBlindness[]
    readonly powers: FailurePowers
  },
  now: Instant,
): Promise<FailureCase> {
  const log = session.authorizedAt ? await tx.conduct.read(session.id, 0) : []
  const { steps, powers } = about
  const blind = about.blind.filter((one) => one.session === session.id)
  return {
    session,
    steps,
    powers,
    outages: outagesOf({ log, blind, steps, end: session.deauthorizedAt }, now),
  }
}

export async function caseOf(tx: Tx, session: SessionFacts, now: Instant): Promise<FailureCase | null> {
  const rules = await tx.rules.ofSession(session.id)
  if (!rules) return null
  const [steps, blind] = [await tx.failures.ofSession(session.id), await tx.hints.blindOf([session.id])]
  return caseWith(tx, session, { steps, blind, powers: powersOf(rules.policy) }, now)
}

/** Of everybody in an exam; those without any failure too. */
export async function casesOf(
  tx: Tx,
  sessions: readonly SessionFacts[],
  powers: FailurePowers,
  now: Instant,
): Promise<readonly FailureCase[]> {
  const [first] = sessions
  if (!first) return []
  const steps = await tx.failures.ofExam(first.exam)
  const blind = await tx.hints.blindOf(sessions.map(({ id }) => id))
  const cases: FailureCase[] = []
  for (const session of sessions)
    cases.push(await caseWith(tx, session, { steps: steps.get(session.id) ?? [], blind, powers }, now))
  return cases
}
