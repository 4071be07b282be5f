import type { Concerned } from '@ochno/domain/complaint/complaint'
import type { SessionId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { lines } from '../../ports/asking.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Complaint } from '../../ports/complaints.ts'
import type { Deputies, Wanted } from '../../ports/deputies.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Printer } from '../../ports/print.ts'
import type { Relatives } from '../../ports/relatives.ts'
import type { Store, Tx } from '../../ports/store.ts'

export { type Asker, no } from '../../ports/asking.ts'

export type ComplaintDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly clock: Clock
  readonly printer: Printer
  readonly relatives: Relatives
  readonly deputies: Deputies
}

export const entry = lines({ purpose: 'complaint', prefix: 'complaint.' })

/** R1-5.2a: neither who it is about nor the family judges it. */
export const concernedIn = async (
  { relatives }: Pick<ComplaintDeps, 'relatives'>,
  tx: Tx,
  { proctors, examinee }: Complaint,
  now: Instant,
): Promise<Concerned> => ({
  proctors: proctors.map(({ id }) => id),
  family: [examinee, ...(await relatives(tx, examinee, now))],
})

/** Of a complaint hears who may answer it: neither who it is about nor the family. */
export async function toldOf(tx: Tx, session: SessionId, concerned: Concerned): Promise<Wanted | null> {
  const facts = await tx.sessions.find(session)
  const without = [...concerned.proctors, ...concerned.family]
  return facts && { can: 'exam.manage', exam: facts.exam, without }
}
