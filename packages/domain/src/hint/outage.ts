// A network or a machine that failed: what follows from it is a technical fact and nobody's fault (TR-36, TR-05).
import type { ViolationCode } from '../incident/catalogue.ts'
import type { Hint } from './hint.ts'
import { replayRule } from './replay.ts'
import type { Moment, Sensor } from './signal.ts'

export type Span = { readonly from: Moment; readonly to: Moment }
export type Unseen = Span & { readonly sensor: Sensor }

/** How much later or earlier than the outage its traces are seen. */
const SLACK_MS = 3_000

/** What a lost network looks like by itself. A covered camera is not among them: it is seen in the frames, and frames need no network. */
const ofNetwork: readonly ViolationCode[] = [
  'video_signal_interrupted',
  'technical_failure_long',
  'examinee_absent_from_session',
  'video_recording_disabled',
  'poor_signal_quality',
  'sound_problems',
  'video_link_failure_not_by_examinee',
]

const lies = (hint: Span, within: Span): boolean =>
  hint.from >= within.from - SLACK_MS && hint.to <= within.to + SLACK_MS

/** Found in the bytes that were accepted: no network makes two recordings equal. */
const inBytes: readonly string[] = [replayRule.rule]

/** Outages that touch are one: the page and the server each saw a part of it. */
function joined(blind: readonly Unseen[]): readonly Span[] {
  const all: { from: Moment; to: Moment }[] = []
  for (const { from, to } of blind
    .filter(({ sensor }) => sensor === 'link')
    .sort((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && from <= last.to + SLACK_MS) last.to = Math.max(last.to, to)
    else all.push({ from, to })
  }
  return all
}

/** Whether an outage explains the hint whole. What its own sensor could not see was no hint in the first place. */
export const isTechnical = (
  hint: Pick<Hint, 'rule' | 'code' | 'from' | 'to'>,
  blind: readonly Unseen[],
): boolean =>
  hint.code === 'technical_failure_long' ||
  (ofNetwork.includes(hint.code) &&
    !inBytes.includes(hint.rule) &&
    joined(blind).some((outage) => lies(hint, outage)))

/**
 * Neither a word of the page nor a fragment for this long, ms: the network, the machine or the server itself was away. A page says
 * that it is there every 15 seconds, a hidden one at least every 60: a recorder that was stopped alone leaves no such time.
 */
export const UNHEARD_MS = 75_000

/** The times in which the server heard nothing at all, by everything it heard. */
export function unheard(heard: readonly Moment[]): readonly Span[] {
  const order = [...heard].sort((a, b) => a - b)
  return order.flatMap((to, at): Span[] => {
    const from = order[at - 1]
    return from !== undefined && to - from >= UNHEARD_MS ? [{ from, to }] : []
  })
}
