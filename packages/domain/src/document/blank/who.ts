import type { Institution, QualityHead } from '../institution.ts'
import type { SessionRecord } from '../session-record.ts'
import { HAND, handDay, handMoment } from '../hand-filled.ts'

export type Who = { readonly institution: Institution; readonly quality: QualityHead | null }

/** Times of a blank are written by hand; the zone only keeps the placeholder whole. */
export const plain = ({ institution }: Who) => ({ institution: { ...institution, zone: 'UTC' } })

export const own = ({ institution, quality }: Who) => ({
  institution: { ...institution, zone: 'UTC' },
  quality,
})

/** The head of 004 is on its forms even where the institution gave its act no code. */
export const of004 = (who: Who) => ({
  institution: { ...who.institution, zone: 'UTC' },
  quality: who.quality ?? { code: HAND, act: HAND },
})

export const registration = { number: HAND, on: handDay, template: '' }
export const period = { from: handDay, to: handDay }

export const rows = <T>(count: number, row: T): readonly T[] => Array.from({ length: count }, () => row)

export const session: SessionRecord = {
  registration,
  discipline: HAND,
  assessment: HAND,
  kind: 'synchronous',
  proctor: HAND,
  authorised: handMoment,
  deauthorised: handMoment,
  identity: { established: true, how: HAND, by: HAND, at: handMoment },
  independent: true,
  marks: [],
  attention: [],
  outages: [],
  coverage: [],
  permissions: [],
  accommodations: [],
  trust: null,
  confirmation: { at: handMoment },
}
