// Who is told what of an exam that is not theirs to make.
import { roleMay } from '@ochno/domain/access/table'
import { isExternal } from '@ochno/domain/appointment/papers'
import type { ExamId } from '@ochno/domain/ids'
import type { Tx } from '../../ports/store.ts'
import type { Maker } from './deps.ts'

type Reader = Pick<Maker, 'account' | 'roles'>

/** T-07: who only watches an exam is told neither its task nor where the task lies. */
export const isToldTask = ({ roles }: Reader): boolean => roles.some((role) => roleMay(role, 'exam.manage'))

/** R0-1.4f: somebody from outside sees the exams of the assigned sessions alone; null: all of them. */
export const openTo = async (tx: Tx, { account, roles }: Reader): Promise<ReadonlySet<ExamId> | null> =>
  roles.includes('proctor') && isExternal(await tx.appointments.papers(account))
    ? tx.appointments.watchedExams(account)
    : null

export const isShutTo = async (tx: Tx, reader: Reader, exam: ExamId): Promise<boolean> =>
  (await openTo(tx, reader))?.has(exam) === false
