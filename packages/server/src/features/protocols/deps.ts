import { onlyAssigned } from '@ochno/domain/access/may'
import { roleMay } from '@ochno/domain/access/table'
import type { AccountId, SessionId } from '@ochno/domain/ids'
import { type Asker, lines } from '../../ports/asking.ts'
import type { Audit } from '../../ports/audit.ts'
import type { Manifests } from '../../ports/evidence.ts'
import type { ObjectStore } from '../../ports/objects.ts'
import type { PaperPress, PaperSeal } from '../../ports/protocols.ts'
import type { Recordings } from '../../ports/recordings.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Store, Tx } from '../../ports/store.ts'

export { no } from '../../ports/asking.ts'

export type ProtocolDeps = {
  readonly store: Store
  readonly manifests: Manifests
  readonly recordings: Recordings
  readonly press: PaperPress
  readonly objects: ObjectStore
  readonly seal: PaperSeal
  readonly audit: Audit
}

export type Writer = Asker

/** Whoever watched the session or reviews its recording writes the protocol of it. */
export const writes = (
  { account, roles }: Writer,
  of: { readonly session: SessionFacts; readonly reviewers: readonly AccountId[] },
): boolean =>
  roles.some((role) => roleMay(role, 'protocol.write')) &&
  (of.session.proctors.some(({ id }) => id === account) || of.reviewers.includes(account))

/** T-10: whoever may list sessions sees each; a proctor those watched or reviewed. */
export async function seen(tx: Tx, reader: Writer, id: SessionId): Promise<SessionFacts | null> {
  const session = await tx.sessions.find(id)
  if (!session || !onlyAssigned(reader)) return session
  const reviewers = (await tx.reviews.ofSession(id)).flatMap(({ kind, reviewer }) =>
    kind === 'first' && reviewer ? [reviewer] : [],
  )
  return writes(reader, { session, reviewers }) ? session : null
}

export const entry = lines({ purpose: 'protocol', prefix: 'protocol.' })
