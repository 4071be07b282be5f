// Everything a proctor did to a session, with who, when and why; nothing is done without a reason and nothing is taken out (TR-47).
import type { AccountId } from '../ids.ts'
import type { Instant } from '../time.ts'

export type Act =
  | 'comment'
  | 'warning'
  | 'instruction'
  | 'call'
  | 'room_scan'
  | 'more_absence'
  | 'pause'
  | 'stop'
  | 'hand_over'

export type LoggedAct =
  | {
      readonly what: Act
      readonly by: AccountId
      readonly at: Instant
      readonly reason: string
      /** The hint, the message or the moment that made it necessary; null: what the proctor saw. */
      readonly because: string | null
    }
  | { readonly what: 'room_scan'; readonly by: 'system'; readonly at: Instant }

export type InterventionLog = readonly LoggedAct[]

/** The random look around of the system is the one act that nothing provoked. */
export function logAct(
  log: InterventionLog,
  act: LoggedAct,
):
  | { readonly ok: true; readonly log: InterventionLog }
  | { readonly ok: false; readonly why: 'no_reason' | 'runs_backwards' } {
  if (act.by !== 'system' && act.reason.trim() === '') return { ok: false, why: 'no_reason' }
  const last = log.at(-1)
  if (last && act.at.epochMilliseconds < last.at.epochMilliseconds)
    return { ok: false, why: 'runs_backwards' }
  return { ok: true, log: [...log, act] }
}
