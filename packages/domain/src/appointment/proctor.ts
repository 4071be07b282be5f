// Whom an act lets watch: 003 2.6 and 4.2, 004 2, 5.1-5.3, 7.2.
import type { PlainDate } from '../calendar/working-days.ts'
import type { Mode } from '../scheduling/event.ts'
import { Temporal } from '../time.ts'
import type { Order } from './order.ts'

export type Variant = Mode | 'offline'

export type ProctorCard = {
  readonly employer: 'institution' | 'provider' | 'other_organisation'
  /** The contract stands in for the institution's order while it runs. */
  readonly contract: { readonly provider: string; readonly from: PlainDate; readonly to: PlainDate } | null
  readonly order: Order | null
  readonly acknowledged: readonly string[]
  readonly instructed: { readonly on: PlainDate; readonly by: string; readonly passed: boolean } | null
  readonly trainedFor: readonly Variant[]
  /** Non-disclosure, acknowledged together with the act that appoints him. */
  readonly secrecy: { readonly on: PlainDate; readonly act: string } | null
  readonly qualifications: readonly { readonly on: PlainDate; readonly document: string }[]
  /** «как правило, получившее дополнительное профессиональное образование». */
  readonly furtherEducation: string | null
}

export type ProctorRules = {
  readonly providerMayProctor: boolean
  readonly orderRequired: boolean
  readonly instructionRequired: boolean
  readonly documents: readonly string[]
  readonly trainingPerVariant: boolean
  readonly qualificationRequired: boolean
  /** «Регулярно» without a number: null until the institution decides. */
  readonly qualificationMonths: number | null
  readonly remindDays: number
  readonly furtherEducationUsual: boolean
}

export type NotEligible =
  | 'employer_not_in_act'
  | 'no_contract'
  | 'no_order'
  | 'not_instructed'
  | 'documents_not_acknowledged'
  | 'not_trained'
  | 'no_secrecy'
  | 'qualification_over'

export type ProctorWarning =
  | 'no_further_education'
  | 'qualification_due_soon'
  | 'qualification_period_not_set'

export type Eligibility = {
  readonly refused: readonly NotEligible[]
  readonly warnings: readonly ProctorWarning[]
}

export function eligibility(
  card: ProctorCard,
  variant: Variant,
  today: PlainDate,
  rules: ProctorRules,
): Eligibility {
  const qualified = qualification(card, today, rules)
  const refused: NotEligible[] = [...appointed(card, today, rules)]
  if (rules.documents.some((document) => !card.acknowledged.includes(document)))
    refused.push('documents_not_acknowledged')
  if (rules.trainingPerVariant && !card.trainedFor.includes(variant)) refused.push('not_trained')
  if (card.secrecy === null || card.secrecy.act.trim() === '') refused.push('no_secrecy')
  if (qualified === 'qualification_over') refused.push(qualified)
  const warnings: ProctorWarning[] = []
  if (rules.furtherEducationUsual && card.furtherEducation === null) warnings.push('no_further_education')
  if (qualified !== null && qualified !== 'qualification_over') warnings.push(qualified)
  return { refused, warnings }
}

function appointed(card: ProctorCard, today: PlainDate, rules: ProctorRules): readonly NotEligible[] {
  if (card.employer !== 'institution') {
    if (!rules.providerMayProctor) return ['employer_not_in_act']
    return card.contract && inForce(card.contract, today) ? [] : ['no_contract']
  }
  const missing: NotEligible[] = []
  if (rules.orderRequired && (card.order === null || Temporal.PlainDate.compare(today, card.order.date) < 0))
    missing.push('no_order')
  if (rules.instructionRequired && !card.instructed?.passed) missing.push('not_instructed')
  return missing
}

const inForce = (term: { readonly from: PlainDate; readonly to: PlainDate }, day: PlainDate): boolean =>
  Temporal.PlainDate.compare(term.from, day) <= 0 && Temporal.PlainDate.compare(day, term.to) <= 0

function qualification(
  { qualifications }: ProctorCard,
  today: PlainDate,
  { qualificationRequired, qualificationMonths, remindDays }: ProctorRules,
): 'qualification_over' | 'qualification_due_soon' | 'qualification_period_not_set' | null {
  if (!qualificationRequired) return null
  if (qualificationMonths === null) return 'qualification_period_not_set'
  const last = qualifications
    .map(({ on }) => on)
    .sort(Temporal.PlainDate.compare)
    .at(-1)
  if (!last) return 'qualification_over'
  const end = last.add({ months: qualificationMonths })
  if (Temporal.PlainDate.compare(today, end) >= 0) return 'qualification_over'
  return Temporal.PlainDate.compare(today, end.subtract({ days: remindDays })) >= 0
    ? 'qualification_due_soon'
    : null
}

/** The requirements of this exam, in the edition that holds, are acknowledged before the console opens. */
export const mayEnterConsole = (
  acknowledged: readonly { readonly exam: string; readonly edition: number }[],
  exam: { readonly exam: string; readonly edition: number },
): boolean => acknowledged.some((one) => one.exam === exam.exam && one.edition === exam.edition)
