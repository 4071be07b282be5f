// What clients asked and what they were told, in the order it happened; the checker judges it afterwards.
import { writeFile } from 'node:fs/promises'

export type RecordKey = {
  readonly sid: string
  readonly tid: string
  readonly epoch: number
  readonly seq: number
}

export type Receipt = RecordKey & {
  readonly n: number
  readonly size: number
  readonly sha256: string
  readonly chain: string
  readonly srvMs: number
  /** The exact bytes that were signed and the signature, so that a second receipt can be compared byte for byte. */
  readonly raw: string
}

export type Operation = RecordKey & {
  readonly kind: number
  readonly size: number
  readonly sha256: string
  /** sha256 of the header, hex: two records are the same when this is. */
  readonly head: string
}

export type Event =
  | { readonly is: 'invoke'; readonly op: number; readonly at: number; readonly append: Operation }
  | { readonly is: 'ok'; readonly op: number; readonly at: number; readonly receipt: Receipt }
  /** Refused: nothing may have been stored by this operation. */
  | { readonly is: 'fail'; readonly op: number; readonly at: number; readonly why: string }
  /** No answer came: it may have happened or not. */
  | { readonly is: 'info'; readonly op: number; readonly at: number; readonly why: string }

export type History = {
  readonly events: readonly Event[]
  readonly invoke: (at: number, append: Operation) => number
  readonly ok: (at: number, op: number, receipt: Receipt) => void
  readonly fail: (at: number, op: number, why: string) => void
  readonly info: (at: number, op: number, why: string) => void
  /** Everything still unanswered becomes `info`: a crash of its client, the end of the run. */
  readonly unknown: (at: number, why: string) => void
  readonly save: (path: string) => Promise<void>
}

export function history(): History {
  const events: Event[] = []
  const open = new Set<number>()
  let last = 0
  const answer = (event: Event) => {
    open.delete(event.op)
    events.push(event)
  }
  return {
    events,
    invoke: (at, append) => {
      const op = ++last
      open.add(op)
      events.push({ is: 'invoke', op, at, append })
      return op
    },
    ok: (at, op, receipt) => answer({ is: 'ok', op, at, receipt }),
    fail: (at, op, why) => answer({ is: 'fail', op, at, why }),
    info: (at, op, why) => answer({ is: 'info', op, at, why }),
    unknown: (at, why) => {
      for (const op of [...open]) answer({ is: 'info', op, at, why })
    },
    save: (path) => writeFile(path, `${events.map((event) => JSON.stringify(event)).join('\n')}\n`),
  }
}

export const keyOf = ({ sid, tid, epoch, seq }: RecordKey) => `${sid}|${tid}|${epoch}|${seq}`
