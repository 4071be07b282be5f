// What the act lets people decide after a failure, and who: its numbers and its silence are policy.
import type { AnnouncementChannel } from '../notice/announcement.ts'
import { type EffectivePolicy, numberOf } from '../policy/effective.ts'
import type { PolicyKey } from '../policy/schema.ts'

/** `teacher`: who gives the exam; `office`: the department of studies. */
export type Decider = 'teacher' | 'office'

export type FailurePowers = {
  /** Null: the act has no number, so that postponing stands on the ground of whoever postpones. */
  readonly minMinutes: number | null
  readonly postponeClauses: readonly string[]
  /** What the act says of taking it again; null: nothing. */
  readonly retake: string | null
  readonly retakeClauses: readonly string[]
  readonly deciders: readonly Decider[]
  /** The personal account always; the others where the act names them, or names none. */
  readonly channels: readonly AnnouncementChannel[]
  readonly channelClauses: readonly string[]
}

const clausesOf = (policy: EffectivePolicy, key: PolicyKey): readonly string[] => {
  const { origin } = policy[key]
  return origin.from === 'act' ? origin.clauses : []
}

const all: readonly AnnouncementChannel[] = ['account', 'email', 'site']

export function powersOf(policy: EffectivePolicy): FailurePowers {
  const channels = policy['tech_failure.notice_channels'].value
  const named = Array.isArray(channels) ? all.filter((one) => channels.includes(one)) : all
  const retake = policy['tech_failure.retake'].value
  return {
    minMinutes: numberOf(policy, 'tech_failure.min_minutes'),
    postponeClauses: clausesOf(policy, 'tech_failure.min_minutes'),
    retake: typeof retake === 'string' ? retake : null,
    retakeClauses: clausesOf(policy, 'tech_failure.retake'),
    deciders: decidersOf(policy),
    channels: ['account', ...named.filter((one) => one !== 'account')],
    channelClauses: clausesOf(policy, 'tech_failure.notice_channels'),
  }
}

/** 004 5.12 names the teacher, 001 4.5 the department of studies; where an act names nobody, whoever made the exam and the office both may. */
function decidersOf(policy: EffectivePolicy): readonly Decider[] {
  if (policy['tech_failure.postpone_by'].value !== null) return ['teacher']
  return policy['tech_failure.retake'].value === null ? ['teacher', 'office'] : ['office']
}
