import type { ExamFormView } from '@ochno/contract/exam-card'
import type { ExamDraft, missingIn } from './exam-draft.ts'

export type Act = NonNullable<ExamFormView['act']>

export type StepProps = {
  readonly act: Act
  readonly draft: ExamDraft
  readonly change: (changed: Partial<ExamDraft>) => void
  readonly changeCard: (changed: Partial<ExamDraft['card']>) => void
  /** What was missing when somebody wanted to go on. */
  readonly missing: ReturnType<typeof missingIn>
}
