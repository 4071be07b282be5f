// 002 п. 10: «регламентируется расписанием учебных занятий».
import { isAfter, isBefore } from '../time.ts'
import type { Interval } from './interval.ts'

export type Lesson = Interval & {
  readonly group: string
  readonly teacher: string
  readonly discipline: string
}

export type Meeting = Interval & {
  readonly group: string
  readonly teacher: string
  readonly type: 'lesson' | 'consultation' | 'webinar' | 'other'
  /** Why it is held outside the timetable. */
  readonly reason: string | null
}

const inside = (meeting: Interval, lesson: Interval): boolean =>
  !isBefore(meeting.from, lesson.from) && !isAfter(meeting.until, lesson.until)

export type Held = { readonly ok: true } | { readonly ok: false; readonly why: 'outside_timetable' }

/** A live meeting of a teacher with students is a lesson of the timetable, a consultation, or has a reason. */
export function mayMeet(meeting: Meeting, timetable: readonly Lesson[]): Held {
  const scheduled = timetable.some(
    (lesson) =>
      lesson.group === meeting.group && lesson.teacher === meeting.teacher && inside(meeting, lesson),
  )
  const excused = meeting.type === 'consultation' || (meeting.reason ?? '').trim() !== ''
  return scheduled || excused ? { ok: true } : { ok: false, why: 'outside_timetable' }
}

/** The timetable drives the conferences: one lesson each, none twice for the same lesson. */
export const meetingsToCreate = (
  timetable: readonly Lesson[],
  meetings: readonly Meeting[],
): readonly Meeting[] =>
  timetable
    .filter(
      (lesson) =>
        !meetings.some(
          (meeting) =>
            meeting.group === lesson.group && meeting.teacher === lesson.teacher && inside(meeting, lesson),
        ),
    )
    .map(({ from, until, group, teacher }) => ({ from, until, group, teacher, type: 'lesson', reason: null }))
