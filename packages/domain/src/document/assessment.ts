import type { AssessmentKind } from '../regulation/programme.ts'

export const assessmentWords: Readonly<Record<AssessmentKind, string>> = {
  current: 'текущий контроль',
  intermediate: 'промежуточная',
  final: 'итоговая',
  state_final: 'государственная итоговая',
  other: 'иная',
}
