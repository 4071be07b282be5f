// «Контрольное испытание»: what kind of thing is proctored, checked against what the act regulates.
import type { AssessmentKind, StudyForm } from '../regulation/programme.ts'

/** Proctored event types of 000 1.4: «тестов и других экзаменов», and lessons held at a distance. */
export type EventType = 'test' | 'exam' | 'lesson' | 'other'

/** «учебный предмет, курс, дисциплина (модуль), образовательная программа»; practice is named by 003 1.5. */
export type AssessmentObject = 'subject' | 'course' | 'discipline' | 'practice' | 'programme'

export type Mode = 'sync' | 'async'

/** What the act regulates; each list is policy data. Null: the act is silent, nothing is refused for it. */
export type ExamScope = {
  readonly events: readonly EventType[]
  readonly kinds: readonly AssessmentKind[] | null
  /** Offered first where the act contradicts itself (TR-31). */
  readonly usualKind: AssessmentKind | null
  readonly objects: readonly AssessmentObject[]
  readonly modes: readonly Mode[]
  readonly studyForms: readonly StudyForm[] | null
  /** «Общее время прохождения»: the whole attempt, not a task of it. */
  readonly longestMinutes: number | null
}

export type ControlledEvent = {
  readonly event: EventType
  readonly kind: AssessmentKind
  readonly object: AssessmentObject
  readonly mode: Mode
  readonly studyForm: StudyForm
  readonly lengthMinutes: number
  /** The staff member who applies the technology and answers for its rules (000 6.2). */
  readonly accountable: string | null
}

export type EventProblem =
  | 'event_not_in_act'
  | 'kind_not_in_act'
  | 'object_not_in_act'
  | 'mode_not_in_act'
  | 'study_form_not_in_act'
  | 'longer_than_act'
  | 'nobody_accountable'

/** Every reason why the act does not let this be held; empty when it may. */
export function problemsOf(event: ControlledEvent, scope: ExamScope): readonly EventProblem[] {
  const problems: EventProblem[] = []
  if (!scope.events.includes(event.event)) problems.push('event_not_in_act')
  if (scope.kinds && !scope.kinds.includes(event.kind)) problems.push('kind_not_in_act')
  if (!scope.objects.includes(event.object)) problems.push('object_not_in_act')
  if (!scope.modes.includes(event.mode)) problems.push('mode_not_in_act')
  if (scope.studyForms && !scope.studyForms.includes(event.studyForm)) problems.push('study_form_not_in_act')
  if (scope.longestMinutes !== null && event.lengthMinutes > scope.longestMinutes)
    problems.push('longer_than_act')
  if (event.accountable === null) problems.push('nobody_accountable')
  return problems
}
