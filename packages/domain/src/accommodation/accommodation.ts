import type { ViolationCode } from '../incident/catalogue.ts'
import { counts, type Observation, type Verdict } from '../incident/observation.ts'
import { isNeverPermitted } from '../incident/permissions.ts'

export type PmpkService = 'take_seat' | 'read_task' | 'move_mouse' | 'mark_spoken_answers'

/** 001 6.2, the four services of an assistant, word for word. */
export const pmpkServices: Readonly<Record<PmpkService, string>> = {
  take_seat: 'занять рабочее место',
  read_task: 'прочитать задание',
  move_mouse: 'водить «мышкой»',
  mark_spoken_answers: 'отмечать правильные ответы, озвученные испытуемым',
}

/** What an assistant, a parent or a document changes for one examinee. The ground is a document, or the class for pupils (TR-21). */
export type Accommodation =
  | { readonly kind: 'primary_technical_help'; readonly grade: number }
  | { readonly kind: 'grade1_parent_reads'; readonly grade: number; readonly helper: string | null }
  | {
      readonly kind: 'pmpk_assistant'
      readonly document: string
      readonly services: readonly PmpkService[]
      readonly helper: string | null
    }
  | { readonly kind: 'pmpk_technical_means'; readonly document: string; readonly means: readonly string[] }
  | {
      readonly kind: 'disability'
      readonly document: string
      readonly means: readonly string[]
      readonly extraMinutes: number
    }

export type AccommodationKind = Accommodation['kind']

/** Somebody beside the examinee, who speaks: what 001 6.2 excepts for the help it permits. */
const besideCodes: readonly ViolationCode[] = [
  'third_party_help',
  'third_party_conversation',
  'outsider_in_frame',
  'other_people_in_room',
  'background_voices_noise',
]
const readingCodes: readonly ViolationCode[] = ['reading_questions_aloud']
const meansCodes: readonly ViolationCode[] = [
  'gadgets',
  'headphones',
  'reference_materials',
  'additional_monitor',
  'additional_keyboard',
  'additional_pointing_device',
]

const isNamed = (means: readonly string[], seen: Observation): Verdict['verdict'] =>
  seen.name === undefined ? 'unsure' : means.includes(seen.name) ? 'permitted' : 'counts'

function verdictOf(by: Accommodation, seen: Observation): Verdict['verdict'] {
  switch (by.kind) {
    case 'primary_technical_help':
      return besideCodes.includes(seen.code) ? 'permitted' : 'counts'
    case 'grade1_parent_reads':
      if (by.helper === null) return 'counts'
      return [...besideCodes, ...readingCodes].includes(seen.code) ? 'permitted' : 'counts'
    case 'pmpk_assistant': {
      if (by.helper === null) return 'counts'
      if (besideCodes.includes(seen.code)) return 'permitted'
      return readingCodes.includes(seen.code) && by.services.includes('read_task') ? 'permitted' : 'counts'
    }
    case 'pmpk_technical_means':
    case 'disability':
      return meansCodes.includes(seen.code) ? isNamed(by.means, seen) : 'counts'
  }
}

/** What an examinee's conditions make of something seen; what no switch may permit, no condition may either. */
export function coveredBy(seen: Observation, active: readonly Accommodation[]): Verdict {
  if (isNeverPermitted(seen.code)) return counts
  const of = (verdict: Verdict['verdict']) =>
    active.filter((one) => verdictOf(one, seen) === verdict).map((one) => one.kind)
  if (of('permitted').length > 0) return { verdict: 'permitted', because: of('permitted') }
  return of('unsure').length > 0 ? { verdict: 'unsure', because: of('unsure') } : counts
}

/** Minutes added to the length of one examinee's attempt. */
export const extraMinutes = (active: readonly Accommodation[]): number =>
  Math.max(0, ...active.map((one) => (one.kind === 'disability' ? one.extraMinutes : 0)))
