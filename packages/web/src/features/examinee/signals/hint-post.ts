// What was noticed, on its way: kept until the server has it, sent in order, told again when the network is back.
import type { BlindReport, HintReport, MachineReport } from '@ochno/contract/hints'
import type { News } from './hint-engine.ts'

export type Letter = News & { readonly machine: MachineReport | null }
/** `refused`: the server will not take this however often it is asked. */
export type Sent = 'taken' | 'refused' | 'failed'

const AT_ONCE = 50
/** Nothing to tell: that the page is here is told this often. */
const HERE_MS = 15_000
const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 30_000
/** Hours without a network: the newest are kept. */
const MOST = 2_000

export type HintPost = {
  readonly add: (news: News) => void
  readonly machine: (machine: MachineReport) => void
  /** Called often; sends when there is something and the pause is over. */
  readonly turn: (now: number) => Promise<void>
  readonly waiting: () => number
}

export function hintPost(send: (letter: Letter) => Promise<Sent>): HintPost {
  const hints = new Map<string, HintReport>()
  const blind = new Map<string, BlindReport>()
  let machine: MachineReport | null = null
  let lastSent = Number.NEGATIVE_INFINITY
  let notBefore = Number.NEGATIVE_INFINITY
  let pause = FIRST_PAUSE_MS
  let failedSince: number | null = null
  let busy = false

  const forget = ({ hints: sent, blind: seen, machine: told }: Letter) => {
    for (const one of sent) if (hints.get(one.id) === one) hints.delete(one.id)
    for (const one of seen) if (blind.get(keyOf(one)) === one) blind.delete(keyOf(one))
    if (machine === told) machine = null
  }
  const put = (one: BlindReport) => blind.set(keyOf(one), one)

  return {
    add: (news) => {
      for (const one of news.hints) {
        hints.delete(one.id)
        hints.set(one.id, one)
      }
      for (const one of news.blind) put(one)
      for (const key of [...hints.keys()].slice(0, Math.max(0, hints.size - MOST))) hints.delete(key)
    },
    machine: (next) => {
      machine = next
    },
    waiting: () => hints.size,
    turn: async (now) => {
      const something = hints.size > 0 || blind.size > 0 || machine !== null
      if (busy || now < notBefore || (!something && now - lastSent < HERE_MS)) return
      busy = true
      const letter = {
        hints: [...hints.values()].slice(0, AT_ONCE),
        blind: [...blind.values()].slice(0, AT_ONCE),
        machine,
      }
      const outcome = await send(letter).catch(() => 'failed' as const)
      busy = false
      if (outcome === 'failed') {
        failedSince ??= now
        notBefore = now + pause
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
        return
      }
      // The network was away: told when it is back, so that what it looks like by itself is nobody's fault.
      if (failedSince !== null)
        put({
          sensor: 'link',
          fromMs: Math.round(failedSince),
          toMs: Math.round(now),
          why: 'silent',
          ongoing: false,
        })
      failedSince = null
      pause = FIRST_PAUSE_MS
      lastSent = now
      forget(letter)
    },
  }
}

const keyOf = ({ sensor, fromMs }: BlindReport): string => `${sensor}@${fromMs}`
