// Who may call, answer and hang up, and when.
import type { ConductEntry, ConductParty, Logged } from '../conduct/entry.ts'
import type { ConductRules } from '../conduct/rules.ts'
import type { Instant } from '../time.ts'
import { type Call, openCall, wantedCall } from './call.ts'
import type { SaidEnd } from './ends.ts'

type Run = { readonly deauthorizedAt: Instant | null; readonly log: readonly Logged[] }
type CallEntry = Extract<ConductEntry, { kind: 'call' | 'call_wanted' | 'call_answered' | 'call_end' }>
export type CallRefusal = 'no_reason' | 'already_asked' | 'already_answered' | 'nothing_to_answer'

/** What each side can say of the end, before the answer and after it. */
const may: Readonly<
  Record<'proctor' | 'examinee', { ringing: readonly SaidEnd[]; talking: readonly SaidEnd[] }>
> = {
  proctor: {
    ringing: ['cancelled', 'no_microphone'],
    talking: ['hung_up', 'lost', 'no_path', 'no_microphone'],
  },
  examinee: {
    ringing: ['declined', 'no_microphone'],
    talking: ['hung_up', 'lost', 'no_path', 'no_microphone'],
  },
}

export function refuseCall(
  entry: CallEntry,
  party: ConductParty,
  run: Run,
  rules: ConductRules,
  now: Instant,
): CallRefusal | null {
  const open = openCall(run, rules, now)
  switch (entry.kind) {
    case 'call':
      if (entry.reason.trim() === '') return 'no_reason'
      return open ? 'already_asked' : null
    case 'call_wanted':
      return open || wantedCall(run.log) ? 'already_asked' : null
    case 'call_answered':
      if (open?.seq !== entry.of) return 'nothing_to_answer'
      return open.answeredAt ? 'already_answered' : null
    case 'call_end':
      return open?.seq === entry.of && maySayEnd(open, party, entry.is) ? null : 'nothing_to_answer'
  }
}

const maySayEnd = (call: Call, party: ConductParty, is: SaidEnd): boolean =>
  party !== 'system' && may[party][call.answeredAt ? 'talking' : 'ringing'].includes(is)
