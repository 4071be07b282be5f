// What a proctor and an examinee say and do to each other while a session runs.
import type { OutsiderSign } from '../incident/signs.ts'
import type { SaidEnd } from '../call/ends.ts'
import type { Medium } from '../intervention/actions.ts'
import type { Instant } from '../time.ts'
import type { Fault } from '../wall/failure.ts'

/** `system`: the drawn look around, and time given back. */
export type ConductParty = 'proctor' | 'examinee' | 'system'

/** The media by which a page can prove that a warning arrived. */
export type Reach = Extract<Medium, 'text' | 'audio'>

export type ConductEntry =
  /** `once`: the writer's own mark of this message, so that sending it again after a cut line adds nothing. */
  | { readonly kind: 'chat'; readonly text: string; readonly once?: string | undefined }
  /** `reason`: for the log; the examinee reads `text`. */
  | {
      readonly kind: 'warning'
      readonly text: string
      readonly reason: string
      readonly media: readonly Medium[]
      /** In a classroom, face to face: by which of them the proctor says it was given. */
      readonly inRoom?: readonly Reach[] | undefined
    }
  | { readonly kind: 'instruction'; readonly text: string; readonly reason: string }
  | { readonly kind: 'reached'; readonly of: number; readonly medium: Reach }
  /** The examinee closed a warning: it does not come back. */
  | { readonly kind: 'read'; readonly of: number }
  | { readonly kind: 'followed'; readonly of: number }
  | { readonly kind: 'ignored'; readonly of: number; readonly reason: string }
  | {
      readonly kind: 'mark'
      readonly code: string
      /** Instants of the recording, as text. */
      readonly from: string
      readonly to: string
      readonly note: string
      /** Of an outsider in the frame: which of the signs of 001 6.2. */
      readonly sign?: OutsiderSign | undefined
      /** The entry that proposed it. */
      readonly because?: number | undefined
    }
  /** The pictures do not let anybody judge these stretches; no mark and no violation. */
  | {
      readonly kind: 'unjudged'
      readonly reason: string
      readonly spans: readonly { readonly from: string; readonly to: string }[]
    }
  | { readonly kind: 'judged'; readonly of: number; readonly reason: string }
  /** A proposed mark that the proctor did not set. */
  | { readonly kind: 'dismissed'; readonly of: number; readonly reason: string }
  | { readonly kind: 'complaint'; readonly text: string }
  | { readonly kind: 'scan'; readonly reason: string; readonly answerUntil: string }
  | { readonly kind: 'scan_end'; readonly of: number; readonly is: ScanEnd; readonly reason: string }
  | { readonly kind: 'left' }
  | { readonly kind: 'back'; readonly of: number }
  | { readonly kind: 'more_absence'; readonly of: number; readonly minutes: number; readonly reason: string }
  /** What does not work, in the words of the examinee; the clock stops by the proctor alone. */
  | { readonly kind: 'trouble'; readonly text: string }
  | { readonly kind: 'pause'; readonly cause: PauseCause; readonly reason: string }
  | { readonly kind: 'resume'; readonly of: number }
  | { readonly kind: 'fault'; readonly of: number; readonly fault: Fault; readonly reason: string }
  | { readonly kind: 'given'; readonly of: number; readonly ms: number }
  | { readonly kind: 'offer'; readonly to: string; readonly reason: string }
  | { readonly kind: 'offer_end'; readonly of: number; readonly is: OfferEnd }
  | { readonly kind: 'call'; readonly reason: string; readonly answerUntil: string }
  /** The examinee asks to be called. */
  | { readonly kind: 'call_wanted'; readonly text: string }
  | { readonly kind: 'call_answered'; readonly of: number }
  | { readonly kind: 'call_end'; readonly of: number; readonly is: SaidEnd }
  | {
      readonly kind: 'stop'
      readonly reason: string
      readonly ground: 'at_any_time' | 'repeated_violations' | 'justified'
      readonly justification: string
      readonly consequence: string | null
    }

export type ScanEnd = 'done' | 'refused' | 'technical'
export type PauseCause = 'proctor' | 'failure'
export type OfferEnd = 'accepted' | 'declined' | 'withdrawn'

export type ConductKind = ConductEntry['kind']

/** An entry where it stands in the log of its session. */
export type Logged = {
  readonly seq: number
  readonly at: Instant
  readonly party: ConductParty
  readonly entry: ConductEntry
}

const saidBy: Readonly<Record<ConductParty, readonly ConductKind[]>> = {
  proctor: [
    'chat',
    'warning',
    'instruction',
    'ignored',
    'mark',
    'unjudged',
    'judged',
    'dismissed',
    'scan',
    'scan_end',
    'back',
    'more_absence',
    'pause',
    'resume',
    'fault',
    'offer',
    'offer_end',
    'call',
    'call_end',
    'stop',
  ],
  examinee: [
    'chat',
    'reached',
    'read',
    'followed',
    'complaint',
    'scan_end',
    'left',
    'back',
    'trouble',
    'call_wanted',
    'call_answered',
    'call_end',
  ],
  system: ['scan', 'given'],
}

export const maySay = (party: ConductParty, kind: ConductKind): boolean => saidBy[party].includes(kind)

/** Judgements are not shown while the exam runs, nor who sits at the desk; a complaint is not for whom it is about (R1-5.2a). */
const notForExaminee: readonly ConductKind[] = [
  'mark',
  'unjudged',
  'judged',
  'dismissed',
  'ignored',
  'offer',
  'offer_end',
  'fault',
]

/** What an examinee says or does that somebody should look at. */
const wantsLook: readonly ConductKind[] = ['chat', 'trouble', 'left', 'call_wanted']

/** The number of the last thing of that kind; 0 where there is none. */
export const lastWanted = (log: readonly Pick<Logged, 'seq' | 'party' | 'entry'>[]): number =>
  log.findLast(({ party, entry }) => party === 'examinee' && wantsLook.includes(entry.kind))?.seq ?? 0

export const isHiddenFrom = (party: ConductParty, kind: ConductKind): boolean =>
  party === 'examinee' ? notForExaminee.includes(kind) : kind === 'complaint'
