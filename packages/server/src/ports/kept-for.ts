import type { KeepReason } from '@ochno/domain/retention/destroy'
import type { AccountId, SessionId } from '@ochno/domain/ids'
import type { Tx } from './store.ts'

/** R1-5.2a: whom a complaint is about learns of none here either; to them the recording is simply held. */
export async function keptFor(
  tx: Tx,
  reader: AccountId,
  session: SessionId,
  kept: KeepReason,
): Promise<KeepReason> {
  if (kept !== 'complaint_open') return kept
  const [one] = await tx.complaints.ofSession(session)
  return one?.proctors.some(({ id }) => id === reader) ? 'on_hold' : kept
}
