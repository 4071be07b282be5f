// Which piece of the recording stands behind a mark, and whether the examinee or a parent may see it: to answer and to appeal, not to keep.
import type { Span } from '../recording/coverage.ts'
import type { TrackId } from '../recording/track.ts'
import type { Session } from '../session/session.ts'
import { type Instant, later } from '../time.ts'

export type ClipSetting = {
  readonly examinee: boolean
  readonly parents: boolean
  readonly beforeS: number
  readonly afterS: number
}

/** Until the institution says otherwise: whoever is accused of something sees it. */
export const clipsUnset: ClipSetting = { examinee: true, parents: true, beforeS: 5, afterS: 5 }

export type ClipFacts = {
  readonly who: 'examinee' | 'parent'
  readonly setting: ClipSetting
  /** What the act says recordings are for; null where it says nothing. */
  readonly purposes: readonly string[] | null
  /** 000 2.5 б), TR-45. */
  readonly disputeConsent: boolean
  readonly handedOver: boolean
  /** An answer or an appeal is still possible or on its way, or there is no result yet. */
  readonly contestable: boolean
  /** A commission has considered it: that ends the case, whatever is left of the terms. */
  readonly considered: boolean
  readonly destroyed: boolean
  readonly blocked: boolean
  /** Nobody else sits this window any more. */
  readonly windowOver: boolean
}

export const clipRefusals = [
  'clip_not_ready',
  'clips_off',
  'clips_not_for_this',
  'no_dispute_consent',
  'clips_over',
  'clips_considered',
  'recording_destroyed',
  'recording_blocked',
] as const
export type ClipRefusal = (typeof clipRefusals)[number]

export type ClipRight =
  | { readonly ok: true; readonly tracks: readonly TrackId[] }
  | { readonly ok: false; readonly why: ClipRefusal }

const contesting = ['appeal', 'dispute']

/**
 * R1-9.2b, R4-9.2b: the screen shows the text of the tasks, so that a parent never gets it, and the examinee, who has
 * seen it, only when nobody else sits the same window any more.
 */
export function clipRight(facts: ClipFacts): ClipRight {
  const why = whyNot(facts)
  if (why) return { ok: false, why }
  return { ok: true, tracks: facts.who === 'examinee' && facts.windowOver ? ['cam', 'screen'] : ['cam'] }
}

type Sat = Pick<Session, 'closesAt' | 'lengthMinutes' | 'deadline' | 'deauthorizedAt'>

/**
 * When nobody sits the tasks of an exam any more, in whichever slot. Minutes of one's own and time given back stand in
 * the deadline of who has begun; whoever still writes after it is being given a pause back.
 */
export function nobodySits(
  sessions: readonly Sat[],
  slots: readonly { readonly closesAt: Instant }[],
  { closesAt, lengthMinutes }: Sat,
  now: Instant,
): Instant {
  const length = { minutes: lengthMinutes }
  const ends = sessions.map((one) => {
    const last = one.closesAt.add({ minutes: one.lengthMinutes })
    if (!one.deadline || one.deauthorizedAt) return last
    return later(last, later(one.deadline, now.add({ minutes: 1 })))
  })
  return [...ends, ...slots.map((slot) => slot.closesAt.add(length))].reduce(later, closesAt.add(length))
}

function whyNot(facts: ClipFacts): ClipRefusal | null {
  const { who, setting, purposes } = facts
  if (facts.destroyed) return 'recording_destroyed'
  if (facts.blocked) return 'recording_blocked'
  if (!(who === 'examinee' ? setting.examinee : setting.parents)) return 'clips_off'
  if (purposes !== null && !purposes.some((one) => contesting.includes(one))) return 'clips_not_for_this'
  if (!facts.disputeConsent) return 'no_dispute_consent'
  if (!facts.handedOver) return 'clip_not_ready'
  if (facts.contestable) return null
  return facts.considered ? 'clips_considered' : 'clips_over'
}

/** Unix ms; never beyond the time under control. A mark without an end is a moment. */
export function clipSpan(
  mark: { readonly from: number; readonly to: number | null },
  { beforeS, afterS }: ClipSetting,
  control: Span,
): Span {
  const from = Math.max(control.from, mark.from - beforeS * 1000)
  const to = Math.min(control.to, Math.max(mark.from, mark.to ?? mark.from) + afterS * 1000)
  return { from, to: Math.max(from, to) }
}
