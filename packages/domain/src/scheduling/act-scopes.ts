import type { AssessmentKind } from '../regulation/programme.ts'
import { scopes } from '../regulation/scope.ts'
import type { AssessmentObject, EventType, ExamScope } from './event.ts'

type Defined = {
  readonly events: readonly EventType[]
  readonly objects: readonly AssessmentObject[]
  readonly usualKind: AssessmentKind | null
  /** What the person choosing a kind is told where clauses disagree. */
  readonly contradiction: 'clauses_name_different_kinds' | null
}

const trials: readonly EventType[] = ['test', 'exam', 'other']
const programmeAndParts: readonly AssessmentObject[] = ['subject', 'course', 'discipline', 'programme']

/** How the acts define what is proctored (000 1.4, 001 2.5, 003 1.5 and 2.8, 004 2). 002 regulates communications only (TR-01). */
export const definedBy = {
  '000': {
    events: [...trials, 'lesson'],
    objects: programmeAndParts,
    usualKind: null,
    contradiction: null,
  },
  // 1.1 names the intermediate kind alone, 1.4 and 2.5 name others (TR-31).
  '001': {
    events: trials,
    objects: programmeAndParts,
    usualKind: 'intermediate',
    contradiction: 'clauses_name_different_kinds',
  },
  '003': {
    events: trials,
    objects: [...programmeAndParts, 'practice'],
    usualKind: null,
    contradiction: null,
  },
  '004': { events: trials, objects: programmeAndParts, usualKind: null, contradiction: null },
} as const satisfies Record<string, Defined>

export type ProctoringAct = keyof typeof definedBy

/** What one act lets be held; the modes and the length are parameters of the policy. */
export const scopeOf = (
  act: ProctoringAct,
  policy: Pick<ExamScope, 'modes' | 'longestMinutes'>,
): ExamScope => ({
  events: definedBy[act].events,
  kinds: scopes[act].assessments,
  usualKind: definedBy[act].usualKind,
  objects: definedBy[act].objects,
  studyForms: scopes[act].studyForms,
  ...policy,
})
