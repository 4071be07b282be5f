// What a proctor may do to a running session under an act; the console offers nothing else (TR-46).
import { type EffectivePolicy, isSaid, names, numberOf } from '../policy/effective.ts'

/** `instruction`: an order on the examinee's screen (003). */
export type Medium = 'text' | 'audio' | 'chat' | 'instruction'

export type Actions = {
  /** 000: a comment in the chat. */
  readonly comment: boolean
  /** 004: a warning goes out by every one of these, not by one of them. */
  readonly warnBy: readonly Medium[]
  /** Confirmed violations before a stop; null: the act gives no right to stop. */
  readonly stopAfter: number | null
  readonly scanAtRandom: boolean
  readonly scanOnDemand: boolean
}

const media: readonly Medium[] = ['text', 'audio', 'chat', 'instruction']

export const actionsUnder = (policy: EffectivePolicy): Actions => ({
  comment: isSaid(policy, 'live.proctor_chat_comment', 'allowed'),
  warnBy: media.filter((medium) => names(policy, 'live.warning_media', medium)),
  stopAfter: stopAfter(policy),
  scanAtRandom: isSaid(policy, 'room_scan.random', 'required'),
  scanOnDemand: isSaid(policy, 'room_scan.on_demand', 'required'),
})

function stopAfter(policy: EffectivePolicy): number | null {
  if (isSaid(policy, 'live.stop_right', 'any_time')) return 0
  return isSaid(policy, 'live.stop_right', 'repeated') ? numberOf(policy, 'live.stop_violations') : null
}
