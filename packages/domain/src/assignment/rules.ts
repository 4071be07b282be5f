// Written work between a teacher and a group (002 п. 17): until when it is handed in, by whom, over what, and what is late.
import { type Instant, isAfter, isBefore } from '../time.ts'

/** What the act names for sending materials, and our own pages. */
export const channels = ['platform', 'mail', 'social', 'resource', 'vk_teams'] as const
export type Channel = (typeof channels)[number]

/** What a teacher writes down: over the platform people hand in themselves. */
export const otherChannels = ['mail', 'social', 'resource', 'vk_teams'] as const satisfies readonly Channel[]

/** The term of the institution's local act, for tasks whose teacher gives none. */
export type ActTerm = { readonly days: number; readonly document: string; readonly number: string }

export const deadlineSources = ['teacher', 'act'] as const
export type DeadlineSource = (typeof deadlineSources)[number]

export type Deadline = {
  readonly at: Instant
  readonly by: DeadlineSource
  /** The local act it follows from, as it stood when the task was given. */
  readonly ground: { readonly document: string; readonly number: string } | null
}

/** To the end of the last day where the institution is. */
function byAct(term: ActTerm, given: Instant, zone: string): Deadline {
  const next = given
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ days: term.days + 1 })
  const at = next.toZonedDateTime(zone).toInstant().subtract({ minutes: 1 })
  return { at, by: 'act', ground: { document: term.document, number: term.number } }
}

export type DeadlineRefusal = 'no_deadline' | 'deadline_in_past'

export function deadlineOf(
  asked: { readonly given: Instant | null; readonly term: ActTerm | null; readonly zone: string },
  now: Instant,
):
  | { readonly ok: true; readonly deadline: Deadline }
  | { readonly ok: false; readonly why: DeadlineRefusal } {
  const { given, term, zone } = asked
  if (given === null)
    return term ? { ok: true, deadline: byAct(term, now, zone) } : { ok: false, why: 'no_deadline' }
  if (!isAfter(given, now)) return { ok: false, why: 'deadline_in_past' }
  return { ok: true, deadline: { at: given, by: 'teacher', ground: null } }
}

/** A deadline is shown by the minute, and that whole minute is in time. */
export const isLate = (receivedAt: Instant, deadline: Instant): boolean =>
  !isBefore(receivedAt, deadline.round({ smallestUnit: 'minute', roundingMode: 'floor' }).add({ minutes: 1 }))

/** Of all versions of one person: what came in time stays in time, whatever is corrected or written down afterwards. */
export const isHandedInLate = (received: readonly Instant[], deadline: Instant): boolean =>
  received.length > 0 && received.every((at) => isLate(at, deadline))

export type HandInRefusal = 'not_found' | 'task_closed' | 'nothing_handed_in'

export function refuseHandIn(
  task: { readonly closedAt: Instant | null },
  work: { readonly member: boolean; readonly text: string; readonly files: number },
  now: Instant,
): HandInRefusal | null {
  // To whoever is not of the group there is no such task.
  if (!work.member) return 'not_found'
  if (task.closedAt !== null && !isBefore(now, task.closedAt)) return 'task_closed'
  return work.text === '' && work.files === 0 ? 'nothing_handed_in' : null
}

export type RecordRefusal = 'received_at_no_such_time' | 'no_personal_accounts'

/** What came past the platform and is written down by the teacher with the time it came. */
export function refuseRecord(
  task: { readonly givenAt: Instant },
  came: { readonly channel: Channel; readonly at: Instant; readonly personalAccounts: boolean },
  now: Instant,
): RecordRefusal | null {
  if (isAfter(came.at, now) || isBefore(came.at, task.givenAt)) return 'received_at_no_such_time'
  return came.channel === 'resource' && !came.personalAccounts ? 'no_personal_accounts' : null
}
