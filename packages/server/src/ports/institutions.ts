import type { InstitutionKind, PartFacts } from '@ochno/domain/institution/parts'
import type { Answerable } from '@ochno/domain/institution/setup'
import type { AccountId, ExamId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

export type Institution = { readonly name: string; readonly zone: string }

export type Profile = { readonly kind: InstitutionKind | null; readonly answered: readonly Answerable[] }

export type StoredPart = { readonly id: string; readonly name: string; readonly facts: PartFacts }

export type Place = { readonly branch: string | null; readonly programme: string | null }
export type ExamPlace = Place & { readonly responsible: AccountId | null }

export type Institutions = {
  readonly own: () => Promise<Institution>
  /** Without holding it; null when there is none. */
  readonly look: () => Promise<Institution | null>
  readonly change: (to: Institution) => Promise<void>
  readonly profile: () => Promise<Profile>
  readonly setProfile: (profile: Profile) => Promise<void>
  /** By kind and name. */
  readonly parts: () => Promise<readonly StoredPart[]>
  /** False when another of its kind has this name. */
  readonly putPart: (part: StoredPart, at: Instant) => Promise<boolean>
  /** False when something refers to it. */
  readonly removePart: (id: string) => Promise<boolean>
  readonly groupPlaces: () => Promise<readonly (Place & { readonly id: string; readonly name: string })[]>
  readonly placeGroup: (group: string, place: Place) => Promise<void>
  readonly examPlace: (exam: ExamId) => Promise<ExamPlace>
  readonly placeExam: (exam: ExamId, place: ExamPlace) => Promise<void>
  /** Where the assessments planned for each programme are held. */
  readonly planned: () => Promise<readonly { readonly programme: string; readonly remote: boolean }[]>
}
