import type { Session } from '../session/session.ts'
import { type Instant, isBefore } from '../time.ts'

type Asked = Pick<Session, 'state' | 'opensAt' | 'closesAt'>

/** SM-19: raised inside an open session, at its door too: the examinee can not wait. */
export const isExamNow = ({ state, opensAt, closesAt }: Asked, now: Instant): boolean =>
  state === 'authorized' ||
  state === 'in_progress' ||
  (state === 'admitted' && !isBefore(now, opensAt) && isBefore(now, closesAt))
