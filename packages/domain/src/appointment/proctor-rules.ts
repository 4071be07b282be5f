// Whom an act lets watch, read from its parameters.
import type { ExamMode } from '../exam/card.ts'
import type { Value } from '../policy/parameter.ts'
import type { PolicyKey } from '../policy/schema.ts'
import type { NotEligible, ProctorRules, Variant } from './proctor.ts'

export type Reading = (key: PolicyKey) => Value | null

const REGULATION = 'regulation'
const INSTRUCTION = 'review_instruction'
/** Documents a proctor acknowledges, by stable names (004 5.1). */
export const proctorDocuments = [REGULATION, INSTRUCTION] as const

/** When the text of the product was last changed: a word given for it is for this text. */
export const reviewInstructionEdition = '2026-11-22'

/** The days before its end at which a record is said to run out. */
export const PROCTOR_REMIND_DAYS = 30

/** Null: the act names neither an appointment nor a training, and asks nothing of a proctor's papers. */
export function proctorRulesOf(act: string | null, said: Reading): ProctorRules | null {
  const appointment = said('proctor.appointment_document')
  const training = said('proctor.training')
  if (appointment === null && training === null) return null
  const kinds = said('proctor.kinds')
  const months = said('proctor.qualification_period')
  // 004 2 and 5.1: two documents, a training for each variant; 003 2.6: one instruction in the system.
  const perVariant = act === '004'
  return {
    providerMayProctor: Array.isArray(kinds) && kinds.includes('provider'),
    orderRequired: appointment !== null,
    instructionRequired: training !== null && !perVariant,
    documents: perVariant ? proctorDocuments : [],
    trainingPerVariant: perVariant,
    qualificationRequired: said('proctor.qualification_regular') === 'required',
    qualificationMonths: typeof months === 'number' ? months : null,
    remindDays: PROCTOR_REMIND_DAYS,
    furtherEducationUsual: perVariant,
  }
}

export const variantOf = (mode: ExamMode): Variant => (mode === 'sync' || mode === 'offline' ? mode : 'async')

/** Every reason has its own sentence, so that whoever assigns reads what is missing. */
export const proctorRefusals = {
  employer_not_in_act: 'proctor_employer',
  no_contract: 'proctor_no_contract',
  no_order: 'proctor_no_order',
  not_instructed: 'proctor_not_instructed',
  documents_not_acknowledged: 'proctor_not_acquainted',
  not_trained: 'proctor_not_trained',
  no_secrecy: 'proctor_no_secrecy',
  qualification_over: 'proctor_qualification_over',
} as const satisfies Readonly<Record<NotEligible, string>>

export type ProctorRefusal = (typeof proctorRefusals)[NotEligible]

/** Everything an assignment of a proctor may be refused for on account of who he is. */
export const assignmentRefusals = [
  ...Object.values(proctorRefusals),
  'proctor_suspended',
  'proctor_dismissed',
  'own_exam',
  'own_child',
] as const
