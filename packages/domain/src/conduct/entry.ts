// What a proctor and an examinee say and do to each other while a session runs.
import type { Medium } from '../intervention/actions.ts'

export type ConductParty = 'proctor' | 'examinee'

/** The media by which a page can prove that a warning arrived. */
export type Reach = Extract<Medium, 'text' | 'audio'>

export type ConductEntry =
  | { readonly kind: 'chat'; readonly text: string }
  /** `reason`: for the log; the examinee reads `text`. */
  | {
      readonly kind: 'warning'
      readonly text: string
      readonly reason: string
      readonly media: readonly Medium[]
    }
  | { readonly kind: 'instruction'; readonly text: string; readonly reason: string }
  | { readonly kind: 'reached'; readonly of: number; readonly medium: Reach }
  | { readonly kind: 'followed'; readonly of: number }
  | { readonly kind: 'ignored'; readonly of: number; readonly reason: string }
  | {
      readonly kind: 'mark'
      readonly code: string
      /** Instants of the recording, as text. */
      readonly from: string
      readonly to: string
      readonly note: string
    }
  | { readonly kind: 'complaint'; readonly text: string }

export type ConductKind = ConductEntry['kind']

const OF_PROCTOR: readonly ConductKind[] = ['chat', 'warning', 'instruction', 'ignored', 'mark']
const OF_EXAMINEE: readonly ConductKind[] = ['chat', 'reached', 'followed', 'complaint']

export const maySay = (party: ConductParty, kind: ConductKind): boolean =>
  (party === 'proctor' ? OF_PROCTOR : OF_EXAMINEE).includes(kind)

/** A mark is not shown while the exam runs, and a complaint is not for whom it is about (R1-5.2a). */
export const isHiddenFrom = (party: ConductParty, kind: ConductKind): boolean =>
  party === 'examinee' ? kind === 'mark' : kind === 'complaint'
