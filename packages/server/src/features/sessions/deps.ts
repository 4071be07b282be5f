import type { SessionView } from '@ochno/contract/sessions'
import { maySeeTask } from '@ochno/domain/access/may'
import type { ExamId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { type Asker, lines } from '../../ports/asking.ts'
import type { Telling } from '../../ports/amendments.ts'
import type { Ids } from '../../ports/ids.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Rights, Store, Tx } from '../../ports/store.ts'

export { type Asker, no } from '../../ports/asking.ts'

/** What other areas know of an exam before it begins. */
export type Readiness = {
  readonly prepared: (tx: Tx, exam: ExamId) => Promise<boolean>
  readonly everybodyTold: (tx: Tx, exam: ExamId) => Promise<boolean>
  /** The examinee of this session was told how the exam goes. */
  readonly briefed: (tx: Tx, session: Pick<SessionFacts, 'exam' | 'examinee'>) => Promise<boolean>
  /** Puts the schedule of one session into the account of its examinee. */
  readonly tell: (tx: Tx, session: SessionFacts, now: Instant) => Promise<void>
}

export type SessionDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly rights: Rights
  readonly ready: Readiness
  /** Told of a seat that was given to a proctor by hand. */
  readonly telling: Pick<Telling, 'duty'>
  /** In the transaction that ends a session: what has to begin with its end. */
  readonly ended?: (tx: Tx, tenant: TenantId, session: SessionFacts, now: Instant) => Promise<void>
}

export const sessionView = (asker: Asker, session: SessionFacts): SessionView => ({
  id: session.id,
  exam: { id: session.exam, title: session.examTitle },
  examinee: { id: session.examinee, name: session.examineeName },
  proctors: session.proctors.map(({ id, name }) => ({ id, name })),
  event: session.event,
  room: session.room && { ...session.room },
  state: session.state,
  opensAt: session.opensAt.toString(),
  closesAt: session.closesAt.toString(),
  lengthMinutes: session.lengthMinutes,
  authorizedAt: session.authorizedAt?.toString() ?? null,
  deadline: session.deadline?.toString() ?? null,
  deauthorizedAt: session.deauthorizedAt?.toString() ?? null,
  endCause: session.endCause,
  endReason: session.endReason,
  task: maySeeTask(asker, session) ? session.instructions : null,
})

export const audited = lines({ purpose: 'exam' })
