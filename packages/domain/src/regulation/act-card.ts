import { type Instant, instant, Temporal } from '../time.ts'

/** A day of the calendar, `2026-05-25`: such days compare as text. */
export type Day = string

/** One step of approval. Whether a protocol number is asked for is the institution's choice, step by step (R0-0b). */
export type ApprovalStep = {
  readonly kind: 'considered' | 'adopted' | 'agreed'
  readonly body: string
  readonly numbered: boolean
  readonly number: string | null
  readonly date: Day | null
}

export type LegalGround = { readonly act: string; readonly number: string | null; readonly date: Day | null }

/** Of the signed file; the time keeps the offset it was written with. */
export type SignatureOnFile = { readonly signer: string; readonly at: string }

/** A local normative act as the institution registered it. */
export type ActCard = {
  readonly kind: string
  readonly title: string
  readonly institution: string
  readonly documentCode: string | null
  readonly approvedBy: {
    readonly post: string
    readonly name: string
    readonly order: string | null
    readonly date: Day | null
  }
  readonly steps: readonly ApprovalStep[]
  /** How the act itself begins: with its order, on a day it states, or it is silent and a person chooses (TR-18). */
  readonly force: 'order_date' | 'stated_day' | 'chosen'
  readonly statedDay: Day | null
  readonly signature: SignatureOnFile | null
  readonly grounds: readonly LegalGround[]
  /** Other local acts that its service rules stand on (002 п. 2). */
  readonly otherActs: readonly string[]
  readonly regulatesProctoring: boolean
}

/** The first day the act is in force, or null while nobody chose it. Approval and force are two days. */
export const effectiveFrom = (card: ActCard): Day | null =>
  card.force === 'order_date' ? card.approvedBy.date : card.statedDay

/** The moment of a signature written as signed files write it: `2024.08.30 16:36:00 +06'00'`. Null when it is written otherwise. */
export function signedAt(signature: SignatureOnFile): Instant | null {
  const parts = /^(\d{4})\.(\d\d)\.(\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)'(\d\d)'$/.exec(signature.at)
  if (parts === null) return null
  const [, year, month, day, time, hours, minutes] = parts
  return instant(`${year}-${month}-${day}T${time}${hours}:${minutes}`)
}

export type CardProblem =
  | 'step_without_body'
  | 'step_without_date'
  | 'step_without_number'
  | 'agreed_after_approval'
  | 'no_approver'
  | 'no_approval_date'
  | 'no_effective_day'
  | 'effect_before_approval'

type Step = Pick<ApprovalStep, 'body' | 'numbered' | 'number' | 'date'>

/** What one step lacks; agreement comes before approval (R2-0e). */
export const stepProblems = (step: Step, approvedOn: Day | null): readonly CardProblem[] => [
  ...(step.body.trim() === '' ? (['step_without_body'] as const) : []),
  ...(step.date === null ? (['step_without_date'] as const) : []),
  ...(step.numbered && step.number === null ? (['step_without_number'] as const) : []),
  ...(step.date !== null && approvedOn !== null && step.date > approvedOn
    ? (['agreed_after_approval'] as const)
    : []),
]

/** Everything that keeps a policy on this act from being activated, in reading order, each once. */
export function cardProblems(card: ActCard): readonly CardProblem[] {
  const problems = new Set<CardProblem>()
  const approved = card.approvedBy.date
  for (const step of card.steps) for (const one of stepProblems(step, approved)) problems.add(one)
  if (card.approvedBy.name.trim() === '') problems.add('no_approver')
  if (approved === null) problems.add('no_approval_date')
  if (effectiveFrom(card) === null) problems.add('no_effective_day')
  return [...problems]
}

/** How often the editions of the grounds are checked where the institution set nothing else. */
export const recheckEveryMonths = 12

/** Grounds whose edition nobody has checked for that long: the administrator is reminded. */
export const groundsToRecheck = (
  grounds: readonly { readonly ground: LegalGround; readonly checkedOn: Day }[],
  today: Day,
  everyMonths: number = recheckEveryMonths,
): readonly LegalGround[] => {
  const before = Temporal.PlainDate.from(today).subtract({ months: everyMonths }).toString()
  return grounds.filter(({ checkedOn }) => checkedOn <= before).map(({ ground }) => ground)
}

const russianDay = (day: Day): string => day.split('-').reverse().join('.')

/** The act as a protocol quotes it. */
export function quoteOf(card: ActCard): string {
  const { post, order, date } = card.approvedBy
  const by = order === null ? `утверждено: ${post}` : `приказ ${order}`
  return `${card.kind} «${card.title}», ${by}${date === null ? '' : ` от ${russianDay(date)}`}`
}
