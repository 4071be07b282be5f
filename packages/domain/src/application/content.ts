import type { AssessmentKind, AssessmentObject, Mode } from '../scheduling/event.ts'
import type { PlainDate } from '../calendar/working-days.ts'

/** What the application says (F-003-1). Addressed to the head of the office, whoever that is on the day. */
export type ApplicationContent = {
  readonly addressee: { readonly unit: string; readonly head: string } | null
  readonly author: { readonly name: string; readonly chair: string; readonly branch: string | null } | null
  readonly object: AssessmentObject | null
  readonly objectName: string
  readonly kind: AssessmentKind | null
  readonly period: { readonly from: PlainDate; readonly to: PlainDate } | null
  readonly groups: readonly { readonly name: string; readonly students: number }[]
  /** «особенности оценочных средств, установленные рабочей программой». */
  readonly assessmentMeans: string
  readonly mode: Mode | null
  readonly proposed: readonly PlainDate[]
}

export type MissingField = { readonly field: keyof ApplicationContent; readonly clause: string }

const applicable: readonly (AssessmentObject | null)[] = ['discipline', 'practice']

/** The fields a person still has to fill before it can be handed in. */
export function missingFields(content: ApplicationContent): readonly MissingField[] {
  const empty: Record<keyof ApplicationContent, boolean> = {
    addressee: content.addressee === null || content.addressee.head.trim() === '',
    author: content.author === null || content.author.name.trim() === '',
    object: !applicable.includes(content.object),
    objectName: content.objectName.trim() === '',
    kind: content.kind === null,
    period: content.period === null,
    groups: content.groups.length === 0 || content.groups.some(({ students }) => students < 1),
    assessmentMeans: content.assessmentMeans.trim() === '',
    mode: content.mode === null,
    proposed: content.proposed.length === 0,
  }
  return (Object.keys(empty) as (keyof ApplicationContent)[])
    .filter((field) => empty[field])
    .map((field) => ({ field, clause: field === 'mode' ? '003 2.3' : '003 1.5' }))
}
