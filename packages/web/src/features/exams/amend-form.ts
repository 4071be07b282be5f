// What is filled in of a change to a published exam, and the deed it makes.
import type { DeedGiven } from '@ochno/contract/amendments'
import type { ScheduleView } from '@ochno/contract/exam-schedule'
import type { SessionView } from '@ochno/contract/sessions'
import type { AccountId, ExamId, SlotId } from '@ochno/domain/ids'
import { fromZoned, toZoned } from '../../api/zoned.ts'

export type Slot = ScheduleView['slots'][number]

/** What one sets out to do. */
export type Intent =
  | { readonly do: 'move' | 'take_off'; readonly session: SessionView; readonly from: SlotId | null }
  | { readonly do: 'add'; readonly slot: SlotId | null }
  | { readonly do: 'change_proctor' | 'move_slot'; readonly slot: Slot | null }
  | { readonly do: 'cancel_slot'; readonly slot: Slot }
  | { readonly do: 'cancel_exam' }

export type AmendForm = {
  readonly where: 'slot' | 'time' | 'exam'
  readonly slot: string
  readonly exam: string
  readonly opensAt: string
  readonly closesAt: string
  readonly examinee: AccountId | null
  /** Empty: the server chooses. */
  readonly proctor: string
  /** Whom to replace; empty: those whom nobody watches. */
  readonly whom: string
}

const DAY = 86_400_000

/** A day later at the same hour, and never in the past. */
export function suggested(window: { opensAt: string; closesAt: string }, zone: string, nowMs: number) {
  const [opens, closes] = [Date.parse(window.opensAt), Date.parse(window.closesAt)]
  const days = Math.max(1, Math.ceil((nowMs - opens) / DAY))
  const shifted = (ms: number) => toZoned(new Date(ms + days * DAY).toISOString(), zone)
  return { opensAt: shifted(opens), closesAt: shifted(closes) }
}

const isWindow = ({ opensAt, closesAt }: AmendForm): boolean =>
  opensAt !== '' && closesAt !== '' && opensAt < closesAt

/** Null: something is still missing. */
export function deedOf(intent: Intent, form: AmendForm, zone: string): DeedGiven | null {
  const window = () => ({ opensAt: fromZoned(form.opensAt, zone), closesAt: fromZoned(form.closesAt, zone) })
  const proctors = form.proctor ? { proctors: [form.proctor as AccountId] } : {}
  switch (intent.do) {
    case 'move': {
      const session = intent.session.id
      if (form.where === 'time')
        return isWindow(form) ? { do: 'move', session, to: { in: 'time', ...window() }, ...proctors } : null
      if (form.where === 'exam')
        return form.exam
          ? {
              do: 'move',
              session,
              to: { in: 'exam', exam: form.exam as ExamId, slot: (form.slot || null) as SlotId | null },
              ...proctors,
            }
          : null
      return form.slot
        ? { do: 'move', session, to: { in: 'slot', slot: form.slot as SlotId }, ...proctors }
        : null
    }
    case 'take_off':
      return { do: 'take_off', session: intent.session.id }
    case 'add':
      return form.examinee
        ? {
            do: 'add',
            examinee: form.examinee,
            to: intent.slot ? { in: 'slot', slot: intent.slot } : { in: 'window' },
            ...proctors,
          }
        : null
    case 'change_proctor':
      return form.proctor
        ? {
            do: 'change_proctor',
            slot: intent.slot?.id ?? null,
            from: (form.whom || null) as AccountId | null,
            to: form.proctor as AccountId,
          }
        : null
    case 'move_slot':
      return isWindow(form) ? { do: 'move_slot', slot: intent.slot?.id ?? null, ...window() } : null
    case 'cancel_slot':
      return { do: 'cancel_slot', slot: intent.slot.id }
    case 'cancel_exam':
      return { do: 'cancel_exam' }
  }
}
