import type { AssessmentKind, AssessmentObject, EventType, ExamScope, StudyForm } from './event.ts'

type Clause = string
type Said<T> = { readonly value: T; readonly clause: Clause }

/** How each act defines what is assessed. 002 regulates communications only and has no row (TR-01). */
export type ActScope = {
  readonly events: readonly Said<EventType>[]
  readonly kinds: readonly Said<AssessmentKind>[]
  readonly usualKind: Said<AssessmentKind> | null
  readonly objects: readonly Said<AssessmentObject>[]
  readonly studyForms: Said<readonly StudyForm[]> | null
  /** What the person choosing a kind is told where clauses disagree. */
  readonly contradiction: 'clauses_name_different_kinds' | null
}

const said = <T>(clause: Clause, ...values: readonly T[]): readonly Said<T>[] =>
  values.map((value) => ({ value, clause }))

const programmeAndParts = ['subject', 'course', 'discipline', 'programme'] as const

export const actScopes = {
  '000': {
    events: [...said<EventType>('1.4', 'test', 'exam', 'other'), ...said<EventType>('1.4', 'lesson')],
    kinds: said<AssessmentKind>('1.4', 'intermediate', 'state_final', 'other'),
    usualKind: null,
    objects: said<AssessmentObject>('1.4', ...programmeAndParts),
    studyForms: null,
    contradiction: null,
  },
  '001': {
    events: said<EventType>('2.5', 'test', 'exam', 'other'),
    kinds: [
      ...said<AssessmentKind>('1.4', 'current', 'intermediate', 'final'),
      ...said<AssessmentKind>('2.5', 'state_final', 'other'),
    ],
    usualKind: { value: 'intermediate', clause: '1.1' },
    objects: said<AssessmentObject>('2.5', ...programmeAndParts),
    studyForms: null,
    contradiction: 'clauses_name_different_kinds',
  },
  '003': {
    events: said<EventType>('2.8', 'test', 'exam', 'other'),
    kinds: [
      ...said<AssessmentKind>('1.2', 'current', 'intermediate', 'final'),
      ...said<AssessmentKind>('2.8', 'state_final'),
    ],
    usualKind: null,
    objects: [
      ...said<AssessmentObject>('1.5', 'discipline', 'practice'),
      ...said<AssessmentObject>('2.8', 'subject', 'course', 'programme'),
    ],
    studyForms: null,
    contradiction: null,
  },
  '004': {
    events: said<EventType>('2', 'test', 'exam', 'other'),
    kinds: said<AssessmentKind>('1.1', 'intermediate', 'final'),
    usualKind: null,
    objects: said<AssessmentObject>('2', ...programmeAndParts),
    studyForms: { value: ['full_time'], clause: '1.1' },
    contradiction: null,
  },
} as const satisfies Record<string, ActScope>

/** What one act lets be held; the modes and the length are parameters of the policy. */
export const scopeOf = (act: ActScope, policy: Pick<ExamScope, 'modes' | 'longestMinutes'>): ExamScope => ({
  events: act.events.map(({ value }) => value),
  kinds: act.kinds.map(({ value }) => value),
  usualKind: act.usualKind?.value ?? null,
  objects: act.objects.map(({ value }) => value),
  studyForms: act.studyForms?.value ?? null,
  ...policy,
})
