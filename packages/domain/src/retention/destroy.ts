// Destruction of recordings: only after the term, never under a hold, with an act and its proof (001 9.3, SM-18).
import type { PlainDate } from '../calendar/working-days.ts'
import type { AppealState } from '../lifecycle/appeal.ts'
import { type Instant, Temporal } from '../time.ts'
import { type Hold, keepsRecording } from './hold.ts'
import type { KeptUntil } from './term.ts'

export type Held = {
  readonly holds: readonly Hold[]
  readonly appeals: readonly AppealState[]
  /** A complaint about the proctor that nobody answered: the recording is its evidence. */
  readonly complaint: boolean
}

export type KeepReason =
  | 'term_not_set'
  | 'result_not_announced'
  | 'calendar_ends'
  | 'term_running'
  | 'appeal_open'
  | 'complaint_open'
  | 'on_hold'

/** Null: it may be destroyed. The last day of the term is still a day of keeping. */
export function whyKept(
  until: KeptUntil,
  { holds, appeals, complaint }: Held,
  today: PlainDate,
): KeepReason | null {
  if (appeals.some(keepsRecording)) return 'appeal_open'
  if (complaint) return 'complaint_open'
  if (holds.some(({ released }) => !released)) return 'on_hold'
  if (!until.known) return until.why
  return Temporal.PlainDate.compare(today, until.last) <= 0 ? 'term_running' : null
}

/** What is left of a recording and proves that it is gone; its hash and the protocol outlive it (TR-41). */
export type Remains = {
  readonly recording: string
  readonly recordedOn: PlainDate
  readonly sha256: string
  readonly keyDestroyedAt: Instant | null
  readonly objectsLeft: number
}

export type DestructionAct = {
  readonly on: PlainDate
  readonly ground: string
  readonly recordings: readonly Remains[]
  readonly signedBy: readonly string[]
}

export type ActRefusal =
  | { readonly why: 'nothing' | 'no_ground' | 'nobody_signed' }
  | { readonly why: 'key_alive' | 'objects_left' | 'no_hash'; readonly recording: string }

/** An act says of every recording what proves it; one that can not is refused whole. */
export function refuseAct(act: DestructionAct): ActRefusal | null {
  if (act.recordings.length === 0) return { why: 'nothing' }
  if (act.ground.trim() === '') return { why: 'no_ground' }
  if (act.signedBy.length === 0) return { why: 'nobody_signed' }
  for (const { recording, sha256, keyDestroyedAt, objectsLeft } of act.recordings) {
    if (sha256 === '') return { why: 'no_hash', recording }
    if (keyDestroyedAt === null) return { why: 'key_alive', recording }
    if (objectsLeft > 0) return { why: 'objects_left', recording }
  }
  return null
}
