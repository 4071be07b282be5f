// Why a hint is permitted, in words that tell nothing of anybody's health.
import type { AccommodationKind } from '../accommodation/accommodation.ts'
import { DECLARED_ABSENCE } from './absence.ts'

export const permittedBy = ['exam_rules', 'conditions', 'declared_absence'] as const
type PermittedBy = (typeof permittedBy)[number]

const conditions: Readonly<Record<AccommodationKind, true>> = {
  primary_technical_help: true,
  grade1_parent_reads: true,
  pmpk_assistant: true,
  pmpk_technical_means: true,
  disability: true,
}

const groundOf = (because: string): PermittedBy => {
  if (because === DECLARED_ABSENCE) return 'declared_absence'
  return Object.hasOwn(conditions, because) ? 'conditions' : 'exam_rules'
}

/** Each ground once, in one order. */
export const groundsOf = (because: readonly string[]): readonly PermittedBy[] => {
  const said = new Set(because.map(groundOf))
  return permittedBy.filter((ground) => said.has(ground))
}
