import type { ActNumber } from './acts.ts'
import type { AssessmentKind, Level, StudyForm } from './programme.ts'

/** Where an act lets proctoring be used. Null: the act is silent, and the institution decides with a ground (000 7.4). */
export type Scope = {
  readonly levels: readonly Level[] | null
  readonly studyForms: readonly StudyForm[] | null
  readonly assessments: readonly AssessmentKind[] | null
}

export const scopes: Readonly<Record<ActNumber, Scope>> = {
  '000': {
    levels: ['noo', 'ooo', 'soo'],
    studyForms: null,
    assessments: ['intermediate', 'state_final', 'other'],
  },
  '001': {
    levels: ['noo', 'ooo', 'soo'],
    studyForms: null,
    assessments: ['current', 'intermediate', 'final', 'state_final', 'other'],
  },
  '002': { levels: ['spo'], studyForms: null, assessments: null },
  '003': {
    levels: ['vo', 'spo', 'dpo'],
    studyForms: null,
    assessments: ['current', 'intermediate', 'final', 'state_final'],
  },
  '004': {
    levels: ['vocational_training', 'dpo'],
    studyForms: ['full_time'],
    assessments: ['intermediate', 'final'],
  },
}

export type ExamScope = {
  readonly level: Level
  readonly studyForm: StudyForm
  readonly assessment: AssessmentKind
  /** Off is lawful everywhere: an institution may proctor, it need not (004 section 3). */
  readonly proctoring: boolean
}

export type ScopeRefusal =
  | 'no_act_in_force'
  | 'act_does_not_regulate_proctoring'
  | 'level_not_covered'
  | 'study_form_not_covered'
  | 'assessment_not_covered'

const outside = <T>(allowed: readonly T[] | null, value: T): boolean =>
  allowed !== null && !allowed.includes(value)

/** Why an exam may not be proctored; an exam without proctoring asks nothing. `act` is the one in force, if any (004 1.2). */
export function refuseProctoring(
  exam: ExamScope,
  act: { readonly number: ActNumber; readonly regulatesProctoring: boolean } | null,
): readonly ScopeRefusal[] {
  if (!exam.proctoring) return []
  if (act === null) return ['no_act_in_force']
  if (!act.regulatesProctoring) return ['act_does_not_regulate_proctoring']
  const scope = scopes[act.number]
  const why: ScopeRefusal[] = []
  if (outside(scope.levels, exam.level)) why.push('level_not_covered')
  if (outside(scope.studyForms, exam.studyForm)) why.push('study_form_not_covered')
  if (outside(scope.assessments, exam.assessment)) why.push('assessment_not_covered')
  return why
}
