import type { ListingAct } from '../incident/violation.ts'
import { type SchoolPlace, schoolLevelOf } from '../regulation/programme.ts'
import type { Accommodation, AccommodationKind } from './accommodation.ts'

/** Reliefs that 001 alone knows and that a class gives without a document (TR-21). A parent must be registered before reading. */
export function automaticAccommodations(
  act: ListingAct,
  place: SchoolPlace | null,
  parent: string | null,
): readonly Accommodation[] {
  if (act !== '001' || place === null || schoolLevelOf(place.grade) !== 'noo') return []
  const help: Accommodation = { kind: 'primary_technical_help', grade: place.grade }
  if (place.grade !== 1) return [help]
  return [help, { kind: 'grade1_parent_reads', grade: 1, helper: parent }]
}

/** The kinds an institution may grant by hand: 001 states the ПМПК ones, 003 stands on the acts on disability. */
const grantable: Readonly<Record<ListingAct, readonly AccommodationKind[]>> = {
  '001': ['pmpk_assistant', 'pmpk_technical_means', 'disability'],
  '003': ['disability'],
  '004': ['disability'],
}

export type GrantRefusal =
  | 'act_does_not_know_it'
  | 'no_document'
  | 'no_services'
  | 'no_means'
  | 'helper_not_registered'
  | 'bad_minutes'

/** Whether a request may be verified (SM-20): the ground is a document kept with it, never a remark. */
export function refuseGrant(act: ListingAct, asked: Accommodation): GrantRefusal | null {
  if (!grantable[act].includes(asked.kind)) return 'act_does_not_know_it'
  if (!('document' in asked) || asked.document.trim() === '') return 'no_document'
  switch (asked.kind) {
    case 'pmpk_assistant':
      if (asked.services.length === 0) return 'no_services'
      return asked.helper === null ? 'helper_not_registered' : null
    case 'pmpk_technical_means':
      return asked.means.length === 0 ? 'no_means' : null
    case 'disability':
      if (!Number.isInteger(asked.extraMinutes) || asked.extraMinutes < 0) return 'bad_minutes'
      return asked.means.length === 0 && asked.extraMinutes === 0 ? 'no_means' : null
  }
}
