// What a policy asks of a person before proctoring: which documents, and whether on the screen or on paper.
import type { ConsentState } from '../lifecycle/consent.ts'
import type { Value } from '../policy/parameter.ts'
import type { PolicyKey } from '../policy/schema.ts'
import type { ConsentKind } from './rules.ts'

export type Demand = {
  readonly kinds: readonly ConsentKind[]
  /** Signed by hand on the form of the act; the rest is answered on the screen (004 3.11). */
  readonly onPaper: readonly ConsentKind[]
  /** Calendar days before the exam by which the original lies at the institution; null: the act names none. */
  readonly leadDays: number | null
  /** True only where the act says so: silence makes nothing voluntary or obligatory (TR-27). */
  readonly voluntary: boolean
  readonly reaskOnChange: boolean
}

const PAPER: readonly ConsentKind[] = ['biometric', 'third_party_transfer']

export function demandOf(value: (key: PolicyKey) => Value | null): Demand {
  const biometric = value('consent.biometric') === true
  const transfer = value('consent.third_party_transfer') === true
  const kinds: ConsentKind[] = []
  // An act whose required consent is a paper on biometric data asks for no second one about the same.
  if (value('consent.required') === 'required' && !biometric && !transfer) kinds.push('proctoring_informed')
  if (value('consent.recording_disputes_prior') === 'required') kinds.push('video_disputes')
  if (biometric) kinds.push('biometric')
  if (transfer) kinds.push('third_party_transfer')
  if (value('consent.account_owner_binding') === 'required') kinds.push('account_binding')
  const paper = value('consent.upload_scan_to_account') === 'required' || value('consent.form') !== null
  const days = value('consent.original_lead_days')
  return {
    kinds,
    onPaper: paper ? kinds.filter((kind) => PAPER.includes(kind)) : [],
    leadDays: typeof days === 'number' ? days : null,
    voluntary: value('consent.voluntary') === true,
    reaskOnChange: value('consent.reask_on_change') !== false,
  }
}

export const nothingAsked: Demand = {
  kinds: [],
  onPaper: [],
  leadDays: null,
  voluntary: false,
  reaskOnChange: true,
}

/** What a person is asked for over several exams: every kind once, the longest lead. */
export const together = (demands: readonly Demand[]): Demand =>
  demands.reduce(
    (all, one) => ({
      kinds: [...new Set([...all.kinds, ...one.kinds])],
      onPaper: [...new Set([...all.onPaper, ...one.onPaper])],
      leadDays:
        all.leadDays === null || one.leadDays === null
          ? (all.leadDays ?? one.leadDays)
          : Math.max(all.leadDays, one.leadDays),
      voluntary: all.voluntary || one.voluntary,
      reaskOnChange: all.reaskOnChange && one.reaskOnChange,
    }),
    nothingAsked,
  )

/** Without these nobody is watched; the others limit what may be done with a recording or an account. */
export const guardsEntry = (kind: ConsentKind): boolean =>
  kind === 'proctoring_informed' || kind === 'biometric'

const NO: readonly ConsentState[] = ['declined', 'withdrawn', 'expired']

type Guarding = Pick<Demand, 'kinds'>
type StateOf = (kind: ConsentKind) => ConsentState

/** Whoever said no, or whose consent ended, takes the exam in another way. No answer yet is not a no, but no yes either. */
export const saidNo = (demand: Guarding, stateOf: StateOf): boolean =>
  demand.kinds.some((kind) => guardsEntry(kind) && NO.includes(stateOf(kind)))

/** SM-2: nobody is watched before his consent stands: answered on the screen, or on paper with its original received (TR-11). */
export const notGiven = (demand: Guarding, stateOf: StateOf): readonly ConsentKind[] =>
  demand.kinds.filter((kind) => guardsEntry(kind) && stateOf(kind) !== 'active')
