// The writer of the journal's tree: numbers what was committed, signs a head every minute or thousand leaves, watches for a changed past.
import type { Log } from '../ports/log.ts'

export type TreeWriter = {
  readonly sequence: () => Promise<number>
  readonly sign: () => Promise<string | null>
  readonly audit: (whole: boolean) => Promise<string | null>
  readonly size: () => number
}

const SEQUENCE_MS = 1000
const SIGN_MS = 60_000
const LEAVES_PER_HEAD = 1000
const WHOLE_MS = 24 * 3_600_000

export type JournalLog = {
  readonly start: () => void
  /** One round now: for tests and for the last moment before the stop. */
  readonly round: (signNow: boolean) => Promise<void>
  /** Why the past can not be trusted; null when it can. */
  readonly fault: () => string | null
  readonly stop: () => Promise<void>
}

export function journalLog(tree: TreeWriter, log: Log, mono: () => number): JournalLog {
  let fault: string | null = null
  let signedAt = Number.NEGATIVE_INFINITY
  let signedSize = 0
  let wholeAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | null = null
  let turn: Promise<void> = Promise.resolve()

  async function step(signNow: boolean): Promise<void> {
    const now = mono()
    const whole = now - wholeAt >= WHOLE_MS
    const due = signNow || now - signedAt >= SIGN_MS || tree.size() - signedSize >= LEAVES_PER_HEAD
    if (whole || due) {
      const found = await tree.audit(whole)
      if (whole) wholeAt = now
      // Someone must get up: the log is not continued over a history that is not the one it signed.
      if (found) {
        if (fault !== found) log.error('journal.past_changed', { fault: found })
        fault = found
        signedAt = now
        return
      }
    }
    if (fault) return
    for (let more = true; more; ) more = (await tree.sequence()) >= LEAVES_PER_HEAD
    if (!due) return
    if (await tree.sign()) signedSize = tree.size()
    signedAt = now
  }

  const round = (signNow: boolean): Promise<void> => {
    turn = turn
      .then(() => step(signNow))
      .catch((cause: unknown) =>
        log.warn('journal.waits', { known: cause instanceof Error ? cause.name : 'unknown' }),
      )
    return turn
  }
  return {
    round,
    fault: () => fault,
    start: () => {
      let busy = false
      timer = setInterval(() => {
        if (busy) return
        busy = true
        void round(false).finally(() => {
          busy = false
        })
      }, SEQUENCE_MS)
      timer.unref()
    },
    stop: async () => {
      if (timer) clearInterval(timer)
      await round(true)
    },
  }
}
