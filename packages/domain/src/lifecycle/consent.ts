import type { Lifecycle } from './machine.ts'

export type ConsentState =
  | 'none'
  | 'informed'
  | 'form_generated'
  | 'printed'
  | 'scan_uploaded'
  | 'active'
  | 'declined'
  | 'withdrawn'
  | 'expired'

export type ConsentCommand =
  | 'inform'
  | 'give'
  | 'decline'
  | 'generate_form'
  | 'print'
  | 'upload_scan'
  | 'receive_original'
  | 'withdraw'
  | 'expire'

export type ConsentFacts = {
  /** 004 3.11: the consent is a paper with an original; elsewhere it is given on the screen. */
  readonly paper: boolean
  readonly textShownInFull: boolean
  /** Who must sign: the representative alone, both, or the examinee (TR-33). */
  readonly signaturesMissing: boolean
  readonly consequencesShown: boolean
  readonly requestRegistered: boolean
}

export const consentRefusals = [
  'not_shown',
  'paper_only',
  'screen_only',
  'signature_missing',
  'consequences_not_shown',
  'not_registered',
] as const
export type ConsentRefusal = (typeof consentRefusals)[number]

const onPaper = (f: ConsentFacts): ConsentRefusal | null => (f.paper ? null : 'screen_only')

/** One life per person and kind of consent. Declining is never a violation and never ends the right to an exam (TR-27). */
export const consent: Lifecycle<ConsentState, ConsentCommand, ConsentFacts, ConsentRefusal> = {
  id: 'SM-7',
  first: 'none',
  refusals: consentRefusals,
  moves: [
    {
      from: ['none', 'declined', 'withdrawn', 'expired'],
      on: 'inform',
      to: 'informed',
      by: ['system'],
      guard: (f) => (f.textShownInFull ? null : 'not_shown'),
      clause: 'R0-2.2.1a',
    },
    {
      from: ['informed'],
      on: 'give',
      to: 'active',
      by: ['examinee', 'representative'],
      guard: (f) => (f.paper ? 'paper_only' : f.signaturesMissing ? 'signature_missing' : null),
      clause: 'SM-7',
    },
    {
      from: ['informed', 'form_generated', 'printed'],
      on: 'decline',
      to: 'declined',
      by: ['examinee', 'representative'],
      clause: 'SM-7',
    },
    {
      from: ['informed'],
      on: 'generate_form',
      to: 'form_generated',
      by: ['system', 'office'],
      guard: onPaper,
      clause: 'R4-3.11b',
    },
    {
      from: ['form_generated'],
      on: 'print',
      to: 'printed',
      by: ['examinee', 'representative', 'office'],
      clause: 'R4-3.11b',
    },
    {
      from: ['printed'],
      on: 'upload_scan',
      to: 'scan_uploaded',
      by: ['examinee', 'representative'],
      guard: (f) => (f.signaturesMissing ? 'signature_missing' : null),
      clause: 'R4-3.11b',
    },
    { from: ['scan_uploaded'], on: 'receive_original', to: 'active', by: ['office'], clause: 'TR-11' },
    {
      from: ['active'],
      on: 'withdraw',
      to: 'withdrawn',
      by: ['office'],
      guard: (f) =>
        !f.consequencesShown ? 'consequences_not_shown' : !f.requestRegistered ? 'not_registered' : null,
      clause: 'SM-7',
    },
    { from: ['active'], on: 'expire', to: 'expired', by: ['system'], clause: 'TR-09' },
  ],
}
