// What of an institution a member of staff is shown: a branch of it, or the exams one gives (R3-0b, security.md 5.6).
import type { AccountId } from '../ids.ts'
import { isPupil, type Role } from './table.ts'

export type Sight = {
  readonly account: AccountId
  /** Nothing of another branch; null: of all of them. */
  readonly branch: string | null
  /** Only exams one made, teaches or answers for, and sessions one watches. */
  readonly ownExams: boolean
  /** A list narrowed by hand: the branch counts and nothing else, not even what one made. */
  readonly strict: boolean
}

/** These answer for the whole institution: nobody narrows what they see. */
const wholeRoles: readonly Role[] = ['admin', 'dpo']

/** 004 3.10: a deputy director is a methodist who leads the others. */
export const mayLead = (roles: readonly Role[]): boolean => roles.includes('methodist')

/** These see exams of others; whoever is a teacher and none of these sees the own course. */
const overseers: readonly Role[] = ['methodist', 'commission', 'admin', 'dpo']

export const mayBeRestricted = (roles: readonly Role[]): boolean =>
  !isPupil(roles) && !roles.some((role) => wholeRoles.includes(role))

type Viewer = { readonly account: AccountId; readonly roles: readonly Role[]; readonly branch: string | null }

/** Null: everything the roles allow. */
export function sightOf({ account, roles, branch }: Viewer): Sight | null {
  const only = branch !== null && mayBeRestricted(roles) ? branch : null
  const ownExams = roles.includes('teacher') && !roles.some((role) => overseers.includes(role))
  return only === null && !ownExams ? null : { account, branch: only, ownExams, strict: false }
}

/** The same person asking for the list of one branch; null: of a branch that is not there for them. */
export function narrowed(sight: Sight | null, account: AccountId, branch: string): Sight | null {
  if (sight?.branch && sight.branch !== branch) return null
  return { account, branch, ownExams: sight?.ownExams ?? false, strict: true }
}

type ExamFacts = {
  readonly branch: string | null
  readonly author: AccountId
  readonly responsible: AccountId | null
  readonly teachers: readonly AccountId[]
}

/** The rule the database keeps for every list (fence.sql, adapters/postgres/sight.ts). */
export function seesExam(sight: Sight | null, exam: ExamFacts): boolean {
  if (sight === null) return true
  const { account, branch, ownExams, strict } = sight
  const own = exam.author === account || exam.responsible === account || exam.teachers.includes(account)
  const inBranch = branch === null || exam.branch === branch || (!strict && exam.author === account)
  return inBranch && (own || !ownExams)
}

/** Where somebody restricted may put an exam: into the own branch alone. */
export const mayPlace = (only: string | null, branch: string | null): boolean =>
  only === null || branch === only
