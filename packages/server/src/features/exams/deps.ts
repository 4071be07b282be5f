import type { ExamView } from '@ochno/contract/exams'
import type { Role } from '@ochno/domain/access/table'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { lines } from '../../ports/asking.ts'
import type { Digest } from '../../ports/digest.ts'
import type { CountedExam } from '../../ports/exams.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Store } from '../../ports/store.ts'

export { no } from '../../ports/asking.ts'

export type ExamDeps = { readonly store: Store; readonly ids: Ids; readonly digest: Digest }
export type Maker = {
  readonly account: AccountId
  readonly tenant: TenantId
  readonly roles: readonly Role[]
  /** Somebody restricted to it makes exams of this branch. */
  readonly branch: string | null
}

export const entry = lines({ purpose: 'exam' })

export const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export const examView = (exam: CountedExam): ExamView => ({
  id: exam.id,
  title: exam.title,
  instructions: exam.instructions,
  opensAt: exam.opensAt.toString(),
  closesAt: exam.closesAt.toString(),
  lengthMinutes: exam.lengthMinutes,
  state: exam.state,
  hasCard: exam.card !== null,
  event: exam.card?.event ?? 'exam',
  cancelled: exam.cancelled && { at: exam.cancelled.at.toString(), why: exam.cancelled.why },
  sessions: exam.sessions,
  createdAt: exam.createdAt.toString(),
  branch: exam.branch && { ...exam.branch },
  teachers: exam.teachers.map((one) => ({ ...one })),
})
